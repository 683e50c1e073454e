// What a reader typed: words to be found, words that must not stand there, and filters.
import { host } from "./files.js"
import { fold, isJoined, runs, signsAfter, tokens } from "./text.js"

const MOST_READINGS = 8 // of one word: three region words in it
const MOST_PAIRS_LOOKED_UP = 8    // fetched for one word; in a longer one the text decides
const FEWER_PAIRS = 4             // where each may cost a whole file of many

/** @typedef {import("./text.js").Run} Run */
/** @typedef {{ text: string, tokens: string[], begins: string, word: boolean, isPrefix?: boolean }} Reading how a word may stand in a text, and what that is looked up by */
/** @typedef {"author" | "concept" | "date" | "stance"} Field */
/** @typedef {{ field: Field, value: string, raw: string }} Filter `value` is folded, `raw` all of it as it was typed */
/**
 * `telling` are characters of the word as typed that fold to the same as others.
 * @typedef {{ text: string, exact: boolean, readings: Reading[], telling: string[] }} Word
 */
/** @typedef {{ words: (Word & { at: number })[], without: Word[], filters: Filter[], text: string }} Query `text` is all of it, folded */
/** @typedef {{ characters: Set<string>, written: Record<string, string> }} Telling */

/** @type {Record<string, Field>} */
const FIELDS = { 作者: "author", author: "author", 概念: "concept", concept: "concept", 日期: "date", 时间: "date", date: "date", 态度: "stance", 立场: "stance", stance: "stance" }

/**
 * Every word must stand in an article, by any of its readings.
 * @type {(typed: string, meanings: [string, string[]][], telling: Telling) => Query}
 */
export function parse(typed, meanings, telling) {
  const text = fold(typed)
  const fields = Object.fromEntries(Object.entries(FIELDS).map(([name, field]) => [fold(name), field]))
  const named = new RegExp(`(?<![\\p{L}\\p{N}])(${Object.keys(fields).join("|")})\\s*:\\s*(?:"([^"]+)"|([^\\s"]+))`, "gu")
  const no = fold("不要")
  const left = new Rest(text)
  const filters = left.take(named).map((match) => ({ field: fields[match[1]], value: (match[2] ?? match[3]).trim(), raw: typed.slice(match.index, match.index + match[0].length) }))
  const without = left.take(/(?<=^|\s)-(?:"([^"]+)"|([^\s"]+))/gu).map(([, quoted, plain]) => ({ text: (quoted ?? plain).trim(), exact: Boolean(quoted), at: 0 }))
  // 不要 is a part of many sentences: by itself it takes out what follows only behind a word to be found. The word is
  // looked for first: what stands in front of it would be read anew from each place of a run of blanks.
  without.push(...left.take(new RegExp(`${no}(?<=\\S\\s+${no})\\s*([^\\s"]+)`, "gu")).map(([, plain]) => ({ text: plain, exact: false, at: 0 })))
  const exact = left.take(/"([^"]+)"/gu).map((match) => ({ text: match[1].trim(), exact: true, at: match.index + 1 }))
  const phrases = phrasesIn(left, meanings)
  const words = [...exact, ...phrases, ...loose(left.text).map(({ text: word, start }) => ({ text: word, exact: false, at: start }))]
  /** @param {{ text: string, exact: boolean, at: number }[]} listed */
  const made = (listed) => unique(listed).map((word) => ({ ...word, telling: tellingOf(typed, word, telling), readings: readings(word, meanings).map(reading) }))
  return { words: made(words), without: made(without), filters, text }
}

/**
 * Phrases of several words that find others: supply chain.
 * @type {(left: Rest, meanings: [string, string[]][]) => { text: string, exact: boolean, at: number }[]}
 */
function phrasesIn(left, meanings) {
  const found = runs(left.text).filter(({ han }) => !han).map(({ start }) => ({ at: start, text: meaningAt(left.text, start, meanings)?.[0] ?? "" }))
    .filter(({ text }) => /[^\p{L}\p{N}]/u.test(text))
  for (const { at, text } of found) left.text = left.text.slice(0, at) + " ".repeat(text.length) + left.text.slice(at + text.length)
  return found.map((phrase) => ({ ...phrase, exact: false }))
}

/** @param {{ text: string, exact: boolean, at: number }[]} words */
function unique(words) {
  /** @type {Set<string>} */
  const seen = new Set()
  return words.filter(({ text }) => runs(text).length && !seen.has(text) && seen.add(text))
}

/**
 * Whether a folded text is a question: that it stands somewhere word for word answers it as little as it asks itself.
 * @param {string} text
 */
export function isQuestion(text) {
  const plain = text.trim(), ends = ["吗", "呢", "是什么", "什么意思", "怎么样", "怎么办", "?"], begins = ["什么是", "怎么", "怎样", "如何", "为什么", "为何", "谁是"]
  return !plain.includes("\"") && (begins.some((word) => plain.startsWith(fold(word))) || ends.some((word) => plain.endsWith(fold(word))))
}

/** What is left of a text, in its place, when parts are taken. */
class Rest {
  /** @param {string} text */
  constructor(text) {
    this.text = text
  }

  /** @param {RegExp} wanted @returns {RegExpExecArray[]} */
  take(wanted) {
    const found = [...this.text.matchAll(wanted)]
    this.text = this.text.replace(wanted, (match) => " ".repeat(match.length))
    return found
  }
}

/** @type {(typed: string, word: { text: string, at: number }, telling: Telling) => string[]} */
function tellingOf(typed, { text, at }, { characters, written }) {
  const standard = [...typed.slice(at, at + text.length)].map((each) => written[each] ?? each)
  return [...new Set(standard)].filter((each) => characters.has(each))
}

/**
 * Words are parted by whatever is neither letter nor digit; To B stays together, and so does c++.
 * @param {string} text
 */
export function loose(text) {
  /** @type {{ text: string, start: number, end: number, last: Run }[]} */
  const words = []
  for (const run of runs(text)) {
    const before = words[words.length - 1]
    const end = run.start + run.text.length + signsAfter(text, run).length
    if (before && (run.start === before.end || (!run.han && !before.last.han && isJoined(text, before.last, run)))) {
      Object.assign(before, { text: text.slice(before.start, end), end, last: run })
    } else {
      words.push({ text: text.slice(run.start, end), start: run.start, end, last: run })
    }
  }
  return words
}

/**
 * The word itself, and with each phrase in it replaced by what it finds as well.
 * @type {(word: { text: string, exact: boolean }, meanings: [string, string[]][]) => string[]}
 */
export function readings({ text, exact }, meanings) {
  let found = [""]
  for (let at = 0; at < text.length;) {
    const phrase = exact ? null : meaningAt(text, at, meanings)
    const choices = phrase ? [phrase[0], ...phrase[1]] : [text[at]]
    found = found.flatMap((begun) => choices.map((choice) => begun + choice))
    if (found.length > MOST_READINGS) found.length = MOST_READINGS
    at += phrase ? phrase[0].length : 1
  }
  return [...new Set(found)]
}

/**
 * What each phrase finds besides itself, the longest phrases first, from pairs of which each finds the other and pairs
 * of which the first finds the second.
 * @type {(rows: [mutual: string[], one: string[]]) => [string, string[]][]}
 */
export function meaningsOf([mutual, one]) {
  /** @type {Map<string, string[]>} */
  const found = new Map()
  const add = (/** @type {string} */ typed, /** @type {string} */ other) => found.set(typed, [...(found.get(typed) ?? []), other])
  for (const row of mutual) {
    const [first, second] = row.split("\t")
    add(first, second)
    add(second, first)
  }
  for (const row of one) {
    const [typed, other] = row.split("\t")
    add(typed, other)
  }
  return [...found].sort(([first], [second]) => second.length - first.length || (first < second ? -1 : 1))
}

/**
 * The longest phrase at a place of a text that finds others; a Latin one only as a whole word.
 * @type {(text: string, at: number, meanings: [string, string[]][]) => [string, string[]] | undefined}
 */
export function meaningAt(text, at, meanings) {
  return meanings.find(([typed]) => text.startsWith(typed, at) &&
    (!/^[a-z0-9]/.test(typed) || !/[a-z0-9]/.test(text[at - 1] ?? "")) && (!/[a-z0-9]$/.test(typed) || !/[a-z0-9]/.test(text[at + typed.length] ?? "")))
}

/**
 * What a reading is looked up by. `begins` is a lone character, found as the beginning of a token.
 * @param {string} text
 * @returns {Reading}
 */
export function reading(text) {
  const parts = runs(text)
  /** @type {string[]} */
  const pairs = []
  /** @type {string[]} */
  const words = []
  parts.forEach((run, number) => {
    if (!run.han) {
      const joined = parts[number - 1] && !parts[number - 1].han && isJoined(text, parts[number - 1], run)
      if (joined) words[words.length - 1] = parts[number - 1].text + run.text
      else words.push(run.text + signsAfter(text, run))
    } else if ([...run.text].length > 1) {
      pairs.push(...tokens(run.text).slice(0, -1))
    }
  })
  const found = [...new Set([...words, ...spread(pairs)])]
  return { text, tokens: found, begins: found.length ? "" : text, word: parts.length === 1 && !parts[0].han }
}

/**
 * Of many pairs those that are looked up. Where each may cost a whole file of many, those that have every character.
 * @param {string[]} pairs
 */
function spread(pairs) {
  const wanted = host.sendsParts ? pairs : pairs.filter((_, place) => place % 2 === 0 || place === pairs.length - 1)
  const most = host.sendsParts ? MOST_PAIRS_LOOKED_UP : FEWER_PAIRS
  if (wanted.length <= most) return wanted
  return Array.from({ length: most }, (_, number) => wanted[Math.round((number * (wanted.length - 1)) / (most - 1))])
}
