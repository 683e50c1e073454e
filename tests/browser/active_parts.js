/** What in a page would run, load, send or lay itself over the page, beside the theme's own parts. */
function activeParts(doc, live) {
  const found = [], add = (each, what) => found.push(`${its(each, "tagName")} ${what}`.slice(0, 160))
  const own = ".dg-body, .dg-summary, .md-content__inner, .md-search-result, .dg-pop"
  const leads = /^(href|src|action|formaction|data|xlink:href|poster|srcset|background|cite|ping|to|values|from)$/
  const runs = /^(javascript:(?!void\(0\)$)|vbscript:|data:(?!image\/(png|jpeg|gif|webp|avif)[;,])|blob:|file:|view-source:|feed:)/
  const loads = /^(src|srcset|data|poster|background|action|formaction|ping|manifest|longdesc)$/
  const never = /^(iframe|frame|frameset|object|embed|applet|base|portal|fencedframe|image|video|audio|source|track|bgsound|marquee|foreignobject|animate|animatetransform|animatemotion|set|handler|annotation-xml|math|xmp|plaintext|noembed|listing|isindex|keygen|slot)$/
  const notInText = /^(script|style|link|meta|form|textarea|select|dialog|template|noscript)$/
  // A form may hold a field that is called as what is asked of it: the element's own class is asked instead.
  const its = (each, name) => Object.getOwnPropertyDescriptor(Element.prototype, name).get.call(each)
  const given = (each, name) => Element.prototype.getAttribute.call(each, name) ?? ""
  const within = (each, selector) => Boolean(Element.prototype.closest.call(each, selector))
  const all = (root) => [...root.querySelectorAll("*")].flatMap((each) => [
    each, ...(each instanceof HTMLTemplateElement ? all(each.content) : []), ...(its(each, "shadowRoot") ? all(its(each, "shadowRoot")) : []),
  ])
  for (const each of all(doc)) {
    const tag = its(each, "localName").toLowerCase()
    const themes = within(each, "form[data-claims-filter]")
      || (tag === "script" && /^(\.\.?\/|\/d\/)*assets\/\w/.test(given(each, "src")))
    if (never.test(tag) || (within(each, own) && notInText.test(tag) && !themes)) add(each, "element")
    if (tag === "script" && !themes && !/json$/.test(given(each, "type"))) add(each, given(each, "src"))
    if (tag === "link" && /stylesheet|preload|prefetch|import|preconnect|manifest/.test(given(each, "rel"))
      && /^(https?:)?[/\\]{2}/.test(given(each, "href").trim())) add(each, given(each, "href"))
    if (given(each, "http-equiv")) add(each, given(each, "http-equiv"))
    for (const name of Element.prototype.getAttributeNames.call(each)) {
      const value = given(each, name)
      const read = value.replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]/g, "").toLowerCase()
      if (/^on/i.test(name) || name === "srcdoc" || name === "is") add(each, name)
      if (leads.test(name) && runs.test(read)) add(each, `${name}=${read}`)
      if (loads.test(name) && (/^https?:/.test(read) || /^[/\\]{2}/.test(read))) add(each, `${name}=${read}`)
      if (!live && name === "style") add(each, `style=${value}`)
      if (!live && within(each, ".dg-body") && name === "class" && /(^|\s)md-(?!button)/.test(value)) add(each, value)
      if (/url\(\s*["']?(https?:|[/\\]{2})/i.test(value) && its(each, "namespaceURI").endsWith("svg")) add(each, `${name}=${value}`)
    }
  }
  if (doc.documentElement.localName === "html") {
    for (const name of ["__config", "__search", "__drawer"]) {
      if (doc.querySelectorAll(`[id="${name}"]`).length > 1) found.push(`two #${name}`)
    }
  }
  return found
}
