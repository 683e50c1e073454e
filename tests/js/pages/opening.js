// A page in memory on which the theme's scripts run as they are, in the order that a test names them.
import { readFileSync } from "node:fs"
import { JSDOM } from "jsdom"

const ASSETS = new URL("../../../plugins/digest/theme/assets/digest/", import.meta.url)

/**
 * Opens a page; `scripts` run in it before it is ready, or after it where `late` is set.
 * @param {string} html
 * @param {string[]} scripts names of the theme's files
 * @param {{ url?: string, before?: (window: any) => void, late?: boolean }} [options] `before` prepares the window
 */
export async function opened(html, scripts, { url = "https://digest.example/zh-hans/", before = () => {}, late = false } = {}) {
  const page = new JSDOM(`<!doctype html><html lang="zh-Hans"><body>${html}</body></html>`, { url, runScripts: "outside-only", pretendToBeVisual: true })
  const { window } = page
  before(window)
  const ready = new Promise((done) => { window.addEventListener("load", done) })
  if (late) await ready
  for (const name of scripts) window.eval(readFileSync(new URL(name, ASSETS), "utf8"))
  await ready
  return /** @type {any} */ (window)
}

/** Lets timers and listeners run for `milliseconds`. @param {number} milliseconds */
export const passed = (milliseconds = 0) => new Promise((done) => { setTimeout(done, milliseconds) })
