import assert from "node:assert/strict"
import { test } from "node:test"
import { opened, passed } from "./opening.js"

const HANT = `<div id="dg-text"><p id="p1">橋要修。<span class="dg-claim" data-mark="c1" id="c1">後來修好了。</span><a class="dg-mark" href="#claim-c1">1</a>人就來了！</p></div>`
const BODY = `<div id="dg-text"><p id="p1">桥要修。<span class="dg-claim" data-mark="c1" id="c1">后来修好了。</span><a class="dg-mark" href="#claim-c1">1</a>人就来了！</p></div>
  <div id="dg-part" hidden data-repository="https://github.com/a/b" data-slug="bridge" data-lang="zh-Hant" data-tag="简体（zh-Hans）" data-meets="和另一句相遇" data-kept="已记下">
  <a data-part="sentence"></a><a data-part="claim"></a><button data-part="meet"></button><a data-part="disputes" data-kind="相左（disputes）" hidden></a><a data-part="supports" hidden></a><a data-part="term"></a></div>`

/** @param {{ waiting?: object, twin?: boolean }} [options] */
async function page({ waiting, twin = true } = {}) {
  return opened(BODY, ["take-part.js"], {
    before: (window) => {
      window.fetch = async (/** @type {string} */ url) => ({ ok: url.endsWith("/zh-hant/bridge/"), text: async () => HANT })
      if (twin) window.document.head.insertAdjacentHTML("beforeend", `<link rel="alternate" hreflang="zh-Hant" href="https://published.example/zh-hant/bridge/">`)
      if (waiting) window.sessionStorage.setItem("digest.meeting", JSON.stringify(waiting))
    },
  })
}

/** @param {any} window @param {string} words */
async function select(window, words) {
  const walker = window.document.createTreeWalker(window.document.getElementById("dg-text"), 4)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const place = node.data.indexOf(words)
    if (place >= 0) window.getSelection().setBaseAndExtent(node, place, node, place + words.length)
  }
  window.document.dispatchEvent(new window.Event("selectionchange"))
  await passed(300)
  return (/** @type {string} */ name) => {
    const link = window.document.querySelector(`[data-part="${name}"]`)
    return Object.fromEntries(new URL(link.getAttribute("href")).searchParams)
  }
}

test("the forms are filled with the sentence as its article has it", async () => {
  const window = await page()
  const form = await select(window, "人就来")
  assert.equal(window.document.getElementById("dg-part").hidden, false)
  assert.deepEqual(form("sentence"), { template: "4-sentence.yml", article: "bridge", sentence: "人就來了！", change: "人就來了！" })
  assert.deepEqual(form("claim"), { template: "5-claim.yml", article: "bridge", sentence: "人就來了！" })
  const term = form("term")
  assert.deepEqual([term.sentence, term.phrase, term.variant], ["人就来了！", "人就來", "简体（zh-Hans）"])
  assert.equal(window.document.querySelector('[data-part="disputes"]').hidden, true)
})

test("where the page of the source is not there, the words are those that are shown", async () => {
  const window = await page({ twin: false })
  assert.equal((await select(window, "桥要修"))("sentence").sentence, "桥要修。")
})

test("a sentence is kept for another article, by its claim where it has one", async () => {
  const window = await page()
  await select(window, "修好")
  window.document.querySelector('[data-part="meet"]').click()
  assert.deepEqual(JSON.parse(window.sessionStorage.getItem("digest.meeting")), { side: "bridge#c1", slug: "bridge" })
})

test("two sentences of two articles meet in the form of relations", async () => {
  const window = await page({ waiting: { side: "road#c3", slug: "road" } })
  const form = await select(window, "桥要修")
  assert.deepEqual(form("disputes"), { template: "2-relation.yml", one: "road#c3", other: "bridge\n橋要修。", kind: "相左（disputes）" })
  assert.equal(window.document.querySelector('[data-part="supports"]').hidden, false)
})

test("without a selection there is nothing to see", async () => {
  const window = await page()
  await select(window, "桥要修")
  window.getSelection().removeAllRanges()
  window.document.dispatchEvent(new window.Event("selectionchange"))
  await passed(300)
  assert.equal(window.document.getElementById("dg-part").hidden, true)
})
