// The names that the theme's scripts keep things by: values in the browser's store, under the site's own path.
(() => {
  const { scope: own = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset
  const scope = new URL(own, location.href)
  /** @type {(name: string, within: URL) => string} */
  const key = (name, within) => `${within.pathname}.${name}`
  window.__md_scope = scope
  window.__md_hash = (text) => [...text].reduce((sum, sign) => ((sum << 5) - sum) + sign.charCodeAt(0), 0)
  window.__md_get = (name, store = localStorage, within = scope) => JSON.parse(store.getItem(key(name, within)) ?? "null")
  window.__md_set = (name, value, store = localStorage, within = scope) => {
    try { store.setItem(key(name, within), JSON.stringify(value)) } catch { /* storage is off: nothing is kept */ }
  }
})()
