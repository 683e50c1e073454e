// How far an article is read: a line under the head, the title in the head once its own is out of sight, and the place
// where the reader stopped, kept in this browser, to go on from.
(() => {
  const KEY = "digest.stopped"
  const MOST = 30 // articles whose place is kept
  const BEGUN = .04, READ = .95 // of the text: before and after these nobody needs to be led back

  /** @typedef {{ id: string, part: number, title: string, when: number }} Stop */

  /** @returns {Record<string, Stop>} by the article's slug: the same place in both scripts */
  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? "null") ?? {}
    } catch {
      return {}
    }
  }

  /** @param {Record<string, Stop>} stops */
  function keep(stops) {
    const newest = Object.entries(stops).sort(([, a], [, b]) => b.when - a.when).slice(0, MOST)
    try { localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(newest))) } catch { /* storage is off */ }
  }

  const body = () => document.getElementById("dg-text")
  const slug = () => body()?.dataset.slug ?? ""

  /** @param {HTMLElement} text */
  function part(text) {
    const box = text.getBoundingClientRect()
    return Math.min(1, Math.max(0, (innerHeight - box.top) / Math.max(1, box.height + innerHeight * .1)))
  }

  function atTop() {
    const head = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0
    const blocks = [...(body()?.querySelectorAll("p[id], h2[id], h3[id]") ?? [])]
    return blocks.find((each) => each.getBoundingClientRect().bottom > head + 20)?.id ?? ""
  }

  let waiting = 0
  function scrolled() {
    const text = body(), header = document.querySelector(".dg-header")
    if (!text || !(header instanceof HTMLElement)) return
    const own = document.querySelector(".dg-head h1")?.getBoundingClientRect()
    header.toggleAttribute("data-scrolled", Boolean(own && own.bottom < header.getBoundingClientRect().bottom))
    const read = part(text)
    const line = header.querySelector(".dg-progress")
    if (line instanceof HTMLElement) line.style.transform = `scaleX(${scrollY > 0 ? read : 0})`
    clearTimeout(waiting)
    waiting = setTimeout(() => note(read), 400)
  }

  /** @param {number} read */
  function note(read) {
    const name = slug()
    if (!name || scrollY < innerHeight / 2) return
    const stops = kept()
    if (read >= READ) delete stops[name]
    else if (read > BEGUN) stops[name] = { id: atTop(), part: read, title: document.querySelector("h1")?.textContent?.trim() ?? "", when: Date.now() }
    keep(stops)
  }

  /** @returns {[string, Stop] | []} on an article's page its own place, elsewhere (the home page) the last one */
  function lastStop() {
    const stops = kept(), own = slug()
    if (own) return stops[own] ? [own, stops[own]] : []
    return Object.entries(stops).sort(([, a], [, b]) => b.when - a.when)[0] ?? []
  }

  function offer() {
    const box = document.querySelector(".dg-continue")
    const link = box?.querySelector("a")
    const [name, stop] = lastStop()
    if (!(box instanceof HTMLElement) || !link || !name || !stop || !/^[\w-]+$/.test(stop.id) || location.hash) return
    link.href = slug() ? `#${stop.id}` : `${box.dataset.articles}${encodeURIComponent(name)}/#${stop.id}`
    link.textContent = (box.dataset.said ?? "").replace("{n}", String(Math.round(stop.part * 100))).replace("{title}", () => stop.title)
    box.hidden = false
  }

  function page() {
    offer()
    scrolled()
  }

  addEventListener("scroll", scrolled, { passive: true })
  addEventListener("load", () => (window.document$ ? window.document$.subscribe(page) : page()))
})()
