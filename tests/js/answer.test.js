import assert from "node:assert/strict"
import { before, test } from "node:test"
import { answer } from "../../plugins/digest/theme/assets/digest/search/answer.js"
import { openIndex } from "../../plugins/digest/theme/assets/digest/search/index.js"
import { served } from "./tiny-index.js"

const ARTICLES = [
  { title: "云上的工厂", text: "腾讯说平台会赢。C# 和 Vue 3。", authors: ["万霖"], tags: ["平台"], date: "2021-09", stances: ["for"] },
  { title: "铁路", text: "平台不会赢，面条很好。C 语言。", authors: ["孟永辉"], tags: ["平台"], date: "2020-01" },
  { title: "前端", text: "性能要量一量，再谈优化。上面。", authors: ["孟永辉"], date: "2020-03" },
]
before(async () => {
  served(ARTICLES, { named: ["腾讯", "平台"], sounds: { teng: "腾", xun: "讯迅", ping: "平", tai: "台" } })
  await openIndex("https://answer.example/")
})

/** @param {string} text */
async function asked(text) {
  const said = { labels: { author: "作者" }, stances: { for: "支持" } }
  const data = await answer({ text, variant: "zh-hans" }, said)
  return { ...data, found: data.items.map((/** @type {any} */ [{ location }]) => Number(/a(\d+)\/$/.exec(location)?.[1])).sort() }
}

/** @type {[typed: string, kind: string, found: number[]][]} */
const ANSWERS = [
  ["平台", "exact", [0, 1]], ["平台 -铁路", "exact", [0]], ["平台 不要铁路", "exact", [0]], ["平台 作者：万霖", "exact", [0]], ["作者：孟永辉", "exact", [1, 2]],
  ["日期：2020", "exact", [1, 2]], ["日期：2020年3月", "exact", [2]], ["概念：平台 日期：2021", "exact", [0]], ["态度：支持", "exact", [0]],
  ["腾迅", "meant", [0]], ["tengxun", "meant", [0]], ["前端性能优化", "near", [2]], ["平台为什么会赢", "near", [0, 1]], ["\"会赢平台\"", "near", []],
  ["飞机", "near", []], ["c#", "exact", [0]], ["vue3", "exact", [0]], ["vue 3", "exact", [0]], ["！！！", "exact", []], ["", "exact", []],
]
for (const [typed, kind, found] of ANSWERS) {
  test(`"${typed}" finds ${found} (${kind})`, async () => {
    const data = await asked(typed)
    assert.deepEqual(data.found, found)
    if (found.length) assert.equal(data.kind, kind)
  })
}

test("an answer says how many there are, what was meant, and what it can be narrowed by", async () => {
  const slip = await asked("腾迅")
  assert.deepEqual(slip.slips, [{ typed: "腾迅", meant: "腾讯" }])
  const data = await asked("平台")
  assert.equal(data.total, 2)
  assert.deepEqual(data.facets.author, [["万霖", 1], ["孟永辉", 1]])
  assert.deepEqual((await asked("平台 作者：万霖")).filters, [{ field: "author", value: "万霖", raw: "作者：万霖", name: "万霖" }])
})

test("of a host that sends no parts of many texts an answer has titles, and what was typed is marked on their pages", async () => {
  served(ARTICLES, { parts: false, many: true })
  await openIndex("https://cards.example/")
  const { found, items } = await asked("平台 作者：孟永辉 \"面条\"")
  assert.deepEqual([found, items[0][0].title, items[0].length, items[0][0].terms], [[1], "铁路", 1, { 平台: true, 面条: true }])
  assert.deepEqual((await asked("前端性能优化")).items[0][0].terms, { 前端性能优化: true })
})
