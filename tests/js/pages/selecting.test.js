import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

const BODY = `<p id="before">标题</p><div id="dg-text"><p>桥要修。</p></div>`

/** @param {any} window @param {string} selector */
function select(window, selector) {
  const node = window.document.querySelector(selector).firstChild
  window.getSelection().setBaseAndExtent(node, 0, node, 2)
  window.document.dispatchEvent(new window.Event("selectionchange"))
  return window.document.head.querySelectorAll("script[src]")
}

const page = () => opened(BODY, ["selecting.js"], {
  before: (window) => {
    const own = window.document.createElement("script")
    own.dataset.selected = "../assets/digest/selected.js"
    Object.defineProperty(window.document, "currentScript", { get: () => own })
  },
})

test("what helps with a selection is fetched once words of the article are selected, and told of them", async () => {
  const window = await page()
  assert.equal(select(window, "#before").length, 0)
  const [script] = select(window, "#dg-text p")
  assert.equal(script.src, "https://digest.example/assets/digest/selected.js")
  assert.equal(select(window, "#dg-text p").length, 1)
  let told = 0
  window.document.addEventListener("selectionchange", () => { told += 1 })
  script.dispatchEvent(new window.Event("load"))
  assert.equal(told, 1)
})

test("what did not come is asked for again", async () => {
  const window = await page()
  select(window, "#dg-text p")[0].dispatchEvent(new window.Event("error"))
  assert.equal(select(window, "#dg-text p").length, 2)
})
