import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

/** @param {string} html @param {string} query */
async function marked(html, query) {
  const window = await opened(`<div class="md-content">${html}</div>`, ["search-mark.js"], {
    url: `https://digest.example/a/?${query}`,
    before: (page) => Object.defineProperty(page.HTMLElement.prototype, "offsetParent", { get: () => page.document.body }),
  })
  return [...window.document.querySelectorAll("mark[data-md-highlight]")].map((/** @type {any} */ mark) => mark.textContent)
}

test("words are marked, across bold type and links too", async () => {
  assert.deepEqual(await marked("<p>产业<b>互联</b>网，产业</p>", "h=产业互联网"), ["产业", "互联", "网"])
})

test("a Latin word is marked where one begins, whatever its case", async () => {
  assert.deepEqual(await marked("<p>SaaS saas isaas</p>", "h=saas"), ["SaaS", "saas"])
})

test("the longer of two words is marked as one, and a hard space stands for any", async () => {
  assert.deepEqual(await marked("<p>To\n B 产业互联网</p>", `h=产业 产业互联网 To${encodeURIComponent("\u00a0")}B`.replaceAll(" ", "+")), ["To\n B", "产业互联网"])
})

test("signs are no words, and the page is left alone without any", async () => {
  assert.deepEqual(await marked("<p>(.*[ 产业</p>", "h=(.*["), [])
  assert.deepEqual(await marked("<p>产业</p>", "q=产业"), [])
})
