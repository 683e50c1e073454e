// Fetches the few files of the index that a query needs.
import { setFold } from "./text.js"

/** @typedef {{ first: string[], name: string[] }} Directory */
/** @typedef {{ root: string, folder: string, articles: number, texts: string, directory: Directory, synonyms: [string, string[]][], subjects: Record<string, string[]> }} Index */
/** @typedef {[anchor: string, text: string, isHeading?: 1]} Passage */
/** @typedef {[id: string, text: string, holder: string, quote: string]} Claim */
/** @typedef {{ url: string, title: string, date: string, about: [string, string][], claims: Claim[], also: string[], text: Passage[] }} Article */

const FORMAT = 2
const BEGINNING_SHARDS = 4 // of the words with one beginning: 30 kB
export const BODY = 8

/** @type {Map<string, Promise<Uint8Array<ArrayBuffer>>>} what was fetched stays while the page does */
const held = new Map()
/** @type {Map<string, number>} bytes as they came, by address */
const sizes = new Map()
/** @type {WeakMap<Uint8Array, Map<string, Uint8Array>>} */
const opened = new WeakMap()
/** @type {Index} */
export let index

/** @param {Response} answer */
async function inflated(answer) {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  sizes.set(answer.url, bytes.length)
  // A host may have unpacked it on the way.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** @type {(address: string, options?: RequestInit) => Promise<Uint8Array<ArrayBuffer>>} */
function load(address, options) {
  let loading = held.get(address)
  if (!loading) {
    loading = fetch(address, options).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status}: ${address}`)
      return inflated(answer)
    })
    loading.catch(() => held.delete(address)) // asked for again next time
    held.set(address, loading)
  }
  return loading
}

// UTF-16 where that is shorter: there the second byte of JSON is a zero.
/** @param {Uint8Array} bytes */
const text = (bytes) => new TextDecoder(bytes[1] === 0 ? "utf-16le" : "utf-8").decode(bytes)
/** @type {(address: string, options?: RequestInit) => Promise<any>} */
const json = async (address, options) => JSON.parse(text(await load(address, options)))

/** @param {string} root the address of the site */
export async function openIndex(root) {
  const folder = `${root}search/`
  const entry = await json(`${folder}index.bin`, { cache: "no-cache" })
  if (entry.format !== FORMAT) throw new Error(`format ${entry.format}`)
  setFold(text(await load(folder + entry.fold)))
  /** @type {[string, string[]][]} */
  const synonyms = Object.entries(entry.synonyms)
  index = { ...entry, root, folder, synonyms: synonyms.sort(([a], [b]) => b.length - a.length) }
}

/**
 * What of an article is shown in a variant, and the bytes that it took.
 * @type {(number: number, variant: string) => Promise<[Article, number]>}
 */
export async function article(number, variant) {
  const address = `${index.folder}text/${variant}/${number}.bin?v=${index.texts}`
  return [await json(address), sizes.get(address) || 0]
}

/**
 * Places in `firsts` of the parts that may hold tokens from `low` to `high`.
 * @type {(firsts: string[], low: string, high: string) => number[]}
 */
function places(firsts, low, high) {
  let from = 0
  while (from + 1 < firsts.length && firsts[from + 1] <= low) from++
  let until = from
  while (until + 1 < firsts.length && firsts[until + 1] <= high) until++
  return Array.from({ length: until - from + 1 }, (_, number) => from + number)
}

/** @type {(low: string, high: string) => Promise<string[]>} */
async function shardNames(low, high) {
  const { first, name } = index.directory
  /** @type {(Directory | "" | undefined)[]} */
  const pages = await Promise.all(places(first, low, high).slice(0, BEGINNING_SHARDS).map((place) => name[place] && json(index.folder + name[place])))
  return pages.flatMap((page) => (page ? places(page.first, low, high).map((place) => page.name[place]) : []))
}

/** @type {(bytes: Uint8Array, at: number) => [value: number, end: number]} */
function varint(bytes, at) {
  let value = 0, scale = 1, place = at
  for (;; scale *= 128) {
    const byte = bytes[place++]
    value += (byte & 127) * scale
    if (byte < 128) return [value, place]
  }
}

/**
 * The packed postings by token, in the shard's order.
 * @param {Uint8Array} bytes
 */
function openShard(bytes) {
  const known = opened.get(bytes)
  if (known) return known
  const line = bytes.indexOf(10)
  const found = text(bytes.subarray(0, line)).split("\t").flatMap((group) => {
    if (group[0] === "=") return [group.slice(1)]
    const [first, ...seconds] = group
    return seconds.map((second) => (second === "_" ? first : first + second))
  })
  /** @type {number[]} */
  const lengths = []
  let at = line + 1
  for (let i = 0; i < found.length; i++) [lengths[i], at] = varint(bytes, at)
  const postingsOf = new Map(found.map((token, i) => [token, bytes.subarray(at, (at += lengths[i]))]))
  opened.set(bytes, postingsOf)
  return postingsOf
}

/**
 * Marks by article number: zones in the low bits, how often above them.
 * @param {Uint8Array} bytes
 */
function openPostings(bytes) {
  /** @type {Map<number, number>} */
  const found = new Map()
  let number = 0, at = 0, value
  while (at < bytes.length) {
    [value, at] = varint(bytes, at)
    number += Math.floor(value / 2)
    found.set(number, value % 2 ? bytes[at++] : BODY)
  }
  return found
}

/** @param {string} token */
export async function postings(token) {
  const [name] = await shardNames(token, token)
  const packed = name && openShard(await load(index.folder + name)).get(token)
  return packed ? openPostings(packed) : /** @type {Map<number, number>} */ (new Map())
}

/**
 * The articles of all tokens that begin so; not whole where there are too many shards of them.
 * @param {string} start
 */
export async function beginning(start) {
  const names = await shardNames(start, `${start}\uffff`)
  const shards = await Promise.all(names.slice(0, BEGINNING_SHARDS).map((name) => load(index.folder + name)))
  /** @type {Map<number, number>} */
  const found = new Map()
  for (const shard of shards) {
    for (const [token, packed] of openShard(shard)) {
      if (!token.startsWith(start)) continue
      for (const [number, marks] of openPostings(packed)) found.set(number, Math.max(found.get(number) || 0, marks) | (marks & 15))
    }
  }
  return { found, isWhole: names.length <= BEGINNING_SHARDS }
}
