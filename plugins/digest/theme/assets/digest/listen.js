// Reads an article aloud, where the browser has a voice of the page's language; else there is no button.
(() => {
  const speech = window.speechSynthesis
  if (!speech) return

  const MOST = 120 // characters said at once: voices of the network fall silent after a quarter of a minute

  /**
   * How far a voice is from what the page is written in: its region, then Mandarin, Cantonese last.
   * @param {SpeechSynthesisVoice} each
   */
  function distance(each) {
    const page = document.documentElement.lang
    const region = page.match(/-(HK|TW)$/i)?.[1]?.toLowerCase() ?? (page.startsWith("zh-Hant") ? "tw" : "cn")
    const isOf = { hk: /hk|mo|yue/i, tw: /tw|hant(?!-(hk|mo))/i, cn: /cn|sg|hans|^(zh|cmn)$/i }
    const spoken = each.lang.replaceAll("_", "-")
    if (isOf[/** @type {"hk" | "tw" | "cn"} */ (region)].test(spoken)) return 0
    return isOf.hk.test(spoken) ? 2 : 1
  }

  /** @returns {SpeechSynthesisVoice | undefined} the nearest voice for the page, one that needs no network first */
  function voice() {
    const all = speech.getVoices().filter((each) => /^(zh|cmn|yue)\b/i.test(each.lang.replaceAll("_", "-")))
    return all.sort((one, other) => distance(one) - distance(other) || Number(!one.localService) - Number(!other.localService))[0]
  }

  /**
   * What is said of a part: its text, without what stands for pictures.
   * @param {HTMLElement} part
   */
  function words(part) {
    const pictures = [...part.querySelectorAll(".dg-picture")].map((each) => each.textContent ?? "")
    return pictures.reduce((text, each) => text.replace(each, ""), part.textContent ?? "")
  }

  /** @returns {HTMLElement[]} what is read: the title, then the text in its parts */
  function parts() {
    const found = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".dg-head h1, #dg-text :is(p, li, h2, h3, h4, td, dt, dd):not(:has(p, li))"))
    return [...found].filter((each) => words(each).trim())
  }

  /**
   * A text in pieces of whole sentences.
   * @param {string} text
   */
  function pieces(text) {
    /** @type {string[]} */
    const found = []
    for (const sentence of text.match(/.+?(?:[。！？；…]+[”’」』）]*|$)/gsu) ?? []) {
      const last = found.at(-1)
      if (last !== undefined && last.length + sentence.length <= MOST) found[found.length - 1] = last + sentence
      else found.push(sentence)
    }
    return found
  }

  let reading = 0 // grows with each start and stop: what was begun before says nothing any more
  /** @type {SpeechSynthesisUtterance | null} what is being said: browsers forget what nobody holds, and its end with it */
  let saying = null

  /** @type {(all: HTMLElement[], button: HTMLElement) => void} */
  function read(all, button) {
    const turn = ++reading
    const chosen = voice() ?? null
    const said = all.flatMap((part) => pieces(words(part)).map((text) => ({ part, text })))
    const next = () => {
      const piece = said.shift()
      if (turn !== reading || !piece) return stop(button, turn)
      show(piece.part)
      saying = new SpeechSynthesisUtterance(piece.text)
      saying.lang = chosen?.lang ?? document.documentElement.lang
      saying.voice = chosen
      saying.onend = next
      // Where one piece cannot be said the next cannot be either.
      saying.onerror = () => stop(button, turn)
      speech.speak(saying)
    }
    next()
  }

  /** @param {HTMLElement | null} part what is being read */
  function show(part) {
    if (part?.classList.contains("dg-read")) return
    for (const each of document.querySelectorAll(".dg-read")) each.classList.remove("dg-read")
    part?.classList.add("dg-read")
    part?.scrollIntoView({ block: "nearest" })
  }

  /** @type {(button: HTMLElement, turn?: number) => void} */
  function stop(button, turn = reading) {
    if (turn !== reading) return
    reading++
    saying = null
    speech.cancel()
    button.removeAttribute("aria-pressed")
    show(null)
  }

  function offer() {
    const button = document.querySelector(".dg-listen")
    if (button instanceof HTMLElement) button.hidden = !voice()
  }

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest(".dg-listen") : null
    if (!(button instanceof HTMLElement)) return
    if (button.hasAttribute("aria-pressed")) return stop(button)
    speech.cancel()
    button.setAttribute("aria-pressed", "true")
    const head = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0
    const all = parts()
    // From where the reader is; from the title where he is at the top.
    const first = scrollY < 200 ? 0 : all.findIndex((each) => each.getBoundingClientRect().bottom > head)
    read(all.slice(Math.max(0, first)), button)
  })
  addEventListener("pagehide", () => speech.cancel())
  speech.addEventListener?.("voiceschanged", offer)
  addEventListener("load", () => (window.document$ ? window.document$.subscribe(offer) : offer()))
})()
