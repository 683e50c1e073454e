// What a keyboard needs beside what the browser does: the drawer and the search box open by their buttons and give the
// focus back, and what scrolls sideways (tables, code) can be reached.
(() => {
  /** @type {(name: string) => HTMLInputElement | null} */
  const toggle = (name) => /** @type {HTMLInputElement | null} */ (document.getElementById(name))
  const drawer = toggle("__drawer")
  const openers = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-opens]"))

  function follow() {
    for (const each of openers) each.setAttribute("aria-expanded", String(toggle(each.dataset.opens ?? "")?.checked))
  }

  function intoDrawer() {
    const first = drawer?.checked ? document.querySelector(".md-sidebar--primary a[href]") : null
    if (first instanceof HTMLElement) first.focus()
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.key !== "Escape" || !drawer?.checked) return
    drawer.checked = false
    drawer.dispatchEvent(new Event("change", { bubbles: true }))
    for (const each of openers) if (each.dataset.opens === drawer.id) each.focus()
  }

  function page() {
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code"))) {
      if (each.scrollWidth > each.clientWidth) each.tabIndex = 0
    }
  }

  for (const each of openers) each.addEventListener("click", () => toggle(each.dataset.opens ?? "")?.click())
  document.addEventListener("change", follow)
  drawer?.addEventListener("change", intoDrawer)
  document.addEventListener("keydown", pressed)
  addEventListener("load", () => (window.document$ ? window.document$.subscribe(page) : page()))
})()
