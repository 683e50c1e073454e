import assert from "node:assert/strict"
import { before, test } from "node:test"
import { PAGE, checked } from "../../plugins/digest/theme/assets/digest/search/checked.js"
import { openIndex } from "../../plugins/digest/theme/assets/digest/search/index.js"
import { served } from "./tiny-index.js"

const MANY = Array.from({ length: 30 }, (_, number) => ({ title: `第${number}篇`, text: "香蕉" }))
before(async () => {
  served(MANY)
  await openIndex("https://checked.example/")
})
const all = MANY.map((_, number) => /** @type {[number, number]} */ ([number, 30 - number]))
/** @type {(data: any) => any} */
const fits = (data) => (data.title === "第3篇" ? null : { data, units: [], score: 1 })

test("a page of candidates is read, what does not fit is passed over, and the rest is named", async () => {
  const { hits, rest } = await checked(all, "zh-hans", PAGE, fits)
  assert.deepEqual(hits.map(({ number }) => number), [0, 1, 2, 4, 5, 6, 7, 8, 9, 10])
  assert.equal(rest.length, 19)
})

test("what was spent before counts", async () => {
  const { hits, rest } = await checked(all, "zh-hans", PAGE, fits, 1_000_000)
  assert.deepEqual([hits.length, rest.length], [0, 30])
})

test("where a host sends no parts of many texts, the list is of cards, as the index has it", async () => {
  const host = served(MANY, { parts: false, many: true })
  await openIndex("https://cards.example/")
  // What was asked for a part of is of use as a whole.
  assert.deepEqual(host.asked, ["index.bin", "cards.bin bytes=0-0"])
  host.asked.length = 0
  const { hits, rest } = await checked(all.slice(10), "zh-hans", PAGE, () => null)
  assert.deepEqual(hits.map(({ number, data }) => [number, data.title, data.url]), MANY.slice(10, 20).map(({ title }, i) => [i + 10, title, `zh-hans/articles/a${i + 10}/`]))
  assert.deepEqual([rest.length, host.asked.sort()], [10, ["cards0.bin", "cards1.bin"]])
})
