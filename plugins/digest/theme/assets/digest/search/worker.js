// Answers the theme's search box from the index. It folds the query as the index was folded, so that a text is
// found in whichever script the reader types, and shows the hits in the script that is being read.
import { answer } from "./answer.js"
import { ahead, index, openIndex } from "./index.js"
// Named here too, so that a browser asks for all of them at once and not for each when it has read the one before.
import "./checked.js"
import "./files.js"
import "./literal.js"
import "./lookup.js"
import "./query.js"
import "./results.js"
import "./text.js"

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, FAULT = 4

/** The words of the variant, and its names of the stances by their codes. @type {import("./answer.js").Said} */
let said = { labels: {}, stances: {} }
let latest = 0
/** @type {(opening: Promise<void>) => void} */
let open = () => {}
/** Settled once the index is open: a query may come before it. @type {Promise<void>} */
const opened = new Promise((resolve) => { open = resolve })

/** @param {import("./answer.js").Question} question */
async function asked(question) {
  const number = ++latest
  try {
    await opened
    if (number !== latest) return
    const data = await answer(question, said)
    if (number === latest) postMessage({ type: RESULT, data })
    await import("./wider.js") // at leisure: the next query may need it
  } catch (fault) {
    if (number === latest) postMessage({ type: FAULT, data: String(fault) })
  }
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === QUERY) asked(data)
  if (type !== SETUP) return
  said = { labels: data.labels, stances: data.stances ?? {} }
  try {
    const opening = openIndex(data.root, data.entry)
    open(opening)
    await opening
    postMessage({ type: READY, data: { subjects: index.subjects } })
    await ahead(data.variant)
  } catch (fault) {
    postMessage({ type: FAULT, data: String(fault) })
  }
})
