// What of an article is shown for a query.
import { escapeHtml, fold, marked, snippet, spans } from "./text.js"

/** @typedef {import("./index.js").Article} Article */
/** @typedef {import("./query.js").Word & { rarity: number, patterns: RegExp[], itself: RegExp[] }} Wanted `itself` is the reading that is nearest to what was typed, where there are others */
/** @typedef {import("./text.js").Span} Span */
/** @typedef {"title" | "claim" | "heading" | "name" | "body" | "also"} Kind */
/**
 * A text of an article, and what a query finds in it: how many of its words, and where.
 * @typedef {{ kind: Kind, text: string, folded: string, words: number, found: Span[], anchor: string, heading: string, key: string, holder: string, quote: string }} Unit
 */
/** @typedef {{ data: Article, units: Unit[], score: number, number?: number, isCard?: boolean }} Hit `isCard`: its text was not read */
/** @typedef {Record<string, string>} Labels */
/** @typedef {{ anchor: string, isClaim: boolean, title: string, body: string, tags: (labels: Labels) => string[] }} Place */

/** What the word itself is worth to an article beside what it finds as well: less than another name in a title. */
export const ITSELF = 6
const SHOWN = 3 // passages an article shows before the rest is folded away
const MOST_TERMS = 8
const NAMED = ["author", "people", "companies", "tags"]

/**
 * The article with its hits and score, or null where a word stands nowhere in it.
 * @type {(data: Article, words: Wanted[]) => Hit | null}
 */
export function match(data, words) {
  const patterns = words.flatMap((word) => word.patterns)
  const units = unitsOf(data)
  let score = 0
  for (const word of words) {
    const counts = units.map((unit) => spans(unit.folded, word.patterns).length)
    if (!counts.some(Boolean)) return null
    units.forEach((unit, i) => { if (counts[i]) unit.words++ })
    score += word.rarity * value(units, counts)
    if (units.some((unit, i) => counts[i] && spans(unit.folded, word.itself).length)) score += word.rarity * ITSELF
  }
  for (const unit of units) unit.found = unit.words ? spans(unit.folded, patterns) : []
  return { data, units, score: score + Math.max(...units.map((unit) => unit.words)) }
}

/**
 * A word's worth: where it stands, and a little for standing there often.
 * @type {(units: Unit[], counts: number[]) => number}
 */
function value(units, counts) {
  const sum = { title: 0, claim: 0, heading: 0, name: 0, body: 0, also: 0 }
  units.forEach((unit, i) => { sum[unit.kind] += counts[i] })
  return 8 * Math.min(sum.title, 1) + 4 * Math.min(sum.claim, 2) + 3 * Math.min(sum.heading + sum.name, 2) +
    Math.log2(1 + sum.body + sum.also)
}

/**
 * The texts of an article, each with nothing found in it yet.
 * @param {Article} data
 * @returns {Unit[]}
 */
export function unitsOf(data) {
  const empty = { words: 0, found: [], anchor: "", heading: "", key: "", holder: "", quote: "" }
  /** @type {(kind: Kind, text: string, more?: Partial<Unit>) => Unit} */
  const unit = (kind, text, more) => ({ ...empty, kind, text, folded: fold(text), ...more })
  let heading = data.title
  const passages = data.text.map(([anchor, text, isHeading]) => {
    if (isHeading) heading = text
    return unit(isHeading ? "heading" : "body", text, { anchor, heading })
  })
  return [
    unit("title", data.title),
    ...data.about.map(([key, text]) => unit(NAMED.includes(key) ? "name" : "body", text, { key })),
    ...data.claims.map(([id, text, holder, quote]) => unit("claim", holder ? `${text}（${holder}）` : text, { anchor: id, holder, quote })),
    ...passages,
    ...data.also.map((text) => unit("also", text)),
  ]
}

/**
 * An article as the theme lists it: itself, then its best places. `terms` are to be marked on its page, unless they are
 * known from its text.
 * @type {(hit: Hit, root: string, labels: Labels, terms?: Record<string, boolean>) => object[]}
 */
export function item({ data, units, score }, root, labels, terms = termsOf(units)) {
  /** @type {(location: string, title: string, text: string, tags: string[], own: number) => object} */
  const show = (location, title, text, tags, own) => ({ location: root + data.url + location, title, text, terms, score: own, ...(tags.length ? { tags } : {}) })
  const places = placesOf(data, units)
  const [title] = units
  const about = units.filter((unit) => unit.key && unit.words)
  const names = about.filter((unit) => unit.kind === "name").map((unit) => `${labels[unit.key]}：${namesIn(unit)}`)
  const facts = about.filter((unit) => unit.kind !== "name")
  const lead = facts[0] || units.find((unit) => unit.key === "summary")
  return [
    show("", marked(title.text, title.found), lead ? snippet(lead.text, lead.found) : "", names.map(escapeHtml), score),
    ...places.map((each, number) => show(`#${each.anchor}`, each.title, each.body, each.tags(labels), number < SHOWN ? score : score - 1)),
  ]
}

/**
 * Of 「马化腾、万霖」 the one that was looked for.
 * @param {Unit} unit
 */
function namesIn(unit) {
  const names = unit.text.split("、")
  let start = 0
  const hit = names.filter((name) => {
    const from = start, end = start + name.length
    start = end + 1
    return unit.found.some(([first, last]) => first < end && last > from)
  })
  return (hit.length ? hit : names).join("、")
}

/**
 * Best first, each place once; the best claim is among the first.
 * @type {(data: Article, units: Unit[]) => Place[]}
 */
function placesOf(data, units) {
  /** @type {Partial<Record<Kind, number>>} */
  const weight = { claim: 3, heading: 2, body: 1 }
  const hits = units.filter((unit) => unit.anchor && unit.words)
    .sort((a, b) => b.words - a.words || (weight[b.kind] ?? 0) - (weight[a.kind] ?? 0) || b.found.length - a.found.length)
  /** @type {Set<string>} */
  const seen = new Set()
  const places = hits.map((unit) => place(data, unit)).filter(({ anchor }) => !seen.has(anchor) && seen.add(anchor))
  const claims = places.filter((each) => each.isClaim)
  const first = [...claims.slice(0, 1), ...places.filter((each) => each !== claims[0])]
  // One claim, then text: a reader who looks for a word wants to see it where it stands.
  return [...first.slice(0, 1), ...first.slice(1).filter((each) => !each.isClaim).slice(0, SHOWN - 1),
    ...first.slice(1).filter((each) => each.isClaim), ...first.slice(1).filter((each) => !each.isClaim).slice(SHOWN - 1)]
}

/** @type {(data: Article, unit: Unit) => Place} */
function place(data, unit) {
  if (unit.kind === "claim") {
    return {
      anchor: unit.anchor, isClaim: true, title: marked(unit.text, unit.found), body: escapeHtml(unit.quote),
      tags: (labels) => [labels.claim, ...(unit.holder ? [`${labels.holder}：${unit.holder}`] : [])].map(escapeHtml),
    }
  }
  const isHeading = unit.kind === "heading"
  return {
    anchor: isHeading ? unit.anchor : sentenceOf(data, unit), isClaim: false,
    title: isHeading ? marked(unit.text, unit.found) : escapeHtml(unit.heading),
    body: isHeading ? "" : snippet(unit.text, unit.found), tags: () => [],
  }
}

/**
 * A hit in the sentence of a claim leads to that sentence, which has an address of its own.
 * @type {(data: Article, unit: Unit) => string}
 */
function sentenceOf(data, unit) {
  const [[start]] = unit.found
  const claim = data.claims.find(([, , , quote]) => {
    const at = quote ? unit.text.indexOf(quote) : -1
    return at >= 0 && at <= start && start < at + quote.length
  })
  return claim ? claim[0] : unit.anchor
}

/**
 * The words to be marked on the page, as they stand there; inner spaces must not part them.
 * @param {Unit[]} units
 */
function termsOf(units) {
  const found = units.filter((unit) => unit.kind !== "also")
    .flatMap((unit) => unit.found.map(([start, end]) => unit.text.slice(start, end).replace(/\s+/g, "\u00a0")))
  return Object.fromEntries([...new Set(found)].slice(0, MOST_TERMS).map((term) => [term, true]))
}
