import assert from "node:assert/strict"
import { test } from "node:test"
import { parse } from "../../plugins/digest/theme/assets/digest/search/query.js"
import { item, match } from "../../plugins/digest/theme/assets/digest/search/results.js"
import { pattern } from "../../plugins/digest/theme/assets/digest/search/text.js"

/** @type {import("../../plugins/digest/theme/assets/digest/search/index.js").Article} */
const ARTICLE = {
  url: "zh-hans/articles/a/", title: "云上的<b>工厂", date: "2021", about: [["people", "马化腾、万霖"], ["summary", "关于云"]],
  claims: [["c1", "平台会赢", "万霖", "他说平台一定会赢。"]], also: ["軟體"],
  text: [["h", "小标题", 1], ["p1", "开头。他说平台一定会赢。"], ["p2", "云与平台"]],
}

/** @param {string} typed */
function asked(typed) {
  const { words: plain } = parse(typed, [], { characters: new Set(), written: {} })
  const words = plain.map((word) => ({ ...word, rarity: 1, patterns: word.readings.map(({ text }) => pattern(text)), itself: [] }))
  return match(ARTICLE, words)
}
/** @param {string} typed */
const shown = (typed) => /** @type {any[]} */ (item(/** @type {any} */ (asked(typed)), "/", { people: "人物", claim: "论点", holder: "谁说的" }))

test("every word must stand somewhere, also in another variant's words", () => {
  assert.ok(asked("云 平台"))
  assert.ok(asked("軟體"))
  assert.equal(asked("云 铁路"), null)
})

test("an article is shown with its best places, escaped, and the names that were looked for", () => {
  const [article, ...places] = shown("云 万霖")
  assert.equal(article.title, "<mark data-md-highlight>云</mark>上的&#60;b&#62;工厂")
  assert.deepEqual(article.tags, ["人物：万霖"])
  assert.deepEqual(places.map(({ location }) => location), ["/zh-hans/articles/a/#c1", "/zh-hans/articles/a/#p2"])
})

test("a hit in a claim's sentence leads to that sentence", () => {
  assert.ok(shown("一定会赢").some(({ location }) => location.endsWith("#c1")))
})

test("the words to be marked on the page are as they stand there", () => {
  assert.deepEqual(Object.keys(shown("平台")[0].terms), ["平台"])
})
