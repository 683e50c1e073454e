import assert from "node:assert/strict"
import { test } from "node:test"
import { opened, passed } from "./opening.js"

const PAGE = `<div class="md-content"><p id="a">他说：“还要再开，一家叫‘南门’的也在谈。”it’s</p><p id="b">「甲『乙』」</p><code id="c">“x”</code></div><p id="d">“外”</p>`
const page = (/** @type {string} */ quotes) => opened(PAGE, ["quotes.js"], { before: (window) => { window.document.documentElement.dataset.quotes = quotes } })
const texts = (/** @type {any} */ window) => ["a", "b", "c", "d"].map((id) => window.document.getElementById(id).textContent)

test("both kinds are put in, code and the rest of the page keep theirs, and back again", async () => {
  const window = await page("corner")
  window.dispatchEvent(new window.Event("digest:reading"))
  assert.deepEqual(texts(window), ["他说：「还要再开，一家叫『南门』的也在谈。」it’s", "「甲『乙』」", "“x”", "“外”"])
  window.document.documentElement.dataset.quotes = "curly"
  window.dispatchEvent(new window.Event("digest:reading"))
  assert.deepEqual(texts(window).slice(0, 2), ["他说：“还要再开，一家叫‘南门’的也在谈。”it’s", "“甲‘乙’”"])
  delete window.document.documentElement.dataset.quotes
  window.dispatchEvent(new window.Event("digest:reading"))
  assert.deepEqual(texts(window).slice(0, 2), ["他说：“还要再开，一家叫‘南门’的也在谈。”it’s", "「甲『乙』」"])
})

test("what comes onto the page later is set so too", async () => {
  const window = await page("corner")
  window.document.querySelector(".md-content").insertAdjacentHTML("beforeend", "<p id=late>“新”</p>")
  await passed()
  assert.equal(window.document.getElementById("late").textContent, "「新」")
})
