// What helps with selected words (sharing.js, take-part.js) is fetched when words of an article are first selected.
(() => {
  const address = document.currentScript?.dataset.selected
  if (!address) return

  function selected() {
    const selection = getSelection(), text = document.getElementById("dg-text")
    if (!text || !selection || selection.isCollapsed || !text.contains(selection.anchorNode)) return
    document.removeEventListener("selectionchange", selected)
    const script = document.createElement("script")
    script.src = address ?? ""
    script.addEventListener("load", () => document.dispatchEvent(new Event("selectionchange")))
    // Without it words can still be copied; the next selection asks again.
    script.addEventListener("error", () => document.addEventListener("selectionchange", selected))
    document.head.append(script)
  }

  document.addEventListener("selectionchange", selected)
})()
