// Answers the theme's search box from the index. It folds the query as the index was folded, so that a text is
// found in whichever script the reader types, and shows the hits in the script that is being read.
import { answer } from "./answer.js"
import { ahead, index, openIndex } from "./index.js"

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, FAULT = 4

/** The words of the variant, and its names of the stances by their codes. @type {import("./answer.js").Said} */
let said = { labels: {}, stances: {} }
let latest = 0
/** @type {(opening: Promise<void>) => void} */
let open = () => {}
/** Settled once the index is open: a query may come before it. @type {Promise<void>} */
const opened = new Promise((resolve) => { open = resolve })
opened.catch(() => {}) // whoever waits for it says so

/** @param {import("./answer.js").Question} question */
async function reply(question) {
  const number = ++latest
  try {
    await opened
    if (number !== latest) return
    const data = await answer(question, said)
    if (number === latest) postMessage({ type: RESULT, data })
  } catch (fault) {
    if (number === latest) postMessage({ type: FAULT, data: String(fault) })
  }
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === QUERY) reply(data)
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
