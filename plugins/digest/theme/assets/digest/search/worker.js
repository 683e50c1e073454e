// Answers the theme's search box from the index. It folds the query as the index was folded, so that a text is
// found in whichever script the reader types, and shows the hits in the script that is being read.
import { BODY, article, beginning, index, openIndex, postings } from "./index.js"
import { parse } from "./query.js"
import { item, match, nearby } from "./results.js"
import { pattern } from "./text.js"

/** @typedef {import("./query.js").Reading} Reading */
/** @typedef {import("./query.js").Word} Word */
/** @typedef {Map<number, number>} Found marks by article number */

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, FAULT = 4
const PAGE = 10        // articles shown at once: what the theme shows before the reader scrolls
const BATCH = 3        // texts read at once
// Bytes of texts read for a page of results, and for one that has none yet: with the index some 200 kB. Then the
// reader says whether to go on.
const ENOUGH = 72_000, LOOKED_AT = 96_000
const LEAST_SHARE = 0.6 // of a query's pairs, to be called close to it
const CLOSE = 3        // articles named where nothing is found
const TITLE = 1, CLAIM = 2, HEADING = 4
const ZONES = [[TITLE, 8], [CLAIM, 4], [HEADING, 3], [BODY, 1]]
const OFTEN = [1, 1.3, 1.6, 2]

/** @type {Record<string, string>} */
let labels = {}
let latest = 0

/**
 * The articles in which a reading's tokens all stand; null where the texts must say.
 * @type {(reading: Reading, isAlone: boolean) => Promise<Found | null>}
 */
async function articlesOf(reading, isAlone) {
  if (reading.begins || reading.isPrefix) {
    const { found, isWhole } = await beginning(reading.begins || reading.text)
    return isWhole || isAlone ? found : null
  }
  const lists = await Promise.all(reading.tokens.map(postings))
  lists.sort((a, b) => a.size - b.size)
  return lists.reduce((common, list) => {
    /** @type {Found} */
    const both = new Map()
    for (const [number, marks] of common) {
      const own = list.get(number)
      if (own !== undefined) both.set(number, lower(marks, own))
    }
    return both
  })
}

/**
 * Where two tokens of one word both stand: the zones of both, the count of the rarer.
 * @type {(a: number, b: number) => number}
 */
const lower = (a, b) => (a & b & 15) | Math.min(a & 48, b & 48)

/** @type {(word: Word, isAlone: boolean) => Promise<Found | null>} */
async function articlesOfWord(word, isAlone) {
  const lists = await Promise.all(word.readings.map((reading) => articlesOf(reading, isAlone)))
  /** @type {Found} */
  const found = new Map()
  for (const list of lists) {
    if (!list) return null
    for (const [number, marks] of list) found.set(number, (found.get(number) || 0) | marks)
  }
  return found
}

/**
 * A word that stands nowhere by itself is taken for the beginning of one.
 * @type {(words: Word[]) => Promise<(Found | null)[]>}
 */
async function articlesOfWords(words) {
  return Promise.all(words.map(async (word) => {
    const found = await articlesOfWord(word, words.length === 1)
    const [only] = word.readings
    if (!found || found.size || word.exact || !only.word || only.text.length < 2) return found
    word.readings = [{ ...only, isPrefix: true }]
    return articlesOfWord(word, words.length === 1)
  }))
}

/**
 * The articles that have every word as far as the index knows, with their scores, best first.
 * @type {(lists: (Found | null)[]) => [number: number, score: number][]}
 */
function candidates(lists) {
  const known = lists.filter((list) => list !== null).sort((a, b) => a.size - b.size)
  if (!known.length) return []
  const rarity = known.map((list) => Math.log(1 + index.articles / Math.max(1, list.size)))
  /** @param {number} number */
  const score = (number) => known.reduce((sum, list, i) => sum + rarity[i] * weight(list.get(number) ?? 0), 0)
  return [...known[0].keys()].filter((number) => known.every((list) => list.has(number)))
    .map((number) => /** @type {[number, number]} */ ([number, score(number)])).sort((a, b) => b[1] - a[1] || a[0] - b[0])
}

/** @param {number} marks */
function weight(marks) {
  return ZONES.reduce((sum, [zone, value]) => sum + (marks & zone ? value : 0), 0) * OFTEN[marks >> 4 & 3]
}

/**
 * The first `wanted` of the candidates whose texts bear them out, and how many are left. Each page of them may
 * cost so much, since what the index finds may stand in the text in pieces.
 * @type {(found: [number, number][], words: Word[], variant: string, wanted: number) => Promise<{ hits: import("./results.js").Hit[], rest: number }>}
 */
async function checked(found, words, variant, wanted) {
  /** @type {import("./results.js").Hit[]} */
  const hits = []
  const pages = wanted / PAGE
  let at = 0, bytes = 0
  const goesOn = () => bytes < pages * (hits.length ? ENOUGH : LOOKED_AT)
  while (at < found.length && hits.length < wanted && goesOn()) {
    const batch = found.slice(at, at + Math.min(BATCH, wanted - hits.length))
    at += batch.length
    const read = await Promise.all(batch.map(async ([number]) => {
      const [data, size] = await article(number, variant)
      bytes += size
      return match(data, words)
    }))
    hits.push(...read.filter((hit) => hit !== null).sort((a, b) => b.score - a.score))
  }
  return { hits, rest: found.length - at }
}

/**
 * Where nothing has every word whole: the articles with most of the query's pairs, if they have most of them.
 * @type {(words: Word[], variant: string) => Promise<{ location: string, title: string, text: string }[]>}
 */
async function closest(words, variant) {
  const all = [...new Set(words.flatMap((word) => word.readings[0].tokens))]
  if (all.length < 2) return []
  const lists = await Promise.all(all.map(postings))
  /** @type {Map<number, [count: number, sum: number]>} */
  const sums = new Map()
  lists.forEach((list) => {
    const rarity = Math.log(1 + index.articles / Math.max(1, list.size))
    for (const number of list.keys()) {
      const [count, sum] = sums.get(number) || [0, 0]
      sums.set(number, [count + 1, sum + rarity])
    }
  })
  const near = [...sums].filter(([, [count]]) => count >= all.length * LEAST_SHARE).sort((a, b) => b[1][1] - a[1][1])
  const pieces = all.map((token) => pattern(token))
  return Promise.all(near.slice(0, CLOSE).map(async ([number]) => nearby((await article(number, variant))[0], pieces, index.root)))
}

/** @typedef {{ text: string, variant: string, wanted?: number }} Question */

/** @param {Question} question */
async function answer({ text: typed, variant, wanted = PAGE }) {
  const words = parse(typed, index.synonyms)
  if (!words.length) return { items: [], closest: [], rest: 0, typed: typed.trim() }
  const lists = await articlesOfWords(words)
  words.forEach((word, i) => {
    word.rarity = Math.log(1 + index.articles / Math.max(1, lists[i]?.size ?? index.articles))
    word.patterns = word.readings.map((reading) => pattern(reading.text, reading.isPrefix))
  })
  const found = candidates(lists)
  const { hits, rest } = await checked(found, words, variant, wanted)
  return {
    items: hits.map((hit) => item(hit, index.root, labels)), typed: typed.trim(), rest, wanted: wanted + PAGE,
    closest: hits.length || rest ? [] : await closest(words, variant),
  }
}

/** @param {Question} question */
async function asked(question) {
  const number = ++latest
  try {
    const data = await answer(question)
    if (number === latest) postMessage({ type: RESULT, data })
  } catch (fault) {
    if (number === latest) postMessage({ type: FAULT, data: String(fault) })
  }
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === QUERY) asked(data)
  if (type !== SETUP) return
  labels = data.labels
  try {
    await openIndex(data.root)
    postMessage({ type: READY, data: { subjects: index.subjects } })
  } catch (fault) {
    postMessage({ type: FAULT, data: String(fault) })
  }
})
