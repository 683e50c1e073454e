import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

const before = (/** @type {any} */ page) => Object.defineProperty(page.document, "currentScript", { value: { dataset: { scope: "." } } })

test("values are kept under the site's own path", async () => {
  const window = await opened("", ["store.js"], { before })
  window.__md_set("__palette", { color: "x" })
  assert.deepEqual({ ...window.localStorage }, { "/zh-hans/.__palette": '{"color":"x"}' })
  assert.equal(window.__md_get("__palette").color, "x")
  assert.equal(window.__md_get("nothing"), null)
})

test("where storage is off nothing is kept and nothing fails", async () => {
  const window = await opened("", ["store.js"], { before })
  const store = { setItem() { throw new Error("off") }, getItem: () => null }
  window.__md_set("a", 1, store)
  assert.equal(window.__md_get("a", store), null)
})

test("the hash is the theme's", async () => {
  const window = await opened("", ["store.js"], { before })
  assert.equal(window.__md_hash("ab"), 97 * 31 + 98)
})
