// Shows of an argument map only what belongs to the line or box under the pointer or in focus.
(() => {
  // With instant navigation this runs for every map that is shown; listening once is enough for all of them.
  if (document.documentElement.dataset.hearsMaps) return
  document.documentElement.dataset.hearsMaps = "heard"

  function mark(map, key) {
    map.toggleAttribute("data-on", Boolean(key))
    const near = new Set([key])
    for (const bow of map.querySelectorAll(".dg-bow")) {
      const own = bow.dataset.a === key || bow.dataset.b === key
      bow.toggleAttribute("data-on", own)
      if (own) near.add(bow.dataset.a).add(bow.dataset.b)
    }
    for (const node of map.querySelectorAll("[data-node]")) node.toggleAttribute("data-on", near.has(node.dataset.node))
  }

  function follow(event) {
    const map = event.target.closest && event.target.closest("[data-map]")
    if (!map) return
    const node = event.target.closest("[data-node]")
    const bows = map.querySelector(`.dg-bow[data-a="${CSS.escape(node ? node.dataset.node : "")}"], .dg-bow[data-b="${CSS.escape(node ? node.dataset.node : "")}"]`)
    mark(map, bows ? node.dataset.node : "")
  }

  addEventListener("mouseover", follow)
  addEventListener("focusin", follow)
  for (const event of ["mouseout", "focusout"]) {
    addEventListener(event, (left) => {
      const map = left.target.closest && left.target.closest("[data-map]")
      if (map && !map.contains(left.relatedTarget)) mark(map, "")
    })
  }
})()
