// Stands between the theme's search box and the worker: starts the worker when the box is first used, asks it once
// per commit of an input method and not at each key, and keeps the query in the address, so that it can be shared.
(() => {
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
  const PAGE = 10
  const SLOW = 250  // milliseconds after which a reader is told that the search is looking
  const QUIET = 150 // milliseconds without a key: between two keys of a person who types, and not felt as waiting
  const note = window.digestNote
  const root = new URL(note.settings.root, location.href).href
  /**
   * @param {EventTarget | null} element
   * @returns {element is HTMLInputElement}
   */
  function isBox(element) {
    return element instanceof HTMLInputElement && element.dataset.mdComponent === "search-query"
  }
  const box = () => /** @type {HTMLInputElement} */ (document.querySelector("[data-md-component=search-query]"))
  const toggle = () => /** @type {HTMLInputElement} */ (document.querySelector("[data-md-toggle=search]"))
  const press = () => box().dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))

  // The tree that is being read: after instant navigation it may be another than at load.
  function variant() {
    const path = location.href.startsWith(root) ? location.href.slice(root.length).split("/")[0] : ""
    return /^zh-/.test(path) ? path : note.settings.variant
  }

  class SearchWorker extends EventTarget {
    /** @param {string} address */
    constructor(address) {
      super()
      this.address = address
      /** @type {Worker | null} */
      this.worker = null
      /** @type {string | null} */
      this.asked = null
      this.last = ""
      this.standing = "" // the variant of the answer that stands there, or is on its way
      this.isComposing = false
      this.isReady = false
      this.waiting = 0
      this.slow = 0
      this.goesOn = 0 // results that stood there when more were asked for
      /** @type {Record<string, string[]>} */
      this.subjects = {}
    }

    start() {
      if (this.worker) return
      if (!("DecompressionStream" in window)) return note.fault(true)
      this.worker = new RealWorker(this.address, { type: "module" })
      this.worker.addEventListener("message", ({ data }) => this.receive(data))
      this.worker.addEventListener("error", () => this.fail())
      this.setUp(this.worker)
    }

    /** The index is fetched while the worker is: on a slow line each waiting for the other is felt. @param {Worker} worker */
    async setUp(worker) {
      const entry = await fetch(`${root}search/index.bin`, { cache: "no-cache" }).then((answer) => (answer.ok ? answer.arrayBuffer() : null)).catch(() => null)
      const data = { root, labels: note.settings.words, stances: note.settings.stances, entry, variant: variant() }
      worker.postMessage({ type: SETUP, data }, entry ? [entry] : [])
    }

    // What failed is fetched again at the next key, or when the box is used again.
    fail() {
      note.fault(false)
      this.standing = ""
      if (this.isReady) return
      this.worker?.terminate()
      this.worker = null
    }

    /** @param {SearchMessage} message */
    receive(message) {
      if (message.type === READY) {
        this.isReady = true
        this.subjects = message.data.subjects
        note.hint(this.subjects[variant()])
      } else if (message.type !== RESULT) {
        return this.fail()
      }
      if (message.type === RESULT) this.show(message.data)
      // Of results the theme is told nothing: the list is the digest's own.
      else this.dispatchEvent(new MessageEvent("message", { data: message }))
    }

    /** @param {SearchAnswer} data */
    show(data) {
      // What was taken back meanwhile is not shown.
      if (data.typed !== this.last.trim()) return
      clearTimeout(this.slow)
      const from = this.goesOn
      this.goesOn = 0
      note.answer(data, this.subjects[variant()], {
        ask: (query) => ask(query),
        open: () => this.post({ wanted: data.wanted - PAGE }),
        more: () => {
          this.goesOn = data.items.length
          this.post({ wanted: data.wanted })
        },
      })
      if (from) window.digestList.focus(from)
      keep(data.typed)
    }

    /**
     * From the theme: a query a key. Its own settings go nowhere, ours have been sent.
     * @param {{ type: number, data: string }} message
     */
    postMessage({ type, data }) {
      if (type !== QUERY) return
      this.asked = data
      this.start()
      this.wait()
    }

    wait() {
      clearTimeout(this.waiting)
      if (!this.isComposing && this.asked !== null) this.waiting = setTimeout(() => this.post(), QUIET)
    }

    /** @param {{ wanted: number }} [more] */
    post(more) {
      if (!more) {
        // The theme asks at every key and at every focus: what stands there already is not asked for again.
        if (this.asked === this.last && this.standing === variant()) return keep(this.last.trim())
        this.last = this.asked ?? ""
        if (!this.last.trim()) return this.empty()
      }
      this.standing = variant()
      this.worker?.postMessage({ type: QUERY, data: { text: this.last, variant: variant(), facets: window.digestFilters.isOpen(), ...more } })
      this.asked = null
      clearTimeout(this.slow)
      this.slow = setTimeout(() => note.waiting(), SLOW)
    }

    /** An empty box asks nobody: it says what can be typed. */
    empty() {
      this.standing = variant()
      clearTimeout(this.slow)
      if (this.isReady) note.hint(this.subjects[variant()])
      keep("")
    }

    terminate() { if (this.worker) this.worker.terminate() }
  }

  const RealWorker = window.Worker
  /** @type {SearchWorker | null} */
  let mounted = null
  /** @type {(address: string | URL, options?: WorkerOptions) => Worker | SearchWorker} */
  const worker = function (address, options) {
    if (!/digest\/search\.[0-9a-f]+\.js$/.test(String(address))) return new RealWorker(address, options)
    window.Worker = RealWorker
    mounted = new SearchWorker(new URL(address, location.href).href)
    if (isBox(document.activeElement)) mounted.start()
    return mounted
  }
  window.Worker = /** @type {any} */ (worker)

  // The query in the address, without a step in the history for each.
  /** @param {string} typed */
  function keep(typed) {
    const address = new URL(location.href)
    if (typed && toggle().checked) address.searchParams.set("q", typed)
    else address.searchParams.delete("q")
    if (address.href !== location.href) history.replaceState(history.state, "", address)
  }

  document.addEventListener("focusin", (event) => { if (isBox(event.target) && mounted) mounted.start() })

  // The theme asks on key presses only. Text that comes without one - pasted, spoken, chosen in an input method -
  // asks too; while an input method is composing nothing is asked.
  /** @param {boolean} value */
  function composing(value) {
    if (!mounted) return
    mounted.isComposing = value
    mounted.wait()
  }
  document.addEventListener("input", (event) => { if (isBox(event.target) && !(/** @type {InputEvent} */ (event)).isComposing) press() })
  document.addEventListener("compositionstart", (event) => { if (isBox(event.target)) composing(true) })
  document.addEventListener("compositionend", (event) => { if (isBox(event.target)) { composing(false); press() } })
  addEventListener("keyup", (event) => { if (isBox(event.target) && event.isComposing) event.stopPropagation() }, true)
  // 229: a key that the input method has taken, also after it says that composing is over.
  addEventListener("keydown", (event) => { if (isBox(event.target) && (event.isComposing || event.keyCode === 229)) event.stopImmediatePropagation() }, true)

  document.addEventListener("submit", (event) => { if (/** @type {Node} */ (event.target).contains(box())) event.preventDefault() })

  /** Puts a query into the box, as if it were typed. @param {string} query */
  function ask(query) {
    box().value = query
    box().focus()
    press()
  }

  // A result that is followed leaves the query in the address of the page that is left, and only there: the way back
  // leads to the results.
  let followed = ""
  addEventListener("click", (event) => {
    if (event.target === toggle()) return // the theme closes the search by a click of its own
    const isResult = event.target instanceof Element && event.target.closest(".md-search-result a[href]")
    followed = isResult ? box().value.trim() : ""
    if (followed) keep(followed)
  }, true)
  addEventListener("change", (event) => {
    if (event.target !== toggle() || toggle().checked) return
    setTimeout(() => { if (!followed) keep("") })
  })

  // Back at a page that was left for a result: with the page as it was, or with instant navigation.
  function back() {
    const typed = new URL(location.href).searchParams.get("q")
    if (!typed || toggle().checked) return
    followed = ""
    toggle().click()
    ask(typed)
  }
  addEventListener("pageshow", (event) => { if (event.persisted) back() })
  addEventListener("popstate", () => window.document$ && setTimeout(back, QUIET))
})()
