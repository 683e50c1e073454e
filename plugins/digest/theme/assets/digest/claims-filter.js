// Filters the claims: those of the page at hand, or, where they fill several pages, all of them by an index that is
// fetched once something is chosen. What is chosen stands in the address, in words that both scripts share.
(() => {
  const NAMES = ["concept", "holder", "stance", "relation"]
  // What is looked over at once; the rest is counted.
  const SHOWN = 200

  /** `met` names by relation the rows that a claim meets in the lists of pairs.
   * @typedef {[text: string, url: string, article: number, holders: string, concept: string, holder: string, stance: string, relation: string, met?: Record<string, number[]>]} Row */
  /** @typedef {{ articles: string[], claims: Row[] }} Index */

  function setUp() {
    const found = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-claims-filter]:not([data-ready])"))
    if (!found) return
    const form = found
    form.dataset.ready = ""
    const everything = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".dg-entry[data-relation]"))]
    const entries = everything.filter((entry) => !entry.closest(".dg-met"))
    // In a list of pairs an entry stands for as many as meet it.
    /** @type {(entry: HTMLElement) => HTMLElement[]} */
    const met = (entry) => [.../** @type {NodeListOf<HTMLElement>} */ (entry.querySelectorAll(".dg-met > .dg-entry"))]
    /** @type {(entry: HTMLElement, name: string, value: string) => boolean} */
    const has = (entry, name, value) => (entry.dataset[name] ?? "").split(/\s+/).includes(value)
    /** @type {(name: string) => HTMLSelectElement | null} */
    const choice = (name) => /** @type {HTMLSelectElement | null} */ (form.elements.namedItem(name))

    /** @type {(said: (name: string, value: string) => boolean, wanted: Record<string, string>) => boolean} */
    function fits(said, wanted) {
      return NAMES.every((name) => {
        if (!wanted[name]) return true
        // A stance is one on the concept that is chosen, where one is.
        return said(name, name === "stance" && wanted.concept ? `${wanted.concept}:${wanted.stance}` : wanted[name])
      })
    }

    /** @type {(number: number, all: number) => void} */
    function tell(number, all) {
      const { shown = "", none = "" } = form.dataset
      const output = form.querySelector("output")
      if (output) output.value = number ? shown.replace("{n}", String(number)).replace("{all}", String(all)) : none
    }

    /** @param {Record<string, string>} wanted */
    function showPage(wanted) {
      let number = 0
      for (const entry of entries) {
        const others = met(entry)
        const fit = [entry, ...others].map((each) => fits((name, value) => has(each, name, value), wanted))
        // A pair is shown where one of the two fits.
        others.forEach((other, at) => { other.hidden = !fit[0] && !fit[at + 1] })
        entry.hidden = !fit.some(Boolean)
        if (!entry.hidden) number += others.filter((other) => !other.hidden).length || 1
      }
      const groups = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".dg-group"))
      for (const group of groups) group.hidden = !group.querySelector(".dg-entry:not([hidden])")
      // A page of a long list counts what the whole list has.
      tell(number, Number(form.dataset.all ?? entries.length))
    }

    /** @param {string} name */
    const given = (name) => form.dataset[name] ?? ""
    const [place, root, only, more] = ["index", "root", "only", "more"].map(given)
    /** @type {Promise<Index> | undefined} */
    let fetched
    const results = document.createElement("section")
    results.className = "dg-results"
    results.hidden = true
    if (place) form.after(results)

    /** @type {(row: Row, name: string, value: string) => boolean} */
    const said = (row, name, value) => String(row[4 + NAMES.indexOf(name)]).split(" ").includes(value)

    /** @param {Index} index @param {Row} row */
    function item(index, row) {
      const made = document.createElement("li")
      made.className = "dg-entry"
      const text = document.createElement("p")
      text.className = "dg-entry__text"
      const link = document.createElement("a")
      link.href = `${(root || ".").replace(/\/+$/, "")}/${row[1]}`
      link.textContent = row[0]
      text.append(link)
      const meta = document.createElement("p")
      meta.className = "dg-entry__meta"
      meta.textContent = [row[3], index.articles[row[2]]].filter(Boolean).join(" · ")
      made.append(text, meta)
      return made
    }

    /** The pairs of a list, each under the claim that comes first: row and what it meets. @param {Index} index */
    function pairsOf(index, relation = "") {
      return index.claims.flatMap((row, at) => {
        const others = (row[8]?.[relation] ?? []).filter((other) => other > at).map((other) => index.claims[other])
        return others.map((other) => [row, .../** @type {Row[]} */ (other ? [other] : [])])
      })
    }

    /** Claims, or pairs of them, as entries. @param {Index} index @param {Row[][]} fitting */
    function entriesOf(index, fitting) {
      /** @type {Map<Row, HTMLElement>} */
      const made = new Map()
      for (const [row, ...others] of fitting) {
        if (!row) continue
        const entry = made.get(row) ?? item(index, row)
        made.set(row, entry)
        if (!others.length) continue
        const under = entry.querySelector("ul") ?? document.createElement("ul")
        under.className = "dg-list dg-met"
        under.append(...others.map((other) => item(index, other)))
        entry.append(under)
      }
      return made.values()
    }

    /** @param {Index} index @param {Record<string, string>} wanted */
    function list(index, wanted) {
      const [name = "", value = ""] = only.split(":")
      const pairs = name === "relation" ? pairsOf(index, value) : []
      const whole = pairs.length ? pairs : index.claims.filter((row) => !name || said(row, name, value)).map((row) => [row])
      const fitting = whole.filter((rows) => rows.some((row) => fits((part, each) => said(row, part, each), wanted)))
      const listed = document.createElement("ol")
      listed.className = "dg-list"
      listed.append(...entriesOf(index, fitting.slice(0, SHOWN)))
      const rest = document.createElement("p")
      rest.className = "dg-hint"
      rest.textContent = fitting.length > SHOWN ? more.replace("{n}", String(fitting.length - SHOWN)) : ""
      results.replaceChildren(listed, rest)
      tell(fitting.length, whole.length)
    }

    /** Shows the parts of the page, or the results in their place. @param {boolean} all */
    function inPlace(all) {
      results.hidden = !all
      const parts = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".dg-group, .dg-parts"))
      for (const part of parts) part.hidden = all
    }

    function show() {
      const wanted = Object.fromEntries(NAMES.map((name) => [name, choice(name)?.value || ""]))
      const chosen = Object.values(wanted).some(Boolean)
      if (!place || !chosen) {
        inPlace(false)
        showPage(wanted)
        return wanted
      }
      fetched ??= fetch(place).then((answer) => answer.json())
      fetched.then((index) => {
        // Another choice may have been made meanwhile.
        if (NAMES.some((name) => (choice(name)?.value || "") !== wanted[name])) return
        list(index, wanted)
        inPlace(true)
      }).catch(() => {
        // Without the index, offline perhaps, the page at hand is filtered.
        fetched = undefined
        inPlace(false)
        showPage(wanted)
      })
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

    function choose() {
      const asked = new URLSearchParams(location.search)
      for (const name of NAMES) {
        const select = choice(name)
        const value = asked.get(name)
        if (select && value && [...select.options].some((option) => option.value === value)) select.value = value
      }
    }

    // Choices that no claim of this page has would only lead to an empty list.
    function withoutEmpty() {
      for (const name of ["stance", "relation"]) {
        for (const option of [...(choice(name)?.options ?? [])]) {
          if (option.value && !entries.some((entry) => has(entry, name, option.value))) option.remove()
        }
      }
    }

    // On a phone the claims come first, and the choices are folded; what is chosen is seen.
    function unfold() {
      const choices = form.querySelector("details")
      if (choices) choices.open = matchMedia("(width >= 45em)").matches || NAMES.some((name) => choice(name)?.value)
    }

    choose()
    unfold()
    if (!place) withoutEmpty()
    form.addEventListener("change", () => address(show()))
    form.addEventListener("reset", () => setTimeout(() => address(show())))
    form.addEventListener("submit", (event) => event.preventDefault())
    form.hidden = false
    show()
  }

  // It stands behind the list, and runs again where instant navigation puts another page in place.
  setUp()
})()
