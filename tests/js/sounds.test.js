import assert from "node:assert/strict"
import { test } from "node:test"
import { openIndex } from "../../plugins/digest/theme/assets/digest/search/index.js"
import { Words, wordsOf } from "../../plugins/digest/theme/assets/digest/search/sounds.js"
import { served } from "./tiny-index.js"

const SOUNDS = { chan: "产铲", ye: "业也", hu: "互护", lian: "联连", wang: "网往", teng: "腾藤", xun: "讯迅", ma: "马妈", hua: "化花", zhong: "重中", chong: "重", qing: "庆", gong: "工", shen: "深", sheng: "声生" }
const words = new Words({ named: ["产业互联网", "腾讯", "马化腾"], words: ["重庆", "深马"], latin: ["javascript", "mobile"] }, { of: SOUNDS, odd: { 重庆: "chong qing" } })
const nothing = () => false

/** @type {[typed: string, meant: string[]][]} */
const SPELT = [
  ["chanyehulianwang", ["产业互联网"]], ["cyhlw", ["产业互联网"]], ["chanye", ["产业互联网"]], ["mahuateng", ["马化腾"]], ["mht", ["马化腾"]],
  ["chongqing", ["重庆"]], ["zhongqing", []], ["ma", []], ["xun", []], ["asdfgh", []],
]
for (const [typed, meant] of SPELT) {
  test(`${typed} spells ${meant.join(", ") || "nothing"}`, () => {
    assert.deepEqual(words.spelt(typed).map(({ shown }) => shown), meant)
  })
}

/** @type {[typed: string, meant: string[]][]} */
const HEARD = [
  ["产业互连网", ["产业互联网"]], ["产业互联往", ["产业互联网"]], ["腾迅", ["腾讯"]], ["马化藤", ["马化腾"]], ["腾讯", []],
  ["声马", []], ["妈花藤", []], ["产业互工网", ["产业互联网"]], ["工业互联网", []],
]
for (const [typed, meant] of HEARD) {
  test(`${typed} sounds like ${meant.join(", ") || "nothing that is known"}`, () => {
    assert.deepEqual(words.heard(typed, nothing).map(({ shown }) => shown), meant)
  })
}

test("two characters of which one is wrong are a word's where they are all that was typed, a name's anywhere", () => {
  const plain = new Words({ named: ["腾讯"], words: ["化工"], latin: [] }, { of: SOUNDS, odd: {} })
  const heard = (/** @type {string} */ typed, /** @type {boolean} */ isAll) => plain.heard(typed, nothing, isAll).map(({ shown }) => shown)
  assert.deepEqual([heard("花工", true), heard("花工", false), heard("藤讯", false), heard("藤迅", true)], [["化工"], [], ["腾讯"], []])
})

/** @type {[typed: string, meant: string[]][]} */
const MISTYPED = [["javscript", ["javascript"]], ["javascirpt", ["javascript"]], ["jabascript", ["javascript"]], ["mobike", []], ["mobil", ["mobile"]], ["moblie", ["mobile"]]]
for (const [typed, meant] of MISTYPED) {
  test(`${typed} is nearly ${meant.join(", ") || "nothing that is known"}`, () => {
    assert.deepEqual(words.mistyped(typed).map(({ shown }) => shown), meant)
  })
}

test("a wrong character that makes a word of its own was meant", () => {
  assert.deepEqual(words.heard("产业互工网", (pair) => pair === "互工"), [])
})

test("syllables that many speakers do not tell apart are one", () => {
  const own = new Words({ named: ["生产"], words: [], latin: [] }, { of: { shen: "深", sheng: "生", chan: "产" }, odd: {} })
  assert.deepEqual(own.heard("深产", nothing).map(({ shown }) => shown), ["生产"])
})

test("every piece of a run comes, the longest first", () => {
  assert.deepEqual([...Words.pieces("甲乙丙")].map(({ piece }) => piece), ["甲乙丙", "甲乙", "乙丙"])
})

test("the words of a variant are fetched when they are asked for, and again where that failed", async () => {
  const host = served([{ title: "云", text: "云" }], { named: ["产业"], sounds: SOUNDS })
  await openIndex("https://sounds.example/")
  host.lost.add("sounds.bin")
  await assert.rejects(wordsOf("zh-hans"))
  host.lost.clear()
  assert.equal((await wordsOf("zh-hans")).known.size, 1)
})
