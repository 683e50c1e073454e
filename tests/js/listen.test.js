import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

const BODY = `<div class="md-header"></div><div class="dg-head"><h1>桥</h1></div><button class="dg-listen" hidden></button><div id="dg-text"><p>一。</p><ul><li>二。</li></ul><p> </p></div>`

/** @param {{ lang: string, localService?: boolean, name?: string }[]} voices */
async function page(voices) {
  /** @type {any[]} */
  const said = []
  const speech = { getVoices: () => voices, speak: (/** @type {any} */ each) => said.push(each), cancel: () => {}, addEventListener: () => {} }
  const window = await opened(BODY, ["listen.js"], { before: (own) => {
    own.speechSynthesis = speech
    own.SpeechSynthesisUtterance = class { constructor(/** @type {string} */ text) { Object.assign(this, { text }) } }
    own.Element.prototype.scrollIntoView = () => {}
  } })
  return { said, document: window.document, button: window.document.querySelector("button") }
}

test("without a Chinese voice there is no button", async () => {
  assert.equal((await page([{ lang: "en-US" }])).button.hidden, true)
  assert.equal((await page([])).button.hidden, true)
})

test("an article is read part by part with the nearest voice, and stops when it is asked to", async () => {
  const { said, document, button } = await page([{ lang: "zh-TW" }, { lang: "zh-CN", name: "far" }, { lang: "zh_CN", name: "near", localService: true }])
  assert.equal(button.hidden, false)
  button.click()
  assert.equal(button.getAttribute("aria-pressed"), "true")
  assert.deepEqual([said[0].text, said[0].voice.name, said[0].lang], ["桥", "near", "zh-Hans"])
  said[0].onend()
  said[1].onend()
  assert.deepEqual(said.map(({ text }) => text), ["桥", "一。", "二。"])
  assert.equal(document.querySelector(".dg-read").textContent, "二。")
  button.click()
  assert.equal(button.hasAttribute("aria-pressed"), false)
  said[2].onend()
  assert.equal(said.length, 3)
  assert.equal(document.querySelector(".dg-read"), null)
})
