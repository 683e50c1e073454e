import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

const BODY = `<form data-md-component="palette">
  <input type="radio" name="p" id="p0" data-md-color-media="" data-md-color-scheme="default" data-md-color-primary="custom" data-md-color-accent="custom"><label for="p1" hidden></label>
  <input type="radio" name="p" id="p1" data-md-color-media="" data-md-color-scheme="slate" data-md-color-primary="custom" data-md-color-accent="custom"><label for="p0" hidden></label></form>
  <input type="checkbox" id="__drawer"><label for="__drawer" tabindex="0" role="button" id="button"></label>
  <div class="md-sidebar--secondary"><a class="md-nav__link" href="#one"></a><a class="md-nav__link" href="#two"></a></div>
  <div class="md-typeset"><h2 id="one"></h2><table><tr><td>甲</td></tr></table><h2 id="two"></h2><details id="fold"></details><details class="dg-drawn"></details></div>`

/** @param {string} [scheme] */
async function page(scheme = "default") {
  const kept = /** @type {Record<string, any>} */ ({})
  const window = await opened(BODY, ["frame.js"], {
    before: (own) => {
      own.document.body.setAttribute("data-md-color-scheme", scheme)
      own.__md_set = (/** @type {string} */ name, /** @type {any} */ value) => { kept[name] = value }
      own.document.getElementById("two").getBoundingClientRect = () => ({ top: 900 })
    },
  })
  return { window, document: window.document, kept }
}

test("light and dark follow the choice, which is kept and whose other button is shown", async () => {
  const { document, kept } = await page("slate")
  assert.deepEqual([...document.querySelectorAll("form label")].map((each) => each.hidden), [true, false])
  assert.deepEqual(kept, {})
  document.querySelectorAll("form label")[1].click()
  assert.equal(document.body.getAttribute("data-md-color-scheme"), "default")
  assert.equal(kept.__palette.index, 0)
  assert.equal(kept.__palette.color.scheme, "default")
})

test("a table scrolls in a box of its own, and what is read is marked in the contents", async () => {
  const { document } = await page()
  assert.ok(document.querySelector(".md-typeset__scrollwrap > .md-typeset__table > table td"))
  assert.deepEqual([...document.querySelectorAll(".md-nav__link--active")].map((each) => each.getAttribute("href")), ["#one"])
})

test("a label that is a button is pressed by Enter; the drawer closes where its link led to this page", async () => {
  const { window, document } = await page()
  const press = (/** @type {string} */ key) => document.getElementById("button").dispatchEvent(new window.KeyboardEvent("keydown", { key, bubbles: true }))
  press("Enter")
  press("x")
  assert.equal(document.getElementById("__drawer").checked, true)
  window.dispatchEvent(new window.Event("hashchange"))
  assert.equal(document.getElementById("__drawer").checked, false)
})

test("what is folded is open on paper, and folded again after", async () => {
  const { window, document } = await page()
  const open = () => [...document.querySelectorAll("details")].map((each) => each.open)
  window.dispatchEvent(new window.Event("beforeprint"))
  assert.deepEqual(open(), [true, false])
  window.dispatchEvent(new window.Event("afterprint"))
  assert.deepEqual(open(), [false, false])
})
