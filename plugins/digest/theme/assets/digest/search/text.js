// Texts as the search compares and shows them. plugins/digest/search/tokens.py is its twin.

const HAN = "\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}"
const RUN = new RegExp(`([${HAN}]+)|((?:(?![${HAN}])[\\p{L}\\p{N}])+)`, "gu")
const SIGNS = new RegExp(`^(?:#|\\+{1,2})(?!(?![${HAN}])[\\p{L}\\p{N}])`, "u")
const SHORT = 2
const SNIPPET = 90 // characters: two lines of the result list on a desktop

/** @typedef {{ text: string, han: boolean, start: number }} Run */
/** @typedef {[start: number, end: number]} Span */

/** @type {Map<string, string>} */
let folds = new Map()

/**
 * Sets what each character folds to.
 * @param {[from: string, to: string]} table characters, and in the same order what these become
 */
export function setFold([from, to]) {
  folds = new Map([...from].map((character, number) => [character, to[number]]))
}

/**
 * Keeps the length, in UTF-16 units, so that an offset here is an offset in the shown text.
 * @param {string} text
 */
export function fold(text) {
  let out = ""
  for (let i = 0; i < text.length; i++) {
    const plain = text[i].normalize("NFKC").toLowerCase()
    const one = plain.length === 1 ? plain : text[i]
    out += folds.get(one) || one
  }
  return out
}

/**
 * The runs of Han characters, and those of other letters and digits, in a folded text.
 * @param {string} text
 * @returns {Run[]}
 */
export function runs(text) {
  return [...text.matchAll(RUN)].map((match) => ({ text: match[0], han: Boolean(match[1]), start: match.index }))
}

/**
 * The tokens of a folded text, as the index has them.
 * @param {string} text
 */
export function tokens(text) {
  const found = []
  /** @type {Run | null} */
  let before = null
  for (const run of runs(text)) {
    if (run.han) {
      const characters = [...run.text]
      for (let i = 0; i + 1 < characters.length; i++) found.push(characters[i] + characters[i + 1])
      found.push(characters[characters.length - 1])
      continue
    }
    found.push(run.text)
    const signs = signsAfter(text, run)
    if (signs) found.push(run.text + signs)
    if (before && isJoined(text, before, run)) found.push(before.text + run.text)
    before = run
  }
  return found
}

/**
 * The signs that belong to a word's name: c#, c++.
 * @type {(text: string, run: Run) => string}
 */
export function signsAfter(text, run) {
  const end = run.start + run.text.length
  return /^[a-z0-9]+$/.test(run.text) ? (SIGNS.exec(text.slice(end, end + 4)) ?? [""])[0] : ""
}

/** @type {(text: string, before: Run, run: Run) => boolean} */
export function isJoined(text, before, run) {
  const end = before.start + before.text.length
  return run.start === end + 1 && text[end] === " " && Math.min([...before.text].length, [...run.text].length) <= SHORT
}

/**
 * Where a word stands in a folded text: as a whole where it begins or ends with a Latin letter or a digit, with or
 * without the space that typography puts between scripts, and with ToB standing for To B.
 * @param {string} word
 */
export function pattern(word, isPrefix = false) {
  const parts = runs(word).map(({ text, han, start }) => ({ source: han ? escapePattern(text) : latin(text), start, end: start + text.length }))
  let source = parts.length ? parts[0].source : escapePattern(word)
  for (let i = 1; i < parts.length; i++) {
    const between = word.slice(parts[i - 1].end, parts[i].start).trim()
    source += (between ? `\\s*${escapePattern(between).replace(/\s+/g, "\\s*")}\\s*` : "\\s*") + parts[i].source
  }
  const end = parts.at(-1)?.end ?? word.length
  source += escapePattern(word.slice(end))
  const first = /^[a-z0-9]/.test(word) ? "(?<![a-z0-9])" : ""
  const last = !isPrefix && (/[a-z0-9]$/.test(word) || end < word.length) ? "(?![a-z0-9])" : ""
  return new RegExp(first + source + last, "gu")
}

/** @param {string} text */
function latin(text) {
  // Vue 3 is vue3 where it is typed so.
  if (/\d/.test(text)) return escapePattern(text).replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, " ?")
  const letters = [...text].map(escapePattern)
  // Joined in the index only where one part is short.
  if (letters.length <= SHORT || letters.length > 2 * SHORT + 2 || !/^[a-z]+$/.test(text)) return letters.join("")
  const whole = letters.join("")
  const parted = [SHORT, 1].flatMap((size) => [size, letters.length - size])
    .map((size) => `${letters.slice(0, size).join("")} ${letters.slice(size).join("")}`)
  return `(?:${[whole, ...new Set(parted)].join("|")})`
}

/** @param {string} text */
function escapePattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, (sign) => (sign === "-" ? "\\x2d" : `\\${sign}`))
}

/**
 * The spans that any of the patterns has in a folded text, in order, none inside another.
 * @type {(text: string, patterns: RegExp[]) => Span[]}
 */
export function spans(text, patterns) {
  const found = patterns.flatMap((one) => [...text.matchAll(one)].map((match) => /** @type {Span} */ ([match.index, match.index + match[0].length])))
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  let end = -1
  return found.filter((span) => { const apart = span[0] >= end; if (apart) end = span[1]; return apart })
}

/** @param {string} text */
export function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** @type {(text: string, found: Span[], from?: number, until?: number) => string} */
export function marked(text, found, from = 0, until = text.length) {
  let out = "", last = from
  for (const [start, end] of found) {
    if (start < from || end > until) continue
    out += `${escapeHtml(text.slice(last, start))}<mark data-md-highlight>${escapeHtml(text.slice(start, end))}</mark>`
    last = end
  }
  return out + escapeHtml(text.slice(last, until))
}

/**
 * The sentence of the first hit, and what follows it.
 * @type {(text: string, found: Span[]) => string}
 */
export function snippet(text, found) {
  const hit = found.length ? found[0][0] : 0
  const sentence = Math.max(...["。", "！", "？"].map((sign) => text.lastIndexOf(sign, hit - 1))) + 1
  const start = !hit || hit - sentence > SNIPPET / 2 ? Math.max(0, hit - SNIPPET / 3) : sentence
  const from = Math.max(0, Math.min(start, text.length - SNIPPET)), end = Math.min(text.length, from + SNIPPET)
  return (from > 0 ? "…" : "") + marked(text, found, from, end) + (end < text.length ? "…" : "")
}
