// Light or dark before anything is drawn: what was chosen, else what the system asks for.
(() => {
  const options = [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input[data-md-color-media]"))]

  /** Shows the button that leads on from a scheme. @param {string} scheme */
  function show(scheme) {
    const own = options.find(({ dataset }) => dataset.mdColorScheme === scheme) ?? options[0]
    for (const each of options) if (each.nextElementSibling instanceof HTMLElement) each.nextElementSibling.hidden = each !== own
  }

  /** @param {HTMLInputElement} input */
  const asked = ({ dataset }) => dataset.mdColorMedia && matchMedia(dataset.mdColorMedia).matches
  /** @type {{ color?: Record<string, string> } | null} */
  let kept = null
  try { kept = __md_get("__palette") } catch { /* storage is off or holds something else */ }
  const follows = !kept || !kept.color || kept.color.media === "(prefers-color-scheme)"
  const input = follows ? options.find(asked) : null
  const color = input
    ? { scheme: input.dataset.mdColorScheme, primary: input.dataset.mdColorPrimary, accent: input.dataset.mdColorAccent }
    : (kept && kept.color) || {}
  for (const [name, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${name}`, value ?? "")
  show(document.body.dataset.mdColorScheme ?? "")
})()
