import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

/** @param {string} kept */
const set = async (kept) => ({ ...(await opened("", ["settings.js"], { before: (page) => page.localStorage.setItem("digest.reading", kept) })).document.documentElement.dataset })

test("what was chosen is on the page, and nothing else", async () => {
  assert.deepEqual(await set('{"size":"large","paper":"sepia","onclick":"x","face":"a b","indent":3}'), { size: "large", paper: "sepia" })
})

for (const kept of ["{", "3", "null", "[]", '"x"']) {
  test(`what is no settings is passed over: ${kept}`, async () => assert.deepEqual(await set(kept), {}))
}
