// Words that stand nowhere, taken for what they may have been meant for.
import { alike, spelling } from "./alike.js"
import { index, postings } from "./index.js"
import { isUsed } from "./lookup.js"
import { reading, readings } from "./query.js"
import { Words } from "./sounds.js"
import { runs } from "./text.js"

/** @typedef {import("./query.js").Word} Word */
/** @typedef {{ typed: string, meant: string, plain?: string }} Slip `plain` is what was meant, folded */

/**
 * What a word that stands nowhere was meant for, as readings of it; nothing where nobody knows.
 * @type {(word: Word, words: Words) => Promise<Slip | null>}
 */
export async function meantFor(word, words) {
  if (word.exact) return null
  const isLatin = runs(word.text).every(({ han }) => !han)
  const meant = isLatin ? await spelt(word.text, words) : await heard(word.text, words)
  if (!meant.length) return null
  const texts = new Set(meant.flatMap(({ plain }) => readings({ text: plain, exact: false }, index.meanings)))
  word.readings = [...texts].map(reading)
  const [{ plain, shown }] = meant
  return { typed: word.text, meant: shown, plain }
}

/** As they are written in the index, of which nobody knows better. @param {string[]} texts */
const asTheyAre = (texts) => texts.map((plain) => ({ plain, shown: plain }))

/** What letters spell in full, by first letters or in part, or nearly. @type {(text: string, words: Words) => Promise<{ plain: string, shown: string }[]>} */
async function spelt(text, words) {
  const whole = words.spelt(text, true)
  if (whole.length) return whole
  const found = await spelling(text, words)
  if (found.length) return asTheyAre(found)
  const others = words.spelt(text)
  return others.length ? others : words.mistyped(text)
}

/** @type {(text: string, words: Words) => Promise<{ plain: string, shown: string }[]>} */
async function heard(text, words) {
  const pairs = new Map(await Promise.all([...new Set([...text].slice(1).map((each, place) => text[place] + each))]
    .map(async (pair) => /** @type {[string, boolean]} */ ([pair, isUsed((await postings(pair)).size)]))))
  const isKnownPair = (/** @type {string} */ pair) => pairs.get(pair) ?? false
  for (const { start, piece } of Words.pieces(text)) {
    if ([...piece].slice(1).every((each, place) => isKnownPair(piece[place] + each))) continue
    const meant = words.heard(piece, isKnownPair, text.length === 2)
    const around = (/** @type {string} */ own) => text.slice(0, start) + own + text.slice(start + piece.length)
    if (meant.length) return meant.map(({ plain, shown }) => ({ plain: around(plain), shown: around(shown) }))
  }
  return asTheyAre(await alike(text, words))
}
