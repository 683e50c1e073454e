import assert from "node:assert/strict"
import { test } from "node:test"
import { answer, item, page } from "./search-page.js"

const WORDS = { places: "{n} places", more: "more", rest: "{n} more", near: "near", beside: "beside" }
const lines = (/** @type {any} */ window) => [...window.document.querySelectorAll("ol > li")].map((each) => each.textContent.trim())

test("an article is listed with its places, the lesser ones folded, tags as text and links with what to mark", async () => {
  const window = await page(["search-list.js"])
  const hit = [item("a", { title: "<mark>云</mark>&#60;b&#62;", tags: ["作者：万霖"] }), item("a#p1", { text: "里面" }), item("a#p2", { score: 1 })]
  window.digestList.show(answer({ items: [hit] }), WORDS, () => {})
  const [first, second] = window.document.querySelectorAll(".md-search-result__item > a")
  assert.equal(first.querySelector("h1").textContent, "云<b>")
  assert.equal(first.href, "https://digest.example/zh-hans/articles/a/?h=%E4%BA%91")
  assert.equal(second.querySelector("p").textContent, "里面")
  assert.equal(window.document.querySelector("details summary").textContent, "1 places")
  assert.equal(window.document.querySelectorAll("nav").length, 0)
  assert.equal(window.document.querySelector(".md-tag").textContent, "作者：万霖")
})

test("a line parts what stands there word for word from what does not", async () => {
  const window = await page(["search-list.js"])
  window.digestList.show(answer({ kind: "beside", exact: 1, items: [[item("a")], [item("b")]] }), WORDS, () => {})
  assert.deepEqual(lines(window), ["a", "beside", "b"])
  window.digestList.show(answer({ kind: "exact", exact: 2, items: [[item("a")], [item("b")]] }), WORDS, () => {})
  assert.deepEqual(lines(window), ["a", "b"])
})

test("more can be asked for below the results, and the first new one gets the focus", async () => {
  const window = await page(["search-list.js"])
  let asked = 0
  window.digestList.show(answer({ items: [[item("a")]], rest: 7 }), WORDS, () => asked++)
  assert.deepEqual(lines(window), ["a", "more 7 more"])
  window.document.querySelector("button").click()
  assert.equal(asked, 1)
  window.digestList.show(answer({ items: [[item("a")], [item("b")]] }), WORDS, () => {})
  window.digestList.focus(1)
  assert.equal(window.document.activeElement.textContent, "b")
  window.digestList.clear()
  assert.deepEqual(lines(window), [])
})
