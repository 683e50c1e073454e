import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

const BODY = `<div class="dg-body"><p><a id="c1"></a><mark id="c2" data-mark="c1 c2">一</mark>。<mark data-mark="c2">二</mark></p></div><p id="p9">三</p>`
const here = (/** @type {any} */ window) => [...window.document.querySelectorAll(".dg-here")].map((/** @type {any} */ each) => each.textContent)

test("all sentences of a claim are shown and the first has the focus", async () => {
  const window = await opened(BODY, ["arrive.js"], { url: "https://digest.example/a/#c2" })
  assert.deepEqual(here(window), ["一", "二"])
  assert.equal(window.document.activeElement.id, "c2")
})

test("a claim whose id stands on an empty element is shown at its sentence", async () => {
  const window = await opened(BODY, ["arrive.js"], { url: "https://digest.example/a/#c1" })
  assert.deepEqual(here(window), ["一"])
  assert.equal(window.document.activeElement.id, "c2")
})

for (const hash of ["#p9", "#c7", "#%", ""]) {
  test(`no claim: "${hash}" shows nothing`, async () => {
    assert.deepEqual(here(await opened(BODY, ["arrive.js"], { url: `https://digest.example/a/${hash}` })), [])
  })
}
