import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

const INPUTS = `<input data-md-color-media="(prefers-color-scheme: light)" data-md-color-scheme="default" data-md-color-primary="" data-md-color-accent="">
  <input data-md-color-media="(prefers-color-scheme: dark)" data-md-color-scheme="slate" data-md-color-primary="" data-md-color-accent="">`

/** @param {unknown} kept @param {boolean} isDark */
async function scheme(kept, isDark) {
  const window = await opened(INPUTS, ["palette.js"], {
    before: (page) => {
      page.__md_get = () => kept
      page.matchMedia = (/** @type {string} */ query) => ({ matches: query.includes("dark") === isDark })
    },
  })
  return window.document.body.getAttribute("data-md-color-scheme")
}

test("without a choice the system decides", async () => {
  assert.equal(await scheme(null, true), "slate")
  assert.equal(await scheme(null, false), "default")
  assert.equal(await scheme({ color: { media: "(prefers-color-scheme)" } }, true), "slate")
})

test("what was chosen goes before the system", async () => {
  assert.equal(await scheme({ color: { media: "(prefers-color-scheme: light)", scheme: "default" } }, true), "default")
})
