import assert from "node:assert/strict"
import { before, test } from "node:test"
import { asked, cut } from "../../plugins/digest/theme/assets/digest/search/cut.js"
import { openIndex } from "../../plugins/digest/theme/assets/digest/search/index.js"
import { wordsOf } from "../../plugins/digest/theme/assets/digest/search/sounds.js"
import { served } from "./tiny-index.js"

before(async () => {
  served([{ title: "前端", text: "性能要量，再谈优化。用Vue写的烟雾弹，腾讯的软件" }, { title: "别的", text: "前端。天地" }],
    { named: ["腾讯", "烟雾弹"], sounds: { teng: "腾", xun: "讯迅" }, meanings: { 软体: ["软件"] } })
  await openIndex("https://cut.example/")
})

/** @type {[typed: string, pieces: string[]][]} */
const PIECES = [
  ["前端性能优化", ["前端 2", "性能 1", "优化 1"]], ["什么是前端的性能", ["前端 2", "性能 1"]], ["烟雾弹", ["烟雾弹 1"]],
  ["vue前端", ["vue 1", "前端 2"]], ["腾迅的软体", ["腾迅 1", "软体 1"]], ["飞机性能", ["飞机 0", "性能 1"]], ["前端飞", ["前端 2", "飞 0"]],
  ["今天天气怎么样", ["今天天气 0"]],
]
for (const [typed, pieces] of PIECES) {
  test(`${typed} is cut into ${pieces.join(" | ")}`, async () => {
    const found = await cut(typed, await wordsOf("zh-hans"))
    assert.deepEqual(found.map(({ piece, found: { size } }) => `${piece} ${size}`), pieces)
  })
}

test("a slip says what was meant", async () => {
  const [slip] = await cut("腾迅", await wordsOf("zh-hans"))
  assert.equal(slip.meant, "腾讯")
})

test("what a question is asked with is left out, unless it is all there is", () => {
  assert.deepEqual(asked("请问什么是前端？"), ["前端"])
  assert.deepEqual(asked("为什么"), ["为什么"])
})
