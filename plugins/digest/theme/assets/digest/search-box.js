// The theme's search box asks on key presses only. Text that comes without one - pasted with the mouse, chosen
// in an input method, spoken - asks too; while an input method is still composing nothing is asked.
(() => {
  const ask = (box) => box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  const isBox = (element) => element instanceof HTMLInputElement && element.dataset.mdComponent === "search-query"

  document.addEventListener("input", (event) => { if (isBox(event.target) && !event.isComposing) ask(event.target) })
  document.addEventListener("compositionend", (event) => { if (isBox(event.target)) ask(event.target) })
  document.addEventListener("keyup", (event) => { if (isBox(event.target) && event.isComposing) event.stopPropagation() }, true)
})()
