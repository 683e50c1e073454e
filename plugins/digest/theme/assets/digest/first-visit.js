// The root page: sends a visitor to the script he chose before, else to the one his languages ask for.
// Where neither says anything he stays and chooses.
(() => {
  const HANT = /^zh-(hant|tw|hk|mo)\b/i
  const HANS = /^zh(-(hans|cn|sg|my)\b|$)/i

  function stored() {
    try { return localStorage.getItem("digest.variant") } catch { return null }
  }

  function wished() {
    for (const language of navigator.languages || [navigator.language]) {
      if (HANT.test(language)) return "zh-Hant"
      if (HANS.test(language)) return "zh-Hans"
    }
    return null
  }

  document.addEventListener("DOMContentLoaded", () => {
    const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-variant]"))]
    /** @param {string | null} tag */
    const find = (tag) => links.find((link) => link.dataset.variant === tag)
    const link = find(stored()) || find(wished())
    if (link) location.replace(link.href)
  })
})()
