// Filters by author, concept, date and stance: which articles they leave, and how many each would.
import { fold } from "./text.js"

/** @typedef {import("./query.js").Filter} Filter */
/** @typedef {{ values: string[], of: number[][] }} Facet the values, and of each article the places of its own */
/** @typedef {{ dates: string[], author: Facet, concept: Facet, stance: Facet }} Facets */

const MOST_OFFERED = 8

/** A date as it is typed (2021, 2021年9月, 2021-09), as the articles' are written. @param {string} typed */
export function dateOf(typed) {
  const [, year, month] = /^(\d{4})(?:\D{1,2}(\d{1,2}))?/.exec(typed) ?? []
  return year && (month ? `${year}-${month.padStart(2, "0")}` : year)
}

/** @type {(facets: Facets, filter: Filter) => (number: number) => boolean} */
function test(facets, { field, value }) {
  if (field === "date") {
    const date = dateOf(value)
    return (number) => Boolean(date) && facets.dates[number].startsWith(date ?? "")
  }
  const { values, of } = facets[field]
  const folded = values.map(fold)
  const whole = folded.flatMap((name, place) => (name === value ? [place] : []))
  const places = new Set(whole.length ? whole : folded.flatMap((name, place) => (name.includes(value) ? [place] : [])))
  return (number) => of[number].some((place) => places.has(place))
}

/**
 * What a filter is called: as the index writes its value, else as it was typed.
 * @type {(facets: Facets, filter: Filter) => string}
 */
export function called(facets, { field, value, raw }) {
  const name = field === "date" ? undefined : facets[field].values.find((each) => fold(each) === value)
  return name ?? raw.replace(/^[^:：]*[:：]\s*/u, "").replace(/^["“”「]|["“”」]$/gu, "")
}

/** The articles that all filters leave, the newest first. @type {(facets: Facets, filters: Filter[]) => Set<number>} */
export function chosen(facets, filters) {
  const tests = filters.map((filter) => test(facets, filter))
  const numbers = facets.dates.map((_, number) => number).filter((number) => tests.every((fits) => fits(number)))
  return new Set(numbers.sort((a, b) => (facets.dates[b] > facets.dates[a] ? 1 : facets.dates[b] < facets.dates[a] ? -1 : a - b)))
}

/**
 * What the articles of a result can be filtered by, and how many each choice leaves; no choice that leaves all.
 * @type {(facets: Facets, numbers: number[]) => Record<string, [value: string, count: number][]>}
 */
export function counted(facets, numbers) {
  /** @type {Record<string, Map<string, number>>} */
  const counts = { author: new Map(), concept: new Map(), date: new Map(), stance: new Map() }
  /** @type {(field: string, value: string) => void} */
  const count = (field, value) => { counts[field].set(value, (counts[field].get(value) ?? 0) + 1) }
  for (const number of numbers) {
    const year = facets.dates[number].slice(0, 4)
    if (year) count("date", year)
    for (const field of /** @type {const} */ (["author", "concept", "stance"])) {
      for (const place of facets[field].of[number]) count(field, facets[field].values[place])
    }
  }
  return Object.fromEntries(Object.entries(counts).map(([field, own]) => [field,
    [...own].filter(([, some]) => some < numbers.length).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_OFFERED)]))
}
