// Keeps the reader's place: across the switch of script, and at a claim that an address points to.
(() => {
  const KEY = "digest.place"

  // The theme takes every <link rel=alternate> for the start of a tree and looks for a sitemap under it.
  // Ours name this very page in the other script; a second token in rel keeps the meaning and hides them.
  for (const link of document.querySelectorAll("link[rel=alternate][hreflang]")) link.rel = "alternate page"

  // The block at the top of the view: same ids in both scripts, so the same block over there.
  function place() {
    const head = document.querySelector(".md-header")
    const top = head ? head.getBoundingClientRect().bottom : 0
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
    if (!block) return
    const head = document.querySelector(".md-header")
    const top = head ? head.getBoundingClientRect().bottom : 0
    scrollBy({ top: block.getBoundingClientRect().top - top - kept.offset, behavior: "instant" })
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[data-variant]")
    if (!link) return
    try {
      localStorage.setItem("digest.variant", link.dataset.variant)
      const kept = place()
      if (kept) sessionStorage.setItem(KEY, JSON.stringify({ ...kept, to: new URL(link.href).pathname }))
    } catch { /* storage is off: the link still leads to the page */ }
  })

  function atHash() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (target) open(target)
  }

  addEventListener("hashchange", atHash)
  addEventListener("load", () => { atHash(); restore() })
})()
