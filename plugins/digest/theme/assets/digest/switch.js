// The switch of script: remembers the choice, follows the page that instant navigation shows, and offers a first
// visitor whose languages ask for another script the way there. It never takes anybody anywhere by itself.
(() => {
  const KEY = "digest.variant"
  const links = [...document.querySelectorAll(".dg-switch a[data-variant]")]
  const current = links.find((link) => link.hasAttribute("aria-current"))
  const roots = new Map(links.map((link) => [link, new URL(link.dataset.root, location)]))

  // The theme takes every <link rel=alternate> for the start of a tree and looks for a sitemap under it.
  // Ours name this very page in the other script or another form; a second token in rel keeps the meaning and hides
  // them.
  for (const link of document.querySelectorAll("link[rel=alternate]")) link.rel = "alternate page"

  function stored() {
    try { return localStorage.getItem(KEY) } catch { return null }
  }

  function remember(tag) {
    try { localStorage.setItem(KEY, tag) } catch { /* storage is off: nothing is remembered */ }
  }

  // With instant navigation the head of the page stays while the page changes: the address is made anew.
  function follow(link) {
    const here = location.pathname.slice(roots.get(current).pathname.length)
    const target = new URL(here, roots.get(link))
    // What a page was asked for (which claims to list) is said in words that both scripts share.
    target.search = location.search
    target.hash = location.hash
    link.href = target
    return target
  }

  function wished() {
    for (const language of navigator.languages || [navigator.language]) {
      const exact = links.find((link) => link.dataset.variant.toLowerCase() === language.toLowerCase())
      if (exact) return exact
      if (/^zh-(hant|tw|hk|mo)\b/i.test(language)) return links.find((link) => link.dataset.variant.startsWith("zh-Hant"))
      if (/^zh(-(hans|cn|sg|my)\b|$)/i.test(language)) return links.find((link) => link.dataset.variant === "zh-Hans")
    }
    return null
  }

  function offer() {
    const link = !stored() && wished()
    const box = document.querySelector(".dg-offer")
    if (!box || !link || link === current || link.dataset.variant.split("-")[1] === current.dataset.variant.split("-")[1]) return
    const way = box.querySelector(`a[data-variant="${link.dataset.variant}"]`)
    way.hidden = false
    way.addEventListener("click", () => way.href = follow(link))
    box.hidden = false
    box.querySelector("button").addEventListener("click", () => {
      remember(current.dataset.variant)
      box.hidden = true
    })
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[data-variant]")
    if (!link) return
    remember(link.dataset.variant)
    const target = roots.has(link) && current ? follow(link) : new URL(link.href)
    dispatchEvent(new CustomEvent("digest:switch", { detail: { pathname: target.pathname } }))
  })

  if (current) offer()
})()
