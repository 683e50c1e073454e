// Words that a reader may have meant: by how they sound, typed in Latin letters or in characters that sound alike, and
// by all of their characters but one.
import { table } from "./index.js"
import { fold } from "./text.js"

const LONGEST_WORD = 10      // characters of a known word
const MOST_MEANT = 3    // words for one that was typed
const MOST_SOUNDS = 8   // of one word whose characters have several readings
const LEAST_LATIN = 3   // letters: two begin too many words
const LEAST_WRONG = 4   // characters of a word in which one may be wrong though it sounds otherwise
const LEAST_MISTYPED = 5 // letters of a name in which one may be wrong; where two changed places, one fewer
const LEAST_OTHER = 8   // letters of any other word in which one may be another: mobike is not mobile

/**
 * A word that articles use: as it is shown, folded, and how it sounds.
 * @typedef {{ shown: string, plain: string, isName: boolean, sounds: string[][] }} Known
 */

/** Syllables that many speakers do not tell apart. @param {string} syllable */
export const broad = (syllable) => syllable.replace(/^([zcs])h/, "$1").replace(/([aei]n)g$/, "$1")

/** @type {(choices: string[][]) => string[][]} */
function ways(choices) {
  return choices.reduce((/** @type {string[][]} */ begun, some) => begun.flatMap((way) => some.map((each) => [...way, each])).slice(0, MOST_SOUNDS), [[]])
}

/** The words of a variant, by their sounds. */
export class Words {
  /** Knows nothing. */
  static none = new Words({ named: [], words: [], latin: [] }, { of: {}, odd: {} })

  /**
   * @param {{ named: string[], words: string[], latin: string[] }} words
   * @param {{ of: Record<string, string>, odd: Record<string, string> }} sounds
   */
  constructor({ named, words, latin }, { of, odd }) {
    /** @type {Map<string, string[]>} */
    this.syllables = new Map()
    for (const [syllable, characters] of Object.entries(of)) {
      for (const character of characters) this.syllables.set(character, [...(this.syllables.get(character) ?? []), syllable])
    }
    this.of = of
    /** @type {Map<string, Known>} */
    this.known = new Map()
    /** @type {Map<string, Known[]>} */
    this.bySound = new Map()
    for (const [isName, listed] of /** @type {[boolean, string[]][]} */ ([[true, named], [false, words]])) {
      for (const shown of listed) this.add(shown, isName, odd)
    }
    const names = [...this.known.values()].filter(({ plain, isName }) => isName && /^[a-z0-9]+$/.test(plain))
    /** @type {{ shown: string, plain: string, isName: boolean }[]} */
    this.latin = [...names, ...latin.map((plain) => ({ shown: plain, plain, isName: false }))]
  }

  /** @type {(shown: string, isName: boolean, odd: Record<string, string>) => void} */
  add(shown, isName, odd) {
    const plain = fold(shown)
    if (this.known.has(plain)) return
    const sounds = odd[plain] ? [odd[plain].split(" ")] : this.soundsOf(plain)
    const word = { shown, plain, isName, sounds }
    this.known.set(plain, word)
    for (const key of new Set(sounds.map((way) => way.map(broad).join(" ")))) {
      this.bySound.set(key, [...(this.bySound.get(key) ?? []), word])
    }
  }

  /** The folded characters that a syllable is. @param {string} syllable */
  exactly(syllable) {
    return [...this.of[syllable] ?? ""]
  }

  /** The folded characters that sound so to many. @param {string} sound a broad syllable */
  charactersOf(sound) {
    return Object.keys(this.of).filter((syllable) => broad(syllable) === sound).flatMap((syllable) => this.exactly(syllable))
  }

  /**
   * How a folded text may sound; letters and digits sound as they are written. Nothing where a character is unknown.
   * @param {string} plain
   */
  soundsOf(plain) {
    const choices = [...plain].map((each) => this.syllables.get(each) ?? (/[a-z0-9]/.test(each) ? [each] : []))
    return choices.some((some) => !some.length) ? [] : ways(choices)
  }

  /**
   * The words that Latin letters spell: in full, and unless it `mustBeWhole` by the first letters of their syllables, or
   * as far as was typed.
   * @type {(letters: string, mustBeWhole?: boolean) => Known[]}
   */
  spelt(letters, mustBeWhole = false) {
    const typed = letters.replace(/[^a-zü]/g, "").replace(/ü/g, "v")
    if (typed.length < LEAST_LATIN) return []
    /** @type {Known[][]} */
    const found = [[], [], []]
    for (const word of this.known.values()) {
      const place = Math.min(...word.sounds.map((way) => how(way, typed)))
      if (place < found.length) found[place].push(word)
    }
    const [whole, ...others] = found
    return ([whole, ...(mustBeWhole ? [] : others)].find((some) => some.length) ?? []).slice(0, MOST_MEANT)
  }

  /**
   * The Latin words that letters were meant for where one was left out, doubled, wrong, or two changed places.
   * @param {string} letters
   */
  mistyped(letters) {
    return this.latin.filter(({ plain, isName }) => isMistyped(plain, letters, isName ? LEAST_MISTYPED : LEAST_OTHER)).slice(0, MOST_MEANT)
  }

  /**
   * The words that a folded piece of Han characters, or all that was typed, may have been meant for and is not.
   * @type {(piece: string, isKnownPair: (pair: string) => boolean, isAll?: boolean) => Known[]}
   */
  heard(piece, isKnownPair, isAll = false) {
    if (this.known.has(piece)) return []
    const keys = new Set(this.soundsOf(piece).map((way) => way.map(broad).join(" ")))
    const alike = [...keys].flatMap((key) => this.bySound.get(key) ?? [])
      .filter((word) => word.plain.length === piece.length && isSlip(word, piece, isAll))
    if (alike.length) return alike.slice(0, MOST_MEANT)
    return piece.length < LEAST_WRONG ? [] : this.oneWrong(piece, isKnownPair).slice(0, 1)
  }

  /** @type {(piece: string, isKnownPair: (pair: string) => boolean) => Known[]} */
  oneWrong(piece, isKnownPair) {
    return [...this.known.values()].filter(({ plain }) => {
      if (plain.length !== piece.length) return false
      const wrong = different(plain, piece)
      // A character that makes a word with its neighbour was meant.
      return wrong.length === 1 && wrong[0] > 0 && !isKnownPair(piece.slice(wrong[0] - 1, wrong[0] + 1)) && !isKnownPair(piece.slice(wrong[0], wrong[0] + 2))
    })
  }

  /** Every piece of a folded run, with where it stands, the longest first. @param {string} run */
  static *pieces(run) {
    for (let size = Math.min(LONGEST_WORD, run.length); size > 1; size--) {
      for (let start = 0; start + size <= run.length; start++) yield { start, piece: run.slice(start, start + size) }
    }
  }
}

/** The places in which two texts of one length differ. @type {(one: string, other: string) => number[]} */
const different = (one, other) => [...one].flatMap((each, place) => (each === other[place] ? [] : [place]))

/**
 * Two characters that sound like a word's are often another word; with one of them right, a slip of a name, or of any
 * word where they are all that was typed. Of longer ones most are right.
 * @type {(word: Known, piece: string, isAll: boolean) => boolean}
 */
function isSlip({ plain, isName }, piece, isAll) {
  const wrong = different(plain, piece).length
  return piece.length === 2 ? wrong === 1 && (isName || isAll) : wrong * 2 <= piece.length
}

/** @type {(name: string, typed: string, leastOther: number) => boolean} */
function isMistyped(name, typed, leastOther) {
  if (name[0] !== typed[0] || Math.abs(name.length - typed.length) > 1) return false
  let from = 0
  while (name[from] === typed[from] && from < name.length) from++
  const rest = name.slice(from), other = typed.slice(from)
  const isTurned = rest.slice(2) === other.slice(2) && rest[0] === other[1] && rest[1] === other[0]
  if (isTurned) return name.length >= LEAST_MISTYPED - 1
  const isOneOff = (rest.slice(1) === other.slice(1) && name.length >= leastOther) || rest.slice(1) === other || rest === other.slice(1)
  return isOneOff && name.length >= LEAST_MISTYPED
}

/** How letters spell a word: 0 in full, 1 by first letters, 2 so far as they go, else more. @type {(way: string[], typed: string) => number} */
function how(way, typed) {
  const whole = way.join("")
  if (whole === typed) return 0
  if (way.length > 1 && way.map(([first]) => first).join("") === typed) return 1
  return whole.startsWith(typed) && way.length > 1 ? 2 : 3
}

/** @type {Map<string, Promise<Words>>} */
const openedWords = new Map()

/**
 * The words of a variant, fetched when they are first asked for.
 * @param {string} variant
 */
export function wordsOf(variant) {
  let loading = openedWords.get(variant)
  if (!loading) {
    loading = Promise.all([table(`words/${variant}`), table("sounds")]).then(([words, sounds]) => new Words(words, sounds))
    loading.catch(() => openedWords.delete(variant))
    openedWords.set(variant, loading)
  }
  return loading
}
