import assert from "node:assert/strict"
import { test } from "node:test"
import { parse } from "../../plugins/digest/theme/assets/digest/search/query.js"
import { setFold } from "../../plugins/digest/theme/assets/digest/search/text.js"

setFold("產業網\n产业网")

/** @type {[typed: string, words: string[]][]} */
const TYPED = [
  ["產業 互联", ["产业", "互联"]], ["To B 产业", ["to b", "产业"]], ["“产业，网”", ["产业", "网"]], ["\"产业 网\"", ["产业 网"]],
  ["！！！", []], ["产业 产业", ["产业"]], ["7.7亿", ["7", "7亿"]],
]
for (const [typed, words] of TYPED) {
  test(`${typed} is ${words.join(" | ") || "nothing"}`, () => {
    assert.deepEqual(parse(typed, []).map(({ text }) => text), words)
  })
}

test("a region word finds its others too, but not in quotes", () => {
  const synonyms = /** @type {[string, string[]][]} */ ([["软体", ["软件"]]])
  assert.deepEqual(parse("软体业", synonyms)[0].readings.map(({ text }) => text), ["软体业", "软件业"])
  assert.deepEqual(parse("\"软体\"", synonyms)[0].readings.map(({ text }) => text), ["软体"])
})

test("a long word is looked up by some of its pairs, a lone character as a beginning", () => {
  assert.ok(parse("甲乙丙丁戊己庚辛壬癸子丑寅卯", [])[0].readings[0].tokens.length <= 8)
  assert.equal(parse("云", [])[0].readings[0].begins, "云")
})
