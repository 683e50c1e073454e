import assert from "node:assert/strict"
import { test } from "node:test"
import { BODY, openPostings } from "../../plugins/digest/theme/assets/digest/search/postings.js"

/** @param {string} bits */
const bytes = (bits) => new Uint8Array((bits.replace(/ /g, "").match(/.{1,8}/g) ?? []).map((byte) => parseInt(byte.padEnd(8, "0"), 2)))

test("articles come by their distance, with their marks", () => {
  // Three low bits; then article 2, eleven more, and the next one.
  const found = openPostings(bytes("0011  1 010 1  01 010 01  1 000 00000001 110101"))
  assert.deepEqual([...found], [[2, BODY], [13, 24], [14, 0b110101]])
})

test("what fills the last byte up is no article", () => {
  for (const marks of ["1", "01", "001", "0001", "00001", "000001", "0000001"]) {
    assert.equal(openPostings(bytes(`0000 1${marks}`)).size, 1)
    assert.equal(openPostings(bytes(`0000 1${marks} 01${marks}`)).size, 2)
  }
  assert.deepEqual([...openPostings(bytes("1111 0000001 111111111111111 1"))], [[7 * 32_768 - 1, BODY]])
})
