import assert from "node:assert/strict"
import { test } from "node:test"
import { opened, passed } from "./opening.js"

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

const INDEX = {
  articles: ["一", "二"],
  claims: [
    ["甲说", "zh-hans/articles/a/#c1", 0, "马", "yun", "ma", "for yun:for", "supports"],
    ["乙说", "zh-hans/articles/b/#c1", 1, "万", "yun lian", "wan", "against lian:against", "disputes"],
    ...Array.from({ length: 250 }, (_, number) => ["丙说" + number, `zh-hans/articles/b/#c${number + 2}`, 1, "马", "lian", "ma", "", "unlinked"]),
  ],
}
const PAGED = PAGE.replace("<form ", '<form data-index="../claims/index.json" data-root="../.." data-only="" data-more="{n} more" ') + '<nav class="dg-parts"></nav>'
/** @param {any} window @param {() => Promise<any>} answer */
const answering = (window, answer) => { window.fetch = answer }

test("where claims fill several pages, all of them are filtered by an index", async () => {
  const window = await opened(PAGED, ["claims-filter.js"], { before: (page) => answering(page, async () => ({ json: async () => INDEX })) })
  choose(window, "concept", "lian")
  await passed(5)
  const found = [...window.document.querySelectorAll(".dg-results .dg-entry a")]
  assert.equal(found.length, 200)
  assert.equal(found[0].getAttribute("href"), "../../zh-hans/articles/b/#c1")
  assert.equal(window.document.querySelector("output").value, "251 / 252")
  assert.equal(window.document.querySelector(".dg-results .dg-hint").textContent, "51 more")
  assert.ok(window.document.querySelector(".dg-group").hidden && window.document.querySelector(".dg-parts").hidden)
  choose(window, "stance", "against")
  await passed(5)
  assert.deepEqual([...window.document.querySelectorAll(".dg-results a")].map((each) => each.textContent), ["乙说"])
  assert.equal(window.location.search, "?concept=lian&stance=against")
  choose(window, "concept", "")
  choose(window, "stance", "")
  await passed(5)
  assert.ok(window.document.querySelector(".dg-results").hidden && !window.document.querySelector(".dg-group").hidden)
})

test("a list of one relation is filtered within that relation", async () => {
  const disputes = PAGED.replace('data-only=""', 'data-only="relation:disputes"')
  const window = await opened(disputes, ["claims-filter.js"], { before: (page) => answering(page, async () => ({ json: async () => INDEX })) })
  choose(window, "concept", "lian")
  await passed(5)
  assert.equal(window.document.querySelector("output").value, "1 / 1")
})

test("without the index the page at hand is filtered", async () => {
  const window = await opened(PAGED, ["claims-filter.js"], { before: (page) => answering(page, async () => { throw new Error("offline") }) })
  choose(window, "concept", "lian")
  await passed(5)
  assert.deepEqual(shown(window), ["b", "c"])
})

test("the first of several pages says how many claims all of them have", async () => {
  const window = await opened(PAGED.replace("data-index", 'data-all="252" data-index'), ["claims-filter.js"])
  assert.equal(window.document.querySelector("output").value, "3 / 252")
})

test("a list of pairs shows and counts pairs, where one of the two fits", async () => {
  const claims = [
    ["甲说", "a/#c1", 0, "马", "yun", "ma", "", "disputes", { disputes: [1, 2] }],
    ["乙说", "b/#c1", 1, "万", "lian", "wan", "", "disputes", { disputes: [0] }],
    ["丙说", "b/#c2", 1, "王", "lian", "wang", "", "disputes", { disputes: [0] }],
  ]
  const pairs = PAGED.replace('data-only=""', 'data-only="relation:disputes"')
  const window = await opened(pairs, ["claims-filter.js"], { before: (page) => answering(page, async () => ({ json: async () => ({ articles: ["一", "二"], claims }) })) })
  choose(window, "holder", "wan")
  await passed(5)
  assert.deepEqual([...window.document.querySelectorAll(".dg-results a")].map((each) => each.textContent), ["甲说", "乙说"])
  assert.equal(window.document.querySelector(".dg-results .dg-met a").textContent, "乙说")
  assert.equal(window.document.querySelector("output").value, "1 / 2")
})

test("on one page, too, a pair counts once and stays where one of the two fits", async () => {
  const met = `<ul class="dg-met">${entry("d", { concept: "yun", holder: "wan", stance: "", relation: "disputes" })}${entry("e", { concept: "yun", holder: "wang", stance: "", relation: "disputes" })}</ul>`
  const window = await opened(PAGE.replace(/(id="a"[^>]*>)/, `$1${met}`), ["claims-filter.js"])
  assert.equal(window.document.querySelector("output").value, "4 / 3")
  choose(window, "holder", "wan")
  assert.deepEqual(shown(window), ["a", "d", "b"])
  assert.equal(window.document.querySelector("output").value, "2 / 3")
})
