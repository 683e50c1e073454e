// The Aa panel: what is chosen shows at once, and is kept in this browser for every page of the digest.
(() => {
  const KEY = "digest.reading"
  const ROOT = document.documentElement
  const panel = document.getElementById("dg-panel")
  if (!panel) return
  const choices = /** @type {NodeListOf<HTMLInputElement>} */ (panel.querySelectorAll("input[type=radio]"))

  /** @param {string} scheme "default" or "slate" */
  const palette = (scheme) => /** @type {HTMLInputElement | null} */ (document.querySelector(`input[name="__palette"][data-md-color-scheme="${scheme}"]`))

  function show() {
    for (const each of choices) each.checked = each.value === (ROOT.dataset[each.name] ?? "")
  }

  /** @param {string} paper */
  function colour(paper) {
    const isDark = paper === "dark" || (!paper && matchMedia("(prefers-color-scheme: dark)").matches)
    const input = palette(isDark ? "slate" : "default")
    if (!input) return
    input.checked = true
    // The theme listens to the choice, shows and keeps it.
    input.dispatchEvent(new Event("change", { bubbles: true }))
  }

  // The theme keeps whatever it shows; where the system is to decide, the next page must not find it.
  function forget() {
    if (ROOT.dataset.paper) return
    try { localStorage.removeItem(`${window.__md_scope.pathname}.__palette`) } catch { /* storage is off */ }
  }

  function keep() {
    const kept = Object.fromEntries([...choices].map((each) => [each.name, ROOT.dataset[each.name]]).filter(([, set]) => set))
    try { localStorage.setItem(KEY, JSON.stringify(kept)) } catch { /* storage is off: it holds for this page */ }
  }

  /** @type {(name: string, value: string) => void} */
  function choose(name, value) {
    if (name === "paper") colour(value)
    if (value) ROOT.dataset[name] = value
    else delete ROOT.dataset[name]
    keep()
    dispatchEvent(new CustomEvent("digest:reading"))
  }

  panel.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement) choose(event.target.name, event.target.value)
  })
  panel.addEventListener("beforetoggle", show)
  // The button of light and dark in the head chooses too.
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('input[name="__palette"]'))) {
    each.addEventListener("change", (event) => {
      if (!event.isTrusted) return
      ROOT.dataset.paper = each.dataset.mdColorScheme === "slate" ? "dark" : "light"
      keep()
    })
  }
  addEventListener("pagehide", forget)
  show()
})()
