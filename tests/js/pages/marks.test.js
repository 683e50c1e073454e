import assert from "node:assert/strict"
import { test } from "node:test"
import { opened, passed } from "./opening.js"

const PAGE = `<div class="dg-page"><p>句<a class="dg-mark" data-meets href="#claim-c1" aria-label="两条">2</a></p><a class="dg-mark" href="#c9" id="bare">1</a>
  <h2 id="dg-claims-title">论点</h2><ol><li id="claim-c1"><p class="dg-claims__text">平台会赢</p><div class="dg-meets"><ul class="dg-links"><li>另一条</li></ul></div></li></ol>
  <details data-open-wide></details><time data-today></time></div>`

/** @param {boolean} isWide */
const article = (isWide = false) => opened(PAGE, ["marks.js"], {
  before: (page) => {
    // What opens above the page is the browser's own; the page in memory has no such layer.
    page.HTMLElement.prototype.popover = ""
    page.HTMLElement.prototype.showPopover = function () { this.setAttribute("data-open", "") }
    page.HTMLElement.prototype.hidePopover = function () { this.removeAttribute("data-open") }
    page.matchMedia = () => ({ matches: isWide })
    page.PointerEvent = class extends page.MouseEvent { pointerType = "mouse" }
  },
})

test("a click on a mark shows what meets its claim, and where all of it stands", async () => {
  const window = await article()
  window.document.querySelector("a.dg-mark").click()
  const box = window.document.querySelector(".dg-pop")
  assert.equal(box.querySelector(".dg-pop__claim").textContent, "平台会赢")
  assert.equal(box.querySelector(".dg-links").textContent, "另一条")
  assert.equal(box.querySelector(".dg-pop__all a").href.split("#")[1], "claim-c1")
  assert.equal(box.getAttribute("aria-label"), "两条")
  assert.equal(window.document.activeElement, box)
})

test("a pointer that rests opens it too, one that passes does not", async () => {
  const window = await article()
  const over = (/** @type {string} */ selector) => window.document.querySelector(selector).dispatchEvent(new window.PointerEvent("pointerover", { bubbles: true }))
  over("a.dg-mark")
  over("h2")
  await passed(300)
  assert.equal(window.document.querySelector(".dg-pop"), null)
  over("a.dg-mark")
  await passed(300)
  assert.equal(window.document.querySelector(".dg-pop").hasAttribute("data-open"), true)
})

test("a mark of a claim that nothing meets is a link as any", async () => {
  const window = await article()
  window.document.getElementById("bare").click()
  assert.equal(window.document.querySelector(".dg-pop"), null)
})

test("the day is that on which the page is read, and wide screens show the short list open", async () => {
  const now = new Date()
  const window = await article(true)
  assert.equal(window.document.querySelector("time").textContent, [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-"))
  assert.equal(window.document.querySelector("details").open, true)
  assert.equal((await article(false)).document.querySelector("details").open, false)
})
