// An article's small helps: the claims that meet one open beside its sentence, the short list of claims stands open
// where there is room for it, and the citation says on which day it is read. Without it all is a link away.
(() => {
  const WAIT = 250 // milliseconds that a pointer rests on a mark before it opens
  const MOST = 520 // pixels: about five answers, so that the text stays in view in a high window
  const LEAST = 150 // pixels: two lines of an answer with the claim above them
  const NARROW = "(max-width: 44.9em), (hover: none)"
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

  /**
   * All that meets a claim, what disputes it first, as one list.
   * @param {HTMLElement} item
   */
  function answers(item) {
    const found = [...item.querySelectorAll(".dg-links > li")]
    const disputes = found.filter((each) => each.matches('[data-kind="disputes"]'))
    const all = document.createElement("ul")
    all.className = "dg-links"
    all.append(...[...disputes, ...found.filter((each) => !disputes.includes(each))].map((each) => each.cloneNode(true)))
    return all
  }

  /** @type {(mark: HTMLAnchorElement, item: HTMLElement) => void} */
  function fill(mark, item) {
    const claim = document.createElement("p")
    claim.className = "dg-pop__claim"
    claim.textContent = item.querySelector(".dg-claims__text")?.textContent ?? ""
    const all = document.createElement("p")
    all.className = "dg-pop__all"
    const way = all.appendChild(document.createElement("a"))
    way.href = mark.hash
    way.textContent = document.getElementById("dg-claims-title")?.textContent ?? ""
    const bar = document.createElement("div")
    bar.className = "dg-pop__bar"
    const shut = document.createElement("button")
    shut.type = "button"
    shut.textContent = "×"
    shut.setAttribute("aria-label", item.closest("section")?.dataset.close ?? "×")
    shut.addEventListener("click", close)
    bar.append(claim, shut)
    box.replaceChildren(bar, answers(item), all)
    box.dataset.claim = mark.hash.slice("#claim-".length)
    box.setAttribute("aria-label", mark.getAttribute("aria-label") ?? "")
  }

  /**
   * Puts the box below its mark or above it, where there is more room, and makes it no higher than that; in a window
   * with room on neither side it covers the mark. What is longer scrolls inside.
   * @param {HTMLElement} mark
   */
  function place(mark) {
    if (box.hasAttribute("data-sheet")) return
    const edge = 8
    const head = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0
    const at = mark.getClientRects()[0] ?? mark.getBoundingClientRect()
    const above = at.top - Math.max(0, head) - 2 * edge, below = innerHeight - at.bottom - 2 * edge
    box.style.maxHeight = ""
    const wanted = Math.min(box.scrollHeight + box.offsetHeight - box.clientHeight, MOST)
    const under = wanted <= below || below >= above
    const room = Math.max(above, below)
    const covers = room < Math.min(wanted, LEAST)
    const height = Math.min(wanted, covers ? innerHeight - 2 * edge : under ? below : above)
    box.style.maxHeight = `${height}px`
    box.style.left = `${Math.max(edge, Math.min(at.left - box.offsetWidth / 2, innerWidth - box.offsetWidth - edge))}px`
    box.style.top = `${covers ? Math.max(edge, Math.min(at.top, innerHeight - height - edge)) : under ? at.bottom + edge : at.top - edge - height}px`
  }

  /** @type {(mark: HTMLAnchorElement, focus: boolean, touched?: boolean) => void} */
  function open(mark, focus, touched = false) {
    const item = list(mark)
    if (item && opened !== mark) {
      close()
      fill(mark, item)
      mark.closest(".dg-page")?.append(box)
      opened = mark
      mark.setAttribute("aria-expanded", "true")
      box.toggleAttribute("data-sheet", touched || matchMedia(NARROW).matches)
      box.removeAttribute("style")
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
      open(mark, true, /** @type {PointerEvent} */ (event).pointerType === "touch")
    })
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "mouse" || !(event.target instanceof Element)) return
      const mark = markAt(event.target)
      if (mark && list(mark)) follow(WAIT, () => open(mark, false))
      else if (opened && !event.target.closest(".dg-pop") && !box.contains(document.activeElement)) follow(2 * WAIT, close)
      else clearTimeout(timer)
    })
    addEventListener("resize", () => { if (opened) place(opened) })
    addEventListener("hashchange", close)
    addEventListener("scroll", () => {
      if (!opened || box.hasAttribute("data-sheet")) return
      const at = opened.getBoundingClientRect()
      if (at.bottom < 0 || at.top > innerHeight) close()
      else if (!box.matches(":hover")) place(opened)
    }, { passive: true })
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
