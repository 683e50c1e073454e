// The quotation marks that the reader likes, 「」 or “”, put in while the page is being read, before it is drawn.
(() => {
  const ROOT = document.documentElement
  const CORNER = new Map([["“", "「"], ["”", "」"], ["‘", "『"], ["’", "』"]])
  const CURLY = new Map([...CORNER].map(([curly, corner]) => [corner, curly]))
  const OUTSIDE = "pre, code, script, style, textarea"
  /** @type {Map<Text, string>} the texts as they are written */
  const written = new Map()

  /** @type {(text: string, marks: Map<string, string>) => string} */
  function converted(text, marks) {
    return text.replace(/[“”‘’「」『』]/g, (sign, at) => {
      // An apostrophe in Latin words is none of these.
      const isApostrophe = sign === "’" && /[A-Za-z]/.test(text[at - 1] ?? "")
      return isApostrophe ? sign : marks.get(sign) ?? sign
    })
  }

  /** @param {Node} root */
  function convert(root) {
    const marks = ROOT.dataset.quotes === "corner" ? CORNER : ROOT.dataset.quotes === "curly" ? CURLY : null
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = root instanceof Text ? root : walker.nextNode(); node; node = walker.nextNode()) {
      const text = /** @type {Text} */ (node)
      if (!/[“”‘’「」『』]/.test(text.data) || !text.parentElement?.closest(".md-content, .dg-pop") || text.parentElement.closest(OUTSIDE)) continue
      const own = written.get(text) ?? text.data
      written.set(text, own)
      text.data = marks ? converted(own, marks) : own
    }
  }

  const watcher = new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) convert(node)
  })
  const follow = () => {
    watcher.disconnect()
    if (ROOT.dataset.quotes) watcher.observe(ROOT, { childList: true, subtree: true })
  }
  follow()
  addEventListener("digest:reading", () => {
    convert(document.body)
    follow()
  })
})()
