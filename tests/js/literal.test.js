import assert from "node:assert/strict"
import { before, test } from "node:test"
import { index, openIndex } from "../../plugins/digest/theme/assets/digest/search/index.js"
import { articlesOf, literally } from "../../plugins/digest/theme/assets/digest/search/literal.js"
import { parse } from "../../plugins/digest/theme/assets/digest/search/query.js"
import { served } from "./tiny-index.js"

before(async () => {
  served([{ title: "云上", text: "WeCity和平台" }, { title: "平台", text: "云与平台" }, { title: "面", text: "上面 \ue000麪" }, { title: "桥", text: "上面" }],
    { telling: ["\ue000", "麪", { 麵: "麪" }] })
  await openIndex("https://literal.example/")
  index.parts["texts/zh-hant"] = index.parts["texts/zh-hans"]
  index.directory.pages ??= []
})

/** @type {(typed: string, isLeft?: (number: number) => boolean) => Promise<number[]>} */
async function found(typed, isLeft = () => true) {
  const { words } = parse(typed, [], index.telling)
  return (await literally(words, [], "zh-hans", 10, isLeft)).hits.map(({ number = -1 }) => number)
}

test("every word must stand there, the better article first", async () => {
  assert.deepEqual(await found("平台"), [1, 0])
  assert.deepEqual((await found("云 平台")).sort(), [0, 1])
  assert.deepEqual(await found("云 铁路"), [])
  assert.deepEqual(await found("平台", (number) => number !== 1), [0])
})

test("a Latin word that stands nowhere is taken for the beginning of one", async () => {
  assert.deepEqual(await found("wecit"), [0])
  const [word] = parse("wexit", [], index.telling).words
  assert.equal((await articlesOf(word, true))?.size, 0)
})

test("what has the word itself comes before what has another name of it, but in its title", async () => {
  served([{ title: "桥", text: "阿里，阿里，阿里，阿里" }, { title: "河", text: "阿里巴巴" }, { title: "阿里", text: "水" }])
  await openIndex("https://alias.example/")
  const meanings = /** @type {[string, string[]][]} */ ([["alibaba", ["阿里", "阿里巴巴"]], ["阿里巴巴", ["阿里", "alibaba"]]])
  for (const typed of ["阿里巴巴", "alibaba"]) {
    const { words } = parse(typed, meanings, index.telling)
    const { hits } = await literally(words, [], "zh-hans", 10, () => true)
    assert.deepEqual(hits.map(({ number }) => number), [2, 1, 0], typed)
  }
})
