// What the worker tells the page.
/** A place to go to: texts are escaped HTML, terms are to be marked there. */
interface SearchItem {
  location: string
  title: string
  text: string
  terms: Record<string, boolean>
  score: number
  tags?: string[]
}

/** Each hit is the article and its places; `exact` is how many of them have what was typed word for word. */
interface SearchAnswer {
  typed: string
  kind: "exact" | "meant" | "near" | "beside"
  items: SearchItem[][]
  exact: number
  slips: { typed: string, meant: string }[]
  apart: { typed: string, isThere: boolean }[]
  filters: { field: string, value: string, raw: string, name: string }[]
  facets: Record<string, [value: string, count: number][]> | null
  rest: number
  total: number
  wanted: number
}
