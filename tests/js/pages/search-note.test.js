import assert from "node:assert/strict"
import { test } from "node:test"
import { answer, item, page } from "./search-page.js"

const SCRIPTS = ["search-list.js", "search-filters.js", "search-note.js"]
const acts = { ask: () => {}, more: () => {}, open: () => {} }
/** @param {any} window */
const said = (window) => ({
  state: window.document.querySelector(".md-search-result").dataset.state, busy: window.document.querySelector(".md-search-result").getAttribute("aria-busy"),
  meta: window.document.querySelector(".md-search-result__meta").textContent, note: window.document.getElementById("dg-search-note").textContent,
})

test("waiting, found, empty and failed look different", async () => {
  const window = await page(SCRIPTS), note = window.digestNote
  note.hint(["云"])
  assert.deepEqual(said(window), { state: "ready", busy: "false", meta: "ready", note: "hintsubjects云" })
  note.waiting()
  assert.deepEqual([said(window).state, said(window).busy, said(window).meta], ["waiting", "true", "waiting"])
  note.answer(answer({ items: [[item("a")]], total: 256, rest: 255 }), [], acts)
  assert.deepEqual(said(window), { state: "found", busy: "false", meta: "256 found", note: "" })
  note.answer(answer({ typed: "$&" }), [], acts)
  assert.deepEqual(said(window), { state: "empty", busy: "false", meta: "nothing", note: "none of $&all" })
  note.fault(false)
  assert.deepEqual(said(window), { state: "failed", busy: "false", meta: "failed", note: "faultall" })
  note.fault(true)
  assert.equal(said(window).note, "too oldall")
})

test("that nothing stands there word for word is said, and what may have been meant can be asked", async () => {
  const window = await page(SCRIPTS)
  /** @type {string[]} */
  const asked = []
  window.digestNote.answer(answer({ kind: "near", typed: "腾迅的云", items: [[item("a")]], slips: [{ typed: "腾迅", meant: "腾讯" }] }), [], { ...acts, ask: (/** @type {string} */ query) => asked.push(query) })
  assert.equal(said(window).note, "meant: 腾讯 near")
  window.document.querySelector("#dg-search-note button").click()
  assert.deepEqual(asked, ["腾讯的云"])
})

test("candidates that were not looked at are said to be so", async () => {
  const window = await page(SCRIPTS)
  window.digestNote.answer(answer({ rest: 9, total: 9 }), [], acts)
  assert.equal(said(window).note, "unsure 9")
})

test("of words that no article has together, those that stand nowhere are named and the others can be asked for alone", async () => {
  const window = await page(SCRIPTS)
  /** @type {string[]} */
  const asked = []
  const apart = [{ typed: "云", isThere: true }, { typed: "火星", isThere: false }, { typed: "\"平台会赢\"", isThere: true }]
  window.digestNote.answer(answer({ typed: "云 火星 平台", apart }), [], { ...acts, ask: (/** @type {string} */ query) => asked.push(query) })
  assert.equal(said(window).note, "none of 云 火星 平台nowhere: 火星apart: 云 \"平台会赢\" all")
  for (const button of window.document.querySelectorAll("#dg-search-note button")) button.click()
  assert.deepEqual(asked, ["云", "\"平台会赢\""])
  window.digestNote.answer(answer({ typed: "火星 金星", apart: [{ typed: "火星", isThere: false }, { typed: "金星", isThere: false }] }), [], acts)
  assert.equal(said(window).note, "none of 火星 金星nowhere: 火星、金星all")
})
