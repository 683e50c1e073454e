// What in a page would run, load, send or lay itself over the page, beside the theme's own parts.
(() => {
  const OWN = ".dg-body, .dg-summary, .md-content__inner, .md-search-result, .dg-pop, body > .text, body > .claims, body > .source, body > .summary"
  const LEADS = /^(href|src|action|formaction|data|xlink:href|poster|srcset|background|cite|ping|to|values|from)$/
  const RUNS = /^(javascript:(?!void\(0\)$)|vbscript:|data:(?!image\/(png|jpeg|gif|webp|avif)[;,])|blob:|file:|view-source:|feed:)/
  const LOADS = /^(src|srcset|data|poster|background|action|formaction|ping|manifest|longdesc)$/
  const NEVER = /^(iframe|frame|frameset|object|embed|applet|base|portal|fencedframe|image|video|audio|source|track|bgsound|marquee|foreignobject|animate|animatetransform|animatemotion|set|handler|annotation-xml|math|xmp|plaintext|noembed|listing|isindex|keygen|slot)$/
  // Of other kinds of XML a browser shows nothing: <source> is a source there.
  const DRAWN = /(xhtml|svg|MathML)$/
  const NOT_IN_TEXT = /^(script|style|link|meta|form|textarea|select|dialog|template|noscript)$/
  const FETCHED = /stylesheet|preload|prefetch|import|preconnect|manifest/
  const ELSEWHERE = /^(https?:|[/\\]{2})/
  const OF_THEME = /^(\.\.?\/|\/d\/)*assets\/\w/
  const UNREAD = /[\s\p{Cc}\u2028\u2029\ufeff]/gu

  // A form may hold a field that is called as what is asked of it: the element's own class is asked instead.
  const its = (each, name) => Object.getOwnPropertyDescriptor(Element.prototype, name).get.call(each)
  const given = (each, name) => Element.prototype.getAttribute.call(each, name) ?? ""
  const within = (each, selector) => Boolean(Element.prototype.closest.call(each, selector))
  const all = (root) => [...root.querySelectorAll("*")].flatMap((each) => [
    each,
    ...(each instanceof HTMLTemplateElement ? all(each.content) : []),
    ...(its(each, "shadowRoot") ? all(its(each, "shadowRoot")) : []),
  ])
  const isThemes = (each, tag) => within(each, "form[data-claims-filter]") || (tag === "script" && OF_THEME.test(given(each, "src")))

  const ELEMENTS = [
    (each, tag) => NEVER.test(tag) && DRAWN.test(its(each, "namespaceURI")) && "element",
    (each, tag) => NOT_IN_TEXT.test(tag) && within(each, OWN) && !isThemes(each, tag) && "element",
    (each, tag) => tag === "script" && !isThemes(each, tag) && !/json$/.test(given(each, "type")) && `script ${given(each, "src")}`,
    (each, tag) => tag === "link" && FETCHED.test(given(each, "rel")) && ELSEWHERE.test(given(each, "href").trim()) && given(each, "href"),
    (each) => given(each, "http-equiv"),
  ]
  const ATTRIBUTES = [
    (each, name) => /^on/i.test(name) || name === "srcdoc" || name === "is",
    (each, name, value, read) => LEADS.test(name) && RUNS.test(read),
    (each, name, value, read) => LOADS.test(name) && ELSEWHERE.test(read),
    (each, name, value, read, live) => !live && name === "style",
    (each, name, value, read, live) => !live && name === "class" && /(^|\s)md-(?!button)/.test(value) && within(each, ".dg-body"),
    (each, name, value) => /url\(\s*["']?(https?:|[/\\]{2})/i.test(value) && its(each, "namespaceURI").endsWith("svg"),
  ]

  const said = (each, live) => {
    const found = ELEMENTS.map((check) => check(each, its(each, "localName").toLowerCase())).filter(Boolean)
    for (const name of Element.prototype.getAttributeNames.call(each)) {
      const value = given(each, name), read = value.replace(UNREAD, "").toLowerCase()
      if (ATTRIBUTES.some((check) => check(each, name, value, read, live))) found.push(`${name}=${value}`)
    }
    return found.map((what) => `${its(each, "tagName")} ${what}`.slice(0, 160))
  }
  const doubled = (page) => ["__config", "__search", "__drawer"].filter((name) => page.querySelectorAll(`[id="${name}"]`).length > 1)

  return (page, live) => [...all(page).flatMap((each) => said(each, live)), ...doubled(page).map((name) => `two #${name}`)]
})()
