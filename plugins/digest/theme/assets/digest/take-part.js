// Taking part from the page: of selected words, links to the repository's own forms, filled in. Without a repository
// on GitHub the page has no #dg-part and nothing happens; without this script the forms are where they were.
(() => {
  const KEY = "digest.meeting"
  const END = /[。！？!?]+[”’」』）)》】"]*/gu
  const LONGEST = 1000 // characters of a field: an address of more than some 8,000 bytes is refused

  /** @typedef {{ block: string, number: number, text: string, claim: string, words: string, start: number }} Chosen */

  /** @param {string} text @returns {string[]} its sentences, as the articles are read */
  function sentences(text) {
    const found = []
    let start = 0
    for (const end of text.matchAll(END)) {
      found.push(text.slice(start, end.index + end[0].length))
      start = end.index + end[0].length
    }
    if (text.slice(start).trim()) found.push(text.slice(start))
    return found
  }

  /** @param {Element} block @returns {string} what is read of it, the numbers at marks apart */
  function read(block) {
    const copy = /** @type {Element} */ (block.cloneNode(true))
    for (const mark of copy.querySelectorAll("a.dg-mark, a.headerlink")) mark.remove()
    return copy.textContent ?? ""
  }

  /** @param {Range} range @param {Element} block @returns {number} how many read characters stand before the range */
  function before(range, block) {
    const lead = document.createRange()
    lead.setStart(block, 0)
    lead.setEnd(range.startContainer, range.startOffset)
    const box = document.createElement("div")
    box.append(lead.cloneContents())
    return read(box).length
  }

  /** @returns {{ range: Range, at: Element, block: Element, words: string } | null} the words that are selected in the text */
  function selected() {
    const selection = getSelection()
    const words = selection?.toString().trim()
    if (!selection || !words || selection.isCollapsed) return null
    const range = selection.getRangeAt(0), node = range.startContainer
    const at = node instanceof Element ? node : node.parentElement
    const block = at?.closest("#dg-text p[id], #dg-text li, #dg-text blockquote, #dg-text td, #dg-text h2, #dg-text h3")
    return at && block ? { range, at, block, words } : null
  }

  /** @returns {Chosen | null} the sentence in which the selection begins */
  function chosen() {
    const found = selected()
    if (!found) return null
    const { range, at, block, words } = found
    const all = sentences(read(block)), place = before(range, block)
    let number = 0
    for (let length = 0; number < all.length - 1; number++) {
      length += all[number].length
      if (place < length) break
    }
    const ids = at.closest("[data-mark]")?.getAttribute("data-mark")?.split(" ") ?? []
    const first = all.slice(0, number).join("").length
    return {
      block: block.id || (block.closest("[id]")?.id ?? ""),
      number,
      text: (all[number] ?? "").trim(),
      claim: ids.find((each) => each.startsWith("c")) ?? "",
      words,
      start: place - first,
    }
  }

  /** @type {Map<string, Promise<Document | null>>} */
  const fetched = new Map()

  /** @param {string} tag @returns {Promise<Document | null>} this page in the script that its article is written in */
  function source(tag) {
    const link = /** @type {HTMLLinkElement | null} */ (document.querySelector(`link[rel~="alternate"][hreflang="${tag}"]`))
    if (!link || document.documentElement.lang === tag) return Promise.resolve(null)
    // A canonical address may name the host that the site will have.
    const way = new URL(link.href)
    const here = new URL(way.pathname + way.search, location.href).href
    const known = fetched.get(here) ?? fetch(here).then((answer) => answer.ok ? answer.text() : "")
      .then((text) => text ? new DOMParser().parseFromString(text, "text/html") : null).catch(() => null)
    fetched.set(here, known)
    return known
  }

  /** @param {Chosen} one @param {string} tag @returns {Promise<{ sentence: string, words: string }>} as the source has them */
  async function written(one, tag) {
    const twin = (await source(tag))?.getElementById(one.block)
    const own = document.getElementById(one.block)
    const theirs = twin ? sentences(read(twin)) : []
    if (!twin || !own || theirs.length !== sentences(read(own)).length) return { sentence: one.text, words: one.words }
    const whole = theirs[one.number], sentence = whole.trim()
    // The scripts write nearly every word with as many characters; where not, the whole sentence stands for it.
    const isEven = whole.trim().length === one.text.length
    const part = whole.slice(Math.max(0, one.start), Math.max(0, one.start) + one.words.length).trim()
    return { sentence, words: isEven && part ? part : sentence }
  }

  /** @param {string} repository @param {string} form @param {Record<string, string>} values */
  function address(repository, form, values) {
    const given = new URLSearchParams({ template: form })
    for (const [name, value] of Object.entries(values)) if (value) given.set(name, value.slice(0, LONGEST))
    return `${repository}/issues/new?${given}`
  }

  /** @returns {{ side: string, slug: string } | null} the sentence that waits for another */
  function waiting() {
    try {
      return JSON.parse(sessionStorage.getItem(KEY) ?? "null")
    } catch {
      return null
    }
  }

  /** @param {{ side: string, slug: string } | null} one */
  function keep(one) {
    try {
      if (one) sessionStorage.setItem(KEY, JSON.stringify(one))
      else sessionStorage.removeItem(KEY)
    } catch { /* storage is off: the second sentence is written into the form by hand */ }
  }

  /** @param {HTMLElement} box */
  function follow(box) {
    const { repository = "", slug = "", lang = "", meets = "", kept = "", tag = "" } = box.dataset
    /** @param {string} name */
    const part = (name) => /** @type {HTMLElement | null} */ (box.querySelector(`[data-part="${name}"]`))
    let turn = 0

    /** @param {string} name @param {string} href */
    function lead(name, href) {
      const link = part(name)
      if (link) link.setAttribute("href", href)
    }

    /** @param {Chosen} one */
    async function fill(one) {
      const own = ++turn
      const { sentence, words } = await written(one, lang)
      if (own !== turn) return
      const side = one.claim ? `${slug}#${one.claim}` : `${slug}\n${sentence}`
      const first = waiting()
      const pair = first && first.slug !== slug
      lead("sentence", address(repository, "4-sentence.yml", { article: slug, sentence, change: sentence }))
      lead("claim", address(repository, "5-claim.yml", { article: slug, sentence }))
      lead("term", address(repository, "1-conversion.yml", { page: location.href, sentence: one.text, phrase: words, variant: tag }))
      for (const name of ["disputes", "supports"]) {
        const link = part(name)
        if (link) {
          link.hidden = !pair
          if (pair) lead(name, address(repository, "2-relation.yml", { one: first.side, other: side, kind: link.dataset.kind ?? "" }))
        }
      }
      const meet = part("meet")
      if (meet) {
        meet.textContent = pair ? kept : meets
        meet.onclick = () => { keep({ side, slug }); meet.textContent = kept }
      }
      box.hidden = false
    }

    let timer = 0
    document.addEventListener("selectionchange", () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => {
        const one = chosen()
        if (one) fill(one)
        else if (!box.contains(document.activeElement)) {
          turn++
          box.hidden = true
        }
      }, 200)
    })
    // A tap on a link of the box must not take the selection away before it is followed.
    box.addEventListener("pointerdown", (event) => { if (event.pointerType === "mouse") event.preventDefault() })
    box.addEventListener("keydown", (event) => { if (event.key === "Escape") box.hidden = true })
    for (const name of ["disputes", "supports"]) part(name)?.addEventListener("click", () => { keep(null) })
  }

  function ready() {
    const box = document.getElementById("dg-part")
    if (box && !box.dataset.started) {
      box.dataset.started = "1"
      follow(box)
    }
  }

  function begin() {
    ready()
    if (window.document$) window.document$.subscribe(ready)
  }

  if (document.readyState === "complete") begin()
  else addEventListener("load", begin)
})()
