import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

const choice = (/** @type {string} */ name, /** @type {string[]} */ ...values) => `<select name="${name}"><option value="">-</option>${values.map((value) => `<option>${value}</option>`).join("")}</select>`
const entry = (/** @type {string} */ id, /** @type {Record<string, string>} */ data) => `<div class="dg-entry" id="${id}" ${Object.entries(data).map(([name, value]) => `data-${name}="${value}"`).join(" ")}></div>`
const PAGE = `<section class="dg-group">${entry("a", { concept: "yun", holder: "ma", stance: "for yun:for", relation: "supports" })}
  ${entry("b", { concept: "yun lian", holder: "wan", stance: "against lian:against", relation: "disputes" })}</section>
  <section class="dg-group">${entry("c", { concept: "lian", holder: "ma", stance: "for lian:for", relation: "supports" })}</section>
  <form data-claims-filter data-shown="{n} / {all}" data-none="none" hidden>
  ${choice("concept", "yun", "lian")}${choice("holder", "ma", "wan")}${choice("stance", "for", "against", "doubt")}${choice("relation", "supports", "disputes", "extends")}<output></output></form>`

/** @param {any} window */
const shown = (window) => [...window.document.querySelectorAll(".dg-entry:not([hidden])")].map((/** @type {any} */ each) => each.id)
/** @param {any} window @param {string} name @param {string} value */
function choose(window, name, value) {
  const select = window.document.querySelector(`[name=${name}]`)
  select.value = value
  select.dispatchEvent(new window.Event("change", { bubbles: true }))
}

test("what is chosen is listed, counted and kept in the address", async () => {
  const window = await opened(PAGE, ["claims-filter.js"])
  assert.deepEqual(shown(window), ["a", "b", "c"])
  choose(window, "holder", "ma")
  choose(window, "concept", "lian")
  assert.deepEqual(shown(window), ["c"])
  assert.equal(window.document.querySelector("output").value, "1 / 3")
  assert.equal(window.location.search, "?holder=ma&concept=lian")
  assert.equal(window.document.querySelector(".dg-group").hidden, true)
})

test("a stance is one on the concept that is chosen", async () => {
  const window = await opened(PAGE, ["claims-filter.js"], { url: "https://digest.example/claims/?concept=yun&stance=against" })
  assert.deepEqual(shown(window), [])
  assert.equal(window.document.querySelector("output").value, "none")
  choose(window, "concept", "lian")
  assert.deepEqual(shown(window), ["b"])
})

test("a choice that no claim has is not offered, and an unknown one in the address is passed over", async () => {
  const window = await opened(PAGE, ["claims-filter.js"], { url: "https://digest.example/claims/?relation=extends" })
  assert.deepEqual([...window.document.querySelector("[name=stance]").options].map((each) => each.value), ["", "for", "against"])
  assert.deepEqual([...window.document.querySelector("[name=relation]").options].map((each) => each.value), ["", "supports", "disputes", "extends"].slice(0, 3))
})
