// How the reader likes the text (the Aa panel), set on the page before anything is drawn.
(() => {
  // What only scripts can do is there from the first: nothing moves when they have run.
  document.documentElement.classList.replace("no-js", "js")
  const NAMES = ["size", "face", "measure", "paper", "indent", "quotes", "underlines"]
  /** @type {unknown} */
  let kept = null
  try { kept = JSON.parse(localStorage.getItem("digest.reading") ?? "null") } catch { /* storage is off or holds something else */ }
  for (const [name, value] of Object.entries(kept ?? {})) {
    if (NAMES.includes(name) && typeof value === "string" && /^[a-z]+$/.test(value)) document.documentElement.dataset[name] = value
  }
})()
