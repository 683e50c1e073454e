import assert from "node:assert/strict"
import { before, test } from "node:test"
import { article, index, openIndex } from "../../plugins/digest/theme/assets/digest/search/index.js"
import { cut } from "../../plugins/digest/theme/assets/digest/search/cut.js"
import { few } from "../../plugins/digest/theme/assets/digest/search/lookup.js"
import { COVERED, covering, near } from "../../plugins/digest/theme/assets/digest/search/near.js"
import { Words } from "../../plugins/digest/theme/assets/digest/search/sounds.js"
import { served } from "./tiny-index.js"

before(async () => {
  served([{ title: "铁路", text: "性能要量，再谈优化，前端也是。" }, { title: "前端与性能", text: "优化在这里" }, { title: "天地", text: "前端" }])
  await openIndex("https://near.example/")
})

/** @param {string} typed */
const pieces = (typed) => cut(typed, Words.none)

test("articles with most of what was typed come, those with little do not", async () => {
  const found = covering(await pieces("前端性能优化"), COVERED[0])
  assert.deepEqual(found.map(([number]) => number).sort(), [0, 1])
  assert.deepEqual(covering(await pieces("前端飞机"), COVERED[1]), [])
  assert.deepEqual(covering(await pieces("前端性能优化"), COVERED[1], COVERED[0]), [])
})

test("an article is worth more with the words in its title", async () => {
  const own = await pieces("前端性能优化")
  const scores = await Promise.all([0, 1].map(async (number) => near(await article(number, "zh-hans"), own, COVERED[0])?.score ?? 0))
  assert.ok(scores[1] > scores[0])
})

test("words that stand far apart are not what was typed", async () => {
  const own = await pieces("天地前端")
  assert.ok(near(await article(2, "zh-hans"), own, COVERED[0]))
  const apart = { url: "", title: "", date: "", about: [], claims: [], also: [], text: /** @type {[string, string][]} */ ([["p1", "性能"], ["p2", "优化"], ["p3", "前端"]]) }
  assert.equal(near(apart, await pieces("前端性能优化"), COVERED[0]), null)
})

test("a digest of few articles has few to offer", () => {
  assert.equal(few(), 0)
  const { articles } = index
  index.articles = 400
  assert.equal(few(), 10)
  index.articles = articles
})
