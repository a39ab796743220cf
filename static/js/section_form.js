// The section that is written: the preview follows what is typed, the fields follow what the section is to show, and
// whoever leaves with something unsaved is asked first.

const PAUSE = 400

const form = document.querySelector("[data-section-form]")
const frames = document.querySelector("[data-frames]")
const state = form.querySelector("[data-state]")
let timer = 0
let shown = frames.querySelector("iframe")
let waiting = null
let isChanged = false
let again = false
let made = 0

// The new page is made in a second frame, and takes the first one's place when it is there: nothing flickers, and one
// stays where one had scrolled to.
function preview() {
  if (waiting) {
    again = true
    return
  }
  const frame = shown.cloneNode()
  frame.removeAttribute("src")
  frame.name = `forhandsvisning-${(made += 1)}` // a frame that has been shown keeps the name it had
  frame.classList.add("section-preview__frame--coming")
  frame.setAttribute("aria-hidden", "true")
  frame.tabIndex = -1
  frames.append(frame)
  waiting = frame
  frame.addEventListener("load", () => take(frame))
  const [action, target] = [form.getAttribute("action"), form.target]
  form.setAttribute("action", form.dataset.preview)
  form.target = frame.name
  HTMLFormElement.prototype.submit.call(form)
  form.setAttribute("action", action)
  form.target = target
}

function take(frame) {
  if (frame !== waiting || frame.contentWindow.location.href === "about:blank") return
  const top = shown.contentWindow?.scrollY ?? 0
  shown.remove()
  frame.classList.remove("section-preview__frame--coming")
  frame.removeAttribute("aria-hidden")
  frame.removeAttribute("tabindex")
  frame.contentWindow.scrollTo(0, top)
  shown = frame
  waiting = null
  frames.dispatchEvent(new CustomEvent("preview:shown", { bubbles: true }))
  if (again) {
    again = false
    preview()
  }
}

function count(option) {
  if (!option) return
  const chosen = option.querySelectorAll("input:checked").length
  const words = option.querySelector("[data-chosen]")
  words.textContent = chosen ? words.dataset.some.replace("0", chosen) : words.dataset.none
}

function later() {
  clearTimeout(timer)
  timer = setTimeout(preview, PAUSE)
}

// The fields of another kind, or of another table, with everything that is typed kept.
async function redraw() {
  const body = new FormData(form)
  body.set("redraw", "1")
  try {
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body })
    if (!answer.ok || answer.redirected) return
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    const fresh = page.querySelector("[data-options]")
    if (!fresh) return
    const held = document.activeElement?.id
    form.querySelector("[data-options]").replaceWith(fresh)
    if (held) document.getElementById(held)?.focus()
    later()
  } catch {
    // Without contact the fields stay; the section can still be saved when contact is back.
  }
}

form.addEventListener("input", () => {
  isChanged = true
  state.textContent ||= state.dataset.unsaved
  later()
})
form.addEventListener("change", (event) => {
  count(event.target.closest("[data-option]"))
  if (event.target.name === "kind" || event.target.name === "option_table") redraw()
})
// What was done in the tree to the section that is open is no other person's change.
document.addEventListener("sections:changed", () => {
  const { seen, seenBefore, level, title, titleBefore, hidden } = document.querySelector("[data-sections]").dataset
  const fields = form.elements
  if (!seen || seen === seenBefore || fields.seen.value !== seenBefore) return
  fields.seen.value = seen
  fields.level.value = level
  fields.is_hidden.checked = hidden !== undefined
  if (fields.title.value === titleBefore) fields.title.value = title
  later()
})

form.addEventListener("submit", (event) => {
  if (!event.submitter?.hasAttribute("data-show")) {
    isChanged = false
    return
  }
  event.preventDefault()
  preview()
})
window.addEventListener("beforeunload", (event) => {
  if (isChanged) event.preventDefault()
})

form.querySelector("[data-redraw-place]").hidden = true
if (!shown.hasAttribute("src") || form.querySelector(".field--error") || document.querySelector(".conflict")) later()
