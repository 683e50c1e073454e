// Filters the claims of the page at hand; what is chosen stands in the address, in words that both scripts share.
(() => {
  const NAMES = ["concept", "holder", "stance", "relation"]

  function setUp() {
    const form = document.querySelector("form[data-claims-filter]:not([data-ready])")
    if (!form) return
    form.dataset.ready = ""
    const entries = [...document.querySelectorAll(".dg-entry[data-relation]")]
    const has = (entry, name, value) => entry.dataset[name].split(/\s+/).includes(value)

    function fits(entry, wanted) {
      return NAMES.every((name) => {
        if (!wanted[name]) return true
        // A stance is one on the concept that is chosen, where one is.
        return has(entry, name, name === "stance" && wanted.concept ? `${wanted.concept}:${wanted.stance}` : wanted[name])
      })
    }

    function show() {
      const wanted = Object.fromEntries(NAMES.map((name) => [name, form.elements[name]?.value || ""]))
      let number = 0
      for (const entry of entries) {
        entry.hidden = !fits(entry, wanted)
        number += !entry.hidden
      }
      for (const group of document.querySelectorAll(".dg-group")) group.hidden = !group.querySelector(".dg-entry:not([hidden])")
      const said = number ? form.dataset.shown.replace("{n}", number).replace("{all}", entries.length) : form.dataset.none
      form.querySelector("output").value = said
      return wanted
    }

    function address(wanted) {
      const url = new URL(location)
      for (const name of NAMES) {
        if (wanted[name]) url.searchParams.set(name, wanted[name])
        else url.searchParams.delete(name)
      }
      history.replaceState(history.state, "", url)
    }

    const asked = new URLSearchParams(location.search)
    for (const name of NAMES) {
      const select = form.elements[name]
      const value = asked.get(name)
      if (select && value && [...select.options].some((option) => option.value === value)) select.value = value
    }
    // Choices that no claim of this page has would only lead to an empty list.
    for (const name of ["stance", "relation"]) {
      for (const option of [...form.elements[name].options]) {
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
