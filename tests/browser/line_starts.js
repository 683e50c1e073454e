// Given to a page by test_line_starts.py. Finds where lines begin and end as they are drawn, and returns those that
// begin with a sign that may not begin a line, or end with one that may not end it, as [which, sign, text around it].
// A line is what stands side by side in one block; inline blocks are read with the text that they stand in.
() => {
  const CLOSING = "。，、；：？！”’」』）》〉】〕］…％%,.;:?!)]}#"
  const OPENING = "“‘「『（《〈【〔［([{"
  const OUTSIDE = "script, style, noscript, svg, select, pre, code, .md-source, [hidden]"

  /** @param {Node} node */
  function blockOf(node) {
    let part = node.parentElement
    while (part && /^(inline|contents|ruby)/.test(getComputedStyle(part).display)) part = part.parentElement
    return part
  }

  /** @param {Element | null} element */
  function isRead(element) {
    if (!element || element.closest(OUTSIDE)) return false
    const style = getComputedStyle(element)
    return style.visibility !== "hidden" && style.position !== "absolute" && style.writingMode === "horizontal-tb"
  }

  /** @param {Text} node */
  function signsOf(node) {
    const range = document.createRange()
    return [...node.data].map((sign, at) => {
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      return { sign, rect: range.getClientRects()[0], node, around: node.data.slice(Math.max(0, at - 8), at + 9) }
    })
  }

  // In reading order. A claim's number is generated: its mark stands for it.
  function signs() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    const found = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text && isRead(node.parentElement)) found.push(...signsOf(node))
      else if (node instanceof Element && node.matches("a.dg-mark") && isRead(node)) found.push({ sign: "#", rect: node.getClientRects()[0], node, around: node.getAttribute("data-n") })
    }
    return found.filter(({ sign, rect }) => rect && rect.width && rect.height > 2 && sign.trim())
  }

  /** @param {DOMRect} rect */
  const middle = (rect) => (rect.top + rect.bottom) / 2
  const found = []
  const all = signs()
  for (const [at, each] of all.entries()) {
    const before = all[at - 1]
    if (!before || blockOf(each.node) !== blockOf(before.node)) continue
    const isBelow = middle(each.rect) - middle(before.rect) > each.rect.height * .8 && each.rect.left < before.rect.left + 2
    if (isBelow && CLOSING.includes(each.sign)) found.push(["begins", each.sign, each.around])
    if (isBelow && OPENING.includes(before.sign)) found.push(["ends", before.sign, before.around])
  }
  return found
}
