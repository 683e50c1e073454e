import assert from "node:assert/strict"
import { test } from "node:test"
import { opened } from "./opening.js"

const BODY = `<div class="md-content"><p id="p1"></p><details id="outer"><summary></summary><p id="p2"></p></details>
  <div id="claim-c1"><details id="inner"></details></div><input id="tab" name="__tabbed_1" type="radio"></div>`

/** @type {[hash: string, open: string[]][]} */
const CASES = [["#p2", ["outer"]], ["#claim-c1", ["inner"]], ["#p1", []], ["#%E0%A4%A", []]]
for (const [hash, open] of CASES) {
  test(`${hash} unfolds what it points into`, async () => {
    const window = await opened(BODY, ["place.js"], { url: `https://digest.example/a/${hash}` })
    assert.deepEqual([...window.document.querySelectorAll("details[open]")].map((each) => each.id), open)
  })
}

test("an address of a tab opens it", async () => {
  const window = await opened(BODY, ["place.js"], { url: "https://digest.example/a/#tab" })
  assert.equal(window.document.getElementById("tab").checked, true)
})

test("the block at the top of the view goes along to the other script, once", async () => {
  const here = await opened(BODY, ["place.js"], {
    before: (page) => {
      page.scrollY = 300
      page.Element.prototype.getBoundingClientRect = function () { return { top: this.id === "p1" ? -40 : 200, bottom: 0, height: 20 } }
    },
  })
  here.dispatchEvent(new here.CustomEvent("digest:switch", { detail: { pathname: "/zh-hant/" } }))
  const kept = here.sessionStorage.getItem("digest.place")
  assert.deepEqual(JSON.parse(kept), { id: "p1", offset: -40, to: "/zh-hant/" })
  /** @type {any[]} */
  const moves = []
  const there = await opened(BODY, ["place.js"], {
    url: "https://digest.example/zh-hant/", before: (page) => {
      page.sessionStorage.setItem("digest.place", kept)
      page.scrollBy = (/** @type {any} */ move) => moves.push(move.top)
    },
  })
  assert.deepEqual(moves, [40])
  assert.equal(there.sessionStorage.getItem("digest.place"), null)
})
