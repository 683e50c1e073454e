import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

const PAGE = `<link rel="alternate" href="x">
  <nav class="dg-switch"><a data-variant="zh-Hans" data-root="https://digest.example/zh-hans/" aria-current="true" href="#">简</a>
  <a data-variant="zh-Hant" data-root="https://digest.example/zh-hant/" href="#">繁</a></nav>
  <div class="dg-offer" hidden><a data-variant="zh-Hant" data-root="https://digest.example/zh-hant/" href="#" hidden></a><button></button></div>`

/** @param {string[]} languages @param {string} [kept] */
const visit = (languages, kept) => opened(PAGE, ["switch.js"], {
  url: "https://digest.example/zh-hans/articles/a/?concept=yun#c1",
  before: (page) => {
    Object.defineProperty(page.navigator, "languages", { value: languages })
    if (kept) page.localStorage.setItem("digest.variant", kept)
  },
})

test("the switch leads to the same place, and the choice is remembered", async () => {
  const window = await visit(["en"])
  const link = window.document.querySelector(".dg-switch [data-variant=zh-Hant]")
  /** @type {string[]} */
  const told = []
  window.addEventListener("digest:switch", (/** @type {any} */ event) => told.push(event.detail.pathname))
  link.addEventListener("click", (/** @type {Event} */ event) => event.preventDefault())
  link.click()
  assert.equal(link.href, "https://digest.example/zh-hant/articles/a/?concept=yun#c1")
  assert.equal(window.localStorage.getItem("digest.variant"), "zh-Hant")
  assert.deepEqual(told, ["/zh-hant/articles/a/"])
})

test("a first visitor of the other script is offered it, and may stay", async () => {
  const window = await visit(["zh-TW"])
  const box = window.document.querySelector(".dg-offer")
  assert.equal(box.hidden, false)
  assert.equal(box.querySelector("a").hidden, false)
  box.querySelector("button").click()
  assert.equal(box.hidden, true)
  assert.equal(window.localStorage.getItem("digest.variant"), "zh-Hans")
})

test("nobody else is offered anything", async () => {
  for (const [languages, kept] of /** @type {[string[], string?][]} */ ([[["zh-CN"]], [["en"]], [["zh-TW"], "zh-Hans"]])) {
    assert.equal((await visit(languages, kept)).document.querySelector(".dg-offer").hidden, true)
  }
})

test("the theme sees no other tree in the links to other forms", async () => {
  assert.equal((await visit(["en"])).document.querySelector("link").rel, "alternate page")
})
