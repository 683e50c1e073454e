import assert from "node:assert/strict"
import { before, test } from "node:test"
import { openIndex } from "../../plugins/digest/theme/assets/digest/search/index.js"
import { articlesOfWord, inAll, inAny, rarity, worth } from "../../plugins/digest/theme/assets/digest/search/lookup.js"
import { parse } from "../../plugins/digest/theme/assets/digest/search/query.js"
import { served } from "./tiny-index.js"

before(async () => {
  served([{ title: "云上", text: "软件" }, { title: "软体", text: "白云" }, { title: "铁路", text: "网" }])
  await openIndex("https://lookup.example/")
})
const telling = { characters: /** @type {Set<string>} */ (new Set()), written: {} }

test("a word is in the articles of any of its readings, a lone character where a token begins with it", async () => {
  const [word] = parse("软体", [["软体", ["软件"]]], telling).words
  assert.deepEqual([...(await articlesOfWord(word, true) ?? new Map()).keys()].sort(), [0, 1])
  const [lone] = parse("云", [], telling).words
  assert.deepEqual([...(await articlesOfWord(lone, true) ?? new Map()).keys()].sort(), [0, 1])
})

test("lists are joined by what both say", () => {
  const one = new Map([[1, 1 | 16], [2, 8 | 32]]), other = new Map([[2, 9 | 16], [3, 8]])
  assert.deepEqual([...inAll([one, other])], [[2, 8 | 16]])
  assert.deepEqual([...inAny([one, other]).keys()], [1, 2, 3])
  assert.equal(inAll([]).size, 0)
})

test("a title is worth more than the text, and what is rare more than what is everywhere", () => {
  assert.ok(worth(1) > worth(8) && worth(8 | 48) > worth(8))
  assert.ok(rarity(1) > rarity(3) && rarity(0) > rarity(1))
})
