// Reads the texts of candidates, the best first, until a page of results is full or has cost enough.
import { read } from "./files.js"
import { article, card, hasCardsOnly } from "./index.js"
import { unitsOf } from "./results.js"

/** @typedef {[number: number, score: number]} Candidate */
/** @typedef {import("./results.js").Hit} Hit */

/** Articles shown at once. */
export const PAGE = 10
/** What a telling character as it was typed is worth: more than any word can be. */
export const AS_TYPED = 1_000
const BATCH = 3 // texts read at once
// Bytes of texts read for a page of results, and for one that has none yet. Then the reader says whether to go on.
const ENOUGH = 40_000, LOOKED_AT = 48_000

/** Each page of hits by itself, the best first: what was shown stays where it is when more is asked for. @param {Hit[]} hits */
const inPages = (hits) => Array.from({ length: Math.ceil(hits.length / PAGE) }, (_, page) => hits.slice(page * PAGE, (page + 1) * PAGE).sort((a, b) => b.score - a.score)).flat()

/** Candidates as the index knows them, by their cards: no text bears them out. @type {(found: Candidate[], variant: string, fits: (data: import("./index.js").Article) => Hit | null) => Promise<Hit[]>} */
async function listed(found, variant, fits) {
  const cards = await Promise.all(found.map(([number]) => card(number, variant)))
  return cards.map((data, i) => ({ data, units: fits(data)?.units ?? unitsOf(data), score: found[i][1], number: found[i][0], isCard: true }))
}

/**
 * The first `wanted` of the candidates whose texts bear them out, and those that are left. Each page of them may cost
 * so much, since what the index finds may stand in the text in pieces; `spent` was before.
 * @type {(found: Candidate[], variant: string, wanted: number, fits: (data: import("./index.js").Article) => Hit | null, spent?: number) => Promise<{ hits: Hit[], rest: Candidate[], spent: number }>}
 */
export async function checked(found, variant, wanted, fits, spent = 0) {
  if (hasCardsOnly(variant)) return { hits: await listed(found.slice(0, wanted), variant, fits), rest: found.slice(wanted), spent }
  /** @type {Hit[]} */
  const hits = []
  const pages = wanted / PAGE, before = read.bytes - spent
  let at = 0
  const goesOn = () => read.bytes - before < pages * (hits.length ? ENOUGH : LOOKED_AT)
  while (at < found.length && hits.length < wanted && goesOn()) {
    const batch = found.slice(at, at + Math.min(BATCH, wanted - hits.length))
    at += batch.length
    const texts = await Promise.all(batch.map(([number]) => article(number, variant)))
    const fitting = texts.map((data, i) => {
      const hit = fits(data)
      return hit && { ...hit, number: batch[i][0], score: hit.score + (batch[i][1] >= AS_TYPED ? AS_TYPED : 0) }
    })
    hits.push(...fitting.filter((hit) => hit !== null))
  }
  return { hits: inPages(hits), rest: found.slice(at), spent: read.bytes - before }
}
