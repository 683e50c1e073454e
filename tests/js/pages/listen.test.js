import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

const BODY = `<div class="md-header"></div><div class="dg-head"><h1>桥</h1></div><button class="dg-listen" hidden></button><div id="dg-text"><p>一。</p><ul><li>二。</li></ul><p> </p><p><a class="dg-picture">图</a></p></div>`

/** @type {(voices: { lang: string, localService?: boolean, name?: string }[], lang?: string, body?: string) => Promise<any>} */
const page = async (voices, lang = "zh-Hans", body = BODY) => {
  /** @type {any[]} */
  const said = []
  const speech = { getVoices: () => voices, speak: (/** @type {any} */ each) => said.push(each), cancel: () => {}, addEventListener: () => {} }
  const window = await opened(body, ["listen.js"], { before: (own) => {
    own.document.documentElement.lang = lang
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
  assert.deepEqual([said[0].text, said[0].voice.name, said[0].lang], ["桥", "near", "zh_CN"])
  said[0].onend()
  said[1].onend()
  assert.deepEqual(said.map((/** @type {any} */ { text }) => text), ["桥", "一。", "二。"])
  assert.equal(document.querySelector(".dg-read").textContent, "二。")
  button.click()
  assert.equal(button.hasAttribute("aria-pressed"), false)
  said[2].onend()
  assert.equal(said.length, 3)
  assert.equal(document.querySelector(".dg-read"), null)
})

const SYSTEM = [{ lang: "zh-HK", name: "Sinji", localService: true }, { lang: "zh-TW", name: "Meijia", localService: true }, { lang: "zh-CN", name: "Tingting", localService: true }, { lang: "en-US", name: "Alex", localService: true }]

for (const [lang, wanted] of [["zh-Hans", "Tingting"], ["zh-Hant", "Meijia"], ["zh-Hant-TW", "Meijia"], ["zh-Hant-HK", "Sinji"]]) {
  test(`${lang} is read by a voice of its region`, async () => {
    const { said, button } = await page(SYSTEM, lang)
    button.click()
    assert.equal(said[0].voice.name, wanted)
  })
}

test("another Mandarin goes before Cantonese, and that before none", async () => {
  for (const [lang, voices, wanted] of /** @type {[string, number[], string][]} */ ([["zh-Hans", [0, 1], "Meijia"], ["zh-Hant", [0, 2], "Tingting"], ["zh-Hans", [0, 3], "Sinji"]])) {
    const { said, button } = await page(voices.map((each) => SYSTEM[each] ?? { lang: "" }), lang)
    button.click()
    assert.equal(said[0].voice.name, wanted)
  }
})

test("a long paragraph is said in pieces of whole sentences, and is shown as one", async () => {
  const sentence = `${"字".repeat(50)}。`
  const { said, document, button } = await page([{ lang: "zh-CN" }], "zh-Hans", BODY.replace("一。", sentence.repeat(5)))
  button.click()
  for (let at = 0; at < 3; at++) said[at].onend()
  assert.deepEqual(said.slice(1, 4).map((/** @type {any} */ { text }) => text.length), [102, 102, 51])
  assert.equal(document.querySelectorAll(".dg-read").length, 1)
})

test("what cannot be said ends the reading", async () => {
  const { said, document, button } = await page([{ lang: "zh-CN" }])
  button.click()
  said[0].onerror()
  assert.deepEqual([said.length, button.hasAttribute("aria-pressed"), document.querySelector(".dg-read")], [1, false, null])
})
