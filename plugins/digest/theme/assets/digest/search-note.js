// What the search says beside the theme's list of results. Everything is set as text, but for the snippets, which
// the worker has escaped.
window.digestNote = (() => {
  /** @type {SearchSettings} */
  const settings = JSON.parse(document.getElementById("dg-search")?.textContent ?? "")
  const words = settings.words

  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag
   * @param {Partial<HTMLElementTagNameMap[T]>} properties
   * @returns {HTMLElementTagNameMap[T]}
   */
  function make(tag, text = "", properties = {}) {
    const element = Object.assign(document.createElement(tag), properties)
    if (text) element.textContent = text
    return element
  }

  /**
   * The theme moves the focus along links, and takes the one with the highest score on Enter.
   * @type {(text: string, href: string, score: number) => HTMLAnchorElement}
   */
  function link(text, href, score) {
    const element = make("a", "", { href, tabIndex: -1 })
    const name = make("span", text)
    name.dataset.mdScore = String(score)
    element.append(name)
    return element
  }

  /** @type {(links: HTMLElement[], className?: string) => HTMLUListElement} */
  function list(links, className = "") {
    const found = make("ul", "", { className })
    for (const each of links) {
      const item = make("li")
      item.append(each)
      found.append(item)
    }
    return found
  }

  /** @param {string} text */
  function forQuery(text) {
    const address = new URL(location.href)
    address.search = ""
    address.hash = ""
    address.searchParams.set("q", text)
    return address.href
  }

  /** @type {(named?: string[]) => HTMLElement[]} */
  function subjects(named) {
    if (!named || !named.length) return []
    return [make("p", words.subjects), list(named.map((name) => Object.assign(link(name, forQuery(name), -9), { className: "dg-search-subject" })))]
  }

  const home = () => link(words.all, settings.home, -8)

  /** @type {(answer: SearchAnswer, named?: string[]) => HTMLElement[]} */
  function nothing({ typed, closest }, named) {
    /** @type {HTMLElement[]} */
    const parts = [make("p", words.none.replace("{q}", () => typed))]
    if (closest.length) {
      parts.push(make("p", words.close), list(closest.map((each, number) => {
        const found = link("", each.location, -1 - number)
        if (found.firstElementChild) found.firstElementChild.innerHTML = each.title
        if (each.text) found.append(Object.assign(make("small"), { innerHTML: each.text }))
        return found
      }), "dg-search-close"))
    }
    return [...parts, ...subjects(named), home()]
  }

  /** @type {(answer: SearchAnswer, ask: () => void, isFound: boolean) => HTMLElement[]} */
  function more({ rest }, ask, isFound) {
    const found = link(words.more, forQuery(""), -9)
    found.setAttribute("role", "button")
    found.addEventListener("click", (event) => { event.preventDefault(); event.stopPropagation(); ask() })
    const line = make("p", `${(isFound ? words.rest : words.unsure).replace("{n}", String(rest))} `)
    line.append(found)
    return [line]
  }

  const place = () => /** @type {HTMLElement} */ (document.getElementById("dg-search-note"))
  /** @type {SearchNote} */
  const note = {
    settings,
    hint: (named) => place().replaceChildren(make("p", words.hint), ...subjects(named)),
    answer(data, named, ask) {
      if (!data.typed) return this.hint(named)
      const isFound = data.items.length > 0
      place().replaceChildren(...(data.rest ? more(data, ask, isFound) : isFound ? [] : nothing(data, named)))
    },
    fault(isOld) {
      const meta = document.querySelector(".md-search-result__meta")
      if (meta) meta.textContent = settings.none
      document.querySelector(".md-search-result__list")?.replaceChildren()
      place().replaceChildren(make("p", isOld ? words.old : words.fault), home())
    },
  }
  return note
})()
