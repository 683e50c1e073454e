import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

const MAP = `<div data-map><svg>
  <path class="dg-bow" data-a="one" data-b="two"/><path class="dg-bow" data-a="two" data-b="three"/>
  <g data-node="one" id="one"/><g data-node="two" id="two"/><g data-node="three" id="three"/><g data-node="four" id="four"/>
</svg></div><p id="outside"></p>`

/** @param {any} window */
const lit = (window) => [...window.document.querySelectorAll("[data-on][data-node]")].map((/** @type {any} */ node) => node.id)

test("what belongs to the box under the pointer is lit, and dark again when it is left", async () => {
  const window = await opened(MAP, ["argument-map.js"], { before: (page) => { page.CSS = { escape: String } } })
  const event = (/** @type {string} */ name, /** @type {string} */ id, more = {}) => window.document.getElementById(id).dispatchEvent(new window.MouseEvent(name, { bubbles: true, ...more }))
  event("mouseover", "one")
  assert.deepEqual(lit(window), ["one", "two"])
  event("mouseover", "four")
  assert.equal(window.document.querySelector("[data-map]").hasAttribute("data-on"), false)
  event("mouseover", "two")
  assert.deepEqual(lit(window), ["one", "two", "three"])
  event("mouseout", "two", { relatedTarget: window.document.getElementById("outside") })
  assert.equal(window.document.querySelector("[data-map]").hasAttribute("data-on"), false)
})
