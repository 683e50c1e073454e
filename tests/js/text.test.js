import assert from "node:assert/strict"
import { test } from "node:test"
import { escapeHtml, fold, isJoined, marked, pattern, runs, setFold, snippet, spans, tokens } from "../../plugins/digest/theme/assets/digest/search/text.js"

setFold(["產業網網絡“", "产业网网络\""])

test("a text is folded character by character and keeps its length", () => {
  assert.equal(fold("產業Ａß㈱“"), "产业aß㈱\"")
})

test("runs part Han characters from other letters and digits", () => {
  assert.deepEqual(runs("双11，s2b的").map(({ text, han }) => [text, han]), [["双", true], ["11", false], ["s2b", false], ["的", true]])
  assert.deepEqual(runs("…… _"), [])
})

test("tokens are pairs, last characters, words, and short words joined", () => {
  assert.deepEqual(tokens("产业网"), ["产业", "业网", "网"])
  assert.deepEqual(tokens("to b与web 20"), ["to", "b", "tob", "与", "web", "20", "web20"])
  assert.deepEqual(tokens("c#、c++ 1+1"), ["c", "c#", "c", "c++", "1", "1"])
})

test("words are joined only across one blank, where one of them is short", () => {
  const [one, other] = runs("open source")
  assert.equal(isJoined("open source", one, other), false)
})

/** @type {[word: string, text: string, found: string[]][]} */
const PATTERNS = [
  ["2b", "2b s2b 2b2", ["2b"]], ["tob", "to b, tob", ["to b", "tob"]], ["双11", "双 11 双11", ["双 11", "双11"]],
  ["a+b", "aab a+b", ["a+b"]], ["c#", "c c# c#x c++", ["c#"]], ["c", "c c#", ["c", "c"]], ["vue3", "vue 3 vue3 vue 30", ["vue 3", "vue3"]],
]
for (const [word, text, found] of PATTERNS) {
  test(`${word} stands in "${text}" as ${found}`, () => {
    assert.deepEqual([...text.matchAll(pattern(word))].map(([each]) => each), found)
  })
}

test("spans come in order, none inside another", () => {
  assert.deepEqual(spans("产业互联网", [/业互/gu, /产业互/gu, /网/gu]), [[0, 3], [4, 5]])
})

test("what is shown is escaped, marked or not", () => {
  assert.equal(escapeHtml("<a href='\"'>&"), "&#60;a href=&#39;&#34;&#39;&#62;&#38;")
  assert.equal(marked("<b>云</b>", [[3, 4]]), "&#60;b&#62;<mark data-md-highlight>云</mark>&#60;/b&#62;")
})

test("a snippet begins with the sentence of the hit", () => {
  const text = `${"前".repeat(120)}。云在这里。${"后".repeat(120)}`
  assert.match(snippet(text, [[121, 122]]), /^…<mark data-md-highlight>云<\/mark>在这里。后+…$/)
  assert.equal(snippet("短", []), "短")
})
