// What is selected in an article can be copied as a link to that very place, or as a quotation with its source.
(() => {
  const QUOTES = /[“”‘’「」『』]/
  const LONGEST = 40 // signs: enough to be found once in an article

  /** @param {Node} node @returns {HTMLElement | null} */
  const blockOf = (node) => {
    const element = node instanceof Element ? node : node.parentElement
    return element?.closest("[id^=p]:not(a), li[id], h2[id], h3[id]") ?? element?.closest("p, li, blockquote")?.querySelector("[id]") ?? null
  }

  function selected() {
    const selection = getSelection()
    const text = selection?.toString().trim() ?? ""
    if (!selection?.rangeCount || text.length < 2) return null
    const range = selection.getRangeAt(0)
    const body = document.getElementById("dg-text")
    return body?.contains(range.commonAncestorContainer) ? { text, range, body } : null
  }

  /** @param {Range} range the address of the paragraph that it begins in */
  const paragraph = (range) => `${location.origin}${location.pathname}#${blockOf(range.startContainer)?.id ?? ""}`

  /**
   * The address of a place: browsers that know text fragments mark the words, all others go to the paragraph. Marks of
   * quotation are no part of it, since readers choose theirs.
   * @type {(text: string, range: Range) => string}
   */
  function address(text, range) {
    const pieces = text.split(/\n/)[0].split(QUOTES).sort((a, b) => b.length - a.length)
    const words = encodeURIComponent(pieces[0].slice(0, LONGEST).trim()).replaceAll("-", "%2D")
    return `${paragraph(range)}:~:text=${words}`
  }

  /** @type {(name: string, found: NonNullable<ReturnType<typeof selected>>) => string} */
  function copied(name, { text, range, body }) {
    if (name === "link") return address(text, range)
    // Read by people: words that stand there already are no part of the address.
    const said = body.dataset.quote ?? "{text}"
    return said.replace("{text}", () => text.replace(/\s*\n\s*/g, "\n")).replace("{link}", () => paragraph(range))
  }

  if (!("popover" in HTMLElement.prototype)) return

  // Looked for each time: with instant navigation every article has its own.
  const barOf = () => document.getElementById("dg-share")

  function show() {
    const found = selected(), bar = barOf()
    if (!bar) return
    const said = bar.querySelector("output")
    if (said) said.textContent = ""
    if (!found) {
      if (bar.matches(":popover-open")) bar.hidePopover()
      return
    }
    if (!bar.matches(":popover-open")) bar.showPopover()
    const rects = found.range.getClientRects()
    const last = rects[rects.length - 1] ?? found.body.getBoundingClientRect()
    const below = last.bottom + 10 + bar.offsetHeight < innerHeight
    bar.style.left = `${Math.max(8, Math.min(last.right - bar.offsetWidth / 2, innerWidth - bar.offsetWidth - 8))}px`
    bar.style.top = `${below ? last.bottom + 10 : Math.max(8, innerHeight - bar.offsetHeight - 8)}px`
  }

  /** @param {HTMLElement} button */
  async function copy(button) {
    const found = selected()
    const said = barOf()?.querySelector("output")
    if (!found || !said) return
    try {
      await navigator.clipboard.writeText(copied(button.dataset.copy ?? "", found))
      said.textContent = button.dataset.done ?? ""
    } catch {
      said.textContent = button.dataset.fault ?? ""
    }
  }

  let waiting = 0
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting)
    waiting = setTimeout(show, 250)
  })
  document.addEventListener("mousedown", (event) => {
    if (event.target instanceof Element && event.target.closest("#dg-share")) event.preventDefault() // the selection stays
  })
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("#dg-share button[data-copy]") : null
    if (button instanceof HTMLElement) void copy(button)
  })
})()
