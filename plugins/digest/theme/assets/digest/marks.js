// An article's small helps: the claims that meet one open beside its sentence, the short list of claims stands open
// where there is room for it, and the citation says on which day it is read. Without it all is a link away.
(() => {
  const WAIT = 250 // milliseconds that a pointer rests on a mark before it opens
  const box = document.createElement("div")
  /** @type {HTMLAnchorElement | null} */
  let opened = null
  let timer = 0

  /** @param {EventTarget | null} target */
  const markAt = (target) => /** @type {HTMLAnchorElement | null} */ (target instanceof Element ? target.closest("a.dg-mark[data-meets]") : null)

  /** @param {HTMLAnchorElement} mark */
  function list(mark) {
    const item = document.getElementById(mark.hash.slice(1))
    return item && item.querySelector(".dg-meets") ? item : null
  }

  /** @type {(mark: HTMLAnchorElement, item: HTMLElement) => void} */
  function fill(mark, item) {
    box.textContent = ""
    const claim = document.createElement("p")
    claim.className = "dg-pop__claim"
    claim.textContent = item.querySelector(".dg-claims__text")?.textContent ?? ""
    const all = document.createElement("p")
    all.className = "dg-pop__all"
    const way = all.appendChild(document.createElement("a"))
    way.href = mark.hash
    way.textContent = document.getElementById("dg-claims-title")?.textContent ?? ""
    const links = [...item.querySelectorAll(".dg-meets > .dg-links, .dg-meets > .dg-more")]
    box.append(claim, ...links.map((each) => each.cloneNode(true)), all)
    box.setAttribute("aria-label", mark.getAttribute("aria-label") ?? "")
  }

  /** @param {HTMLElement} mark */
  function place(mark) {
    const at = mark.getBoundingClientRect(), own = box.getBoundingClientRect(), edge = 8
    const left = Math.max(edge, Math.min(at.left - own.width / 2, innerWidth - own.width - edge))
    const below = at.bottom + edge + own.height <= innerHeight || at.top < own.height + edge
    box.style.left = `${left}px`
    box.style.top = `${Math.max(edge, below ? at.bottom + edge : at.top - own.height - edge)}px`
  }

  /** @type {(mark: HTMLAnchorElement, focus: boolean) => void} */
  function open(mark, focus) {
    const item = list(mark)
    if (item && opened !== mark) {
      close()
      fill(mark, item)
      mark.closest(".dg-page")?.append(box)
      opened = mark
      mark.setAttribute("aria-expanded", "true")
      box.showPopover({ source: mark })
      place(mark)
      box.scrollTop = 0
    }
    if (focus) box.focus({ preventScroll: true })
  }

  function close() {
    if (opened && box.matches(":popover-open")) box.hidePopover()
  }

  function closed() {
    if (!opened) return
    opened.removeAttribute("aria-expanded")
    if (box.contains(document.activeElement)) opened.focus({ preventScroll: true })
    opened = null
  }

  /** @type {(wait: number, act: () => void) => void} */
  function follow(wait, act) {
    clearTimeout(timer)
    timer = setTimeout(act, wait)
  }

  function prepare() {
    box.className = "dg-pop"
    box.setAttribute("role", "dialog")
    box.tabIndex = -1
    box.popover = "auto"
    box.addEventListener("beforetoggle", (event) => { if (event.newState === "closed") closed() })
    document.addEventListener("click", (event) => {
      const mark = markAt(event.target)
      if (!mark || !list(mark) || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      clearTimeout(timer)
      open(mark, true)
    })
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "mouse" || !(event.target instanceof Element)) return
      const mark = markAt(event.target)
      if (mark && list(mark)) follow(WAIT, () => open(mark, false))
      else if (opened && !event.target.closest(".dg-pop") && !box.contains(document.activeElement)) follow(2 * WAIT, close)
      else clearTimeout(timer)
    })
    addEventListener("resize", close)
    addEventListener("hashchange", close)
    addEventListener("scroll", () => { if (opened && !box.matches(":hover") && innerWidth > 719) place(opened) }, { passive: true })
  }

  function page() {
    const wide = matchMedia("(min-width: 76.25em)").matches
    for (const fold of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details[data-open-wide]"))) if (wide) fold.open = true
    const now = new Date()
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-")
    for (const day of document.querySelectorAll("[data-today]")) day.textContent = today
  }

  if ("popover" in HTMLElement.prototype) prepare()
  // With instant navigation the theme announces every page; without it there is one.
  addEventListener("DOMContentLoaded", () => (window.document$ ? window.document$.subscribe(page) : page()))
})()
