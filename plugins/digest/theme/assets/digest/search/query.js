// What a reader typed, as words to be found.
import { fold, isJoined, runs, tokens } from "./text.js"

/** @typedef {import("./text.js").Run} Run */
/** @typedef {{ text: string, tokens: string[], begins: string, word: boolean, isPrefix?: boolean }} Reading how a word may stand in a text, and what that is looked up by */
/** @typedef {{ text: string, exact: boolean, readings: Reading[], rarity: number, patterns: RegExp[] }} Word */

const QUOTED = /"([^"]+)"/gu
const MOST_READINGS = 8 // of one word: three region words in it
const MOST_PAIRS = 8    // fetched for one word; in a longer one the text decides

/**
 * Every word must match, a word by any of its readings.
 * @type {(query: string, synonyms: [string, string[]][]) => Word[]}
 */
export function parse(query, synonyms) {
  const typed = fold(query.trim().replace(/\s+/g, " "))
  const words = [...typed.matchAll(QUOTED)].map((match) => ({ text: match[1].trim(), exact: true }))
  words.push(...loose(typed.replace(QUOTED, " ")).map((text) => ({ text, exact: false })))
  /** @type {Set<string>} */
  const seen = new Set()
  return words.filter(({ text }) => runs(text).length && !seen.has(text) && seen.add(text))
    .map((word) => ({ ...word, readings: readings(word, synonyms).map(reading), rarity: 0, patterns: [] }))
}

/**
 * Words are parted by whatever is neither letter nor digit; To B stays together.
 * @param {string} text
 */
function loose(text) {
  /** @type {{ text: string, start: number, han: boolean, last: Run }[]} */
  const words = []
  let end = -1
  for (const run of runs(text)) {
    const before = words[words.length - 1]
    if (before && (run.start === end || (!run.han && !before.han && isJoined(text, before.last, run)))) {
      before.text = text.slice(before.start, run.start + run.text.length)
      Object.assign(before, { han: run.han, last: run })
    } else {
      words.push({ text: run.text, start: run.start, han: run.han, last: run })
    }
    end = run.start + run.text.length
  }
  return words.map((word) => word.text)
}

/**
 * The word itself, and with each region word in it replaced by what it finds as well.
 * @type {(word: { text: string, exact: boolean }, synonyms: [string, string[]][]) => string[]}
 */
function readings({ text, exact }, synonyms) {
  let found = [""]
  for (let at = 0; at < text.length;) {
    const phrase = exact ? null : synonyms.find(([typed]) => text.startsWith(typed, at))
    const choices = phrase ? [phrase[0], ...phrase[1]] : [text[at]]
    found = found.flatMap((begun) => choices.map((choice) => begun + choice))
    at += phrase ? phrase[0].length : 1
  }
  return [...new Set(found)].slice(0, MOST_READINGS)
}

/**
 * What a reading is looked up by. `begins` is a lone character, found as the beginning of a token.
 * @param {string} text
 * @returns {Reading}
 */
function reading(text) {
  const parts = runs(text)
  /** @type {string[]} */
  const pairs = []
  /** @type {string[]} */
  const words = []
  parts.forEach((run, number) => {
    if (!run.han) {
      const joined = parts[number - 1] && !parts[number - 1].han && isJoined(text, parts[number - 1], run)
      if (joined) words[words.length - 1] = parts[number - 1].text + run.text
      else words.push(run.text)
    } else if ([...run.text].length > 1) {
      pairs.push(...tokens(run.text).slice(0, -1))
    }
  })
  const found = [...new Set([...words, ...spread(pairs)])]
  return { text, tokens: found, begins: found.length ? "" : text, word: parts.length === 1 && !parts[0].han }
}

/** @param {string[]} pairs */
function spread(pairs) {
  if (pairs.length <= MOST_PAIRS) return pairs
  return Array.from({ length: MOST_PAIRS }, (_, number) => pairs[Math.round((number * (pairs.length - 1)) / (MOST_PAIRS - 1))])
}
