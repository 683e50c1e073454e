// An article's small helps: the claims that meet one open beside its sentence, the short list of claims stands open
// where there is room for it, and the citation says on which day it is read. Without it all is a link away.
(() => {
  const WAIT = 250 // milliseconds that a pointer rests on a mark before it opens
  let box = null, opened = null, timer = 0

  function list(mark) {
    const item = document.getElementById(mark.hash.slice(1))
    return item && item.querySelector(".dg-meets") ? item : null
  }

  function filled(mark) {
    const item = list(mark)
    box.textContent = ""
    const claim = document.createElement("p")
    claim.className = "dg-pop__claim"
    claim.textContent = item.querySelector(".dg-claims__text").textContent
    const all = document.createElement("p")
    all.className = "dg-pop__all"
    const way = all.appendChild(document.createElement("a"))
    way.href = mark.hash
    way.textContent = document.getElementById("dg-claims-title").textContent
    const links = [...item.querySelectorAll(".dg-meets > .dg-links, .dg-meets > .dg-more")]
    box.append(claim, ...links.map((each) => each.cloneNode(true)), all)
    box.setAttribute("aria-label", mark.getAttribute("aria-label"))
  }

  function place(mark) {
    const at = mark.getBoundingClientRect(), own = box.getBoundingClientRect(), edge = 8
    const left = Math.max(edge, Math.min(at.left - own.width / 2, innerWidth - own.width - edge))
    const below = at.bottom + edge + own.height <= innerHeight || at.top < own.height + edge
    box.style.left = `${left}px`
    box.style.top = `${Math.max(edge, below ? at.bottom + edge : at.top - own.height - edge)}px`
  }

  function open(mark, focus) {
    if (opened !== mark) {
      close()
      filled(mark)
      mark.closest(".dg-page").append(box)
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

  function follow(target, wait, act) {
    clearTimeout(timer)
    if (target) timer = setTimeout(act, wait)
  }

  function prepare() {
    box = document.createElement("div")
    box.className = "dg-pop"
    box.setAttribute("role", "dialog")
    box.tabIndex = -1
    box.popover = "auto"
    box.addEventListener("beforetoggle", (event) => { if (event.newState === "closed") closed() })
    document.addEventListener("click", (event) => {
      const mark = event.target.closest && event.target.closest("a.dg-mark[data-meets]")
      if (!mark || !list(mark) || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      follow(null)
      open(mark, true)
    })
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "mouse" || !event.target.closest) return
      const mark = event.target.closest("a.dg-mark[data-meets]")
      if (mark && list(mark)) follow(mark, WAIT, () => open(mark, false))
      else if (event.target.closest(".dg-pop")) follow(null)
      else if (opened && !box.contains(document.activeElement)) follow(opened, 2 * WAIT, close)
      else follow(null)
    })
    addEventListener("resize", close)
    addEventListener("hashchange", close)
    addEventListener("scroll", () => { if (opened && !box.matches(":hover") && innerWidth > 719) place(opened) }, { passive: true })
  }

  function page() {
    const wide = matchMedia("(min-width: 76.25em)").matches
    for (const fold of document.querySelectorAll("details[data-open-wide]")) if (wide) fold.open = true
    const now = new Date()
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-")
    for (const day of document.querySelectorAll("[data-today]")) day.textContent = today
  }

  if ("popover" in HTMLElement.prototype) prepare()
  // With instant navigation the theme announces every page; without it there is one.
  addEventListener("DOMContentLoaded", () => (window.document$ ? window.document$.subscribe(page) : page()))
})()
