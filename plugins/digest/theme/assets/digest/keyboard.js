// What a keyboard needs beside what the browser does: the drawer and the search box open by their buttons and give the
// focus back, and what scrolls sideways (tables, code) can be reached.
(() => {
  const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"))
  const button = /** @type {HTMLElement | null} */ (document.querySelector('.dg-header label[for="__drawer"]'))

  function follow() {
    if (!drawer || !button) return
    button.setAttribute("aria-expanded", String(drawer.checked))
    const first = drawer.checked ? document.querySelector(".md-sidebar--primary a[href]") : null
    if (first instanceof HTMLElement) first.focus()
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    const label = event.target instanceof HTMLLabelElement && event.target.getAttribute("role") === "button" ? event.target : null
    // The theme does the same on Enter, where its own scripts run.
    if (label && event.key === " ") {
      event.preventDefault()
      label.click()
    }
    if (event.key !== "Escape" || !drawer?.checked) return
    drawer.checked = false
    drawer.dispatchEvent(new Event("change"))
    button?.focus()
  }

  function page() {
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code"))) {
      if (each.scrollWidth > each.clientWidth) each.tabIndex = 0
    }
  }

  drawer?.addEventListener("change", follow)
  document.addEventListener("keydown", pressed)
  addEventListener("load", () => (window.document$ ? window.document$.subscribe(page) : page()))
})()
