// Texts that stand somewhere and sound as what was typed: for words that no list of words has.
import { host } from "./files.js"
import { isGrammar } from "./grammar.js"
import { isAtHand, pairsOf } from "./index.js"
import { inAll } from "./lookup.js"
import { broad } from "./sounds.js"

/** @typedef {import("./index.js").Found} Found */
/** @typedef {import("./sounds.js").Words} Words */
/** @typedef {{ text: string, found: Found, wrong: number }} Path a text as far as it goes, and how many of its characters were not typed */

const LEAST = 3, MOST = 8   // characters of a word that may have a wrong one
const RIGHT_FOR_WRONG = 3   // characters for each wrong one
const MOST_PATHS = 40, FEW_PATHS = 3 // the second where each asks a host for more
const MOST_STANDING = 2
const LEAST_LETTERS = 5     // of a word that is spelt

/**
 * The texts of characters that are each among some, whose pairs stand in one article; those with the fewest wrong ones.
 * @type {(choices: Set<string>[], wrongAt: (character: string, place: number) => number, most: number) => Promise<string[]>}
 */
async function standing([firsts, ...others], wrongAt, most) {
  /** @type {Path[]} */
  let paths = [...firsts].map((text) => ({ text, found: new Map(), wrong: wrongAt(text, 0) }))
  for (const [number, choices] of others.entries()) {
    const lists = await Promise.all(paths.map(({ text }) => pairsOf(text[number], choices)))
    paths = paths.flatMap(({ text, found, wrong }, place) => [...lists[place]].map(([second, own]) =>
      ({ text: text + second, found: number ? inAll([found, own]) : own, wrong: wrong + wrongAt(second, number + 1) })))
      .filter(({ found, wrong }) => found.size && wrong <= most)
      .sort((a, b) => a.wrong - b.wrong || b.found.size - a.found.size).slice(0, isAtHand() ? MOST_PATHS : FEW_PATHS)
  }
  return paths.filter(({ wrong }) => wrong === paths[0].wrong).map(({ text }) => text)
}

/**
 * What a folded word of Han characters may have been meant for where one of three, or two of six, are others that sound
 * so. The first is taken as it was typed, unless all is at hand.
 * @type {(typed: string, words: Words) => Promise<string[]>}
 */
export async function alike(typed, words) {
  const characters = [...typed]
  if (characters.length < LEAST || characters.length > MOST || !(isAtHand() || host.sendsParts)) return []
  const choices = characters.map((each, place) => {
    const same = place || isAtHand() ? (words.syllables.get(each) ?? []).flatMap((syllable) => words.charactersOf(broad(syllable))) : []
    return new Set([each, ...same.filter((other) => !isGrammar(other))])
  })
  const found = await standing(choices, (each, place) => (each === characters[place] ? 0 : 1), Math.floor(characters.length / RIGHT_FOR_WRONG))
  return found.filter((text) => text !== typed).slice(0, MOST_STANDING)
}

/**
 * The texts that letters spell, where all is at hand: 乌镇 for wuzhen.
 * @type {(letters: string, words: Words) => Promise<string[]>}
 */
export async function spelling(letters, words) {
  if (letters.length < LEAST_LETTERS || !isAtHand()) return []
  const ways = syllablesOf(letters, words).filter(({ length }) => length > 1)
  const found = await Promise.all(ways.map((way) => standing(way.map((syllable) => new Set(words.exactly(syllable))), () => 0, 0)))
  return found.flat().filter((text) => !isGrammar(text[0]) && !isGrammar(text[text.length - 1])).slice(0, MOST_STANDING)
}

/**
 * Every way to part letters into so many syllables at most: of any number there are too many ways.
 * @type {(letters: string, words: Words, most?: number) => string[][]}
 */
function syllablesOf(letters, words, most = MOST) {
  if (!letters) return [[]]
  if (letters.length > most * LONGEST_SYLLABLE) return []
  return [...letters.slice(0, LONGEST_SYLLABLE)].flatMap((_, place) => {
    const syllable = letters.slice(0, place + 1)
    if (!words.exactly(syllable).length) return []
    return syllablesOf(letters.slice(place + 1), words, most - 1).map((rest) => [syllable, ...rest])
  })
}

const LONGEST_SYLLABLE = 6 // zhuang
