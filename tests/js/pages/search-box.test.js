import assert from "node:assert/strict"
import { test } from "node:test"
import { passed } from "./opening.js"
import { answer, item, page } from "./search-page.js"

const SCRIPTS = ["search-list.js", "search-filters.js", "search-note.js", "search-box.js"]

/** The worker at the other end: what it is told, and what it says. */
class Other {
  /** @type {Other[]} */
  static made = []

  /** @param {string} address @param {object} options */
  constructor(address, options) {
    Object.assign(this, { address, options })
    /** @type {any[]} */
    this.told = []
    /** @type {Record<string, (event: any) => void>} */
    this.hears = {}
    this.ended = false
    Other.made.push(this)
  }

  /** @param {string} name @param {(event: any) => void} listener */
  addEventListener(name, listener) { this.hears[name] = listener }
  /** @param {any} message */
  postMessage(message) { this.told.push(message) }
  terminate() { this.ended = true }
  /** @param {any} data */
  say(data) { this.hears.message({ data }) }
}

/** A page whose theme has mounted its search. @param {string} url */
async function mounted(url = "https://digest.example/zh-hans/") {
  Other.made = []
  const window = await page(SCRIPTS, { url, before: (/** @type {any} */ own) => Object.assign(own, { Worker: Other, DecompressionStream: class {}, fetch: async () => ({ ok: false }) }) })
  const theme = new window.Worker("/assets/digest/search.0123456789.js")
  const box = window.document.querySelector("input[data-md-component]")
  return { window, theme, box }
}

/** @param {any} theme @param {string} text */
async function asked(theme, text) {
  theme.postMessage({ type: 2, data: text })
  await passed(200)
  return Other.made[0].told.filter(({ type }) => type === 2).map(({ data }) => data.text)
}

test("the worker is a module, begins when the box is used, and no other worker is touched", async () => {
  const { window, box } = await mounted()
  assert.equal(Other.made.length, 0)
  box.focus()
  const [worker] = /** @type {any[]} */ (Other.made)
  await passed()
  assert.equal(worker.options.type, "module")
  assert.equal(worker.told[0].data.root, "https://digest.example/")
  assert.ok(new window.Worker("other.js") instanceof Other)
})

test("keys are asked once they rest, and never while an input method composes", async () => {
  const { window, theme, box } = await mounted()
  box.focus()
  Other.made[0].say({ type: 1, data: { subjects: {} } })
  box.dispatchEvent(new window.Event("compositionstart", { bubbles: true }))
  assert.deepEqual(await asked(theme, "y"), [])
  box.dispatchEvent(new window.Event("compositionend", { bubbles: true }))
  theme.postMessage({ type: 2, data: "云" })
  assert.deepEqual(await asked(theme, "云上"), ["云上"])
})

test("what stands there is not asked for again, unless it failed", async () => {
  const { theme, box } = await mounted()
  box.focus()
  Other.made[0].say({ type: 1, data: { subjects: {} } })
  assert.deepEqual(await asked(theme, "云"), ["云"])
  assert.deepEqual(await asked(theme, "云"), ["云"])
  Other.made[0].say({ type: 4, data: "404" })
  assert.deepEqual(await asked(theme, "云"), ["云", "云"])
})

test("an empty box asks nobody, and what was taken back meanwhile is not shown", async () => {
  const { window, theme, box } = await mounted()
  box.focus()
  Other.made[0].say({ type: 1, data: { subjects: {} } })
  assert.deepEqual(await asked(theme, ""), [])
  assert.deepEqual(await asked(theme, "云"), ["云"])
  assert.deepEqual(await asked(theme, " "), ["云"])
  Other.made[0].say({ type: 3, data: answer({ items: [[item("a")]] }) })
  assert.equal(window.document.querySelector(".md-search-result").dataset.state, "ready")
})

test("an answer is shown and its query kept in the address; the theme is told nothing of it", async () => {
  const { window, theme, box } = await mounted()
  /** @type {any[]} */
  const heard = []
  theme.addEventListener("message", (/** @type {any} */ event) => heard.push(event.data.type))
  box.focus()
  Other.made[0].say({ type: 1, data: { subjects: { "zh-hans": ["云"] } } })
  window.document.querySelector("[data-md-toggle]").checked = true
  await asked(theme, "云")
  Other.made[0].say({ type: 3, data: answer({ items: [[item("a")]], rest: 1 }) })
  assert.equal(window.location.search, "?q=%E4%BA%91")
  assert.deepEqual(heard, [1])
  window.document.querySelector(".dg-search-more").click()
  assert.equal(Other.made[0].told.at(-1).data.wanted, 20)
  Other.made[0].say({ type: 3, data: answer({ items: [[item("a")], [item("b")]] }) })
  assert.equal(window.document.activeElement.textContent, "b")
})

test("a search that takes its time says so", async () => {
  const { window, theme, box } = await mounted()
  box.focus()
  Other.made[0].say({ type: 1, data: { subjects: {} } })
  await asked(theme, "云")
  await passed(400)
  assert.equal(window.document.querySelector(".md-search-result").dataset.state, "waiting")
})

test("an index that failed is asked for again at the next key", async () => {
  const { window, theme, box } = await mounted()
  box.focus()
  Other.made[0].say({ type: 4, data: "404" })
  assert.equal(window.document.querySelector(".md-search-result").dataset.state, "failed")
  assert.equal(Other.made[0].ended, true)
  theme.postMessage({ type: 2, data: "云" })
  assert.equal(Other.made.length, 2)
})

test("a result that is followed leaves its query behind, in the page that is left", async () => {
  const { window, theme, box } = await mounted()
  box.focus()
  Other.made[0].say({ type: 1, data: { subjects: {} } })
  await asked(theme, "云")
  Other.made[0].say({ type: 3, data: answer({ items: [[item("a")]] }) })
  box.value = "云"
  window.document.querySelector("[data-md-toggle]").checked = true
  const seen = new Promise((done) => { window.document.body.addEventListener("click", () => done(window.location.search), { once: true }) })
  const link = window.document.querySelector(".md-search-result__item a")
  link.addEventListener("click", (/** @type {Event} */ event) => event.preventDefault())
  link.click()
  assert.equal(await seen, "?q=%E4%BA%91")
})
