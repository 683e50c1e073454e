// The switch of script: remembers the choice, follows the page that instant navigation shows, and offers a first
// visitor whose languages ask for another script the way there. It never takes anybody anywhere by itself.
(() => {
  const KEY = "digest.variant"
  const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".dg-switch a[data-variant]"))]
  const current = links.find((link) => link.hasAttribute("aria-current"))
  /** @param {HTMLElement} link */
  const tagOf = ({ dataset }) => dataset.variant ?? ""
  /** @param {HTMLElement} link */
  const rootOf = ({ dataset }) => new URL(dataset.root ?? "", location.href)
  const roots = new Map(links.map((link) => [link, rootOf(link)]))

  // The theme takes every <link rel=alternate> for the start of a tree and looks for a sitemap under it.
  // Ours name this very page in the other script or another form; a second token in rel keeps the meaning and hides
  // them.
  const alternates = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[rel=alternate]"))
  for (const link of alternates) link.rel = "alternate page"

  function stored() {
    try { return localStorage.getItem(KEY) } catch { return null }
  }

  /** @param {string} tag */
  function remember(tag) {
    try { localStorage.setItem(KEY, tag) } catch { /* storage is off: nothing is remembered */ }
  }

  /**
   * With instant navigation the head of the page stays while the page changes: the address is made anew.
   * @param {HTMLAnchorElement} link
   * @param {HTMLAnchorElement} from the link of the variant that is being read
   */
  function follow(link, from) {
    const here = location.pathname.slice(roots.get(from)?.pathname.length)
    const target = new URL(here, roots.get(link))
    // What a page was asked for (which claims to list) is said in words that both scripts share.
    target.search = location.search
    target.hash = location.hash
    link.href = target.href
    return target
  }

  function wished() {
    for (const language of navigator.languages || [navigator.language]) {
      const exact = links.find((link) => tagOf(link).toLowerCase() === language.toLowerCase())
      if (exact) return exact
      if (/^zh-(hant|tw|hk|mo)\b/i.test(language)) return links.find((link) => tagOf(link).startsWith("zh-Hant"))
      if (/^zh(-(hans|cn|sg|my)\b|$)/i.test(language)) return links.find((link) => tagOf(link) === "zh-Hans")
    }
    return null
  }

  /** @param {HTMLAnchorElement} from */
  function offer(from) {
    const link = !stored() && wished()
    const box = /** @type {HTMLElement | null} */ (document.querySelector(".dg-offer"))
    if (!box || !link || link === from || tagOf(link).split("-")[1] === tagOf(from).split("-")[1]) return
    const way = /** @type {HTMLAnchorElement} */ (box.querySelector(`a[data-variant="${tagOf(link)}"]`))
    way.hidden = false
    way.addEventListener("click", () => { way.href = follow(link, from).href })
    box.hidden = false
    box.querySelector("button")?.addEventListener("click", () => {
      remember(tagOf(from))
      box.hidden = true
    })
  }

  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (event.target instanceof Element ? event.target.closest("a[data-variant]") : null)
    if (!link) return
    remember(tagOf(link))
    const target = roots.has(link) && current ? follow(link, current) : new URL(link.href)
    dispatchEvent(new CustomEvent("digest:switch", { detail: { pathname: target.pathname } }))
  })

  if (current) offer(current)
})()
