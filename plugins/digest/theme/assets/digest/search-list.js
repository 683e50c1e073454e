// The list of what was found: an article with its best places, in the theme's markup, so that its keys go through it.
// Titles and texts come escaped from the worker.
window.digestList = (() => {
  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag
   * @param {string} className
   * @param {(Node | string)[]} children
   * @returns {HTMLElementTagNameMap[T]}
   */
  function make(tag, className, ...children) {
    const element = document.createElement(tag)
    if (className) element.className = className
    element.append(...children)
    return element
  }

  /** @type {(item: SearchItem) => string} */
  function address({ location: to, terms }) {
    const url = new URL(to, location.href)
    const marked = Object.keys(terms).join(" ")
    if (marked) url.searchParams.set("h", marked)
    return url.href
  }

  /** @type {(item: SearchItem, isArticle: boolean) => HTMLElement} */
  function link(item, isArticle) {
    const name = make(isArticle ? "h1" : "h2", "")
    name.innerHTML = item.title
    const article = make("article", "md-search-result__article md-typeset", ...(isArticle ? [make("div", "md-search-result__icon md-icon")] : []), name)
    article.dataset.mdScore = item.score.toFixed(2)
    if (item.text) article.append(Object.assign(make("p", "dg-search-text"), { innerHTML: item.text }))
    if (item.tags) article.append(make("div", "md-tags", ...item.tags.map((tag) => Object.assign(make("span", "md-tag"), { innerHTML: tag }))))
    return Object.assign(make("a", "md-search-result__link", article), { href: address(item), tabIndex: -1 })
  }

  /** @type {(hit: SearchItem[], words: Record<string, string>) => HTMLElement} */
  function entry([article, ...places], words) {
    const shown = places.filter(({ score }) => score >= article.score), folded = places.slice(shown.length)
    const found = make("li", "md-search-result__item", link(article, true), ...shown.map((place) => link(place, false)))
    if (folded.length) {
      const summary = Object.assign(make("summary", "", make("div", "", words.places.replace("{n}", String(folded.length)))), { tabIndex: -1 })
      found.append(make("details", "md-search-result__more", summary, ...folded.map((place) => link(place, false))))
    }
    return found
  }

  const list = () => /** @type {HTMLElement} */ (document.querySelector(".md-search-result__list"))

  /** @type {SearchList} */
  const own = {
    show(data, words, ask) {
      const entries = data.items.map((hit) => entry(hit, words))
      if (data.kind === "beside" && data.exact < entries.length) {
        const said = data.exact ? words.beside : words.near
        entries.splice(data.exact, 0, make("li", "dg-search-apart", said))
      }
      if (data.rest) {
        const button = Object.assign(make("button", "dg-search-more", words.more), { type: "button" })
        button.addEventListener("click", () => {
          button.disabled = true
          ask()
        })
        entries.push(make("li", "dg-search-last", button, ` ${words.rest.replace("{n}", String(data.rest))}`))
      }
      list().replaceChildren(...entries)
    },
    focus(number) {
      const links = list().querySelectorAll(".md-search-result__item > a:first-child")
      const target = /** @type {HTMLElement | undefined} */ (links[Math.min(number, links.length - 1)])
      target?.focus()
    },
    clear: () => list().replaceChildren(),
  }
  return own
})()
