import assert from "node:assert/strict"
import { before, test } from "node:test"
import { openIndex } from "../../plugins/digest/theme/assets/digest/search/index.js"
import { meantFor } from "../../plugins/digest/theme/assets/digest/search/meant.js"
import { parse } from "../../plugins/digest/theme/assets/digest/search/query.js"
import { wordsOf } from "../../plugins/digest/theme/assets/digest/search/sounds.js"
import { served } from "./tiny-index.js"

before(async () => {
  served([{ title: "云", text: "腾讯的平台" }], { named: ["腾讯", "Alibaba", "CSIG", "C2M"], sounds: { teng: "腾", xun: "讯迅" } })
  await openIndex("https://meant.example/")
})
const telling = { characters: /** @type {Set<string>} */ (new Set()), written: {} }

/** @type {[typed: string, reading: string | null][]} */
const MEANT = [["腾迅", "腾讯"], ["腾迅平台", "腾讯平台"], ["tengxun", "腾讯"], ["\"腾迅\"", null], ["铁路", null], ["qwerty", null],
  // A letter left out, doubled, wrong; two that changed places, also of a short name; not two faults, nor a first letter.
  ["alibab", "alibaba"], ["alibbaba", "alibaba"], ["alikaba", "alibaba"], ["alibaab", "alibaba"], ["cisg", "csig"],
  ["alikoba", null], ["olibaba", null], ["csik", null], ["c2n", null]]
for (const [typed, reading] of MEANT) {
  test(`${typed} was meant for ${reading}`, async () => {
    const [word] = parse(typed, [], telling).words
    const slip = await meantFor(word, await wordsOf("zh-hans"))
    assert.equal(slip && word.readings[0].text, reading)
  })
}
