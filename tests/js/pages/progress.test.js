import assert from "node:assert/strict"
import { test } from "node:test"
import { opened, passed } from "./opening.js"

const KEY = "digest.stopped"
const ARTICLE = `<header class="md-header dg-header"><div class="dg-progress"></div></header><div class="dg-head"><h1>桥</h1></div>
  <p class="dg-continue" data-said="上次读到 {n}%，《{title}》" hidden><a></a></p>
  <div id="dg-text" data-slug="bridge"><p id="p1">一</p><p id="p2">二</p></div>`
const HOME = `<p class="dg-continue" data-said="《{title}》{n}" data-articles="articles/" hidden><a></a></p>`

/** @param {string} body @param {any} [kept] @param {string} [url] */
async function page(body, kept, url) {
  return opened(body, ["progress.js"], { url, before: (window) => {
    window.localStorage.setItem(KEY, typeof kept === "string" ? kept : JSON.stringify(kept ?? {}))
    window.scrollY = 0
  } })
}

/** Scrolls so that `part` of the text is read. @param {any} window @param {number} part */
async function read(window, part) {
  const { document } = window
  const height = 10 * window.innerHeight
  window.scrollY = height * part
  document.getElementById("dg-text").getBoundingClientRect = () => ({ top: window.innerHeight - part * 10.1 * window.innerHeight, height })
  document.querySelector("h1").getBoundingClientRect = () => ({ bottom: -10 })
  document.getElementById("p2").getBoundingClientRect = () => ({ bottom: 100 })
  window.dispatchEvent(new window.Event("scroll"))
  await passed(450)
  return JSON.parse(window.localStorage.getItem(KEY))
}

test("where a reader stops is kept, with how far that is, until the article is read", async () => {
  const window = await page(ARTICLE)
  const { bridge } = await read(window, 0.5)
  assert.deepEqual([bridge.id, bridge.title, Math.round(bridge.part * 100)], ["p2", "桥", 50])
  assert.ok(window.document.querySelector(".dg-header").hasAttribute("data-scrolled"))
  assert.match(window.document.querySelector(".dg-progress").style.transform, /scaleX\(0\.5/)
  assert.equal((await read(window, 0.97)).bridge, undefined)
})

test("the article leads on from there, and the home page to the last one", async () => {
  const stops = { bridge: { id: "p2", part: 0.4, title: "桥", when: 5 }, road: { id: "p9", part: 0.7, title: "路", when: 9 } }
  const link = async (/** @type {string} */ body) => (await page(body, stops)).document.querySelector(".dg-continue a")
  const own = await link(ARTICLE)
  assert.deepEqual([own.getAttribute("href"), own.textContent, own.parentElement.hidden], ["#p2", "上次读到 40%，《桥》", false])
  const home = await link(HOME)
  assert.deepEqual([home.getAttribute("href"), home.textContent], ["articles/road/#p9", "《路》70"])
})

test("what is kept is no address of somebody else's, and broken settings are none", async () => {
  for (const kept of [{ bridge: { id: "javascript:x()", part: 0.5, title: "桥", when: 1 } }, "{", "null"]) {
    assert.equal((await page(ARTICLE, kept)).document.querySelector(".dg-continue").hidden, true)
  }
  const stops = { bridge: { id: "p2", part: 0.4, title: "桥", when: 5 } }
  const arrived = await page(ARTICLE, stops, "https://digest.example/zh-hans/articles/bridge/#c1")
  assert.equal(arrived.document.querySelector(".dg-continue").hidden, true)
})
