import assert from "node:assert/strict"
import { test } from "node:test"
import { isGrammar } from "../../plugins/digest/theme/assets/digest/search/grammar.js"
import { openIndex } from "../../plugins/digest/theme/assets/digest/search/index.js"
import { served } from "./tiny-index.js"

test("what holds a sentence together is known as the index folds it", async () => {
  served([{ title: "云", text: "云" }])
  await openIndex("https://plain.example/")
  assert.deepEqual(["和", "这", "這", "云"].map(isGrammar), [true, true, false, false])
  served([{ title: "云", text: "云" }], { fold: ["这", "這"] })
  await openIndex("https://folded.example/")
  assert.deepEqual(["和", "这", "這", "云"].map(isGrammar), [true, false, true, false])
})
