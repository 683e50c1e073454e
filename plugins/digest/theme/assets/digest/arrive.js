// Arriving at a claim (#c3) or definition (#d1): all its sentences are shown, also where instant navigation changed
// the page, which :target does not notice, and the keyboard goes on from the first of them.
(() => {
  function named() {
    try {
      return decodeURIComponent(location.hash.slice(1))
    } catch {
      return "" // an address that is no address leads nowhere
    }
  }

  function arrive() {
    for (const each of document.querySelectorAll(".dg-here")) each.classList.remove("dg-here")
    const name = named()
    const target = /^(?:claim-)?[cd]\d+$/.test(name) && document.getElementById(name)
    if (!target) return
    const marks = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".dg-body [data-mark]"))
    const sentences = [...marks].filter((each) => each.dataset.mark?.split(" ").includes(name))
    for (const each of sentences.length ? sentences : [target]) each.classList.add("dg-here")
    // A sentence of several ids has one of them itself, the others on empty elements before it.
    const own = target.textContent ? target : sentences.find((each) => target.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) || target
    own.tabIndex = -1
    own.focus({ preventScroll: true })
  }

  addEventListener("hashchange", arrive)
  addEventListener("load", () => (window.document$ ? window.document$.subscribe(arrive) : arrive()))
})()
