import assert from "node:assert/strict"
import { test } from "node:test"
import { isQuestion, parse } from "../../plugins/digest/theme/assets/digest/search/query.js"
import { fold, marked, pattern, setFold, snippet, spans } from "../../plugins/digest/theme/assets/digest/search/text.js"

setFold(["產業網“”：，", "产业网\"\":,"])
const telling = { characters: new Set(["麵"]), written: { 麪: "麵" } }
const meanings = /** @type {[string, string[]][]} */ ([["软体", ["软件"]], ["supply chain", ["供应链"]], ["c++", ["c plus"]]])
const PIECES = [
  "产业", "網", "软体", "supply", " chain", "To B", "c++", "7.7亿", " ", "\u3000", "\t", "\n", "\"", "“", "”", "'", "-", " -", "不要", "：", ":", "作者:", "date：", "概念:\"",
  "<script>", "<img src=x onerror=alert(1)>", "&lt;", "&", "(", ")", "[", "]", "{", "}", "*", "+", "?", ".", "^", "$", "|", "\\", "/", "\\u{", "(?<a", "[^", "\0", "\ud800", "\udc00", "\u202e",
  "\ufeff", "\u200b", "é", "e\u0301", "🀄", "𠮷", "ß", "İ", "ﬁ", "0", "９", "constructor", "__proto__", "toString", "%00", "%E4%B8", "谁说", "吗？", "a".repeat(300), "桥".repeat(300),
]

/**
 * Numbers that look like chance and are the same each time.
 * @param {number} seed
 */
function* numbers(seed) {
  for (let state = seed; ; state = (state * 1103515245 + 12345) % 2147483648) yield state
}

/**
 * What the search does with what is typed: every step that a result goes through.
 * @param {string} typed
 */
function holds(typed) {
  const query = parse(typed, meanings, telling), text = fold(`产业互联网<b>与</b>软件 & to b。${typed}`)
  isQuestion(query.text)
  for (const word of [...query.words, ...query.without]) assert.ok(word.text.trim(), JSON.stringify(typed))
  for (const filter of query.filters) assert.ok(["author", "concept", "date", "stance"].includes(filter.field), JSON.stringify(typed))
  const found = spans(text, query.words.flatMap((word) => word.readings.map((each) => pattern(each.text))))
  for (const html of [marked(text, found), snippet(text, found)]) {
    assert.doesNotMatch(html.replaceAll("<mark data-md-highlight>", "").replaceAll("</mark>", ""), /[<>"']/, JSON.stringify(typed))
  }
}

test("whatever is typed is searched for or passed over, and shown as text", () => {
  const chance = numbers(7)
  const next = () => Math.floor(Number(chance.next().value) / 65536)
  for (let round = 0; round < Number(process.env.FUZZ_EXAMPLES ?? 300); round++) {
    holds(Array.from({ length: 1 + next() % 9 }, () => PIECES[next() % PIECES.length]).join(""))
  }
})

for (const run of PIECES) {
  test(`a long run of ${JSON.stringify(run.slice(0, 12))} is read`, () => {
    parse(run.repeat(Math.ceil(20000 / run.length)), meanings, telling)
  })
}
