import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

const BODY = `<div class="dg-body"><p><a id="c1"></a><mark id="c2" data-mark="c1 c2">一</mark>。<mark data-mark="c2">二</mark></p></div><p id="p9">三</p>`
const here = (/** @type {any} */ window) => [...window.document.querySelectorAll(".dg-here")].map((/** @type {any} */ each) => each.textContent)

test("all sentences of a claim are shown and the first has the focus", async () => {
  const window = await opened(BODY, ["arrive.js"], { url: "https://digest.example/a/#c2" })
  assert.deepEqual(here(window), ["一", "二"])
  assert.equal(window.document.activeElement.id, "c2")
})

test("a claim whose id stands on an empty element is shown at its sentence", async () => {
  const window = await opened(BODY, ["arrive.js"], { url: "https://digest.example/a/#c1" })
  assert.deepEqual(here(window), ["一"])
  assert.equal(window.document.activeElement.id, "c2")
})

for (const hash of ["#p9", "#c7", "#%", ""]) {
  test(`no claim: "${hash}" shows nothing`, async () => {
    assert.deepEqual(here(await opened(BODY, ["arrive.js"], { url: `https://digest.example/a/${hash}` })), [])
  })
}

const BAR = `<h1>题</h1>${BODY}<div class="dg-arrival" data-claim="c2" data-back="← 回到《{title}》"><a class="dg-arrival__back" hidden></a><button>×</button></div>`
const CAME = JSON.stringify({ to: "/b/#c2", from: "/a/", title: "甲文", claim: "c8", open: true })

test("who comes to a claim from another article is told the way back", async () => {
  const window = await opened(BAR, ["arrive.js"], { url: "https://digest.example/b/#c2", before: (page) => page.sessionStorage.setItem("digest.way", CAME) })
  const bar = window.document.querySelector(".dg-arrival"), back = bar.querySelector("a")
  assert.equal(bar.hasAttribute("data-shown"), true)
  assert.equal(back.hidden, false)
  assert.equal(back.textContent, "← 回到《甲文》")
  assert.equal(back.getAttribute("href"), "/a/#c8")
  bar.querySelector("button").click()
  assert.equal(bar.hasAttribute("data-shown"), false)
})

test("who comes from anywhere else sees the bar without a way back", async () => {
  for (const kept of ["{", CAME.replace("/b/", "/x/")]) {
    const window = await opened(BAR, ["arrive.js"], { url: "https://digest.example/b/#c2", before: (page) => page.sessionStorage.setItem("digest.way", kept) })
    assert.equal(window.document.querySelector(".dg-arrival").hasAttribute("data-shown"), true)
    assert.equal(window.document.querySelector(".dg-arrival__back").hidden, true)
  }
})

test("what was open when the reader left is opened again, once, where he comes back to its claim", async () => {
  const page = `${BAR}<a class="dg-mark" href="#claim-c2">2</a>`
  const left = JSON.stringify({ to: "/x/#c1", from: "/b/", title: "题", claim: "c2", open: true })
  /** @param {string} url @param {string} kept */
  const opens = async (url, kept) => {
    let clicks = 0
    const window = await opened(page, ["arrive.js"], { url, before: (own) => {
      own.sessionStorage.setItem("digest.left", kept)
      own.document.querySelector(".dg-mark").addEventListener("click", () => clicks++)
    } })
    return [clicks, window.sessionStorage.getItem("digest.left") === null]
  }
  assert.deepEqual(await opens("https://digest.example/b/#c2", left), [1, true])
  assert.deepEqual(await opens("https://digest.example/b/", left), [0, false])
  assert.deepEqual(await opens("https://digest.example/b/#c2", left.replace("true", "false")), [0, false])
})

test("the way is kept when a claim of another page is followed, and only then", async () => {
  const links = `<div class="dg-pop" data-claim="c4"><a id="far" href="/b/#c2">远</a><a id="near" href="#c2">近</a><a id="plain" href="/b/">页</a></div>`
  const window = await opened(BAR + links, ["arrive.js"], { url: "https://digest.example/a/" })
  for (const id of ["near", "plain"]) window.document.getElementById(id).click()
  assert.equal(window.sessionStorage.getItem("digest.way"), null)
  window.document.getElementById("far").click()
  assert.deepEqual(JSON.parse(window.sessionStorage.getItem("digest.way")), { to: "/b/#c2", from: "/a/", title: "题", claim: "c4", open: true })
})
