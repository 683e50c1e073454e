// Answers the theme's search box. It folds the query and the texts alike, so that a text is found in whichever
// script the reader types, and shows the hits in the script that is being read.
"use strict"

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
const SNIPPET = 90   // characters: two lines of the result list on a desktop
const SHOWN = 3      // passages an article shows before the rest is folded away
const WEIGHT = { title: 8, heading: 4, about: 3, text: 1 }

let folds = new Map()
let articles = []

function foldCharacter(character) {
  const plain = character.normalize("NFKC").toLowerCase()
  const one = plain.length === 1 ? plain : character
  return folds.get(one) || one
}

// Keeps the length, in UTF-16 units, so that an offset here is an offset in the shown text.
function fold(text) {
  let out = ""
  for (let i = 0; i < text.length; i++) out += foldCharacter(text[i])
  return out
}

function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function setup({ config, docs }) {
  const [from, to] = config.fold
  folds = new Map([...from].map((character, number) => [character, to[number]]))
  const byPage = new Map()
  for (const { location, title, text } of docs) {
    const page = location.split("#")[0]
    if (!byPage.has(page)) byPage.set(page, [])
    byPage.get(page).push({ location, title, text, foldedTitle: fold(title), foldedText: fold(text) })
  }
  articles = [...byPage.values()]
}

// Words of Latin letters or digits match from their beginning (B is not in 2B), Chinese ones anywhere.
function pattern(word) {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
  return new RegExp(/^[a-z0-9]/.test(word) ? `(?<![a-z0-9])${escaped}` : escaped, "g")
}

function patterns(query) {
  const words = query.replace(/[+*"“”「」]/g, " ").split(/\s+/).map(fold)
  return [...new Set(words.filter((word) => /[\p{L}\p{N}]/u.test(word)))].map(pattern)
}

function spans(text, wanted) {
  const found = []
  for (const one of wanted) for (const match of text.matchAll(one)) found.push([match.index, match.index + match[0].length])
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  return found.filter(([start], number) => number === 0 || start >= Math.max(...found.slice(0, number).map((span) => span[1])))
}

function marked(text, found, from = 0, until = text.length) {
  let out = "", last = from
  for (const [start, end] of found) {
    if (start < from || end > until) continue
    out += `${escapeHtml(text.slice(last, start))}<mark data-md-highlight>${escapeHtml(text.slice(start, end))}</mark>`
    last = end
  }
  return out + escapeHtml(text.slice(last, until))
}

function snippet(text, found) {
  const first = found.length ? found[0][0] : 0
  const from = Math.max(0, Math.min(first - SNIPPET / 3, text.length - SNIPPET))
  const start = Math.round(from), end = Math.min(text.length, start + SNIPPET)
  return (start > 0 ? "…" : "") + marked(text, found, start, end) + (end < text.length ? "…" : "")
}

function shownTerms(text, found) {
  return Object.fromEntries(found.map(([start, end]) => [text.slice(start, end), true]))
}

function matchPassage(passage, wanted, isArticle) {
  const inTitle = spans(passage.foldedTitle, wanted), inText = spans(passage.foldedText, wanted)
  const score = inTitle.length * (isArticle ? WEIGHT.title : passage.text ? 0 : WEIGHT.heading) +
    Math.min(inText.length, 5) * (isArticle ? WEIGHT.about : WEIGHT.text)
  return { passage, inTitle, inText, score, terms: { ...shownTerms(passage.title, inTitle), ...shownTerms(passage.text, inText) } }
}

function matchArticle(passages, wanted) {
  const whole = passages.map((passage) => `${passage.foldedTitle}\n${passage.foldedText}`).join("\n")
  if (!wanted.every((one) => whole.search(one) >= 0)) return null
  const [head, ...rest] = passages.map((passage, number) => matchPassage(passage, wanted, number === 0))
  const hits = rest.filter((hit) => hit.score > 0).sort((a, b) => b.score - a.score)
  const total = head.score + hits.reduce((sum, hit) => sum + hit.score, 0)
  return { head, hits, total }
}

function item({ head, hits, total }) {
  const terms = Object.assign({}, ...[head, ...hits].map((hit) => hit.terms))
  const show = (hit, score) => ({
    location: hit.passage.location,
    title: marked(hit.passage.title, hit.inTitle),
    text: snippet(hit.passage.text, hit.inText),
    terms, score,
  })
  return [show(head, total), ...hits.map((hit, number) => show(hit, number < SHOWN ? total : total - 1))]
}

function query(text) {
  const wanted = patterns(text)
  if (!wanted.length) return []
  return articles.map((passages) => matchArticle(passages, wanted)).filter(Boolean)
    .sort((a, b) => b.total - a.total).map(item)
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) {
    setup(data)
    postMessage({ type: READY })
  } else if (type === QUERY) {
    postMessage({ type: RESULT, data: { items: query(data) } })
  }
})
