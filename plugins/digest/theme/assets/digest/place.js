// Keeps the reader's place: across the switch of script, and at a claim that an address points to.
(() => {
  const KEY = "digest.place"

  function headBottom() {
    const head = document.querySelector(".md-header")
    return head ? head.getBoundingClientRect().bottom : 0
  }

  // The block at the top of the view: same ids in both scripts, so the same block over there.
  function place() {
    const top = headBottom()
    let found = null
    for (const block of document.querySelectorAll(".md-content [id]")) {
      const box = block.getBoundingClientRect()
      if (box.height === 0) continue
      if (box.top > top + 1 && found) break
      found = { id: block.id, offset: box.top - top }
    }
    return scrollY > 0 ? found : null
  }

  /** @param {HTMLElement} element */
  function open(element) {
    for (let part = /** @type {HTMLElement | null} */ (element); part; part = part.parentElement) {
      if (part instanceof HTMLDetailsElement) part.open = true
    }
    const own = /** @type {HTMLDetailsElement | null} */ (element.querySelector(":scope > details"))
    if (own && element.id.startsWith("claim-")) own.open = true
  }

  /** @returns {{ id: string, offset: number, to: string } | null} what was kept, once */
  function taken() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null")
      sessionStorage.removeItem(KEY)
      return kept
    } catch {
      return null
    }
  }

  function restore() {
    const kept = taken()
    const block = kept && kept.to === location.pathname && document.getElementById(kept.id)
    if (block) scrollBy({ top: block.getBoundingClientRect().top - headBottom() - kept.offset, behavior: "instant" })
  }

  function atHash() {
    /** @type {HTMLElement | null} */
    let target = null
    try {
      if (location.hash.length > 1) target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    } catch { /* an address that is no address leads nowhere */ }
    if (target) open(target)
    // A tab of the theme's content tabs is a radio button with an id.
    if (target instanceof HTMLInputElement && target.name.startsWith("__tabbed_")) target.checked = true
  }

  addEventListener("digest:switch", (event) => {
    const kept = place()
    try {
      if (kept) sessionStorage.setItem(KEY, JSON.stringify({ ...kept, to: /** @type {CustomEvent} */ (event).detail.pathname }))
    } catch { /* storage is off: the link still leads to the page */ }
  })
  addEventListener("hashchange", atHash)
  addEventListener("load", () => {
    atHash()
    restore()
    // With instant navigation the theme announces every page.
    if (window.document$) window.document$.subscribe(atHash)
  })
})()
