import assert from "node:assert/strict"
import { readdirSync } from "node:fs"
import { test } from "node:test"

const ASSETS = new URL("../../plugins/digest/theme/assets/digest/", import.meta.url)

// What this does is seen in a browser only: what is kept for times without a network.
const IN_A_BROWSER = new Set(["offline.js"])

test("every script of the theme has a test of its own", () => {
  const scripts = readdirSync(ASSETS, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"))
  const tests = new Set(readdirSync(new URL(".", import.meta.url)))
  assert.ok(scripts.length > 20)
  assert.deepEqual(scripts.filter((name) => !IN_A_BROWSER.has(name) && !tests.has(`${name.split(/[\\/]/).at(-1)?.slice(0, -3)}.test.js`)), [])
})
