// Fetches the few files of the index that a query needs. Part of the worker.
"use strict"

const FORMAT = 2
const BEGINNING_SHARDS = 4 // of the words with one beginning: 30 kB
const BODY = 8

const held = new Map() // address -> promise of its content: what was fetched stays while the page does
const sizes = new Map() // address -> bytes as they came
let index = null       // { root, articles, texts, directory, synonyms }

async function inflated(answer) {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  sizes.set(answer.url, bytes.length)
  // A host may have unpacked it on the way.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function load(address, options) {
  if (!held.has(address)) {
    const loading = fetch(address, options).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status}: ${address}`)
      return inflated(answer)
    })
    loading.catch(() => held.delete(address)) // asked for again next time
    held.set(address, loading)
  }
  return held.get(address)
}

// UTF-16 where that is shorter: there the second byte of JSON is a zero.
const text = (bytes) => new TextDecoder(bytes[1] === 0 ? "utf-16le" : "utf-8").decode(bytes)
const json = async (address, options) => JSON.parse(text(await load(address, options)))

async function openIndex(root) {
  const folder = `${root}search/`
  const entry = await json(`${folder}index.bin`, { cache: "no-cache" })
  if (entry.format !== FORMAT) throw new Error(`format ${entry.format}`)
  setFold(text(await load(folder + entry.fold)))
  index = { ...entry, root, folder, synonyms: Object.entries(entry.synonyms).sort(([a], [b]) => b.length - a.length) }
}

// What of an article is shown in a variant, and the bytes that it took.
async function article(number, variant) {
  const address = `${index.folder}text/${variant}/${number}.bin?v=${index.texts}`
  return [await json(address), sizes.get(address) || 0]
}

// Places in `firsts` of the parts that may hold tokens from `low` to `high`.
function places(firsts, low, high) {
  let from = 0
  while (from + 1 < firsts.length && firsts[from + 1] <= low) from++
  let until = from
  while (until + 1 < firsts.length && firsts[until + 1] <= high) until++
  return Array.from({ length: until - from + 1 }, (_, number) => from + number)
}

async function shardNames(low, high) {
  const { first, name } = index.directory
  const pages = await Promise.all(places(first, low, high).slice(0, BEGINNING_SHARDS).map((place) => name[place] && json(index.folder + name[place])))
  return pages.filter(Boolean).flatMap((page) => places(page.first, low, high).map((place) => page.name[place]))
}

function varint(bytes, at) {
  let value = 0, scale = 1, place = at
  for (;; scale *= 128) {
    const byte = bytes[place++]
    value += (byte & 127) * scale
    if (byte < 128) return [value, place]
  }
}

// token -> its packed postings, in the shard's order.
function openShard(bytes) {
  if (bytes.tokens) return bytes.tokens
  const line = bytes.indexOf(10)
  const found = text(bytes.subarray(0, line)).split("\t").flatMap((group) => {
    if (group[0] === "=") return [group.slice(1)]
    const [first, ...seconds] = group
    return seconds.map((second) => (second === "_" ? first : first + second))
  })
  const lengths = []
  let at = line + 1
  for (let i = 0; i < found.length; i++) [lengths[i], at] = varint(bytes, at)
  bytes.tokens = new Map(found.map((token, i) => [token, bytes.subarray(at, (at += lengths[i]))]))
  return bytes.tokens
}

// number -> marks (zones in the low bits, how often above them).
function openPostings(bytes) {
  const found = new Map()
  let number = 0, at = 0, value
  while (at < bytes.length) {
    [value, at] = varint(bytes, at)
    number += Math.floor(value / 2)
    found.set(number, value % 2 ? bytes[at++] : BODY)
  }
  return found
}

async function postings(token) {
  const [name] = await shardNames(token, token)
  const packed = name && openShard(await load(index.folder + name)).get(token)
  return packed ? openPostings(packed) : new Map()
}

// The articles of all tokens that begin so: { found, isWhole }, not whole where there are too many shards of them.
async function beginning(start) {
  const names = await shardNames(start, `${start}\uffff`)
  const shards = await Promise.all(names.slice(0, BEGINNING_SHARDS).map((name) => load(index.folder + name)))
  const found = new Map()
  for (const shard of shards) {
    for (const [token, packed] of openShard(shard)) {
      if (!token.startsWith(start)) continue
      for (const [number, marks] of openPostings(packed)) found.set(number, Math.max(found.get(number) || 0, marks) | (marks & 15))
    }
  }
  return { found, isWhole: names.length <= BEGINNING_SHARDS }
}
