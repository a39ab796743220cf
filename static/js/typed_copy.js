// A copy of what is typed in a form, in this browser alone, until the server has confirmed it. The form says whose it is
// (`data-person`) and which field tells what the person had before them (`data-seen-in`).

import { fieldsOf, typedOf } from "./typed_fields.js"

const PREFIX = "uppfoljning:osparat:"
const KEPT_DAYS = 14
const REMEMBER_AFTER = 300

let timer = 0
let offered = null // A copy that the person has not said anything about yet: what is typed meanwhile is kept beside it.

// A button may be called `action`, so the property `form.action` may be that button.
const pathOf = (form) => new URL(form.getAttribute("action"), location.href).pathname
const keyFor = (person, path) => `${PREFIX}${person}:${path}`
const keyOf = (form) => keyFor(form.dataset.person, pathOf(form))
const seenIn = (form) => form.elements[form.dataset.seenIn].value

// A browser may refuse to store anything: then there is no copy, and everything else works.
function store(action) {
  try {
    return action(window.localStorage)
  } catch {
    return null
  }
}

const read = (key) => store((storage) => JSON.parse(storage.getItem(key)))
const keep = (key, copy) => store((storage) => storage.setItem(key, JSON.stringify(copy)))

export function drop(key) {
  clearTimeout(timer)
  store((storage) => storage.removeItem(key))
}

// The copy is needed no more; one that was offered before it and not answered is.
function settle(key) {
  const earlier = read(key)?.earlier
  drop(key)
  if (earlier) keep(key, earlier)
}

export function rememberNow(form) {
  clearTimeout(timer)
  const title = document.querySelector("h1").innerText.replace(/\s+/g, " ").trim()
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken")
  keep(keyOf(form), { at: Date.now(), title, seen: seenIn(form), fields, earlier: offered })
}

export function remember(form) {
  clearTimeout(timer)
  timer = setTimeout(() => form.isConnected && rememberNow(form), REMEMBER_AFTER)
}

export function forget(form) {
  settle(keyOf(form))
}

// The page shows what was sent and not saved: the copy of it goes on from there, wherever it is to be sent next.
export function goOn(form) {
  const sentTo = keyFor(form.dataset.person, location.pathname)
  offered = read(sentTo)?.earlier ?? null
  if (sentTo !== keyOf(form)) drop(sentTo)
  rememberNow(form)
}

export function fill(form, fields) {
  const values = new Map(typedOf(fields))
  for (const field of form.elements) {
    if (!values.has(field.name)) continue
    const value = values.get(field.name)
    if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === value
    else if (field.type !== "submit") field.value = value
  }
  for (const area of form.querySelectorAll("textarea[data-rich-text]")) {
    if (values.get(`${area.name}_markup`) !== "html") continue
    form.elements[`${area.name}_source`].value = area.value
    area.dispatchEvent(new CustomEvent("rich-text:show", { bubbles: true }))
  }
  form.dispatchEvent(new Event("input", { bubbles: true }))
}

function clock(moment) {
  return new Intl.DateTimeFormat("sv", { dateStyle: "long", timeStyle: "short" }).format(moment)
}

function show(form, copy, id, takeBack = null) {
  const notice = document.getElementById(id).content.cloneNode(true)
  notice.querySelector("[data-copy-time]").textContent = clock(copy.at)
  if (copy.seen === seenIn(form)) notice.querySelector("[data-copy-since]")?.remove()
  const holder = form.querySelector("[data-copy]")
  notice.querySelector("[data-copy-use]")?.addEventListener("click", () => {
    offered = copy.earlier ?? null
    holder.replaceChildren()
    takeBack(copy)
  })
  notice.querySelector("[data-copy-drop]").addEventListener("click", () => {
    holder.replaceChildren()
    offered = copy.earlier ?? null
    const isOnlyOne = id === "copy-used" || read(keyOf(form))?.at === copy.at
    if (isOnlyOne) forget(form)
    else rememberNow(form)
    if (id === "copy-used") location.reload()
    else if (offered) show(form, offered, id, takeBack)
  })
  holder.replaceChildren(notice)
}

// What did not reach the server last time is offered, and `takeBack(copy)` puts it back when the person says so;
// `unasked(copy)` does it at once where nobody has saved since.
export function recover(form, takeBack, unasked = null) {
  const copy = read(keyOf(form))
  if (!copy) return
  if (JSON.stringify(typedOf(copy.fields)) === JSON.stringify(fieldsOf(form))) {
    forget(form)
    recover(form, takeBack, unasked)
  } else if (unasked && copy.seen === seenIn(form)) {
    offered = copy.earlier ?? null
    unasked(copy)
    show(form, copy, "copy-used")
  } else {
    offered = copy
    show(form, copy, "copy-offered", takeBack)
  }
}

function copies(person) {
  const start = keyFor(person, "")
  const found = store((storage) =>
    Object.keys(storage)
      .filter((key) => key.startsWith(start))
      .map((key) => ({ key, path: key.slice(start.length), copy: read(key) })),
  )
  return found ?? []
}

// What a person has in this browser that the server has not confirmed, the page's address and heading with each.
export function copiesOf(person) {
  return copies(person).map(({ key, path, copy }) => ({ key, path, title: copy?.title || path }))
}

// The server has saved what was sent with this mark, whichever page it was sent from.
export function confirm(person, mark) {
  for (const { key, copy } of copies(person)) {
    if (copy?.fields?.some(([name, value]) => name === "copy" && value === mark)) settle(key)
  }
}

// Copies that nobody came back for do not stay for ever.
export function clean() {
  store((storage) => {
    for (const key of Object.keys(storage).filter((each) => each.startsWith(PREFIX))) {
      if (!(Date.now() - read(key)?.at < KEPT_DAYS * 86400000)) storage.removeItem(key)
    }
  })
}
