// Marks the words of ?h= in the page, also where one runs across bold type or a link, and goes to the first of them
// at the place that the address names.
(() => {
  const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, figcaption, pre, dd, dt"

  /** @param {string[]} terms */
  function pattern(terms) {
    const escaped = terms.map((term) => {
      const source = term.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\u00a0/g, "\\s+")
      return `${/^[A-Za-z0-9]/.test(term) ? "(?<![A-Za-z0-9])" : ""}${source}`
    })
    return new RegExp(escaped.sort((a, b) => b.length - a.length).join("|"), "gi")
  }

  /** @param {Element} block */
  function textsOf(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    /** @type {{ node: Text, start: number }[]} */
    const found = []
    let start = 0
    for (let next = walker.nextNode(); next; next = walker.nextNode()) {
      const node = /** @type {Text} */ (next), parent = node.parentElement
      if (parent?.closest(BLOCKS) !== block || parent.closest("mark, script, style")) continue
      found.push({ node, start })
      start += node.length
    }
    return found
  }

  /** @type {(node: Text, from: number, until: number) => void} */
  function wrap(node, from, until) {
    const range = document.createRange()
    range.setStart(node, from)
    range.setEnd(node, until)
    const mark = document.createElement("mark")
    mark.dataset.mdHighlight = ""
    range.surroundContents(mark)
  }

  /** @type {(block: Element, wanted: RegExp) => void} */
  function markBlock(block, wanted) {
    const texts = textsOf(block)
    const whole = texts.map(({ node }) => node.data).join("")
    for (const match of [...whole.matchAll(wanted)].reverse()) {
      const end = match.index + match[0].length
      for (const { node, start } of texts) {
        const from = Math.max(match.index, start) - start, until = Math.min(end, start + node.length) - start
        if (from < until && from < node.length) wrap(node, from, until)
      }
    }
  }

  function go() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const mark = target && target.querySelector("mark[data-md-highlight]")
    if (mark) mark.scrollIntoView({ block: "center", behavior: "instant" })
  }

  function markPage() {
    const content = document.querySelector(".md-content")
    const terms = (new URL(location.href).searchParams.get("h") || "").split(" ").filter((term) => /[\p{L}\p{N}]/u.test(term))
    if (!content || !terms.length || content.querySelector("mark[data-md-highlight]")) return
    const wanted = pattern(terms)
    const blocks = /** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll(BLOCKS))
    for (const block of blocks) if (block.offsetParent) markBlock(block, wanted)
    go()
  }

  // With instant navigation the theme announces every page; without it there is one.
  addEventListener("DOMContentLoaded", () => (window.document$ ? window.document$.subscribe(markPage) : markPage()))
  addEventListener("load", () => setTimeout(go))
})()
