import assert from "node:assert/strict"
import { test } from "node:test"
import { gzipSync } from "node:zlib"

const MODULE = "../../plugins/digest/theme/assets/digest/search/files.js"
/** A module of its own for each test: what a host does is remembered. @param {string} name */
const fresh = (name) => import(`${MODULE}?${name}`)
const BIG = 60_000

/** @param {Uint8Array<ArrayBuffer>} file @param {boolean} sendsParts */
function host(file, sendsParts) {
  /** @type {string[]} */
  const asked = []
  globalThis.fetch = /** @type {typeof fetch} */ (async (_, /** @type {any} */ options) => {
    const range = options?.headers?.Range
    asked.push(range ?? "whole")
    const [, from, last] = /bytes=(\d+)-(\d+)/.exec(range ?? "") ?? []
    return range && sendsParts ? new Response(file.slice(Number(from), Number(last) + 1), { status: 206 }) : new Response(file)
  })
  return asked
}

test("a part of a long file is asked for alone, unpacked, and once", async () => {
  const files = await fresh("part"), one = gzipSync("one"), two = gzipSync("two")
  const asked = host(new Uint8Array([...one, ...two, ...new Uint8Array(BIG)]), true)
  const read = async () => files.textOf(await files.part("x", one.length, two.length))
  assert.equal(await read(), "two")
  assert.equal(await read(), "two")
  assert.deepEqual(asked, [`bytes=${one.length}-${one.length + two.length - 1}`])
  assert.equal(files.read.bytes, two.length)
})

test("a host that sends the whole file for a part of it is asked for no part again", async () => {
  const files = await fresh("whole"), one = gzipSync("one"), two = gzipSync("two")
  const asked = host(new Uint8Array([...one, ...two, ...new Uint8Array(BIG)]), false)
  assert.equal(files.textOf(await files.part("x", one.length, two.length)), "two")
  assert.equal(files.textOf(await files.part("x", 0, one.length)), "one")
  assert.equal(files.textOf(await files.part("y", 0, one.length)), "one")
  assert.deepEqual(asked, ["bytes=23-45", "whole"])
})

test("a short file is read at once", async () => {
  const files = await fresh("short"), one = gzipSync("one")
  const asked = host(new Uint8Array(one), true)
  assert.equal(files.textOf(await files.part("x", 0, one.length, true)), "one")
  assert.deepEqual(asked, ["whole"])
})

test("what failed is asked for again", async () => {
  const files = await fresh("failed")
  globalThis.fetch = async () => new Response("", { status: 503 })
  await assert.rejects(files.whole("x"), /503: x/)
  host(new Uint8Array(gzipSync("here")), true)
  assert.equal(files.textOf(await files.whole("x")), "here")
})

test("UTF-16 is told by its zeros", async () => {
  const { textOf } = await fresh("text")
  assert.equal(textOf(new Uint8Array(Buffer.from("[\"云\"]", "utf16le"))), "[\"云\"]")
  assert.equal(textOf(new TextEncoder().encode("[\"云\"]")), "[\"云\"]")
})

test("where a part cannot be had the whole file may be", async () => {
  const files = await fresh("offline"), one = gzipSync("one")
  const file = new Uint8Array([...one, ...new Uint8Array(BIG)])
  globalThis.fetch = /** @type {typeof fetch} */ (async (_, /** @type {any} */ options) => {
    if (options?.headers?.Range) throw new TypeError("no network")
    return new Response(file)
  })
  assert.equal(files.textOf(await files.part("x", 0, one.length)), "one")
})
