import assert from "node:assert/strict"
import { test } from "node:test"
import { ahead, article, beginning, index, openIndex, postings, table } from "../../plugins/digest/theme/assets/digest/search/index.js"
import { served } from "./tiny-index.js"

const ARTICLES = [{ title: "云上", text: "工厂和S2B" }, { title: "工厂", text: "没有别的" }, { title: "铁路", text: "云 工厂" }]

test("tokens lead to articles, with what is said of each", async () => {
  served(ARTICLES)
  await openIndex("https://one.example/")
  assert.deepEqual([...await postings("工厂")], [[0, 8], [1, 1], [2, 8]])
  assert.deepEqual([...await postings("s2b")], [[0, 8]])
  assert.deepEqual([...(await beginning("云")).found].sort(), [[0, 1], [2, 8]])
  assert.equal((await postings("飞机")).size, 0)
})

test("a text is cut out of the file that holds it", async () => {
  served(ARTICLES)
  await openIndex("https://two.example/")
  assert.deepEqual(await Promise.all([0, 1, 2].map(async (number) => (await article(number, "zh-hans")).title)), ["云上", "工厂", "铁路"])
})

test("a table comes with the index or in a file of its own, which is fetched again where it was lost", async () => {
  const host = served(ARTICLES, { words: ["工厂"] })
  await openIndex("https://three.example/")
  assert.deepEqual(host.asked, ["index.bin"])
  host.lost.add("words.bin")
  await assert.rejects(table("words/zh-hans"))
  host.lost.clear()
  assert.deepEqual((await table("words/zh-hans")).words, ["工厂"])
})

test("an index of another version is refused", async () => {
  const host = served(ARTICLES)
  host.files["index.bin"] = new TextEncoder().encode(JSON.stringify({ format: 3 }))
  await assert.rejects(openIndex("https://four.example/"), /format 3/)
  assert.equal(index.articles, 3)
})

test("what every query asks for is fetched ahead where it is little, and what fails then is asked for again", async () => {
  const host = served(ARTICLES)
  await openIndex("https://five.example/")
  host.lost.add("pack.bin")
  await ahead("zh-hans")
  assert.deepEqual(host.asked.sort(), ["index.bin", "pack.bin", "texts.bin"])
  host.lost.clear()
  assert.equal((await postings("工厂")).size, 3)
  host.asked.length = 0
  await article(1, "zh-hans")
  assert.deepEqual(host.asked, [])
})

test("the first file may have come with the page", async () => {
  const host = served(ARTICLES)
  await openIndex("https://six.example/", new Uint8Array(host.files["index.bin"]).buffer)
  assert.deepEqual([host.asked, index.articles], [[], 3])
})
