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

  function open(element) {
    for (let part = element; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") part.open = true
    }
    const own = element.querySelector(":scope > details")
    if (own && element.id.startsWith("claim-")) own.open = true
  }

  function restore() {
    let kept = null
    try {
      kept = JSON.parse(sessionStorage.getItem(KEY))
      sessionStorage.removeItem(KEY)
    } catch { return }
    const block = kept && kept.to === location.pathname && document.getElementById(kept.id)
    if (block) scrollBy({ top: block.getBoundingClientRect().top - headBottom() - kept.offset, behavior: "instant" })
  }

  function atHash() {
    let target = null
    try {
      target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    } catch { /* an address that is no address leads nowhere */ }
    if (target) open(target)
    // A tab of the theme's content tabs is a radio button with an id.
    if (target && target.name && target.name.startsWith("__tabbed_")) target.checked = true
  }

  addEventListener("digest:switch", (event) => {
    const kept = place()
    try {
      if (kept) sessionStorage.setItem(KEY, JSON.stringify({ ...kept, to: event.detail.pathname }))
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
