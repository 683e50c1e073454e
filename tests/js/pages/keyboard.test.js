import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

const BODY = `<input type="checkbox" id="__drawer"><input type="checkbox" id="__search">
  <div class="dg-header"><button data-opens="__drawer" aria-expanded="false"></button><button data-opens="__search" aria-expanded="false"></button></div>
  <div class="md-sidebar--primary"><a href="#" id="first"></a></div>
  <div class="md-typeset"><div class="md-typeset__scrollwrap" id="wide"></div><div class="md-typeset__scrollwrap" id="narrow"></div></div>`

const page = () => opened(BODY, ["keyboard.js"], { before: ({ document }) => {
  Object.defineProperty(document.getElementById("wide"), "scrollWidth", { value: 900 })
} })

test("the drawer opens by its button, takes the focus in, and gives it back when it is closed by Escape", async () => {
  const { document, KeyboardEvent } = await page()
  const [drawer] = document.querySelectorAll("[data-opens]")
  drawer.click()
  assert.equal(drawer.getAttribute("aria-expanded"), "true")
  assert.equal(document.activeElement.id, "first")
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }))
  assert.equal(document.getElementById("__drawer").checked, false)
  assert.equal(drawer.getAttribute("aria-expanded"), "false")
  assert.equal(document.activeElement, drawer)
})

test("the button of the search says whether it is open, and Escape is not the drawer's where that is closed", async () => {
  const { document, KeyboardEvent } = await page()
  const search = document.querySelectorAll("[data-opens]")[1]
  search.click()
  assert.equal(search.getAttribute("aria-expanded"), "true")
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }))
  assert.equal(document.getElementById("__search").checked, true)
})

test("what scrolls sideways can be reached, and nothing else", async () => {
  const { document } = await page()
  assert.equal(document.getElementById("wide").tabIndex, 0)
  assert.equal(document.getElementById("narrow").tabIndex, -1)
})
