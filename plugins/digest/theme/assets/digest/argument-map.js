// Shows of an argument map only what belongs to the line or box under the pointer or in focus.
(() => {
  // With instant navigation this runs for every map that is shown; listening once is enough for all of them.
  if (document.documentElement.dataset.hearsMaps) return
  document.documentElement.dataset.hearsMaps = "heard"

  /**
   * @param {HTMLElement} map
   * @param {string} key of the box under the pointer; empty for none
   */
  function mark(map, key) {
    map.toggleAttribute("data-on", Boolean(key))
    const near = new Set([key])
    for (const bow of /** @type {NodeListOf<SVGElement>} */ (map.querySelectorAll(".dg-bow"))) {
      const own = bow.dataset.a === key || bow.dataset.b === key
      bow.toggleAttribute("data-on", own)
      if (own) near.add(bow.dataset.a ?? "").add(bow.dataset.b ?? "")
    }
    for (const node of /** @type {NodeListOf<SVGElement>} */ (map.querySelectorAll("[data-node]"))) {
      node.toggleAttribute("data-on", near.has(node.dataset.node ?? ""))
    }
  }

  /** @param {EventTarget | null} target */
  const mapAt = (target) => /** @type {HTMLElement | null} */ (target instanceof Element ? target.closest("[data-map]") : null)

  /** @param {Event} event */
  function follow(event) {
    const map = mapAt(event.target)
    if (!map) return
    const node = /** @type {SVGElement | null} */ (/** @type {Element} */ (event.target).closest("[data-node]"))
    const key = node?.dataset.node ?? ""
    const name = CSS.escape(key)
    mark(map, map.querySelector(`.dg-bow[data-a="${name}"], .dg-bow[data-b="${name}"]`) ? key : "")
  }

  addEventListener("mouseover", follow)
  addEventListener("focusin", follow)
  for (const event of /** @type {const} */ (["mouseout", "focusout"])) {
    addEventListener(event, (left) => {
      const map = mapAt(left.target)
      if (map && !map.contains(/** @type {Node | null} */ (left.relatedTarget))) mark(map, "")
    })
  }
})()
