// Reads an article aloud, where the browser has a voice of the page's language; else there is no button.
(() => {
  const speech = window.speechSynthesis
  if (!speech) return

  /** @returns {SpeechSynthesisVoice | undefined} a voice for the page, one that needs no network first */
  function voice() {
    const isHant = document.documentElement.lang.startsWith("zh-Hant")
    const all = speech.getVoices().filter((each) => /^(zh|cmn)\b/i.test(each.lang.replace("_", "-")))
    const near = all.filter((each) => /tw|hant/i.test(each.lang) === isHant)
    const fitting = near.length ? near : all
    return fitting.find((each) => each.localService) ?? fitting[0]
  }

  /** @returns {HTMLElement[]} what is read: the title, then the text in its parts */
  function parts() {
    const found = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".dg-head h1, #dg-text :is(p, li, h2, h3, h4, td):not(:has(p, li))"))
    return [...found].filter((each) => each.textContent?.trim())
  }

  let reading = 0 // grows with each start and stop: what was begun before says nothing any more

  /** @type {(all: HTMLElement[], button: HTMLElement) => void} */
  function read(all, button) {
    const turn = ++reading
    const next = () => {
      for (const each of document.querySelectorAll(".dg-read")) each.classList.remove("dg-read")
      const part = all.shift()
      if (turn !== reading || !part) return stop(button, turn)
      part.classList.add("dg-read")
      part.scrollIntoView({ block: "nearest" })
      const said = new SpeechSynthesisUtterance(part.textContent ?? "")
      said.lang = document.documentElement.lang
      said.voice = voice() ?? null
      said.onend = said.onerror = next
      speech.speak(said)
    }
    next()
  }

  /** @type {(button: HTMLElement, turn?: number) => void} */
  function stop(button, turn = reading) {
    if (turn !== reading) return
    reading++
    speech.cancel()
    button.removeAttribute("aria-pressed")
    for (const each of document.querySelectorAll(".dg-read")) each.classList.remove("dg-read")
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
