// Filters the claims of the page at hand; what is chosen stands in the address, in words that both scripts share.
(() => {
  const NAMES = ["concept", "holder", "stance", "relation"]

  function setUp() {
    const found = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-claims-filter]:not([data-ready])"))
    if (!found) return
    const form = found
    form.dataset.ready = ""
    const entries = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".dg-entry[data-relation]"))]
    /** @type {(entry: HTMLElement, name: string, value: string) => boolean} */
    const has = (entry, name, value) => (entry.dataset[name] ?? "").split(/\s+/).includes(value)
    /** @type {(name: string) => HTMLSelectElement | null} */
    const choice = (name) => /** @type {HTMLSelectElement | null} */ (form.elements.namedItem(name))

    /** @type {(entry: HTMLElement, wanted: Record<string, string>) => boolean} */
    function fits(entry, wanted) {
      return NAMES.every((name) => {
        if (!wanted[name]) return true
        // A stance is one on the concept that is chosen, where one is.
        return has(entry, name, name === "stance" && wanted.concept ? `${wanted.concept}:${wanted.stance}` : wanted[name])
      })
    }

    function show() {
      const wanted = Object.fromEntries(NAMES.map((name) => [name, choice(name)?.value || ""]))
      let number = 0
      for (const entry of entries) {
        entry.hidden = !fits(entry, wanted)
        if (!entry.hidden) number++
      }
      const groups = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".dg-group"))
      for (const group of groups) group.hidden = !group.querySelector(".dg-entry:not([hidden])")
      const { shown = "", none = "" } = form.dataset
      const said = number ? shown.replace("{n}", String(number)).replace("{all}", String(entries.length)) : none
      const output = form.querySelector("output")
      if (output) output.value = said
      return wanted
    }

    /** @param {Record<string, string>} wanted */
    function address(wanted) {
      const url = new URL(location.href)
      for (const name of NAMES) {
        if (wanted[name]) url.searchParams.set(name, wanted[name])
        else url.searchParams.delete(name)
      }
      history.replaceState(history.state, "", url)
    }

    const asked = new URLSearchParams(location.search)
    for (const name of NAMES) {
      const select = choice(name)
      const value = asked.get(name)
      if (select && value && [...select.options].some((option) => option.value === value)) select.value = value
    }
    // Choices that no claim of this page has would only lead to an empty list.
    for (const name of ["stance", "relation"]) {
      for (const option of [...(choice(name)?.options ?? [])]) {
        if (option.value && !entries.some((entry) => has(entry, name, option.value))) option.remove()
      }
    }
    form.addEventListener("change", () => address(show()))
    form.addEventListener("reset", () => setTimeout(() => address(show())))
    form.addEventListener("submit", (event) => event.preventDefault())
    form.hidden = false
    show()
  }

  // It stands behind the list, and runs again where instant navigation puts another page in place.
  setUp()
})()
