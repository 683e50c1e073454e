import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

const LINKS = '<a data-variant="zh-Hans" href="#hans"></a><a data-variant="zh-Hant" href="#hant"></a>'

/** @type {[languages: string[], stored: string | null, went: string][]} */
const CASES = [
  [["zh-TW"], null, "#hant"], [["en", "zh-HK"], null, "#hant"], [["zh"], null, "#hans"], [["zh-SG"], null, "#hans"],
  [["zh-TW"], "zh-Hans", "#hans"], [["en", "ja"], null, ""], [["zh-TW"], "zh-Nowhere", "#hant"],
]
for (const [languages, stored, went] of CASES) {
  test(`${languages} with ${stored} kept goes to "${went}"`, async () => {
    const window = await opened(LINKS, ["first-visit.js"], {
      before: (page) => {
        Object.defineProperty(page.navigator, "languages", { value: languages })
        if (stored) page.localStorage.setItem("digest.variant", stored)
      },
    })
    assert.equal(window.location.hash, went)
  })
}
