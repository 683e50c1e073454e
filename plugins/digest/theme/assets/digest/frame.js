// What the host theme's scripts do for the frame of a page: light and dark, the drawer, the contents beside a text, wide
// tables, print. Where a site has what needs those scripts they are loaded instead (theme_parts.py).
(() => {
  const options = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[data-md-component=palette] input"))

  /** @param {HTMLInputElement} chosen */
  function paint({ dataset, id }) {
    document.body.setAttribute("data-md-color-switching", "")
    const color = { media: dataset.mdColorMedia, scheme: dataset.mdColorScheme, primary: dataset.mdColorPrimary, accent: dataset.mdColorAccent }
    for (const [name, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${name}`, value ?? "")
    for (const each of options) if (each.nextElementSibling instanceof HTMLElement) each.nextElementSibling.hidden = each.id !== id
    const { backgroundColor } = getComputedStyle(document.body)
    for (const meta of document.querySelectorAll("meta[name=theme-color]")) meta.setAttribute("content", backgroundColor)
    document.documentElement.style.colorScheme = dataset.mdColorScheme === "slate" ? "dark" : "light"
    requestAnimationFrame(() => document.body.removeAttribute("data-md-color-switching"))
    return color
  }

  function palette() {
    const scheme = document.body.getAttribute("data-md-color-scheme")
    const first = [...options].find((each) => each.dataset.mdColorScheme === scheme) ?? options[0]
    if (!first) return
    first.checked = true
    paint(first)
    for (const [index, each] of options.entries()) {
      each.addEventListener("change", () => window.__md_set("__palette", { index, color: paint(each) }))
      each.addEventListener("keydown", ({ key }) => {
        const next = options[(index + 1) % options.length]
        if (key !== "Enter") return
        next.click()
        next.focus()
      })
    }
  }

  // A table is as wide as it is, and scrolls where the page is narrower.
  function tables() {
    for (const table of document.querySelectorAll(".md-typeset table:not([class])")) {
      const [scroll, own] = ["md-typeset__scrollwrap", "md-typeset__table"].map((className) => Object.assign(document.createElement("div"), { className }))
      table.replaceWith(scroll)
      scroll.append(own)
      own.append(table)
    }
  }

  /** Marks in the contents beside a text what is being read. */
  function contents() {
    const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".md-sidebar--secondary .md-nav__link[href^='#']")])
    const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))
    function follow() {
      const head = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0
      const passed = headings.findLastIndex((each) => each && each.getBoundingClientRect().top <= head + 32)
      for (const [number, link] of links.entries()) {
        link.classList.toggle("md-nav__link--passed", number < passed)
        link.classList.toggle("md-nav__link--active", number === passed)
      }
    }
    if (!links.length) return
    follow()
    addEventListener("scroll", follow, { passive: true })
  }

  // A label that stands for a button, and the sections of the drawer.
  document.addEventListener("keydown", (event) => {
    const label = event.target instanceof HTMLLabelElement && event.target.tabIndex >= 0 ? event.target : null
    if (!label || !(event.key === "Enter" || (event.key === " " && !label.role))) return
    event.preventDefault()
    label.click()
  })
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches(".md-nav__toggle")) return
    target.parentElement?.querySelector(":scope > nav")?.setAttribute("aria-expanded", String(target.checked))
  })
  addEventListener("hashchange", () => {
    const drawer = document.getElementById("__drawer")
    if (drawer instanceof HTMLInputElement && drawer.checked) drawer.click()
  })

  /** @type {HTMLDetailsElement[]} */
  let opened = []
  addEventListener("beforeprint", () => {
    opened = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".md-typeset details:not([open], .dg-drawn)"))]
    for (const each of opened) each.open = true
  })
  addEventListener("afterprint", () => { for (const each of opened.splice(0)) each.open = false })

  palette()
  tables()
  contents()
})()
