import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import vm from "node:vm"

const SOURCE = readFileSync(new URL("../../plugins/digest/exports/offline/worker.js", import.meta.url), "utf8")
const ROOT = "https://digest.example/"

/** The worker with a network and stores in memory. */
function started() {
  /** @type {Map<string, Map<string, Response>>} */
  const stores = new Map()
  const nameOf = (/** @type {any} */ request) => typeof request === "string" ? request : request.url
  const open = async (/** @type {string} */ name) => {
    const store = stores.get(name) ?? new Map()
    stores.set(name, store)
    return {
      keys: async () => [...store.keys()],
      match: async (/** @type {any} */ request) => store.get(nameOf(request))?.clone(),
      delete: async (/** @type {any} */ request) => store.delete(nameOf(request)),
      put: async (/** @type {any} */ request, /** @type {Response} */ answer) => { store.set(nameOf(request), answer) },
    }
  }
  const match = async (/** @type {any} */ request) => [...stores.values()].map((store) => store.get(nameOf(request))).find(Boolean)?.clone()
  /** @type {Record<string, (event: any) => void>} */
  const heard = {}
  /** @type {{ answer: ((request: any) => Response) | null, asked: string[] }} */
  const network = { answer: null, asked: [] }
  vm.runInNewContext(SOURCE, {
    URL, Response, Headers, VERSION: "1", KEEP: [], caches: { open, match }, clients: { claim: () => {} }, skipWaiting: () => {}, registration: { scope: ROOT },
    addEventListener: (/** @type {string} */ name, /** @type {any} */ listener) => { heard[name] = listener },
    fetch: async (/** @type {any} */ request) => {
      network.asked.push(nameOf(request))
      if (!network.answer) throw new TypeError("no network")
      return network.answer(request)
    },
  })
  /** @type {(path: string, options?: { range?: string, mode?: string }) => Promise<Response | undefined>} */
  const ask = async (path, { range = "", mode = "cors" } = {}) => {
    /** @type {Promise<Response> | undefined} */
    let given
    const headers = new Headers(range ? { range } : {})
    heard.fetch({ request: { url: ROOT + path, method: "GET", mode, headers }, respondWith: (/** @type {any} */ answer) => { given = answer } })
    const answer = await given
    await new Promise((done) => { setTimeout(done, 5) })
    return answer
  }
  return { ask, network }
}

test("a part of a file that is named by its content is kept, each by itself", async () => {
  const { ask, network } = started()
  network.answer = ({ headers }) => new Response(headers.get("range"), { status: 206 })
  await ask("search/0123456789ab.bin", { range: "bytes=0-9" })
  await ask("search/0123456789ab.bin", { range: "bytes=10-19" })
  network.answer = null
  const again = await ask("search/0123456789ab.bin", { range: "bytes=0-9" })
  assert.deepEqual([again?.status, await again?.text()], [206, "bytes=0-9"])
  await assert.rejects(() => ask("search/0123456789ab.bin", { range: "bytes=20-29" }))
  assert.equal(network.asked.length, 3)
  assert.equal(await ask("book.epub", { range: "bytes=0-9" }), undefined, "parts of other files are the browser's own business")
})

test("a page comes from the network while there is one, and says its day where it is kept", async () => {
  const { ask, network } = started()
  for (const text of ["<html>old", "<html>new"]) {
    network.answer = () => new Response(text)
    assert.equal(await (await ask("zh-hans/", { mode: "navigate" }))?.text(), text)
  }
  network.answer = null
  assert.match(await (await ask("zh-hans/?q=x#y", { mode: "navigate" }))?.text() ?? "", /^<html data-kept="\d{4}-[^"]+">?new/)
})
