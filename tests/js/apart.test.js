import assert from "node:assert/strict"
import { before, test } from "node:test"
import { answer } from "../../plugins/digest/theme/assets/digest/search/answer.js"
import { openIndex } from "../../plugins/digest/theme/assets/digest/search/index.js"
import { served } from "./tiny-index.js"

before(async () => {
  served([{ title: "云上的工厂", text: "腾讯说平台会赢。" }, { title: "铁路", text: "平台不会赢，面条很好。" }])
  await openIndex("https://apart.example/")
})

/** @type {[typed: string, there: string[], nowhere: string[]][]} */
const APART = [
  ["面条 腾讯", ["面条", "腾讯"], []], ["腾讯 火星", ["腾讯"], ["火星"]], ["火星 金星", [], ["火星", "金星"]],
  ["腾讯 \"不会赢\" Zurich", ["腾讯", "\"不会赢\""], ["Zurich"]], ["  火星！ 面条 作者：万霖", ["面条"], ["火星"]],
  // One word, or words that an article has together: nothing is said of each.
  ["火星", [], []], ["平台 腾讯", [], []],
]
for (const [typed, there, nowhere] of APART) {
  test(`of "${typed}" ${nowhere.join(" and ") || "no word"} is named as standing nowhere`, async () => {
    const { apart } = await answer({ text: typed, variant: "zh-hans" }, { labels: {}, stances: {} })
    const named = (/** @type {boolean} */ wanted) => apart.filter((/** @type {import("../../plugins/digest/theme/assets/digest/search/apart.js").Part} */ { isThere }) => isThere === wanted).map((/** @type {{ typed: string }} */ each) => each.typed)
    assert.deepEqual([named(true), named(false)], [there, nowhere])
  })
}
