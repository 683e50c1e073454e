import assert from "node:assert/strict"
import { before, test } from "node:test"
import { alike, spelling } from "../../plugins/digest/theme/assets/digest/search/alike.js"
import { openIndex } from "../../plugins/digest/theme/assets/digest/search/index.js"
import { wordsOf } from "../../plugins/digest/theme/assets/digest/search/sounds.js"
import { served } from "./tiny-index.js"

const SOUNDS = { fu: "复付富", gong: "工公", chan: "产", wu: "乌物", zhen: "镇真", zhe: "着", ma: "码马", ke: "可" }

before(async () => {
  served([{ title: "开工", text: "复工复产以后，乌镇可码着物真的。" }, { title: "别的", text: "富工" }], { sounds: SOUNDS })
  await openIndex("https://alike.example/")
})

/** @type {[typed: string, meant: string[]][]} */
const ALIKE = [
  ["复工付产", ["复工复产"]], ["富工复产", ["复工复产"]], ["复公复产", ["复工复产"]], ["复工复产", []],
  // Two wrong ones of four are another word; two characters are too few; what stands nowhere stays so.
  ["富公复产", []], ["付工", []], ["复工付铁", []],
]
for (const [typed, meant] of ALIKE) {
  test(`${typed} sounds like ${meant.join(", ") || "nothing that stands anywhere"}`, async () => {
    assert.deepEqual(await alike(typed, await wordsOf("zh-hans")), meant)
  })
}

/** @type {[typed: string, meant: string[]][]} */
const SPELT = [["wuzhen", ["乌镇", "物真"]], ["fugongfuchan", ["复工复产"]], ["wugong", []], ["mazhe", []], ["wuzhenx", []], ["kema", []]]
for (const [typed, meant] of SPELT) {
  test(`${typed} spells ${meant.join(", ") || "nothing that stands anywhere"}`, async () => {
    assert.deepEqual(await spelling(typed, await wordsOf("zh-hans")), meant)
  })
}

test("letters that part into syllables in ever more ways are given up soon", async () => {
  let asked = 0
  const words = /** @type {any} */ ({ exactly: (/** @type {string} */ letters) => { asked++; return ["a", "aa"].includes(letters) ? ["复"] : [] } })
  assert.deepEqual(await spelling("a".repeat(40), words), [])
  assert.ok(asked < 5_000, `${asked} syllables were looked for`)
})
