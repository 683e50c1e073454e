// What the search says beside its list: how many there are, that it is looking, that it failed, what else may have
// been meant. Everything is set as text.
window.digestNote = (() => {
  /** @type {SearchSettings} */
  const settings = JSON.parse(document.getElementById("dg-search")?.textContent ?? "")
  const { words, stances } = settings
  const place = () => /** @type {HTMLElement} */ (document.getElementById("dg-search-note"))
  const state = () => /** @type {HTMLElement} */ (document.querySelector(".md-search-result__meta"))
  const result = () => /** @type {HTMLElement} */ (document.querySelector(".md-search-result"))

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
    const list = make("ul")
    for (const name of named) {
      const item = make("li")
      item.append(Object.assign(link(name, forQuery(name), -9), { className: "dg-search-subject" }))
      list.append(item)
    }
    return [make("p", words.subjects), list]
  }

  const home = () => link(words.all, settings.home, -8)

  /** What else may have been meant: a button, which the theme's keys pass over. @type {(data: SearchAnswer, ask: (query: string) => void) => HTMLElement[]} */
  function meant({ slips, typed }, ask) {
    if (!slips.length) return []
    return [asking(words.meant, slips.map(({ typed: wrong, meant: right }) => [right, typed.includes(wrong) ? typed.replace(wrong, right) : right]), ask)]
  }

  /** Buttons that ask for something else. @type {(name: string, queries: [shown: string, query: string][], ask: (query: string) => void) => HTMLElement} */
  function asking(name, queries, ask) {
    const line = make("p", `${name} `)
    for (const [shown, query] of queries) {
      const button = make("button", shown, { type: "button", className: "dg-search-meant" })
      button.addEventListener("click", () => ask(query))
      line.append(button, " ")
    }
    return line
  }

  /** Of several words that no article has together: which stands nowhere, and the others by themselves. @type {(data: SearchAnswer, ask: (query: string) => void) => HTMLElement[]} */
  function apart({ apart: parts }, ask) {
    const lost = parts.filter(({ isThere }) => !isThere), there = parts.filter(({ isThere }) => isThere)
    return [
      ...(lost.length ? [make("p", words.nowhere.replace("{words}", () => lost.map(({ typed }) => typed).join("、")))] : []),
      ...(there.length ? [asking(words.apart, there.map(({ typed }) => [typed, typed]), ask)] : []),
    ]
  }

  /** @type {(kind: string, text: string) => void} */
  function say(kind, text) {
    result().dataset.state = kind
    result().setAttribute("aria-busy", String(kind === "waiting"))
    if (state().textContent !== text) state().textContent = text
  }

  /** @type {SearchNote} */
  const note = {
    settings,
    hint(named) {
      say("ready", words.ready)
      window.digestList.clear()
      window.digestFilters.clear()
      place().replaceChildren(make("p", words.hint), ...subjects(named))
    },
    waiting: () => say("waiting", words.waiting),
    answer(data, named, { ask, more, open }) {
      if (!data.typed) return note.hint(named)
      const isFound = data.items.length > 0 || data.rest > 0
      say(isFound ? "found" : "empty", isFound ? words.total.replace("{n}", String(data.total)) : settings.none)
      const said = meant(data, ask)
      if (!data.items.length && data.rest) said.push(make("p", words.unsure.replace("{n}", String(data.rest))))
      else if (!isFound) said.push(make("p", words.none.replace("{q}", () => data.typed)), ...apart(data, ask), ...subjects(named), home())
      else if (data.kind === "near") said.push(make("p", words.near))
      place().replaceChildren(...said)
      window.digestFilters.show(data, words, stances, ask, open)
      window.digestList.show(data, words, more)
    },
    fault(isOld) {
      say("failed", isOld ? words.old_title : words.fault_title)
      window.digestList.clear()
      window.digestFilters.clear()
      place().replaceChildren(make("p", isOld ? words.old : words.fault), home())
    },
  }
  return note
})()
