import assert from "node:assert/strict"
import { test } from "node:test"
import { served } from "./tiny-index.js"

/** @type {any} */
const scope = globalThis
/** @type {(message: any) => void} */
let tell = () => {}
/** @type {any[]} */
const said = []
scope.addEventListener = (/** @type {string} */ _, /** @type {(event: any) => void} */ listener) => { tell = (data) => listener({ data }) }
scope.postMessage = (/** @type {any} */ message) => said.push(message)
await import("../../plugins/digest/theme/assets/digest/search/worker.js")

/** @param {number} number */
async function heard(number) {
  while (said.length < number) await new Promise((done) => { setTimeout(done, 5) })
  return said[number - 1]
}

test("the worker opens the index, answers the latest question, and says what failed", async () => {
  const host = served([{ title: "云", text: "平台" }, { title: "铁路", text: "火车" }])
  tell({ type: 0, data: { root: "https://worker.example/", labels: {} } })
  assert.deepEqual(await heard(1), { type: 1, data: { subjects: { "zh-hans": ["云"] } } })
  tell({ type: 2, data: { text: "铁路", variant: "zh-hans" } })
  tell({ type: 2, data: { text: "平台", variant: "zh-hans" } })
  assert.equal((await heard(2)).data.typed, "平台")
  host.lost.add("words.bin")
  tell({ type: 2, data: { text: "飞机", variant: "zh-hans" } })
  assert.equal((await heard(3)).type, 4)
  assert.equal(said.length, 3)
})

test("an index that is not there is a fault", async () => {
  const host = served([{ title: "云", text: "平台" }])
  host.lost.add("index.bin")
  tell({ type: 0, data: { root: "https://lost.example/", labels: {} } })
  assert.equal((await heard(4)).type, 4)
})
