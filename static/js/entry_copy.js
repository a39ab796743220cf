// A copy of what is typed, in this browser alone, until the server has confirmed it.

import { fieldsOf } from "./entry_fields.js"

const PREFIX = "uppfoljning:svar:"
const KEPT_DAYS = 14
const REMEMBER_AFTER = 300

let timer = 0

const keyOf = (form) => `${PREFIX}${form.dataset.person}:${location.pathname}`
const versionOf = (form) => form.elements.version.value

// A browser may refuse to store anything: then there is no copy, and everything else works.
function store(action) {
  try {
    return action(window.localStorage)
  } catch {
    return null
  }
}

function write(form) {
  const title = document.querySelector("h1").innerText.replace(/\s+/g, " ").trim()
  const copy = { at: Date.now(), title, version: versionOf(form), fields: fieldsOf(form) }
  store((storage) => storage.setItem(keyOf(form), JSON.stringify(copy)))
}

export function remember(form) {
  clearTimeout(timer)
  timer = setTimeout(() => form.isConnected && write(form), REMEMBER_AFTER)
}

export function forget(form) {
  clearTimeout(timer)
  store((storage) => storage.removeItem(keyOf(form)))
}

function read(form) {
  return store((storage) => JSON.parse(storage.getItem(keyOf(form))))
}

function fill(form, fields) {
  const values = new Map(fields)
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

function offer(form, copy, id) {
  const notice = document.getElementById(id).content.cloneNode(true)
  notice.querySelector("[data-copy-time]").textContent = clock(copy.at)
  const holder = form.querySelector("[data-copy]")
  notice.querySelector("[data-copy-use]")?.addEventListener("click", () => {
    fill(form, copy.fields)
    holder.replaceChildren()
    form.querySelector('[name="status"]').focus()
  })
  notice.querySelector("[data-copy-drop]").addEventListener("click", () => {
    forget(form)
    holder.replaceChildren()
    if (id === "copy-used") location.reload()
  })
  holder.replaceChildren(notice)
}

// What did not reach the server last time is put back where nobody has saved since; else it is offered.
export function recover(form) {
  const copy = read(form)
  if (!copy || JSON.stringify(copy.fields) === JSON.stringify(fieldsOf(form))) {
    if (copy) forget(form)
    return
  }
  if (copy.version === versionOf(form)) {
    fill(form, copy.fields)
    offer(form, copy, "copy-used")
  } else offer(form, copy, "copy-offered")
}

// What a person has in this browser that the server has not confirmed, the page's address and heading with each.
export function copiesOf(person) {
  const start = `${PREFIX}${person}:`
  const found = store((storage) =>
    Object.keys(storage)
      .filter((key) => key.startsWith(start))
      .map((key) => ({ key, path: key.slice(start.length), title: JSON.parse(storage.getItem(key)).title || key.slice(start.length) })),
  )
  return found ?? []
}

export function drop(key) {
  clearTimeout(timer)
  store((storage) => storage.removeItem(key))
}

// Copies that nobody came back for do not stay for ever.
export function clean() {
  store((storage) => {
    for (const key of Object.keys(storage).filter((each) => each.startsWith(PREFIX))) {
      const { at } = JSON.parse(storage.getItem(key)) ?? {}
      if (!(Date.now() - at < KEPT_DAYS * 86400000)) storage.removeItem(key)
    }
  })
}
