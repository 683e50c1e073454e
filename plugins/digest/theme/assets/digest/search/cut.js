// Cuts what was typed into the words that the index knows, for a run that stands nowhere as a whole.
import { host } from "./files.js"
import { isGrammar } from "./grammar.js"
import { index, postings } from "./index.js"
import { inAll, inAny, isUsed } from "./lookup.js"
import { loose, meaningAt, reading } from "./query.js"
import { fold, runs, signsAfter } from "./text.js"

/** @typedef {import("./index.js").Found} Found */
/** @typedef {import("./sounds.js").Words} Words */
/**
 * A piece of what was typed: the texts that it may stand as, and the articles that have one of them. `meant` is the
 * word that a slip was meant for; `says` is 1 for a word and less for what is none.
 * @typedef {{ piece: string, texts: string[], found: Found, meant: string, says: number }} Unit
 */

/** Pairs that are looked up of one query; a long paste is known by some of its parts. */
const MOST_PAIRS = 40
const PAIRS_OF_FILES = 8 // where each may cost a whole file of many
const LONGEST = 8
// What a known word is worth beside its length: so that a longer one is worth more than its parts; and a name.
const WORD = 0.3, LONGER = 0.2, NAME = 0.05
/** What a lone character says of what was meant, or a pair with grammar in it, beside a word. */
const LONE = 0.4

// What a question is asked with, and what holds a sentence together: no article is about it.
const ASKED = `什么是 是什么意思 什么意思 是什么 为什么 为何 为啥 干什么 做什么 啥意思 是啥意思 是啥 啥是 有啥区别 有啥不同 有啥关系 有啥 干啥 啥 有什么关系 有什么不同 有什么区别 有什么不一样 有哪些 有什么 有何不同 的区别 的不同 的关系
  怎么样 怎么看 怎么做 怎么办 怎样看 怎样 怎么 如何看待 如何 什么样 什么 哪一家 哪一个 哪一篇 哪家 哪个 哪些 哪里 哪儿 哪篇 哪种 哪 谁 几个 多少 有没有 是不是 能不能 会不会 要不要 可不可以 该不该
  请问 包括哪些 包括什么 分为哪些 分哪几 想知道 告诉我 关于 介绍一下 说的是 讲的是 的文章 文章 一篇 那篇 有关 究竟 到底 真的 意味着 意味着什么 吗 呢 吧 啊 呀 嘛`.split(/\s+/)
/** @type {{ index: unknown, words: string[] }} */
let questions = { index: null, words: [] }

// Folding goes by the index's table: what is compared with a query is folded by the same.
function questionWords() {
  if (questions.index !== index) questions = { index, words: ASKED.map(fold).sort((a, b) => b.length - a.length) }
  return questions.words
}

/**
 * The parts of a folded text that a question is about: its runs, each without what it is asked with.
 * @param {string} text
 */
export function asked(text) {
  const pattern = new RegExp(questionWords().join("|"), "gu")
  const left = text.replace(pattern, (match) => " ".repeat(match.length))
  return loose(runs(left).length ? left : text).map((word) => word.text)
}

/**
 * The pieces of a folded text, or of what its question `isAbout`, in order; what the index does not know is a piece
 * without articles.
 * @type {(text: string, words: Words, isAbout?: boolean) => Promise<Unit[]>}
 */
export async function cut(text, words, isAbout = true) {
  const pairs = await known(text)
  const parts = isAbout ? asked(text) : loose(text).map((word) => word.text)
  const found = await Promise.all(parts.map((word) => cutWord(word, pairs, words)))
  return found.flat()
}

/** The articles of the pairs of a text. @param {string} text */
async function known(text) {
  const all = [...new Set(runs(text).filter(({ han }) => han).flatMap((run) => [...run.text].slice(1).map((each, place) => run.text[place] + each)))]
  const telling = all.filter((pair) => ![...pair].every(isGrammar))
  const most = host.sendsParts ? MOST_PAIRS : PAIRS_OF_FILES, step = Math.max(1, telling.length / most)
  const wanted = Array.from({ length: Math.min(telling.length, most) }, (_, number) => telling[Math.floor(number * step)])
  const lists = await Promise.all(wanted.map(postings))
  return new Map(wanted.map((pair, number) => [pair, lists[number]]))
}

/** @typedef {{ end: number, value: number, unit: () => Promise<Unit | null> }} Choice */

/** @type {(word: string, pairs: Map<string, Found>, words: Words) => Promise<Unit[]>} */
async function cutWord(word, pairs, words) {
  /** @type {{ value: number, from: number, choice: Choice | null }[]} */
  const best = [{ value: 0, from: 0, choice: null }]
  for (let at = 0; at < word.length; at++) {
    // Inside a Latin word nothing begins.
    if (!best[at]) continue
    for (const choice of beginnings(word, at, pairs, words)) {
      const value = best[at].value + choice.value
      if (!best[choice.end] || best[choice.end].value < value) best[choice.end] = { value, from: at, choice }
    }
  }
  /** @type {Promise<Unit | null>[]} */
  const units = []
  for (let at = word.length; at > 0; at = best[at].from) units.unshift(best[at].choice?.unit() ?? Promise.resolve(null))
  return joined(await Promise.all(units))
}

/**
 * Pieces as they come. Characters that are left over one beside the other are a word that nobody wrote, without the
 * grammar at its ends; one by itself says little.
 * @param {(Unit | null)[]} units
 */
function joined(units) {
  /** @type {Unit[]} */
  const found = []
  let over = ""
  for (const unit of [...units, null]) {
    if (unit && !unit.texts.length) {
      over += unit.piece
      continue
    }
    while (isGrammar(over[0])) over = over.slice(1)
    while (isGrammar(over[over.length - 1])) over = over.slice(0, -1)
    if (over) found.push({ piece: over, texts: [], found: new Map(), meant: "", says: over.length > 1 ? 1 : LONE })
    over = ""
    if (unit) found.push(unit)
  }
  return found
}

/**
 * What may begin at a place of a word. A longer known word is worth more than its parts, and all of them more than a
 * cut that leaves a character over.
 * @type {(word: string, at: number, pairs: Map<string, Found>, words: Words) => Choice[]}
 */
function beginnings(word, at, pairs, words) {
  const [run] = runs(word.slice(at))
  if (!run) return [{ end: word.length, value: 0, unit: async () => null }]
  if (run.start > 0) return [{ end: at + run.start, value: 0, unit: async () => null }]
  const phrase = meaningAt(word, at, index.meanings)
  /** @type {Choice[]} */
  const found = phrase ? [{ end: at + phrase[0].length, value: phrase[0].length + 0.5, unit: () => looked(phrase[0], [phrase[0], ...phrase[1]]) }] : []
  if (!run.han) {
    const name = run.text + signsAfter(word.slice(at), run)
    return [...found, { end: at + name.length, value: name.length, unit: () => looked(name, [name]) }]
  }
  found.push(...numbered(word, at, run))
  const longest = Math.min(LONGEST, run.text.length)
  for (let size = 2; size <= longest; size++) {
    const piece = run.text.slice(0, size)
    const own = words.known.get(piece)
    if (own) found.push({ end: at + size, value: size + WORD + LONGER * (size - 2) + (own.isName ? NAME : 0), unit: () => looked(piece, [piece]) })
    else if (size < 4 && together(piece, pairs).size) found.push(...chained(piece, at))
  }
  return [...found, ...slips(run.text, at, pairs, words), { end: at + 1, value: 0, unit: () => over(run.text[0]) }]
}

/** 双11: one character that is no grammar, and what follows it without a blank. @type {(word: string, at: number, run: import("./text.js").Run) => Choice[]} */
function numbered(word, at, run) {
  const [next] = run.text.length === 1 ? runs(word.slice(at + 1)) : []
  if (!next || next.start || next.han || isGrammar(run.text)) return []
  const name = word.slice(at, at + 1 + next.text.length)
  return [{ end: at + name.length, value: name.length, unit: () => looked(name, [name]) }]
}

/**
 * A pair that the index knows, or two that stand together; with grammar at an end it is no word, but may be all there is.
 * @type {(piece: string, at: number) => Choice[]}
 */
function chained(piece, at) {
  const isWord = !isGrammar(piece[0]) && !isGrammar(piece[piece.length - 1])
  if (piece.length > 2 && [...piece].some(isGrammar)) return []
  return [{ end: at + piece.length, value: isWord ? (piece.length > 2 ? 2.1 : 1.6) : 0.9, unit: () => looked(piece, [piece], isWord ? 1 : LONE) }]
}

/** The articles that have all pairs of a piece. @type {(piece: string, pairs: Map<string, Found>) => Found} */
function together(piece, pairs) {
  return inAll([...piece].slice(1).map((each, place) => pairs.get(piece[place] + each) ?? new Map()))
}

/** @type {(run: string, at: number, pairs: Map<string, Found>, words: Words) => Choice[]} */
function slips(run, at, pairs, words) {
  /** @type {Choice[]} */
  const found = []
  const isKnownPair = (/** @type {string} */ pair) => isUsed(pairs.get(pair)?.size ?? 0)
  for (let size = 2; size <= Math.min(LONGEST, run.length); size++) {
    const piece = run.slice(0, size)
    if ([...piece].slice(1).every((each, place) => isKnownPair(piece[place] + each))) continue
    const meant = words.heard(piece, isKnownPair)
    if (!meant.length) continue
    const unit = async () => ({ ...await looked(piece, meant.map(({ plain }) => plain)), meant: meant[0].shown })
    found.push({ end: at + size, value: 0.75 * size, unit })
  }
  return found
}

/** @type {(piece: string, texts: string[], says?: number) => Promise<Unit>} */
async function looked(piece, texts, says = 1) {
  const lists = await Promise.all(texts.map(async (text) => inAll(await Promise.all(reading(text).tokens.map(postings)))))
  return { piece, texts, found: inAny(lists), meant: "", says }
}

/** A character that belongs to no word. @param {string} character @returns {Promise<Unit>} */
const over = async (character) => ({ piece: character, texts: [], found: new Map(), meant: "", says: LONE })
