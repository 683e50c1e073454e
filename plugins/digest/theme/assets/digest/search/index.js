// The index: which articles have a token, what an article's text is, and the tables that go with them.
import { host, part, probe, textOf, unpacked, whole } from "./files.js"
import { openPostings } from "./postings.js"
import { meaningsOf } from "./query.js"
import { setFold } from "./text.js"

const FORMAT = 5
const BEGINNING_SHARDS = 12 // of the words with one beginning: 30 kB
const FEW_SHARDS = 3        // of the pairs with one character first, of which a slip may be one
const UNIT = 256
const FIRST_SIZE = 0x23, BACKSLASH = 0x5c

/** @typedef {import("./files.js").Bytes} Bytes */
/** @typedef {{ name: string[], count: number[], first: string[], size: number[] }} Page the packs with the number of shards in each, and of each shard its first token and its size */
/** @typedef {{ first: string[], pages?: Page[], files?: string[] }} Directory */
/** @typedef {import("./postings.js").Found} Found */
/** @typedef {[anchor: string, text: string, isHeading?: 1]} Passage */
/** @typedef {[id: string, text: string, holder: string, quote: string]} Claim */
/** @typedef {{ url: string, title: string, date: string, about: [string, string][], claims: Claim[], also: string[], text: Passage[] }} Article */
/** @typedef {{ name: string[], size: string[] }} Texts the files of a variant's texts, and of each the sizes of its texts, a character each */
/** @typedef {{ root: string, folder: string, articles: number, directory: Directory, parts: Record<string, any>, subjects: Record<string, string[]>, meanings: [string, string[]][], telling: { mark: string, characters: Set<string>, written: Record<string, string> } }} Index */

/** @type {Index} */
export let index
/** @type {WeakMap<Bytes, Map<string, Bytes>>} */
const openedShards = new WeakMap()
/** @type {Map<string, Promise<any>>} */
const tables = new Map()

/** Bytes of a file that is read whole even where a part of it is wanted, in a digest of few articles. */
const SHORT_FILE = 49_152

/** Bytes of texts and postings that are fetched before anything is asked: all of a digest of few articles. */
const AHEAD = 98_304

/**
 * @param {string} root the address of the site
 * @param {ArrayBuffer | null} [first] the index's first file, where the page has fetched it meanwhile
 */
export async function openIndex(root, first) {
  const folder = `${root}search/`
  const entry = JSON.parse(textOf(first ? await unpacked(new Uint8Array(first)) : await whole(`${folder}index.bin`, { cache: "no-cache" })))
  if (entry.format !== FORMAT) throw new Error(`format ${entry.format}`)
  tables.clear()
  index = { ...entry, root, folder }
  const [cards] = Object.keys(index.parts).filter((name) => name.startsWith("cards/"))
  const [fold, meanings, telling] = await Promise.all([...["fold", "meanings", "telling"].map(table), cards && probe(folder + index.parts[cards].file)])
  setFold(fold)
  index.meanings = meaningsOf(meanings)
  index.telling = { mark: telling[0], characters: new Set(telling[1]), written: telling[2] }
}

/**
 * One of the index's tables: it comes with the index itself, or in a file of its own.
 * @param {string} name
 * @returns {Promise<any>}
 */
export async function table(name) {
  const own = index.parts[name]
  if (!own?.file) return own
  let loading = tables.get(name)
  if (!loading) {
    loading = whole(index.folder + own.file).then((bytes) => JSON.parse(textOf(bytes)))
    loading.catch(() => tables.delete(name))
    tables.set(name, loading)
  }
  return loading
}

/** The bytes of a text, from the sign that stands for them. @param {number} sign */
const sizeOf = (sign) => UNIT * (sign - FIRST_SIZE - (sign > BACKSLASH ? 1 : 0))

/** @param {number[]} sizes */
const sum = (sizes) => sizes.reduce((all, size) => all + size, 0)

/** Of parts of a table that have so many articles each, that with an article and its place there. @type {(counts: number[], number: number) => [part: number, place: number]} */
function within(counts, number) {
  let own = 0, place = number
  while (place >= counts[own]) place -= counts[own++]
  return [own, place]
}

/**
 * What of an article is shown in a variant.
 * @type {(number: number, variant: string) => Promise<Article>}
 */
export async function article(number, variant) {
  /** @type {Texts} */
  const { name, size } = await table(`texts/${variant}`)
  const [bundle, place] = within(size.map(({ length }) => length), number)
  const sizes = [...size[bundle]].map((sign) => sizeOf(sign.charCodeAt(0)))
  const bytes = await part(index.folder + name[bundle], sum(sizes.slice(0, place)), sizes[place], name.length === 1 && sum(sizes) <= SHORT_FILE)
  return JSON.parse(textOf(bytes))
}

/**
 * Whether a list of results is made of cards: texts are many to a file, of which the host sends no part.
 * @param {string} variant
 */
export const hasCardsOnly = (variant) => !host.sendsParts && `cards/${variant}` in index.parts

/**
 * The least that is shown of an article: as `article` has it, but for the text.
 * @type {(number: number, variant: string) => Promise<Article>}
 */
export async function card(number, variant) {
  const { name, count } = await table(`cards/${variant}`)
  const [bundle, place] = within(count, number)
  const [url, title, date] = JSON.parse(textOf(await whole(index.folder + name[bundle])))[place]
  return { url, title, date, about: [], claims: [], also: [], text: [] }
}

/** Whether all postings are little: those of a digest of few articles, fetched ahead. */
export function isAtHand() {
  const { pages = [] } = index.directory
  return pages.length === 1 && sum(pages[0].size) <= AHEAD
}

/**
 * Fetches what every query will ask for, where that is little: while a reader still types, and all of it at once. What
 * fails is asked for again by the query.
 * @param {string} variant
 */
export async function ahead(variant) {
  const { pages = [] } = index.directory, texts = /** @type {Texts | undefined} */ (await table(`texts/${variant}`))
  if (pages.length !== 1 || texts?.name.length !== 1) return
  const [{ size, count, first }] = pages
  const bytes = sum(size) + sum([...texts.size[0]].map((sign) => sizeOf(sign.charCodeAt(0))))
  const packs = count.map((_, pack) => first[sum(count.slice(0, pack))])
  if (bytes <= AHEAD) await Promise.allSettled([...packs.map(postings), article(0, variant)])
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

/** @param {number} place @returns {Promise<Page>} */
async function page(place) {
  const { pages, files = [] } = index.directory
  return pages ? pages[place] : JSON.parse(textOf(await whole(index.folder + files[place])))
}

/** A shard of a page, by its place there. @type {(page: Page, place: number) => Promise<Bytes>} */
function shardOf({ name, count, size }, place) {
  const [pack, own] = within(count, place), first = place - own
  const isShort = index.directory.pages?.length === 1 && sum(size.slice(first, first + count[pack])) <= SHORT_FILE
  return part(index.folder + name[pack], sum(size.slice(first, place)), size[place], isShort)
}

/**
 * The shards that may hold tokens from `low` to `high`, `most` of them at most, and whether these are all.
 * @type {(low: string, high: string, most: number) => Promise<{ shards: Bytes[], isWhole: boolean }>}
 */
async function shards(low, high, most) {
  if (!index.directory.first.length) return { shards: [], isWhole: true }
  const numbers = places(index.directory.first, low, high)
  const pages = await Promise.all(numbers.slice(0, most).map(page))
  const found = pages.flatMap((own) => places(own.first, low, high).map((place) => ({ own, place })))
  const wanted = found.slice(0, most).map(({ own, place }) => shardOf(own, place))
  return { shards: await Promise.all(wanted), isWhole: numbers.length <= most && found.length <= most }
}

/** @type {(bytes: Bytes, at: number) => [value: number, end: number]} */
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
 * @param {Bytes} bytes
 */
function openShard(bytes) {
  const known = openedShards.get(bytes)
  if (known) return known
  const line = bytes.indexOf(10)
  const found = new TextDecoder().decode(bytes.subarray(0, line)).split("\t").flatMap((group) => {
    if (group[0] === "=") return [group.slice(1)]
    const [first, ...seconds] = group
    return seconds.map((second) => (second === "_" ? first : first + second))
  })
  /** @type {number[]} */
  const lengths = []
  let at = line + 1
  for (let i = 0; i < found.length; i++) [lengths[i], at] = varint(bytes, at)
  const postingsOf = new Map(found.map((token, i) => [token, bytes.subarray(at, (at += lengths[i]))]))
  openedShards.set(bytes, postingsOf)
  return postingsOf
}

/** @param {string} token @returns {Promise<Found>} */
export async function postings(token) {
  const { shards: [shard] } = await shards(token, token, 1)
  const packed = shard && openShard(shard).get(token)
  return packed ? openPostings(packed) : new Map()
}

/**
 * The tokens that begin so, with their packed postings; not whole where there are more than so many shards of them.
 * @type {(start: string, most: number) => Promise<{ found: [token: string, packed: Bytes][], isWhole: boolean }>}
 */
async function tokensFrom(start, most) {
  const { shards: read, isWhole } = await shards(start, `${start}\uffff`, most)
  return { found: read.flatMap((shard) => [...openShard(shard)].filter(([token]) => token.startsWith(start))), isWhole }
}

/**
 * The articles of all tokens that begin so; not whole where there are too many shards of them.
 * @param {string} start
 */
export async function beginning(start) {
  const { found: listed, isWhole } = await tokensFrom(start, BEGINNING_SHARDS)
  /** @type {Found} */
  const found = new Map()
  for (const [, packed] of listed) {
    for (const [number, marks] of openPostings(packed)) found.set(number, Math.max(found.get(number) || 0, marks) | (marks & 15))
  }
  return { found, isWhole }
}

/**
 * The articles of each pair with a character first, by the second; nothing where there are too many.
 * @type {(first: string, among: Set<string>) => Promise<Map<string, Found>>}
 */
export async function pairsOf(first, among) {
  const { found, isWhole } = await tokensFrom(first, isAtHand() ? BEGINNING_SHARDS : FEW_SHARDS)
  return new Map(isWhole ? found.filter(([token]) => among.has(token.slice(1))).map(([token, packed]) => [token.slice(1), openPostings(packed)]) : [])
}
