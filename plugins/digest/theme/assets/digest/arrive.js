// Arriving at a claim (#c3) or definition (#d1): all its sentences are shown, also where instant navigation changed
// the page, which :target does not notice, and the keyboard goes on from the first of them. Who comes from another
// page sees whose article this is and the way back; what was open there is open again.
(() => {
  const WAY = "digest.way", LEFT = "digest.left"

  /** @typedef {{ to: string, from: string, title: string, claim: string, open: boolean }} Way */

  function named() {
    try {
      return decodeURIComponent(location.hash.slice(1))
    } catch {
      return "" // an address that is no address leads nowhere
    }
  }

  /** @param {string} key @returns {Way | null} */
  function kept(key) {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? "null")
    } catch {
      return null
    }
  }

  /** @type {(key: string, value: Way) => void} */
  function keep(key, value) {
    try { sessionStorage.setItem(key, JSON.stringify(value)) } catch { /* storage is off: the link leads there all the same */ }
  }

  /**
   * The sentences of a claim or definition, and the first of them.
   * @param {string} name
   */
  function sentencesOf(name) {
    const target = /^(?:claim-)?[cd]\d+$/.test(name) ? document.getElementById(name) : null
    if (!target) return null
    const marks = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".dg-body [data-mark]"))
    const found = [...marks].filter((each) => each.dataset.mark?.split(" ").includes(name))
    // A sentence of several ids has one of them itself, the others on empty elements before it.
    const first = target.textContent ? target : found.find((each) => target.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) || target
    return { all: found.length ? found : [target], first }
  }

  function arrive() {
    for (const each of document.querySelectorAll(".dg-here")) each.classList.remove("dg-here")
    const sentences = sentencesOf(named())
    if (!sentences) return
    for (const each of sentences.all) each.classList.add("dg-here")
    sentences.first.tabIndex = -1
    sentences.first.focus({ preventScroll: true })
  }

  // The bar is on the page for each claim; :target shows it without a script.
  function tell() {
    for (const each of document.querySelectorAll(".dg-arrival[data-shown]")) each.removeAttribute("data-shown")
    const bar = document.querySelector(`.dg-arrival[data-claim="${CSS.escape(named())}"]`)
    if (!(bar instanceof HTMLElement)) return
    bar.toggleAttribute("data-shown", true)
    const way = kept(WAY)
    const back = bar.querySelector("a.dg-arrival__back")
    if (!(back instanceof HTMLAnchorElement) || way?.to !== location.pathname + location.hash) return
    back.href = way.from + (way.claim && `#${way.claim}`)
    back.textContent = (bar.dataset.back ?? "{title}").replace("{title}", way.title)
    back.hidden = false
  }

  // What was open when the reader left is opened again, whether he comes back by the bar or by the browser.
  function reopen() {
    const left = kept(LEFT)
    if (!left?.open || left.from !== location.pathname) return
    const entry = performance.getEntriesByType?.("navigation")[0]
    const came = /** @type {PerformanceNavigationTiming | undefined} */ (entry)?.type === "back_forward"
    if (!came && named() !== left.claim) return
    try { sessionStorage.removeItem(LEFT) } catch { /* storage is off */ }
    const mark = document.querySelector(`a.dg-mark[href="#claim-${CSS.escape(left.claim)}"]`)
    if (mark instanceof HTMLElement) mark.click()
  }

  /** @param {EventTarget | null} target @returns {HTMLAnchorElement | null} a link to a claim of another page */
  function linkAt(target) {
    const link = target instanceof Element ? target.closest("a[href]:not(.dg-arrival__back)") : null
    if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return null
    return link.pathname !== location.pathname && /^#c\d+$/.test(link.hash) ? link : null
  }

  /** @param {MouseEvent} event */
  function leave(event) {
    const link = linkAt(event.target)
    if (!link) return
    const box = /** @type {HTMLElement | null} */ (link.closest(".dg-pop"))
    const claim = box?.dataset.claim ?? link.closest(".dg-claims__item")?.id ?? ""
    const title = document.querySelector("h1")?.textContent?.trim() ?? ""
    const way = { to: link.pathname + link.hash, from: location.pathname, title, claim, open: Boolean(box) }
    keep(WAY, way)
    keep(LEFT, way)
  }

  function page() {
    arrive()
    tell()
    reopen()
  }

  document.addEventListener("click", leave, { capture: true })
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest(".dg-arrival button")) event.target.closest(".dg-arrival")?.removeAttribute("data-shown")
  })
  addEventListener("hashchange", arrive)
  addEventListener("load", () => (window.document$ ? window.document$.subscribe(page) : page()))
})()
