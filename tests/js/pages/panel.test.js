import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

const radios = (/** @type {string} */ name, /** @type {string[]} */ values) => values.map((value) => `<input type="radio" name="${name}" value="${value}">`).join("")
const PAGE = `<input type="radio" name="__palette" data-md-color-scheme="default"><input type="radio" name="__palette" data-md-color-scheme="slate">
  <form id="dg-panel">${radios("size", ["", "large"])}${radios("paper", ["", "light", "sepia", "dark"])}</form>`
const page = (kept = "{}") => opened(PAGE, ["settings.js", "panel.js"], {
  url: "https://digest.example/",
  before: (window) => {
    window.localStorage.setItem("digest.reading", kept)
    window.matchMedia = () => ({ matches: false })
    window.__md_scope = new URL("https://digest.example/")
    window.document.body.dataset.mdColorScheme = "default"
    for (const each of window.document.querySelectorAll("[name=__palette]")) each.addEventListener("change", () => { window.document.body.dataset.mdColorScheme = each.dataset.mdColorScheme })
  },
})
const choose = (/** @type {any} */ window, /** @type {string} */ name, /** @type {string} */ value) => window.document.querySelector(`#dg-panel [name=${name}][value="${value}"]`).click()
const kept = (/** @type {any} */ window) => JSON.parse(window.localStorage.getItem("digest.reading"))

test("a choice shows at once, is kept, and goes when the usual is chosen again", async () => {
  const window = await page()
  choose(window, "size", "large")
  assert.equal(window.document.documentElement.dataset.size, "large")
  assert.deepEqual(kept(window), { size: "large" })
  choose(window, "size", "")
  assert.equal(window.document.documentElement.dataset.size, undefined)
  assert.deepEqual(kept(window), {})
})

test("the panel shows what was kept", async () => {
  const window = await page('{"size":"large","paper":"sepia"}')
  assert.deepEqual([...window.document.querySelectorAll("#dg-panel :checked")].map((each) => each.value), ["large", "sepia"])
})

test("sepia is light with other colours, and dark does away with it", async () => {
  const window = await page()
  choose(window, "paper", "sepia")
  assert.equal(window.document.documentElement.dataset.paper, "sepia")
  assert.equal(window.document.body.dataset.mdColorScheme, "default")
  choose(window, "paper", "dark")
  assert.equal(window.document.documentElement.dataset.paper, "dark")
  assert.equal(window.document.body.dataset.mdColorScheme, "slate")
  choose(window, "paper", "")
  assert.deepEqual(kept(window), {})
  assert.equal(window.document.body.dataset.mdColorScheme, "default")
})
