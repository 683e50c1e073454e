// Asks the search of a built index, as the worker does: node asking.js FOLDER < [[text, variant], ...], where the index
// is in FOLDER/search. Prints for each question the kind of the answer, its titles and addresses in order, and what was meant.
import { readFileSync } from "node:fs"
import { answer } from "../../plugins/digest/theme/assets/digest/search/answer.js"
import { openIndex } from "../../plugins/digest/theme/assets/digest/search/index.js"

const ROOT = "https://built.example/"
const [, , folder] = process.argv

globalThis.fetch = /** @type {typeof fetch} */ (async (/** @type {string} */ address) => new Response(readFileSync(`${folder}/${address.slice(ROOT.length)}`)))

await openIndex(ROOT)
// Each label is its own name.
const labels = new Proxy({}, { get: (_, name) => String(name) })
const answers = []
for (const [text, variant] of JSON.parse(readFileSync(0, "utf8"))) {
  const { kind, items, slips, total, facets } = await answer({ text, variant }, { labels, stances: {} })
  const titles = items.map((/** @type {any[]} */ [{ title }]) => title.replace(/<[^>]+>/g, ""))
  const places = items.map((/** @type {any[]} */ [{ location }]) => location)
  answers.push({ kind, titles, places, meant: slips.map((/** @type {any} */ { meant }) => meant), total, facets })
}
console.log(JSON.stringify(answers))
