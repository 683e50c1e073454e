// Which articles have a token, as plugins/digest/search/postings.py packs it: a stream of bits.

/** @typedef {Map<number, number>} Found marks by article number: zones in the low bits, how often above them */

export const BODY = 8
// The most frequent marks; any others stand in full behind so many zeros.
const USUAL_MARKS = [8, 24, 40, 26, 56, 42, 4]
const MARK_BITS = 6, LOW_BITS = 4

/**
 * The articles of a token, in order.
 * @param {Uint8Array} bytes
 */
export function openPostings(bytes) {
  /** @type {Found} */
  const found = new Map(), end = bytes.length * 8
  let at = 0, number = -1
  /** @param {number} size */
  const bits = (size) => {
    let value = 0
    for (const last = at + size; at < last; at++) value = value * 2 + (bytes[at >> 3] >> (7 - (at & 7)) & 1)
    return value
  }
  // The zeros before the next one; what is left at the end is none.
  const zeros = () => {
    const from = at
    while (at < end && !(bytes[at >> 3] >> (7 - (at & 7)) & 1)) at++
    return at++ - from
  }
  const low = bits(LOW_BITS)
  for (;;) {
    const high = zeros()
    if (at > end) return found
    number += high * 2 ** low + bits(low) + 1
    const place = zeros()
    found.set(number, place < USUAL_MARKS.length ? USUAL_MARKS[place] : bits(MARK_BITS))
  }
}
