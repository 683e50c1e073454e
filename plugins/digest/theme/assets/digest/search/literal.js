// The articles that have every word of a query as it was typed, or by a reading of it.
import { AS_TYPED, checked } from "./checked.js"
import { index, postings } from "./index.js"
import { articlesOfWord, inAll, rarity, worth } from "./lookup.js"
import { ITSELF, match } from "./results.js"
import { pattern } from "./text.js"

/** @typedef {import("./index.js").Found} Found */
/** @typedef {import("./query.js").Word} Word */
/** @typedef {import("./results.js").Hit} Hit */
/** @typedef {import("./checked.js").Candidate} Candidate */
/** @typedef {import("./meant.js").Slip} Slip */
/** @typedef {(number: number) => boolean} IsLeft whether an article is left by what a query takes out and its filters */
/**
 * `kind`: the words stand there (exact), what they were meant for does (meant), most of them do (near), or some
 * articles have them and others most of them (beside); `exact` is how many of the hits come first for having them.
 * @typedef {{ kind: "exact" | "meant" | "near" | "beside", hits: Hit[], rest: Candidate[], slips: Slip[], exact?: number, spent?: number }} Answer
 */

/** A word that stands nowhere by itself is taken for the beginning of one. @type {(word: Word, isAlone: boolean) => Promise<Found | null>} */
export async function articlesOf(word, isAlone) {
  const found = await articlesOfWord(word, isAlone)
  const [only] = word.readings
  if (!found || found.size || word.exact || !only.word || only.text.length < 2) return found
  const begun = { ...word, readings: [{ ...only, isPrefix: true }] }
  const more = await articlesOfWord(begun, isAlone)
  if (more?.size) word.readings = begun.readings
  return more
}

/**
 * The articles that have every word as far as the index knows, with their scores, best first.
 * @type {(lists: (Found | null)[]) => Candidate[]}
 */
function candidates(lists) {
  const known = lists.filter((list) => list !== null).sort((a, b) => a.size - b.size)
  if (!known.length) return []
  const rare = known.map((list) => rarity(list.size))
  /** @param {number} number */
  const score = (number) => known.reduce((sum, list, i) => sum + rare[i] * worth(list.get(number) ?? 0), 0)
  return [...known[0].keys()].filter((number) => known.every((list) => list.has(number)))
    .map((number) => /** @type {Candidate} */ ([number, score(number)])).sort((a, b) => b[1] - a[1] || a[0] - b[0])
}

/**
 * The articles with the characters that tell words apart first; of a lone one only these.
 * @type {(found: Candidate[], words: Word[]) => Promise<Candidate[]>}
 */
async function asTyped(found, words) {
  const told = words.flatMap(({ telling }) => telling)
  if (!told.length || !Object.keys(index.parts).some((name) => name.startsWith("texts/zh-hant"))) return found
  const lists = await Promise.all(told.map((each) => postings(index.telling.mark + each)))
  const isSo = (/** @type {number} */ number) => lists.every((list) => list.has(number))
  if (words.some(({ text, telling }) => text.length === 1 && telling.length)) return found.filter(([number]) => isSo(number))
  return found.map(([number, score]) => /** @type {Candidate} */ ([number, score + (isSo(number) ? AS_TYPED : 0)])).sort((a, b) => b[1] - a[1] || a[0] - b[0])
}

/**
 * The articles that have a word as it was typed, and not by another of its readings alone. Where none has it, the
 * longest reading that one has is nearest: 阿里巴巴 for Alibaba, before 阿里.
 * @type {(word: Word) => Promise<{ text: string, found: Found }>}
 */
async function asItself({ readings }) {
  const [typed, ...others] = readings
  if (!others.length) return { text: "", found: new Map() }
  for (const { text, tokens, begins, isPrefix } of [typed, ...others.sort((a, b) => b.text.length - a.text.length)]) {
    if (begins || isPrefix) continue
    const found = inAll(await Promise.all(tokens.map(postings)))
    if (found.size) return { text, found }
  }
  return { text: "", found: new Map() }
}

/** @type {(words: Word[], slips: Slip[], variant: string, wanted: number, isLeft: IsLeft) => Promise<Answer>} */
export async function literally(words, slips, variant, wanted, isLeft) {
  const lists = await Promise.all(words.map((word) => articlesOf(word, words.length === 1)))
  const own = await Promise.all(words.map(asItself))
  const wantedWords = words.map((word, i) => ({
    ...word, rarity: rarity(lists[i]?.size ?? index.articles), patterns: word.readings.map((each) => pattern(each.text, each.isPrefix)),
    itself: own[i].text ? [pattern(own[i].text)] : [],
  }))
  const left = candidates(lists).filter(([number]) => isLeft(number))
    .map(([number, score]) => /** @type {Candidate} */ ([number, score + own.reduce((sum, { found: some }) => sum + (some.has(number) ? ITSELF * rarity(some.size) : 0), 0)]))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const found = await asTyped(left, words)
  return { kind: slips.length ? "meant" : "exact", slips, ...await checked(found, variant, wanted, (data) => match(data, wantedWords)) }
}
