// Articles that have most of what was typed, where none has it word for word, or few have.
import { rarity, worth } from "./lookup.js"
import { unitsOf } from "./results.js"
import { pattern, spans } from "./text.js"

/** @typedef {import("./cut.js").Unit} Piece */
/** @typedef {import("./index.js").Article} Article */
/** @typedef {import("./results.js").Hit} Hit */
/** @typedef {import("./results.js").Kind} Kind */

// Shares of what was typed. Set on half of the queries of a reader and on queries about 475 texts: .github/ARCHITECTURE.md
// says what other values find.
export const COVERED = [0.65, 0.55] // that an article must have; the second where too few have the first
const LEAST_TOGETHER = 0.5         // that must stand in one passage, title or claim
// A sentence of so many pieces that is remembered in other words is spread over a passage and its neighbours.
const LONG = 10, TOGETHER_OF_LONG = 0.3
// How much a piece says by its length alone; the rest by how rare it is.
const BY_LENGTH = 0.4

// What a place is worth to a piece that stands in it, and how soon standing there often is enough.
/** @type {Record<Kind, number>} */
const PLACES = { title: 5, heading: 3, name: 3, claim: 2.5, body: 1, also: 1 }
const OFTEN_ENOUGH = 1.5
// An article of usual length; in one of many subjects a word says less.
const USUAL = 4_000
const TOGETHER = 0.6
const IN_TITLE = 0.8

/** The part that a piece is of what was typed. @param {Piece} piece */
const share = ({ piece, found, says }) => says * [...piece].length * (BY_LENGTH + (1 - BY_LENGTH) * rarity(found.size) / rarity(0))

/** @param {Piece[]} pieces */
const sharesOf = (pieces) => pieces.reduce((sum, piece) => sum + share(piece), 0)

/**
 * The articles that have at least a share of the pieces, but less than the share before, as far as the index knows;
 * best first.
 * @type {(pieces: Piece[], least: number, before?: number) => [number: number, score: number][]}
 */
export function covering(pieces, least, before = Infinity) {
  const all = sharesOf(pieces)
  /** @type {Map<number, { covered: number, words: number, score: number }>} */
  const sums = new Map()
  for (const piece of pieces) {
    const own = share(piece)
    for (const [number, marks] of piece.found) {
      const { covered, words, score } = sums.get(number) ?? { covered: 0, words: 0, score: 0 }
      sums.set(number, { covered: covered + own, words: words + piece.says, score: score + rarity(piece.found.size) * Math.log2(1 + worth(marks)) })
    }
  }
  // One word of several is no likeness, however long it is.
  const enough = least >= COVERED[0] ? 1 : 2
  return [...sums].filter(([, { covered, words }]) => covered >= least * all && covered < before * all && words >= enough)
    .map(([number, { score }]) => /** @type {[number, number]} */ ([number, score]))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
}

/**
 * The article with what it has of the pieces, or null where that is too little or too far apart.
 * @type {(data: Article, pieces: Piece[], least: number) => Hit | null}
 */
export function near(data, pieces, least) {
  const all = sharesOf(pieces)
  const patterns = pieces.map(({ texts }) => texts.map((text) => pattern(text)))
  const units = unitsOf(data)
  const worths = pieces.map(() => 0)
  const best = { share: 0, rare: 0 }, title = { rare: 0 }
  for (const unit of units) {
    let own = 0, rare = 0
    patterns.forEach((some, place) => {
      const often = some.length ? spans(unit.folded, some).length : 0
      if (!often) return
      worths[place] += PLACES[unit.kind] * often
      own += share(pieces[place])
      rare += rarity(pieces[place].found.size)
      unit.words++
    })
    best.share = Math.max(best.share, own)
    best.rare = Math.max(best.rare, rare)
    if (unit.kind === "title") title.rare = rare
  }
  const covered = sharesOf(pieces.filter((_, place) => worths[place]))
  if (covered < least * all || best.share < (pieces.length > LONG ? TOGETHER_OF_LONG : LEAST_TOGETHER) * all) return null
  for (const unit of units) unit.found = unit.words ? spans(unit.folded, patterns.flat()) : []
  const length = units.reduce((sum, { text }) => sum + text.length, 0)
  const enough = OFTEN_ENOUGH * (0.3 + 0.7 * Math.min(4, length / USUAL))
  const score = pieces.reduce((sum, { found }, place) => sum + rarity(found.size) * worths[place] / (worths[place] + enough), 0)
  return { data, units, score: score + TOGETHER * best.rare + IN_TITLE * title.rare }
}
