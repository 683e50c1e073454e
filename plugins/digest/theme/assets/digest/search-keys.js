// What the host theme's scripts do for the search: it opens and closes, and its keys. Where a site has what needs those
// scripts they are loaded instead (theme_parts.py).
(() => {
  const QUERY = 2
  const toggle = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-md-toggle=search]"))
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-md-component=search-query]"))
  const search = /** @type {HTMLElement} */ (box?.closest("[data-md-component=search]"))
  const config = JSON.parse(document.getElementById("__config")?.textContent ?? "{}")
  if (!toggle || !box || !config.search) return
  const worker = new Worker(new URL(config.search, location.href))

  /** @param {boolean} wanted */
  function open(wanted) {
    if (toggle?.checked !== wanted) toggle?.click()
  }
  function ask() {
    worker.postMessage({ type: QUERY, data: box?.value ?? "" })
  }

  /** What the arrows go through. */
  const stops = () => /** @type {HTMLElement[]} */ ([box, ...search.querySelectorAll(".md-search-result__list :is(:not(details) > [href], summary, details[open] [href], button)")])

  /** @param {number} step */
  function move(step) {
    const all = stops()
    const at = Math.max(0, all.indexOf(/** @type {HTMLElement} */ (document.activeElement)))
    all[(at + step + all.length) % all.length].focus()
  }

  function best() {
    const links = /** @type {HTMLElement[]} */ ([...search.querySelectorAll(".md-search-result__item > [href]:first-child")])
    const score = (/** @type {HTMLElement} */ link) => Number(link.querySelector("article")?.dataset.mdScore)
    return links.reduce((/** @type {HTMLElement | undefined} */ found, each) => (found && score(found) >= score(each) ? found : each), undefined)
  }

  /** @type {(event: KeyboardEvent) => boolean} whether the key was meant for the search */
  function within(event) {
    const { key } = event
    const inBox = document.activeElement === box
    if (key === "Enter" && inBox) best()?.click()
    else if (key === "ArrowDown") move(1)
    else if (key === "ArrowUp") move(-1)
    else {
      if (key === "Escape") open(false)
      // What is typed goes into the box, wherever in the results the reader is.
      else if (key.length === 1 && key !== " ") box?.focus()
      return false
    }
    return true
  }

  /** @type {(event: KeyboardEvent) => boolean} */
  function elsewhere({ key, target }) {
    const isWriting = target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), select, textarea"))
    if (isWriting || !["f", "s", "/"].includes(key)) return false
    box?.focus()
    box?.select()
    return true
  }

  addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return
    if (!(toggle.checked ? within(event) : elsewhere(event))) return
    event.preventDefault()
    event.stopPropagation()
  })
  box.addEventListener("keyup", ask)
  box.addEventListener("focus", () => {
    open(true)
    ask()
  })
  toggle.addEventListener("change", () => (toggle.checked ? box.focus() : box.blur()))
  box.form?.addEventListener("reset", () => setTimeout(() => {
    box.focus()
    ask()
  }))
  search.addEventListener("click", ({ target }) => { if (target instanceof Element && target.closest("a")) open(false) })
  // The Tab key goes through what was found; behind it the search is left.
  document.addEventListener("focusin", ({ target }) => { if (toggle.checked && target instanceof Node && target !== toggle && !search.contains(target)) open(false) })

  const asked = new URL(location.href).searchParams.get("q")
  if (asked) {
    box.value = asked
    open(true)
    box.focus()
    ask()
  }
})()
