import assert from "node:assert/strict"
import { readFileSync, readdirSync } from "node:fs"
import { test } from "node:test"

const ASSETS = new URL("../../plugins/digest/theme/assets/digest/", import.meta.url)

// What this does is seen in a browser only: what is kept for times without a network.
const IN_A_BROWSER = new Set(["offline.js"])

test("every script of the theme has a test of its own", () => {
  const scripts = readdirSync(ASSETS, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"))
  const tests = new Set(readdirSync(new URL(".", import.meta.url), { recursive: true, encoding: "utf8" }).map((name) => name.split(/[\\/]/).at(-1)))
  assert.ok(scripts.length > 20)
  assert.deepEqual(scripts.filter((name) => !IN_A_BROWSER.has(name) && !tests.has(`${name.split(/[\\/]/).at(-1)?.slice(0, -3)}.test.js`)), [])
})

/**
 * Whether files import one another in a circle.
 *
 * @param {Map<string, string>} texts by name
 */
function isCircular(texts) {
  /** @type {Set<string>} */
  const left = new Set(texts.keys())
  const imports = (/** @type {string} */ name) => [...(texts.get(name) ?? "").matchAll(/(?:from|import) ?\(?"\.\/([\w-]+\.js)"/g)].map((found) => found[1])
  for (let before = -1; before !== left.size;) {
    before = left.size
    for (const name of [...left]) if (!imports(name).some((each) => left.has(each))) left.delete(name)
  }
  return left.size > 0
}

test("the modules of the search import one another one way", () => {
  const folder = new URL("search/", ASSETS)
  const texts = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")]))
  assert.equal(isCircular(texts), false)
  // A circle through any of them is seen.
  for (const [name, text] of texts) {
    const [needed] = text.match(/(?<=from "\.\/)[\w-]+\.js/) ?? []
    if (needed) assert.equal(isCircular(new Map([...texts, [needed, `import { back } from "./${name}"\n${texts.get(needed)}`]])), true)
  }
})
