import assert from "node:assert/strict"
import { test } from "node:test"
import { isQuestion, parse } from "../../plugins/digest/theme/assets/digest/search/query.js"
import { setFold } from "../../plugins/digest/theme/assets/digest/search/text.js"

setFold(["產業網", "产业网"])
const telling = { characters: new Set(["麵"]), written: { 麪: "麵" } }

/** @type {[typed: string, words: string[]][]} */
const TYPED = [
  ["產業 互联", ["产业", "互联"]], ["To B 产业", ["to b", "产业"]], ["“产业，网”", ["产业", "网"]], ["\"产业 网\"", ["产业 网"]],
  ["！！！", []], ["产业 产业", ["产业"]], ["7.7亿", ["7", "7亿"]], ["c# c++ c", ["c#", "c++", "c"]], ["1+1", ["1"]],
]
for (const [typed, words] of TYPED) {
  test(`${typed} is ${words.join(" | ") || "nothing"}`, () => {
    assert.deepEqual(parse(typed, [], telling).words.map(({ text }) => text), words)
  })
}

test("a region word finds its others too, but not in quotes", () => {
  const synonyms = /** @type {[string, string[]][]} */ ([["软体", ["软件"]]])
  assert.deepEqual(parse("软体业", synonyms, telling).words[0].readings.map(({ text }) => text), ["软体业", "软件业"])
  assert.deepEqual(parse("\"软体\"", synonyms, telling).words[0].readings.map(({ text }) => text), ["软体"])
})

test("a long word is looked up by some of its pairs, a lone character as a beginning", () => {
  assert.ok(parse("甲乙丙丁戊己庚辛壬癸子丑寅卯", [], telling).words[0].readings[0].tokens.length <= 8)
  assert.equal(parse("云", [], telling).words[0].readings[0].begins, "云")
})

/** @type {[typed: string, words: string[], without: string[], filters: string[]][]} */
const LANGUAGE = [
  ["云 -铁路", ["云"], ["铁路"], []], ["-铁路", [], ["铁路"], []], ["云 -\"高速 铁路\"", ["云"], ["高速 铁路"], []], ["云 不要铁路", ["云"], ["铁路"], []],
  ["不要铁路", ["不要铁路"], [], []], ["作者：万霖 云", ["云"], [], ["author 万霖"]], ["概念:“平台 经济”", [], [], ["concept 平台 经济"]],
  ["日期：2021年9月", [], [], ["date 2021年9月"]], ["e-mail", ["e", "mail"], [], []],
]
for (const [typed, words, without, filters] of LANGUAGE) {
  test(`${typed}: words ${words}, without ${without}, filters ${filters}`, () => {
    setFold(["產業網“”", "产业网\"\""])
    const query = parse(typed, [], telling)
    assert.deepEqual(query.words.map(({ text }) => text), words)
    assert.deepEqual(query.without.map(({ text }) => text), without)
    assert.deepEqual(query.filters.map(({ field, value }) => `${field} ${value}`), filters)
  })
}

test("a phrase of several Latin words is one where it finds others", () => {
  assert.deepEqual(parse("supply chain 云", [["supply chain", ["供应链"]]], telling).words.map(({ text }) => text), ["supply chain", "云"])
  assert.deepEqual(parse("mysupply chain", [["supply chain", ["供应链"]]], telling).words.map(({ text }) => text), ["mysupply", "chain"])
})

test("characters that tell words apart are kept as they were typed", () => {
  assert.deepEqual(parse("麪", [], telling).words[0].telling, ["麵"])
  assert.deepEqual(parse("面", [], telling).words[0].telling, [])
})

/** @type {[text: string, isSo: boolean][]} */
const QUESTIONS = [["什么是产业网", true], ["产业网会赢吗", true], ["产业网?", true], ["产业网", false], ["\"什么是产业网\"", false], ["没有什么产业", false]]
for (const [text, isSo] of QUESTIONS) {
  test(`${text} is ${isSo ? "a" : "no"} question`, () => assert.equal(isQuestion(text), isSo))
}
