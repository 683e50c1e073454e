// The characters that hold a sentence together.
import { index } from "./index.js"
import { fold } from "./text.js"

const HOLDING = "的了是在和与跟给及或也都就而但又把被对从到这那其之于以为着过会能可要个不有我你他她它很更最所让将并则里上中"

/** @type {{ index: unknown, holding: Set<string> }} */
let foldedOnce = { index: null, holding: new Set() }

/** Whether a folded character is grammar. Folding goes by the index's table: so is this. @param {string} character */
export function isGrammar(character) {
  if (foldedOnce.index !== index) foldedOnce = { index, holding: new Set(fold(HOLDING)) }
  return foldedOnce.holding.has(character)
}
