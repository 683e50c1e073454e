import assert from "node:assert/strict"
import { test } from "node:test"
import { opened, passed } from "./opening.js"

const BODY = `<p id="outside">外面的字</p><div id="dg-text" data-quote="“{text}”——甲，《桥》，{link}"><p id="p1">他说“桥要修”，路-也要修。</p></div>
  <div id="dg-share"><button data-copy="link" data-done="已复制" data-fault="没有复制成"></button><button data-copy="quotation" data-done="已复制"></button><output></output></div>`

/** @param {boolean} [isRefused] */
async function page(isRefused = false) {
  /** @type {string[]} */
  const copied = []
  const window = await opened(BODY, ["sharing.js"], { url: "https://digest.example/zh-hans/bridge/?q=x", before: (own) => {
    const bar = own.HTMLElement.prototype
    let isOpen = false
    Object.assign(bar, { popover: "", showPopover() { isOpen = true }, hidePopover() { isOpen = false } })
    const matches = own.Element.prototype.matches
    own.Element.prototype.matches = function (/** @type {string} */ selector) { return selector === ":popover-open" ? isOpen : matches.call(this, selector) }
    own.Range.prototype.getClientRects = () => [{ bottom: 20, right: 50 }]
    own.navigator.clipboard = { writeText: async (/** @type {string} */ text) => {
      if (isRefused) throw new Error("refused")
      copied.push(text)
    } }
  } })
  const { document } = window
  const select = async (/** @type {string} */ selector, from = 0, until = 1) => {
    const node = document.querySelector(selector).firstChild
    window.getSelection().setBaseAndExtent(node, from, node, until)
    document.dispatchEvent(new window.Event("selectionchange"))
    await passed(300)
    return document.getElementById("dg-share").matches(":popover-open")
  }
  const press = async (/** @type {string} */ name) => {
    document.querySelector(`[data-copy=${name}]`).click()
    await passed(10)
    return document.querySelector("output").textContent
  }
  return { copied, select, press }
}

test("words of the text are copied as a link to their place, without marks that readers choose", async () => {
  const { copied, select, press } = await page()
  assert.equal(await select("#p1", 0, 13), true)
  assert.equal(await press("link"), "已复制")
  assert.equal(copied[0], `https://digest.example/zh-hans/bridge/#p1:~:text=${encodeURIComponent("，路")}%2D${encodeURIComponent("也要修")}`)
})

test("a quotation has its source, and a selection elsewhere nothing", async () => {
  const { copied, select, press } = await page()
  await select("#p1", 3, 6)
  await press("quotation")
  assert.equal(copied[0], "“桥要修”——甲，《桥》，https://digest.example/zh-hans/bridge/#p1")
  assert.equal(await select("#outside", 0, 3), false)
})

test("what could not be copied is said", async () => {
  const { select, press } = await page(true)
  await select("#p1", 3, 6)
  assert.equal(await press("link"), "没有复制成")
})
