// The reporter's page: knows what is unsaved, says how saving went, and keeps every text when something fails.

const NOT_TYPED = /(^csrfmiddlewaretoken$|^version$|^outcomes_seen$|_source$)/

const forms = () => document.querySelectorAll("form[data-goal]")
const saved = new WeakMap()
const sent = new WeakMap()
const retried = new WeakSet()

function typed(form) {
  const fields = [...new FormData(form)].filter(([name]) => !NOT_TYPED.test(name))
  return JSON.stringify(fields)
}

function isUnsaved(form) {
  return form.closest("[data-typed]") !== null || typed(form) !== saved.get(form)
}

function mark(form) {
  const unsaved = isUnsaved(form)
  for (const badge of document.querySelectorAll(`[data-unsaved-of="${form.dataset.goal}"]`)) badge.hidden = !unsaved
}

// A button is called `action`, so the property `form.action` is that button.
function cameFrom(form, xhr) {
  return new URL(xhr.responseURL).pathname === form.getAttribute("action")
}

function statusOf(form) {
  return form.querySelector(".save-status")
}

function say(form, words, modifier = "") {
  const status = statusOf(form)
  status.className = modifier ? `save-status save-status--${modifier}` : "save-status"
  status.textContent = words
}

function template(id) {
  return document.getElementById(id).content
}

function trouble(form, id) {
  const place = form.querySelector("[data-trouble]")
  place.replaceChildren(template(id).cloneNode(true))
  say(form, "", "failed")
  mark(form)
}

function askForCause(form) {
  const status = form.querySelector('[name="status"]:checked')
  const asks = status !== null && ["partly_achieved", "not_achieved"].includes(status.value)
  form.querySelector(".deviation")?.classList.toggle("is-asked-for", asks)
}

function forgetRefusal(form) {
  const article = form.closest("article")
  article.removeAttribute("data-typed")
  for (const node of article.querySelectorAll("[data-refused], .field__errors, .outcome-table__meanwhile")) node.remove()
  for (const node of article.querySelectorAll(".field--error")) node.classList.remove("field--error")
  for (const node of article.querySelectorAll(".outcome-table__row--error")) {
    node.classList.remove("outcome-table__row--error")
  }
  for (const node of article.querySelectorAll("[aria-invalid]")) node.removeAttribute("aria-invalid")
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

async function mend(form, submitter) {
  let fault
  try {
    fault = await renewToken()
  } catch {
    fault = "trouble-connection"
  }
  if (!fault && retried.has(form)) fault = "trouble-not-allowed"
  if (fault) {
    retried.delete(form)
    trouble(form, fault)
    return
  }
  retried.add(form)
  form.requestSubmit(submitter?.isConnected ? submitter : null)
}

function start(root) {
  for (const form of root.querySelectorAll("form[data-goal]")) {
    if (!saved.has(form)) saved.set(form, typed(form))
    askForCause(form)
    mark(form)
  }
}

const submitters = new WeakMap()
document.addEventListener("submit", (event) => {
  const form = event.target
  if (form.matches("form[data-goal]")) submitters.set(form, event.submitter)
  if (form.matches("[data-hand-in]") && [...forms()].some(isUnsaved)) {
    event.preventDefault()
    form.querySelector(".notice")?.remove()
    form.prepend(template("trouble-unsaved").cloneNode(true))
  }
})

for (const type of ["input", "change"]) {
  document.addEventListener(type, (event) => {
    const form = event.target.closest?.("form[data-goal]")
    if (!form) return
    askForCause(form)
    mark(form)
  })
}

document.addEventListener("htmx:beforeRequest", (event) => {
  const form = event.detail.elt
  if (!form.matches?.("form[data-goal]")) return
  sent.set(form, typed(form))
  form.querySelector("[data-trouble]").replaceChildren()
  say(form, template("word-saving").textContent, "saving")
})

document.addEventListener("htmx:beforeSwap", (event) => {
  const form = event.detail.requestConfig?.elt
  if (!form?.matches?.("form[data-goal]")) return
  const xhr = event.detail.xhr
  if (cameFrom(form, xhr) && xhr.status !== 403) return
  event.detail.shouldSwap = false
  event.detail.isError = false
  mend(form, submitters.get(form))
})

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt
  const xhr = event.detail.xhr
  if (!form.matches?.("form[data-goal]") || xhr.status !== 200 || !form.isConnected) return
  if (!cameFrom(form, xhr)) return
  retried.delete(form)
  saved.set(form, sent.get(form))
  statusOf(form).className = "save-status"
  forgetRefusal(form)
  mark(form)
})

document.addEventListener("htmx:sendError", (event) => trouble(event.detail.elt, "trouble-connection"))
document.addEventListener("htmx:timeout", (event) => trouble(event.detail.elt, "trouble-connection"))
document.addEventListener("htmx:responseError", (event) => trouble(event.detail.elt, "trouble-server"))

document.addEventListener("htmx:afterSettle", (event) => {
  const article = event.detail.elt.closest?.("article.entry")
  if (!article) return
  start(article)
  if (article.matches("[data-typed]")) article.querySelector("[data-refused]")?.focus()
})

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-discard]")
  if (!link) return
  const article = link.closest("article")
  const form = article.querySelector("form[data-goal]")
  article.removeAttribute("data-typed")
  saved.set(form, typed(form))
})

document.addEventListener("focusin", (event) => {
  const article = event.target.closest?.("article.entry")
  if (!article) return
  for (const link of document.querySelectorAll(".goal-nav__list a")) {
    if (link.getAttribute("href") === `#${article.id}`) link.setAttribute("aria-current", "true")
    else link.removeAttribute("aria-current")
  }
})

window.addEventListener("beforeunload", (event) => {
  if ([...forms()].some(isUnsaved)) event.preventDefault()
})

start(document)
