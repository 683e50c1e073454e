// Reads the texts of candidates, the best first, until a page of results is full or has cost enough.
import { article } from "./index.js"
import { read } from "./files.js"

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

/**
 * The first `wanted` of the candidates whose texts bear them out, and those that are left. Each page of them may cost
 * so much, since what the index finds may stand in the text in pieces; `spent` was before.
 * @type {(found: Candidate[], variant: string, wanted: number, fits: (data: import("./index.js").Article) => Hit | null, spent?: number) => Promise<{ hits: Hit[], rest: Candidate[], spent: number }>}
 */
export async function checked(found, variant, wanted, fits, spent = 0) {
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
