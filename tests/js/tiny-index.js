// A small index in memory, in the form that the worker reads, and the answers of a host that has it.
import { fold as folded, tokens } from "../../plugins/digest/theme/assets/digest/search/text.js"

const UNIT = 256, BODY = 8, TITLE = 1

/** @typedef {{ title: string, text: string, authors?: string[], tags?: string[], date?: string, stances?: string[] }} Given */

/** @param {number} value */
function varint(value) {
  const bytes = []
  for (let left = value; ; left >>= 7) {
    bytes.push((left & 127) | (left > 127 ? 128 : 0))
    if (left <= 127) return bytes
  }
}

/** @param {Given[]} articles */
function shard(articles) {
  /** @type {Map<string, Map<number, number>>} */
  const found = new Map()
  articles.forEach(({ title, text, authors = [], tags = [] }, number) => {
    for (const [zone, own] of /** @type {[number, string][]} */ ([[TITLE, title], [BODY, [text, ...authors, ...tags].join("。")]])) {
      for (const token of tokens(folded(own))) {
        const postings = found.get(token) ?? new Map()
        postings.set(number, (postings.get(number) ?? 0) | zone)
        found.set(token, postings)
      }
    }
  })
  const sorted = [...found.keys()].sort()
  const packed = sorted.map((token) => {
    let last = -1
    // No low bits: a distance is so many zeros and a one, and marks are one, or seven zeros, a one and all of them.
    const bits = [...(found.get(token) ?? [])].map(([number, marks]) => {
      const distance = number - last - 1
      last = number
      return `${"0".repeat(distance)}1${marks === BODY ? "1" : `00000001${marks.toString(2).padStart(6, "0")}`}`
    }).join("")
    return (`0000${bits}`.match(/.{1,8}/g) ?? []).map((byte) => parseInt(byte.padEnd(8, "0"), 2))
  })
  // Each token by itself: a word after "=", a pair or a lone character as it is.
  const head = sorted.map((token) => (/^\p{Script=Han}{1,2}$/u.test(token) ? token[0] + (token[1] ?? "_") : `=${token}`)).join("\t")
  const bytes = new Uint8Array([...new TextEncoder().encode(`${head}\n`), ...packed.flatMap(({ length }) => varint(length)), ...packed.flat()])
  return { first: sorted[0], bytes }
}

/** @type {(articles: Given[], before?: number) => { bytes: Uint8Array, size: string }} */
function bundle(articles, before = 0) {
  const texts = articles.map(({ title, text, date = "", authors = [] }, number) => {
    const data = { url: `zh-hans/articles/a${before + number}/`, title, date, about: authors.map((name) => ["author", name]), claims: [], also: [], text: [["p1", text]] }
    const bytes = new TextEncoder().encode(JSON.stringify(data))
    return [...bytes, ...Array.from({ length: -bytes.length & (UNIT - 1) }, () => 32)]
  })
  return { bytes: new Uint8Array(texts.flat()), size: texts.map(({ length }) => String.fromCharCode(0x23 + length / UNIT)).join("") }
}

/** @type {(articles: Given[], field: "authors" | "tags" | "stances") => { values: string[], of: number[][] }} */
function facet(articles, field) {
  const values = [...new Set(articles.flatMap((each) => each[field] ?? []))]
  return { values, of: articles.map((each) => (each[field] ?? []).map((name) => values.indexOf(name))) }
}

/**
 * Has `fetch` answer with the index of the articles. What was asked for is noted in `asked`; an address in `lost` is
 * not there; without `parts` the host sends whole files only. `many` has texts in two files, and cards beside them.
 * @param {Given[]} articles
 * @param {{ meanings?: Record<string, string[]>, named?: string[], words?: string[], sounds?: Record<string, string>, fold?: [string, string], telling?: [string, string, Record<string, string>], parts?: boolean, many?: boolean }} [options]
 */
export function served(articles, { meanings = {}, named = [], words = [], sounds = {}, fold = ["", ""], telling = ["\ue000", "", {}], parts = true, many = false } = {}) {
  const { first, bytes } = shard(articles), texts = bundle(articles), half = articles.length >> 1
  const two = [bundle(articles.slice(0, half)), bundle(articles.slice(half), half)]
  const tables = many ? {
    "texts/zh-hans": { name: ["texts0.bin", "texts1.bin"], size: two.map(({ size }) => size) },
    "cards/zh-hans": { file: "cards.bin", bytes: 9 },
  } : { "texts/zh-hans": { name: ["texts.bin"], size: [texts.size] } }
  const cards = articles.map(({ title, date = "" }, number) => [`zh-hans/articles/a${number}/`, title, date])
  const entry = {
    format: 5, articles: articles.length, subjects: { "zh-hans": ["云"] },
    directory: { first: [first], pages: [{ name: ["pack.bin"], count: [1], first: [first], size: [bytes.length] }] },
    parts: {
      fold, meanings: [[], Object.entries(meanings).flatMap(([typed, others]) => others.map((other) => `${typed}\t${other}`))], telling, ...tables,
      sounds: { file: "sounds.bin", bytes: 9 }, "words/zh-hans": { file: "words.bin", bytes: 9 }, "facets/zh-hans": { file: "facets.bin", bytes: 9 },
    },
  }
  const json = (/** @type {unknown} */ value) => new TextEncoder().encode(JSON.stringify(value))
  /** @type {Record<string, Uint8Array>} */
  const files = {
    "index.bin": json(entry), "pack.bin": bytes, "texts.bin": texts.bytes, "texts0.bin": two[0].bytes, "texts1.bin": two[1].bytes,
    "cards.bin": json({ name: ["cards0.bin", "cards1.bin"], count: [half, articles.length - half] }),
    "cards0.bin": json(cards.slice(0, half)), "cards1.bin": json(cards.slice(half)), "sounds.bin": json({ of: sounds, odd: {} }), "words.bin": json({ named, words, latin: [] }),
    "facets.bin": json({ dates: articles.map(({ date = "" }) => date), author: facet(articles, "authors"), concept: facet(articles, "tags"), stance: facet(articles, "stances") }),
  }
  const host = { files, asked: /** @type {string[]} */ ([]), lost: new Set() }
  globalThis.fetch = /** @type {typeof fetch} */ (async (/** @type {string} */ address, /** @type {RequestInit} */ options) => {
    const name = address.split("/").at(-1) ?? ""
    const range = /** @type {Record<string, string>} */ (options?.headers ?? {}).Range
    host.asked.push(range ? `${name} ${range}` : name)
    if (host.lost.has(name)) return new Response("", { status: 404 })
    const [, from, last] = /bytes=(\d+)-(\d+)/.exec(range ?? "") ?? []
    const body = /** @type {Uint8Array<ArrayBuffer>} */ (files[name])
    return from && parts ? new Response(body.slice(Number(from), Number(last) + 1), { status: 206 }) : new Response(body)
  })
  return host
}
