// The filters under the search box: what the results can be narrowed by, with counts. A filter is a part of the query
// (作者：孟永辉), so an address shares it and a reader can type it.
window.digestFilters = (() => {
  const FIELDS = /** @type {const} */ (["author", "concept", "date", "stance"])
  const place = () => /** @type {HTMLElement} */ (document.getElementById("dg-search-filters"))
  let isOpen = false

  /** @type {(field: string, value: string, words: Record<string, string>) => string} */
  function typed(field, value, words) {
    return `${words[`field_${field}`]}：${/\s/.test(value) ? `"${value}"` : value}`
  }

  /** @type {(text: string, label: string, act: () => void) => HTMLButtonElement} */
  function button(text, label, act) {
    const made = document.createElement("button")
    made.type = "button"
    made.textContent = text
    if (label) made.setAttribute("aria-label", label)
    made.addEventListener("click", act)
    return made
  }

  /** @type {(data: SearchAnswer, words: Record<string, string>, stances: Record<string, string>, ask: (query: string) => void) => HTMLElement[]} */
  function chosen(data, words, stances, ask) {
    return data.filters.map(({ field, raw, value, name }) => {
      const shown = `${words[`field_${field}`]}：${field === "stance" ? stances[value] ?? name : name}`
      const without = data.typed.replace(raw, " ").replace(/\s+/g, " ").trim()
      const made = button(`${shown} ×`, words.without.replace("{filter}", shown), () => ask(without))
      made.className = "dg-search-chosen"
      return made
    })
  }

  /** @type {(data: SearchAnswer, words: Record<string, string>, stances: Record<string, string>, ask: (query: string) => void, open: () => void) => HTMLElement[]} */
  function offered(data, words, stances, ask, open) {
    const groups = FIELDS.flatMap((field) => {
      const choices = data.facets?.[field] ?? []
      if (!choices.length) return []
      const group = document.createElement("div")
      group.className = "dg-search-group"
      group.setAttribute("role", "group")
      group.setAttribute("aria-label", words[`field_${field}`])
      group.append(`${words[`field_${field}`]} `, ...choices.map(([value, count]) => {
        const name = field === "stance" ? stances[value] ?? value : value
        return button(`${name} ${count}`, "", () => ask(`${data.typed} ${typed(field, name, words)}`.trim()))
      }))
      return [group]
    })
    if (data.facets && !groups.length) return []
    const details = document.createElement("details"), summary = document.createElement("summary")
    summary.textContent = words.filters
    details.open = isOpen
    details.addEventListener("toggle", () => {
      isOpen = details.open
      if (details.open && !data.facets) open()
    })
    details.append(summary, ...groups)
    return [details]
  }

  /** @type {SearchFilters} */
  const own = {
    show(data, words, stances, ask, open) {
      place().replaceChildren(...chosen(data, words, stances, ask), ...(data.items.length > 1 ? offered(data, words, stances, ask, open) : []))
    },
    clear: () => place().replaceChildren(),
    isOpen: () => isOpen,
  }
  return own
})()
