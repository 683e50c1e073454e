import assert from "node:assert/strict"
import { before, test } from "node:test"
import { index, openIndex } from "../../plugins/digest/theme/assets/digest/search/index.js"
import { literally } from "../../plugins/digest/theme/assets/digest/search/literal.js"
import { parse } from "../../plugins/digest/theme/assets/digest/search/query.js"
import { wider } from "../../plugins/digest/theme/assets/digest/search/wider.js"
import { served } from "./tiny-index.js"

const ARTICLES = [{ title: "前端性能优化清单", text: "腾讯的前端" }, { title: "图片", text: "前端性能优化只提一次" }, { title: "前端与性能", text: "性能要优化" }, { title: "桥", text: "风" }, { title: "车", text: "Tengxun" }, { title: "节", text: "双11到了" }]
before(async () => {
  served(ARTICLES, { named: ["腾讯"], sounds: { teng: "腾", xun: "讯迅" } })
  await openIndex("https://wider.example/")
})

/** @type {(typed: string, isLeft?: (number: number) => boolean) => Promise<import("../../plugins/digest/theme/assets/digest/search/literal.js").Answer>} */
async function answered(typed, isLeft = () => true) {
  const query = parse(typed, [], index.telling)
  return wider(query, await literally(query.words, [], "zh-hans", 10, isLeft), "zh-hans", 10, isLeft)
}
/** @param {import("../../plugins/digest/theme/assets/digest/search/literal.js").Answer} answer */
const numbers = ({ hits }) => hits.map(({ number }) => number)

test("what has it in its title comes first, then what has its parts beside what only mentions it", async () => {
  const answer = await answered("前端性能优化")
  assert.equal(answer.kind, "beside")
  assert.equal(answer.exact, 1)
  assert.deepEqual(numbers(answer).slice(0, 1), [0])
  assert.deepEqual(numbers(answer).sort(), [0, 1, 2])
})

test("a slip is found as what was meant, and what is taken out stays out", async () => {
  const answer = await answered("腾迅")
  assert.deepEqual([answer.kind, numbers(answer), answer.slips], ["meant", [0], [{ typed: "腾迅", meant: "腾讯" }]])
  assert.deepEqual(numbers(await answered("腾迅", (number) => number !== 0)), [])
})

test("a phrase in quotes is not cut", async () => {
  assert.deepEqual(numbers(await answered("\"性能前端\"")), [])
  assert.deepEqual(numbers(await answered("性能前端")).sort(), [0, 1, 2])
})

test("a name spelt syllable by syllable is one, and a short one with an unknown character is another", async () => {
  for (const typed of ["teng xun", "tengxun"]) assert.deepEqual(numbers(await answered(typed)).sort(), [0, 4], typed)
  assert.deepEqual(numbers(await answered("前端杯")), [])
})

test("a name that a text prints as it is spelt is found in characters, too", async () => {
  const answer = await answered("tengxun")
  assert.deepEqual([answer.kind, numbers(answer).sort()], ["beside", [0, 4]])
})

test("one character belongs to the digits behind it", async () => {
  assert.deepEqual(numbers(await answered("双11是谁的")), [5])
})
