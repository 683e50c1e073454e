// Which articles have a word, as far as the index knows.
import { beginning, index, postings } from "./index.js"
import { BODY } from "./postings.js"

/** @typedef {import("./index.js").Found} Found */
/** @typedef {import("./query.js").Reading} Reading */
/** @typedef {import("./query.js").Word} Word */

const TITLE = 1, CLAIM = 2, HEADING = 4
const ZONES = [[TITLE, 8], [CLAIM, 4], [HEADING, 3], [BODY, 1]]
const OFTEN = [1, 1.3, 1.6, 2]

/**
 * Where two tokens of one word both stand: the zones of both, the count of the rarer.
 * @type {(a: number, b: number) => number}
 */
const lower = (a, b) => (a & b & 15) | Math.min(a & 48, b & 48)

/**
 * The articles that are in all lists.
 * @param {Found[]} lists
 * @returns {Found}
 */
export function inAll(lists) {
  const [first = new Map(), ...others] = [...lists].sort((a, b) => a.size - b.size)
  return others.reduce((common, list) => {
    /** @type {Found} */
    const both = new Map()
    for (const [number, marks] of common) {
      const own = list.get(number)
      if (own !== undefined) both.set(number, lower(marks, own))
    }
    return both
  }, first)
}

/**
 * The articles that are in any of the lists.
 * @param {Found[]} lists
 * @returns {Found}
 */
export function inAny(lists) {
  if (lists.length === 1) return lists[0]
  /** @type {Found} */
  const found = new Map()
  for (const list of lists) for (const [number, marks] of list) found.set(number, (found.get(number) || 0) | marks)
  return found
}

/**
 * The articles in which a reading's tokens all stand; null where the texts must say.
 * @type {(reading: Reading, isAlone: boolean) => Promise<Found | null>}
 */
async function articlesOfReading(reading, isAlone) {
  if (reading.begins || reading.isPrefix) {
    const { found, isWhole } = await beginning(reading.begins || reading.text)
    return isWhole || isAlone ? found : null
  }
  return inAll(await Promise.all(reading.tokens.map(postings)))
}

/** @type {(word: Word, isAlone: boolean) => Promise<Found | null>} */
export async function articlesOfWord(word, isAlone) {
  const lists = await Promise.all(word.readings.map((reading) => articlesOfReading(reading, isAlone)))
  const known = lists.filter((list) => list !== null)
  return known.length < lists.length ? null : inAny(known)
}

/** How rare a list is, from nothing for what stands everywhere. @param {number} size */
export const rarity = (size) => Math.log(1 + index.articles / Math.max(0.5, size))

/** What the zones and the count of a token are worth. @param {number} marks */
export function worth(marks) {
  return ZONES.reduce((sum, [zone, value]) => sum + (marks & zone ? value : 0), 0) * OFTEN[marks >> 4 & 3]
}

/** How many hits are few, so that less fitting ones are wanted beside them: a digest of few articles has few to offer. */
export const few = () => Math.min(10, Math.floor(index.articles / 40))

// Of so many articles one may have two characters side by side by chance, though they are no word.
const CHANCE = 200, MOST_BY_CHANCE = 20

/** Whether so many articles have a pair that it is a word, or a part of one. @param {number} size */
export const isUsed = (size) => size > Math.min(MOST_BY_CHANCE, index.articles / CHANCE)
