// Of several words that no article has together: which stand somewhere, and which nowhere.
import { articlesOf } from "./literal.js"

/** @typedef {import("./query.js").Word & { at: number }} Typed */
/** @typedef {{ typed: string, isThere: boolean }} Part a word as it was typed, and whether any article may have it */

/**
 * The words of a query each by itself, in the order they were typed in; nothing where there is only one.
 * @type {(words: Typed[], typed: string) => Promise<Part[]>}
 */
export async function apart(words, typed) {
  if (words.length < 2) return []
  const inOrder = [...words].sort((a, b) => a.at - b.at)
  const lists = await Promise.all(inOrder.map((word) => articlesOf({ ...word }, true)))
  return inOrder.map(({ at, text, exact }, i) => {
    const own = typed.slice(at, at + text.length)
    return { typed: exact ? `"${own}"` : own, isThere: lists[i]?.size !== 0 }
  })
}
