import assert from "node:assert/strict"
import { test } from "node:test"
import { called, chosen, counted, dateOf } from "../../plugins/digest/theme/assets/digest/search/filters.js"

const FACETS = {
  dates: ["2021-09", "2020-01", ""], author: { values: ["孟永辉", "马化腾"], of: [[0], [1], [0, 1]] },
  concept: { values: ["赋能", "平台"], of: [[0], [0], []] }, stance: { values: ["for"], of: [[0], [], []] },
}

/** @type {[typed: string, date: string | undefined][]} */
const DATES = [["2021", "2021"], ["2021年9月", "2021-09"], ["2021-09", "2021-09"], ["2021年", "2021"], ["2021/12/3", "2021-12"], ["去年", undefined]]
for (const [typed, date] of DATES) {
  test(`${typed} is ${date}`, () => assert.equal(dateOf(typed) || undefined, date))
}

/** @type {[field: "author" | "concept" | "date" | "stance", value: string, numbers: number[]][]} */
const CHOSEN = [["author", "孟永辉", [0, 2]], ["author", "永辉", [0, 2]], ["author", "谁", []], ["date", "2021", [0]], ["date", "去年", []], ["concept", "赋能", [0, 1]], ["stance", "for", [0]]]
for (const [field, value, numbers] of CHOSEN) {
  test(`${field} ${value} leaves ${numbers}`, () => {
    assert.deepEqual([...chosen(FACETS, [{ field, value, raw: "" }])].sort(), numbers)
  })
}

/** @type {[field: "author" | "date" | "concept", value: string, raw: string, name: string][]} */
const CALLED = [["author", "孟永辉", "作者：孟永輝", "孟永辉"], ["author", "永輝", "作者：永辉", "永辉"], ["date", "2021", "日期: 2021", "2021"], ["concept", "云 雨", "概念：“云 雨”", "云 雨"]]
for (const [field, value, raw, name] of CALLED) {
  test(`${raw} is called ${name}`, () => assert.equal(called(FACETS, { field, value, raw }), name))
}

test("all filters must fit, and the newest come first", () => {
  assert.deepEqual([...chosen(FACETS, [{ field: "concept", value: "赋能", raw: "" }])], [0, 1])
  assert.equal(chosen(FACETS, [{ field: "concept", value: "赋能", raw: "" }, { field: "author", value: "马化腾", raw: "" }]).size, 1)
})

test("choices come with the number that each leaves, none that leaves all", () => {
  const found = counted(FACETS, [0, 1])
  assert.deepEqual(found.author, [["孟永辉", 1], ["马化腾", 1]])
  assert.deepEqual(found.concept, [])
  assert.deepEqual(found.date, [["2020", 1], ["2021", 1]])
})
