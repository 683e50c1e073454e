import assert from "node:assert/strict"
import { test } from "node:test"
import { answer, item, page } from "./search-page.js"

const WORDS = { filters: "filters", without: "without {filter}", field_author: "作者", field_concept: "概念", field_date: "日期", field_stance: "态度" }
const TWO = [[item("a")], [item("b")]]

/** @param {object} own */
async function shown(own) {
  const window = await page(["search-filters.js"])
  /** @type {string[]} */
  const asked = []
  window.digestFilters.show(answer({ items: TWO, ...own }), WORDS, { for: "支持" }, (/** @type {string} */ query) => asked.push(query), () => asked.push("open"))
  const buttons = () => [...window.document.querySelectorAll("#dg-search-filters button")]
  return { window, asked, buttons }
}

test("a choice adds its filter to the query, a stance by its name", async () => {
  const { asked, buttons } = await shown({ facets: { author: [["万 霖", 2]], concept: [], date: [["2021", 1]], stance: [["for", 1]] } })
  assert.deepEqual(buttons().map(({ textContent }) => textContent), ["万 霖 2", "2021 1", "支持 1"])
  for (const each of buttons()) each.click()
  assert.deepEqual(asked, ["云 作者：\"万 霖\"", "云 日期：2021", "云 态度：支持"])
})

test("what is chosen can be taken out again", async () => {
  const { asked, buttons } = await shown({ typed: "云 作者：万霖 雨", filters: [{ field: "author", value: "萬霖", raw: "作者：万霖", name: "万霖" }], items: [] })
  assert.equal(buttons()[0].getAttribute("aria-label"), "without 作者：万霖")
  buttons()[0].click()
  assert.deepEqual(asked, ["云 雨"])
})

test("choices that are not there yet are asked for when the filters are opened", async () => {
  const { window, asked } = await shown({ facets: null })
  const details = window.document.querySelector("details")
  details.open = true
  details.dispatchEvent(new window.Event("toggle"))
  assert.deepEqual(asked, ["open"])
  assert.equal(window.digestFilters.isOpen(), true)
})

test("one result, or nothing to choose, needs no filters", async () => {
  assert.equal((await shown({ items: [[item("a")]] })).window.document.querySelector("details"), null)
  assert.equal((await shown({ facets: { author: [], concept: [], date: [], stance: [] } })).window.document.querySelector("details"), null)
})
