// The section that is written: the preview follows what is typed, the fields follow what the section is to show. Whoever
// leaves with something unsaved is asked first, and finds it again on coming back.

import { clean, confirm, goOn, recover, remember, rememberNow } from "./typed_copy.js"

const PAUSE = 400
const SAVED = /^#sparat-(\w+)$/

const form = document.querySelector("[data-section-form]")
const frames = document.querySelector("[data-frames]")
const state = form.querySelector("[data-state]")
let timer = 0
let shown = frames.querySelector("iframe")
let waiting = null
let isChanged = form.hasAttribute("data-typed")
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

// A page that may not be read is the browser's own: there was no contact, or the person is signed out.
function isShown(frame) {
  try {
    return frame.contentWindow.location.href !== "about:blank"
  } catch {
    frame.remove()
    waiting = null
    return false
  }
}

function take(frame) {
  if (frame !== waiting || !isShown(frame)) return
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
    remember(form)
    later()
  } catch {
    // Without contact the fields stay; the section can still be saved when contact is back.
  }
}

form.addEventListener("input", () => {
  isChanged = true
  state.textContent ||= state.dataset.unsaved
  remember(form)
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
  if (isChanged) remember(form)
  later()
})

form.addEventListener("submit", (event) => {
  if (event.submitter?.formTarget === "_blank") return // shown beside: nothing is saved, and this page stays
  if (!event.submitter?.hasAttribute("data-show")) {
    rememberNow(form)
    isChanged = false
    return
  }
  event.preventDefault()
  preview()
})
window.addEventListener("beforeunload", (event) => {
  if (isChanged) event.preventDefault()
})

// Who signs out and throws the text away has been asked already.
document.addEventListener("copies:given-up", () => (isChanged = false))

// The server makes the form anew of what was typed, with the fields of that kind, and saves nothing.
function takeBack(copy) {
  const sent = document.createElement("form")
  sent.method = "post"
  sent.action = form.getAttribute("action")
  sent.hidden = true
  const token = ["csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value]
  for (const [name, value] of [...copy.fields, token, ["redraw", "1"]]) {
    const input = document.createElement("input")
    input.type = "hidden"
    input.name = name
    input.value = value
    sent.append(input)
  }
  document.body.append(sent)
  sent.submit()
}

const saved = location.hash.match(SAVED)
if (saved) {
  confirm(form.dataset.person, saved[1])
  history.replaceState(history.state, "", location.pathname + location.search)
}
form.elements.copy.value = [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join("")
if (isChanged) goOn(form)
else recover(form, takeBack)
clean()

form.querySelector("[data-redraw-place]").hidden = true
if (!shown.hasAttribute("src") || form.querySelector(".field--error") || document.querySelector(".conflict")) later()
