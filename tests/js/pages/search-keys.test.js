import assert from "node:assert/strict"
import { test } from "node:test"
import { opened, passed } from "./opening.js"

const BODY = `<input type="checkbox" id="__search" data-md-toggle="search"><a href="#" id="outside">外</a><textarea></textarea>
  <div data-md-component="search"><form><input data-md-component="search-query"><button type="reset"></button></form>
  <ol class="md-search-result__list"></ol></div><script id="__config" type="application/json">{"search": "worker.js"}</script>`
const FOUND = `<li class="md-search-result__item"><a href="#a" id="a"><article data-md-score="2"></article></a><details><summary id="more"></summary><a href="#b" id="b"></a></details></li>
  <li class="md-search-result__item"><a href="#c" id="c"><article data-md-score="9"></article></a></li><li><button id="last"></button></li>`

/** @param {string} [url] */
async function page(url) {
  /** @type {string[]} */
  const asked = []
  const window = await opened(BODY, ["search-keys.js"], { url, before: (own) => {
    own.Worker = class { postMessage(/** @type {any} */ { data }) { asked.push(data) } }
  } })
  const { document } = window
  const press = (/** @type {string} */ key, more = {}) => {
    const event = new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more })
    document.activeElement.dispatchEvent(event)
    return event.defaultPrevented
  }
  return { window, document, asked, press, box: document.querySelector("form input"), toggle: document.getElementById("__search") }
}

test("the key of the search opens it, but not where something is written", async () => {
  const { document, press, box, toggle } = await page()
  document.querySelector("textarea").focus()
  assert.equal(press("/"), false)
  assert.equal(toggle.checked, false)
  document.getElementById("outside").focus()
  assert.equal(press("/", { ctrlKey: true }), false)
  assert.equal(press("/"), true)
  assert.equal(document.activeElement, box)
  assert.equal(toggle.checked, true)
})

test("arrows go through what is shown, Enter opens the best, what is typed goes into the box, Escape closes", async () => {
  const { document, press, box, toggle } = await page()
  box.focus()
  document.querySelector("ol").innerHTML = FOUND
  const gone = ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"].map((key) => {
    press(key)
    return document.activeElement.id
  })
  assert.deepEqual(gone, ["a", "more", "c", "last", "", "last"])
  assert.equal(press("云"), false)
  assert.equal(document.activeElement, box)
  /** @type {string[]} */
  const opening = []
  for (const link of document.querySelectorAll("a")) link.addEventListener("click", () => opening.push(link.id))
  press("Enter")
  assert.deepEqual(opening, ["c"])
  assert.equal(toggle.checked, false)
  box.focus()
  box.blur()
  box.focus()
  press("Escape")
  assert.equal(toggle.checked, false)
})

test("who goes on behind the search has left it; an emptied box asks again", async () => {
  const { document, asked, box, toggle } = await page()
  box.focus()
  box.value = "云"
  box.dispatchEvent(new document.defaultView.Event("keyup"))
  document.querySelector("[type=reset]").click()
  await passed(20)
  assert.deepEqual(asked.slice(0, 2), ["", "云"])
  assert.equal(asked.at(-1), "")
  document.getElementById("outside").focus()
  assert.equal(toggle.checked, false)
})

test("a query in the address is asked at once", async () => {
  const { asked, box, toggle } = await page("https://digest.example/zh-hans/?q=%E4%BA%91")
  assert.equal(box.value, "云")
  assert.equal(toggle.checked, true)
  assert.ok(asked.includes("云"))
})
