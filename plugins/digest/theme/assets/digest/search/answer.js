// The answer to a query: the articles that have its words, else those that have most of what was meant.
import { apart } from "./apart.js"
import { PAGE, checked } from "./checked.js"
import { called, chosen, counted } from "./filters.js"
import { index, table } from "./index.js"
import { literally } from "./literal.js"
import { articlesOfWord, few, inAny } from "./lookup.js"
import { isQuestion, parse } from "./query.js"
import { item, match } from "./results.js"
import { fold } from "./text.js"
import { wider } from "./wider.js"

/** @typedef {import("./checked.js").Candidate} Candidate */
/** @typedef {import("./literal.js").Answer} Answer */
/** @typedef {import("./literal.js").IsLeft} IsLeft */
/** @typedef {import("./query.js").Query} Query */
/** @typedef {{ text: string, variant: string, wanted?: number, facets?: boolean }} Question */
/** @typedef {{ labels: Record<string, string>, stances: Record<string, string> }} Said */

// Bytes of the table of facets that is read without being asked for.
const SMALL_FACETS = 8_000

/** @type {(filters: import("./query.js").Filter[], variant: string) => Promise<Set<number>>} */
async function chosenBy(filters, variant) {
  return chosen(await table(`facets/${variant}`), filters)
}

/** The filters, each with what it is called. @type {(filters: import("./query.js").Filter[], variant: string) => Promise<object[]>} */
async function named(filters, variant) {
  const facets = await table(`facets/${variant}`)
  return filters.map((filter) => ({ ...filter, name: called(facets, filter) }))
}

/** What the articles can be narrowed by: of many articles only when a reader opens the filters. @type {(numbers: number[], variant: string, isAsked: boolean) => Promise<Record<string, [string, number][]> | null>} */
async function choices(numbers, variant, isAsked) {
  if (!isAsked && index.parts[`facets/${variant}`].bytes > SMALL_FACETS) return null
  return counted(await table(`facets/${variant}`), numbers)
}

/** The articles that none of the words may stand in, and that the filters leave. @type {(query: Query, variant: string) => Promise<IsLeft>} */
async function left({ without, filters }, variant) {
  const lists = await Promise.all(without.map((word) => articlesOfWord(word, true)))
  const out = inAny([new Map(), ...lists.filter((list) => list !== null)])
  const inside = filters.length ? await chosenBy(filters, variant) : null
  return (number) => !out.has(number) && (!inside || inside.has(number))
}

/** @type {(query: Query, variant: string, wanted: number) => Promise<Answer>} */
async function answered(query, variant, wanted) {
  const isLeft = await left(query, variant)
  if (!query.words.length) {
    const all = query.filters.length ? [...await chosenBy(query.filters, variant)].filter(isLeft) : []
    const plain = all.map((number) => /** @type {Candidate} */ ([number, 0]))
    return { kind: "exact", slips: [], ...await checked(plain, variant, wanted, (data) => match(data, [])) }
  }
  const exact = await literally(query.words, [], variant, wanted, isLeft)
  const isFew = (exact.hits.length + exact.rest.length < few() || isQuestion(query.text)) && query.words.some(({ text, exact: quoted }) => !quoted && text.length > 3)
  if ((exact.hits.length || exact.rest.length) && !isFew) return exact
  return wider(query, exact, variant, wanted, isLeft)
}

/** A stance as it is called in this variant, as its code. @type {(typed: string, stances: Record<string, string>) => string} */
const codeOf = (typed, stances) => Object.keys(stances).find((code) => fold(stances[code]) === typed) ?? typed

/**
 * What is to be marked on a page of which no text was read: the words as they were typed, where they are found at all.
 * @type {(typed: string, query: Query) => Record<string, true>}
 */
function typedTerms(typed, { words }) {
  const found = typed.split(/[\s"“”「」]+/u).filter((part) => words.some(({ text }) => text === fold(part)))
  return Object.fromEntries(found.map((part) => [part, true]))
}

/**
 * Answers a question with plain values: what the theme lists, and what the search says beside it.
 * @type {(question: Question, said: Said) => Promise<any>}
 */
export async function answer({ text: typed, variant, wanted = PAGE, facets = false }, { labels, stances }) {
  const query = parse(typed, index.meanings, index.telling)
  for (const filter of query.filters) if (filter.field === "stance") filter.value = codeOf(filter.value, stances)
  const own = await answered(query, variant, wanted), { kind, hits, rest, slips } = own
  const numbers = [...hits.map(({ number = -1 }) => number), ...rest.map(([number]) => number)]
  return {
    typed: typed.trim(), kind, slips, rest: rest.length, total: numbers.length, wanted: wanted + PAGE,
    exact: own.exact ?? hits.length, items: hits.map((hit) => item(hit, index.root, labels, hit.isCard ? typedTerms(typed, query) : undefined)),
    filters: query.filters.length ? await named(query.filters, variant) : [],
    apart: numbers.length ? [] : await apart(query.words, typed),
    facets: numbers.length > 1 ? await choices(numbers, variant, facets) : null,
  }
}
