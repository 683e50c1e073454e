// What is found for a query that few articles answer, or none: what it was meant for, and what has most of it.
import { checked } from "./checked.js"
import { cut } from "./cut.js"
import { articlesOf, literally } from "./literal.js"
import { few } from "./lookup.js"
import { meantFor } from "./meant.js"
import { COVERED, covering, near } from "./near.js"
import { reading } from "./query.js"
import { Words, wordsOf } from "./sounds.js"
import { pattern, runs, spans } from "./text.js"

const LEAST_SPELT = 4 // letters that a word in characters may be meant by though they stand somewhere
const REMEMBERED = 0.85 // of a sentence, where it is taken for one and not for a question
const SHORT_NAME = 3 // characters; of four two are a word more often than not

/** @typedef {import("./checked.js").Candidate} Candidate */
/** @typedef {import("./literal.js").Answer} Answer */
/** @typedef {import("./literal.js").IsLeft} IsLeft */
/** @typedef {import("./query.js").Query} Query */
/** @typedef {import("./query.js").Word} Word */
/** @typedef {import("./results.js").Hit} Hit */

/**
 * The answer to a query for which few articles were found word for word, or none.
 * @type {(query: Query, exact: Answer, variant: string, wanted: number, isLeft: IsLeft) => Promise<Answer>}
 */
export async function wider(query, exact, variant, wanted, isLeft) {
  // Beside what is there nobody asks what else was meant: a cut into pairs is enough, and nothing is fetched for it. But
  // a text may print how a name is spelt (Mazu), which others have in characters.
  if (exact.hits.length) {
    const isSpelt = isLatin(query.words) && query.words.some(({ text }) => text.length >= LEAST_SPELT)
    const spelt = isSpelt ? await asSpelt(query.words, variant, wanted, isLeft) : null
    return spelt ? beside(exact, spelt) : beside(exact, await mostly(query, Words.none, variant, wanted, isLeft, exact.spent))
  }
  const spelt = isLatin(query.words) ? await asSpelt(query.words, variant, wanted, isLeft) : null
  if (spelt?.hits.length) return spelt
  const words = await wordsOf(variant)
  return await asMeant(unspaced(query.words, words), words, variant, wanted, isLeft) ?? await mostly(query, words, variant, wanted, isLeft)
}

/** @param {Word[]} words */
const isLatin = (words) => words.every(({ text, exact }) => !exact && runs(text).every(({ han }) => !han))

/** What is found for the word in characters that letters spell in full, and as they are; null where they spell none. @type {(words: Word[], variant: string, wanted: number, isLeft: IsLeft) => Promise<Answer | null>} */
async function asSpelt(words, variant, wanted, isLeft) {
  const known = await wordsOf(variant), typed = words.map(({ text }) => text).join("")
  const meant = known.spelt(typed, true)
  if (!meant.length) return null
  const word = { ...words[0], text: typed, readings: [reading(typed), ...meant.map(({ plain }) => reading(plain))] }
  return literally([word], [{ typed, meant: meant[0].shown }], variant, wanted, isLeft)
}

/** A name or word spelt with blanks between its syllables, as one word. @type {(words: Word[], known: Words) => Word[]} */
function unspaced(words, known) {
  const text = words.map((word) => word.text).join("")
  return words.length > 1 && isLatin(words) && known.spelt(text).length ? [{ ...words[0], text, readings: [reading(text)] }] : words
}

/**
 * Few articles have it word for word: first those that have it in a place that says what they are about, or twice, then
 * the others among those that have its parts.
 * @type {(exact: Answer, parts: Answer) => Answer}
 */
function beside(exact, parts) {
  const isStrong = (/** @type {Hit} */ { units, isCard }) => isCard || units.reduce((sum, unit) => sum + (unit.kind === "body" || unit.kind === "also" ? unit.found.length : 2 * unit.found.length), 0) > 1
  const strong = exact.hits.filter(isStrong), first = new Set(strong.map(({ number }) => number))
  const literal = new Set(exact.hits.map(({ number }) => number))
  const others = parts.hits.filter(({ number }) => !first.has(number))
  const seen = new Set(others.map(({ number }) => number))
  const weak = exact.hits.filter(({ number }) => !first.has(number) && !seen.has(number))
  const hits = [...strong, ...others, ...weak]
  return { kind: "beside", slips: [], hits, rest: parts.rest.filter(([number]) => !literal.has(number)), exact: strong.length }
}

/** What is found when each word that stands nowhere is taken for one that does; null where that is nothing. @type {(words: Word[], known: Words, variant: string, wanted: number, isLeft: IsLeft) => Promise<Answer | null>} */
async function asMeant(words, known, variant, wanted, isLeft) {
  const copies = words.map((word) => ({ ...word }))
  const lists = await Promise.all(copies.map((word) => articlesOf(word, words.length === 1)))
  const lost = copies.filter((_, i) => lists[i]?.size === 0)
  const slips = await Promise.all(lost.map((word) => meantFor(word, known)))
  const made = slips.filter((slip) => slip !== null)
  if (!made.length || made.length < lost.length) return null
  const own = await literally(copies, made, variant, wanted, isLeft)
  if (!own.hits.length) return null
  return { ...own, slips: made.map((slip) => ({ typed: slip.typed, meant: (slip.plain && asWritten(slip.plain, own.hits)) || slip.meant })) }
}

/** A folded text as the first article that has it writes it. @type {(plain: string, hits: Hit[]) => string} */
function asWritten(plain, hits) {
  const wanted = [pattern(plain)]
  for (const { units } of hits) {
    for (const { text, folded } of units) {
      const [span] = spans(folded, wanted)
      if (span) return text.slice(...span)
    }
  }
  return ""
}

/** @param {import("./cut.js").Unit[]} pieces */
const typedIn = (pieces) => pieces.map(({ piece }) => piece).join("")

/**
 * A word and a character that stands nowhere are another name: 世界杯 is not 世界. Where all but that one are those of a
 * known word it is a slip.
 * @type {(pieces: import("./cut.js").Unit[], words: Words) => boolean}
 */
function isOtherName(pieces, words) {
  const typed = typedIn(pieces)
  return typed.length <= SHORT_NAME && pieces.some(({ found }) => !found.size) && !words.oneWrong(typed, () => false).length
}

/** @type {(query: Query, words: Words, variant: string, wanted: number, isLeft: IsLeft, spent?: number) => Promise<Answer>} */
async function mostly(query, words, variant, wanted, isLeft, spent = 0) {
  const nothing = /** @type {Answer} */ ({ kind: "near", hits: [], rest: [], slips: [] })
  const loose = query.words.filter(({ exact }) => !exact)
  if (loose.length < query.words.length) return nothing
  const about = (await Promise.all(loose.map(({ text }) => cut(text, words)))).flat()
  const own = await having(about, words, variant, wanted, isLeft, spent)
  if (own.hits.length || own.rest.length) return own
  // What looked like a question may be a sentence that is remembered: 谁生态好就和谁玩.
  const all = (await Promise.all(loose.map(({ text }) => cut(text, words, false)))).flat()
  return typedIn(all) !== typedIn(about) ? having(all, words, variant, wanted, isLeft, own.spent ?? 0, [REMEMBERED]) : own
}

/** The articles that have most of the pieces. @type {(pieces: import("./cut.js").Unit[], words: Words, variant: string, wanted: number, isLeft: IsLeft, spent: number, shares?: number[]) => Promise<Answer>} */
async function having(pieces, words, variant, wanted, isLeft, spent, shares = COVERED) {
  let bytes = spent
  /** @type {Hit[]} */
  const hits = []
  /** @type {Candidate[]} */
  const rest = []
  for (const [place, least] of isOtherName(pieces, words) ? [] : shares.entries()) {
    if (hits.length + rest.length >= Math.max(1, few())) break
    const found = covering(pieces, least, shares[place - 1]).filter(([number]) => isLeft(number))
    const more = await checked(found, variant, wanted - hits.length, (data) => near(data, pieces, least), bytes)
    bytes = more.spent
    hits.push(...more.hits)
    rest.push(...(more.hits.length ? more.rest : []))
  }
  const slips = pieces.filter(({ meant: word }) => word).map(({ piece, meant: word }) => ({ typed: piece, meant: word }))
  return { kind: "near", hits, rest, slips, spent: bytes }
}
