// Shows of an argument map only what belongs to the line or box under the pointer or in focus. The map around an
// article is a file of its own, fetched when it is opened, unless it is drawn in the page.
(() => {
  // With instant navigation this runs for every map that is shown; listening once is enough for all of them.
  if (document.documentElement.dataset.hearsMaps) return
  document.documentElement.dataset.hearsMaps = "heard"

  // Instant navigation sets the `href` of whatever has one: on a link of SVG, where it can only be read, that is a fault.
  const href = window.SVGAElement && Object.getOwnPropertyDescriptor(SVGAElement.prototype, "href")
  if (href) Object.defineProperty(SVGAElement.prototype, "href", { ...href, set() {} })

  const NARROW = "(max-width: 44.9em)"

  /**
   * What a phone shows in place of the picture: the same pairs, by the article that they are met in, from the list of
   * claims above.
   * @returns {HTMLElement[]}
   */
  function pairs() {
    /** @type {Map<string, HTMLElement>} */
    const articles = new Map()
    for (const claim of document.querySelectorAll(".dg-claims__item")) {
      for (const link of claim.querySelectorAll(".dg-link")) {
        const title = link.querySelector("cite")?.textContent ?? ""
        const heading = Object.assign(document.createElement("h3"), { textContent: title })
        const list = Object.assign(document.createElement("ul"), { className: "dg-links" })
        const own = /** @type {HTMLElement} */ (link.cloneNode(true))
        const met = document.createElement("p")
        met.append(/** @type {Element} */ (claim.querySelector(".dg-claims__text")).cloneNode(true))
        own.prepend(met)
        for (const each of own.querySelectorAll(".dg-link__source, .dg-link__quote")) each.remove()
        const to = link.querySelector(".dg-link__quote a"), text = own.querySelector(".dg-link__text")
        if (to && text) {
          const way = /** @type {Element} */ (to.cloneNode())
          way.append(...text.childNodes)
          text.append(way)
        }
        const part = articles.get(title) ?? Object.assign(document.createElement("section"), { className: "dg-met-in" })
        if (!articles.has(title)) part.append(heading, list)
        part.querySelector("ul")?.append(own)
        articles.set(title, part)
      }
    }
    return [...articles.values()]
  }

  /** @param {HTMLElement} place where the map belongs; says what went wrong, and is asked again when opened again */
  async function draw(place) {
    const from = place.dataset.from ?? ""
    if (place.dataset.drawn) return
    place.dataset.drawn = "begun"
    if (matchMedia(NARROW).matches) return place.replaceChildren(...pairs())
    if (!from) return
    try {
      const answer = await fetch(new URL(from, document.baseURI))
      const picture = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "image/svg+xml").documentElement
      if (picture.localName !== "svg") throw new Error("no picture came")
      place.replaceChildren(document.importNode(picture, true))
    } catch {
      delete place.dataset.drawn
      place.textContent = place.dataset.fault ?? ""
    }
  }

  addEventListener("toggle", ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.open) for (const place of target.querySelectorAll(".dg-map[data-from]")) void draw(/** @type {HTMLElement} */ (place))
  }, { capture: true })

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
