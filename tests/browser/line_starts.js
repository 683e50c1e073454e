// Given to a page by test_line_starts.py. Finds where lines begin and end as they are drawn, and returns those that
// begin with a sign that may not begin a line, or end with one that may not end it, as [which, sign, text around it].
// A line is what stands side by side in one block; inline blocks are read with the text that they stand in.
() => {
  const CLOSING = "。，、；：？！”’」』）》〉】〕］…％%,.;:?!)]}#"
  const OPENING = "“‘「『（《〈【〔［([{"
  const OUTSIDE = "script, style, noscript, svg, select, pre, .md-source, [hidden]"

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

  // In reading order. A claim's number is generated: its mark stands for it.
  function signs() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    const found = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text && isRead(node.parentElement)) {
        const isCode = Boolean(node.parentElement?.closest("code"))
        for (let at = 0; at < node.data.length; at++) if (node.data[at].trim()) found.push({ sign: node.data[at], node, at, isCode })
      } else if (node instanceof Element && node.matches("a.dg-mark") && isRead(node)) found.push({ sign: "#", node, at: 0, isCode: false })
    }
    return found
  }

  /** @typedef {{ sign: string, node: Text | Element, at: number, isCode: boolean }} Sign code may begin and end with any sign */

  const range = document.createRange()
  /** @param {Sign} each */
  function rectOf({ node, at }) {
    if (node instanceof Element) return node.getClientRects()[0]
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const rect = range.getClientRects()[0]
    return rect && rect.width && rect.height > 2 ? rect : null
  }

  /** @param {Sign} each whether it begins a Latin name (.yml) */
  const beginsName = ({ sign, node, at }) => sign === "." && node instanceof Text && /\s/.test(node.data[at - 1] ?? "")
  /** @param {Sign} each */
  const around = ({ node, at }) => (node instanceof Element ? node.getAttribute("data-n") : node.data.slice(Math.max(0, at - 8), at + 9))
  /** @param {DOMRect} rect */
  const middle = (rect) => (rect.top + rect.bottom) / 2

  /** @type {(before: Sign, each: Sign) => boolean} whether the second begins a line of the block that both are in */
  function isBelow(before, each) {
    if (before.node !== each.node && blockOf(each.node) !== blockOf(before.node)) return false
    const [one, other] = [rectOf(before), rectOf(each)]
    return Boolean(one && other && middle(other) - middle(one) > other.height * .8 && other.left < one.left + 2)
  }

  const found = []
  const all = signs()
  for (const [at, each] of all.entries()) {
    const before = all[at - 1]
    if (!before) continue
    const begins = CLOSING.includes(each.sign) && !each.isCode && !beginsName(each), ends = OPENING.includes(before.sign) && !before.isCode
    if (!(begins || ends) || !isBelow(before, each)) continue
    if (begins) found.push(["begins", each.sign, around(each)])
    if (ends) found.push(["ends", before.sign, around(before)])
  }
  return found
}
