// Reading without a network: the worker (sw.js) keeps what was read, and a page that comes from what is kept says so.
(() => {
  const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=manifest]"))
  const workers = navigator.serviceWorker

  function tell() {
    const kept = new Date(document.documentElement.dataset.kept ?? "")
    const bar = /** @type {HTMLElement | null} */ (document.querySelector(".dg-kept"))
    if (!bar || Number.isNaN(kept.getTime())) return
    const day = kept.toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" })
    bar.textContent = (bar.dataset.said ?? "").replace("{day}", day)
    bar.hidden = false
  }

  async function start() {
    if (!manifest || !workers) return
    try {
      await workers.register(new URL("../sw.js", manifest.href), { scope: new URL("../", manifest.href).pathname })
      // Not on a first visit: what the search needs is fetched for who comes back.
      workers.controller?.postMessage("keep")
    } catch { /* the browser keeps nothing: the site is read as any other */ }
  }

  tell()
  addEventListener("load", () => void start())
})()
