// The reporter's page: saves what is typed as it is typed, says how that went, and keeps every text when it fails.

import { follow } from "./entry_keys.js"
import { keepMine } from "./entry_conflict.js"
import { meet } from "./presence.js"
import { clean, fill, forget, recover, remember } from "./typed_copy.js"
import { typedIn } from "./typed_fields.js"

const AUTOSAVE_AFTER = 1500
const RETRY_AFTER = [3000, 10000, 30000, 60000]

const saved = new WeakMap()
const sent = new WeakMap()
const submitters = new WeakMap()
const mended = new WeakSet()
let timer = 0
let failures = 0
let busy = false
let destination = ""

const theForm = () => document.querySelector("form[data-answer]")
const isOurs = (node) => node?.matches?.("form[data-answer]")
const isRefused = (form) => form.closest("[data-typed]") !== null
const isUnsaved = (form) => isRefused(form) || typedIn(form) !== saved.get(form)
const template = (id) => document.getElementById(id).content

// A button is called `action`, so the property `form.action` is that button.
const pathOf = (form) => new URL(form.getAttribute("action"), location.href).pathname
const cameFrom = (form, xhr) => new URL(xhr.responseURL).pathname === pathOf(form)

function mark(form) {
  for (const badge of document.querySelectorAll("[data-unsaved]")) badge.hidden = !isUnsaved(form)
}

function say(form, words, modifier = "") {
  const status = form.querySelector(".save-status")
  status.className = modifier ? `save-status save-status--${modifier}` : "save-status"
  status.textContent = words
}

const sayTemplate = (form, id, modifier) => say(form, template(id).textContent.trim(), modifier)

function show(form, id) {
  form.querySelector("[data-trouble]").replaceChildren(template(id).cloneNode(true))
}

function askForCause(form) {
  const status = form.querySelector('[name="status"]:checked')
  const asks = status !== null && ["partly_achieved", "not_achieved"].includes(status.value)
  form.querySelector(".deviation")?.classList.toggle("is-asked-for", asks)
}

function autosaveIn(delay) {
  clearTimeout(timer)
  timer = setTimeout(() => {
    const form = theForm()
    if (form && !busy && !isRefused(form) && isUnsaved(form)) htmx.trigger(form, "autosave")
  }, delay)
}

// The server cannot be reached just now: what is typed stays, a copy of it too, and it is tried again.
function retry(form, trouble) {
  show(form, trouble)
  if (isRefused(form)) {
    say(form, "", "failed")
  } else {
    sayTemplate(form, "word-retrying", "failed")
    autosaveIn(RETRY_AFTER[Math.min(failures, RETRY_AFTER.length - 1)])
    failures += 1
  }
  destination = ""
  mark(form)
}

// An autosave that is not taken is told without moving anything under the person's hands.
function refuseQuietly(form, status) {
  const words = { 202: "word-asked", 409: "word-changed", 422: "word-invalid", 423: "word-closed" }
  sayTemplate(form, words[status], "failed")
  destination = ""
  mark(form)
}

function forgetRefusal(form) {
  const section = form.closest("section")
  section.removeAttribute("data-typed")
  for (const node of section.querySelectorAll("[data-refused], .field__errors, .outcome-table__meanwhile")) node.remove()
  for (const name of ["field--error", "outcome-table__row--error"]) {
    for (const node of section.querySelectorAll(`.${name}`)) node.classList.remove(name)
  }
  for (const node of section.querySelectorAll("[aria-invalid]")) node.removeAttribute("aria-invalid")
}

// Signing in again gives a new token, so a form that was open meanwhile must get it before it can be saved.
async function renewToken() {
  const answer = await fetch(location.pathname, { headers: { Accept: "text/html" }, credentials: "same-origin" })
  if (new URL(answer.url).pathname !== location.pathname) return "trouble-signed-out"
  if (!answer.ok) return answer.status < 500 ? "trouble-not-allowed" : "trouble-server"
  const page = new DOMParser().parseFromString(await answer.text(), "text/html")
  const token = page.querySelector('main [name="csrfmiddlewaretoken"]')
  if (token === null) return "trouble-not-allowed"
  for (const input of document.querySelectorAll('[name="csrfmiddlewaretoken"]')) input.value = token.value
  return ""
}

async function mend(form) {
  let fault
  try {
    fault = await renewToken()
  } catch {
    fault = "trouble-connection"
  }
  if (!fault && mended.has(form)) fault = "trouble-not-allowed"
  if (fault) {
    mended.delete(form)
    show(form, fault)
    say(form, "", "failed")
    destination = ""
    mark(form)
    return
  }
  mended.add(form)
  const button = submitters.get(form)
  if (button?.isConnected) button.click()
  else htmx.trigger(form, "autosave")
}

function confirmed(form) {
  mended.delete(form)
  failures = 0
  saved.set(form, sent.get(form))
  form.querySelector(".save-status").className = "save-status"
  forgetRefusal(form)
  mark(form)
  if (isUnsaved(form)) {
    autosaveIn(AUTOSAVE_AFTER)
    return
  }
  forget(form)
  if (destination) location.assign(destination)
}

function start() {
  const form = theForm()
  if (!form) return
  if (!saved.has(form)) saved.set(form, typedIn(form))
  askForCause(form)
  mark(form)
}

document.addEventListener("submit", (event) => {
  if (isOurs(event.target)) submitters.set(event.target, event.submitter)
})

for (const type of ["input", "change"]) {
  document.addEventListener(type, (event) => {
    const form = event.target.closest?.("form[data-answer]")
    if (!form) return
    askForCause(form)
    keepMine(event.target)
    mark(form)
    remember(form)
    autosaveIn(AUTOSAVE_AFTER)
  })
}

document.addEventListener("htmx:beforeRequest", (event) => {
  const form = event.detail.elt
  if (!isOurs(form)) return
  clearTimeout(timer)
  busy = true
  sent.set(form, typedIn(form))
  form.querySelector("[data-trouble]").replaceChildren()
  sayTemplate(form, "word-saving", "saving")
  if (event.detail.requestConfig.triggeringEvent?.type === "autosave") submitters.delete(form)
})

document.addEventListener("htmx:beforeSwap", (event) => {
  const form = event.detail.requestConfig?.elt
  if (!isOurs(form)) return
  const xhr = event.detail.xhr
  if (!cameFrom(form, xhr) || xhr.status === 403) {
    event.detail.shouldSwap = false
    event.detail.isError = false
    mend(form)
  } else if ([409, 422, 423].includes(xhr.status) && !submitters.has(form)) {
    event.detail.shouldSwap = false
    refuseQuietly(form, xhr.status)
  }
})

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt
  if (!isOurs(form)) return
  busy = false
  const xhr = event.detail.xhr
  if (![200, 202].includes(xhr.status) || !form.isConnected || !cameFrom(form, xhr)) return
  if (xhr.status === 200) confirmed(form)
  if (xhr.status === 202) {
    failures = 0
    refuseQuietly(form, xhr.status)
  }
})

for (const type of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(type, (event) => {
    if (isOurs(event.detail.elt)) retry(event.detail.elt, "trouble-connection")
  })
}
document.addEventListener("htmx:responseError", (event) => {
  const troubles = { 503: "trouble-outage", 507: "trouble-full" }
  if (isOurs(event.detail.elt)) retry(event.detail.elt, troubles[event.detail.xhr.status] ?? "trouble-server")
})

document.addEventListener("htmx:afterSettle", (event) => {
  if (!event.detail.elt.closest?.("#svaret")) return
  busy = false // the form that was sent is no longer there to tell so
  start()
  document.querySelector("[data-typed] [data-refused]")?.focus()
  const settled = document.querySelector("[data-settled]")
  if (settled) {
    forget(theForm())
    settled.focus()
  }
})

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]")
  const form = theForm()
  if (!link || !form) return
  if (link.matches("[data-discard]")) {
    form.closest("section").removeAttribute("data-typed")
    saved.set(form, typedIn(form))
    forget(form)
    return
  }
  const leavesPage = link.matches(".goal-nav a, .entry-steps a") && event.button === 0 && !event.ctrlKey && !event.metaKey
  if (!leavesPage || isRefused(form) || !isUnsaved(form)) return
  event.preventDefault()
  destination = link.href
  if (!busy) htmx.trigger(form, "autosave")
})

// Who signs out and throws the text away has been asked already.
document.addEventListener("copies:given-up", () => {
  const form = theForm()
  if (!form) return
  form.closest("section").removeAttribute("data-typed")
  saved.set(form, typedIn(form))
})

// A lid that is closed, a tab that is left, a network or a sign-in that comes back.
document.addEventListener("visibilitychange", () => autosaveIn(0))
window.addEventListener("online", () => autosaveIn(0))
window.addEventListener("focus", () => autosaveIn(0))

window.addEventListener("beforeunload", (event) => {
  const form = theForm()
  if (form && isUnsaved(form) && !destination) event.preventDefault()
})

start()
const opened = theForm()
if (opened) {
  const putBack = (copy) => fill(opened, copy.fields)
  const takeBack = (copy) => {
    putBack(copy)
    opened.querySelector('[name="status"]').focus()
  }
  recover(opened, takeBack, putBack)
  clean()
  follow()
  meet()
}
