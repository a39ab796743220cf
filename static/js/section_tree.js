// The tree of sections: folded, moved by drag and from the keyboard, named and hidden without leaving the page.
// Everything here is also done by the forms in the tree; the server answers with the whole tree.

import { meet } from "./presence.js"
import { draggable } from "./section_drag.js"

const STEPS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "out", ArrowRight: "in" }
const folded = new Set()
let sending = false

const tree = () => document.querySelector("[data-sections]")
const itemOf = (node) => node.closest("[data-section]")
const named = (item, selector) => item.querySelector(`:scope > .section-tree__row ${selector}`)

function fold(item, isFolded) {
  const button = named(item, "[data-fold]")
  const list = item.querySelector(":scope > ol")
  if (!button || !list) return
  list.hidden = isFolded
  button.setAttribute("aria-expanded", String(!isFolded))
  if (isFolded) folded.add(item.dataset.section)
  else folded.delete(item.dataset.section)
}

// Without the script a button takes the form beside the tree with it; here it does what it does alone.
function dress() {
  for (const button of tree().querySelectorAll("[data-fold]")) button.hidden = false
  for (const button of tree().querySelectorAll("button[form]")) button.removeAttribute("form")
  for (const part of document.querySelectorAll("[data-with-script]")) part.hidden = false
  for (const item of tree().querySelectorAll("[data-section]")) fold(item, folded.has(item.dataset.section))
  for (const link of tree().querySelectorAll(".section-tree__link")) {
    link.setAttribute("aria-keyshortcuts", "Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight")
  }
  draggable(tree(), place)
}

// What had focus has it again, found by what it does; a menu that was open is open.
function remembered() {
  const held = document.activeElement
  const item = held && tree().contains(held) ? itemOf(held) : null
  const menus = [...tree().querySelectorAll("details[open]")].map((each) => itemOf(each).dataset.section)
  const tool = held?.name === "direction" || held?.name === "hide" ? `[name="${held.name}"]` : ""
  const value = held?.name === "direction" ? `[value="${held.value}"]` : ""
  const selector = !item ? "" : tool ? tool + value : held.matches("summary") ? "summary" : held.matches("input, .section-tree__name button") ? "summary" : "a"
  return { menus, section: item?.dataset.section, selector }
}

function recall({ menus, section, selector }) {
  for (const key of menus) {
    const item = tree().querySelector(`[data-section="${key}"]`)
    const menu = item && named(item, "details")
    if (menu) menu.open = true
  }
  const item = section && tree().querySelector(`[data-section="${section}"]`)
  const target = item && named(item, selector)
  if (target) target.focus()
}

async function send(url, fields, { closes = false } = {}) {
  if (sending) return
  sending = true
  const place = remembered()
  if (closes) place.menus = []
  const body = new FormData()
  const current = tree().dataset.current
  for (const [name, value] of [["csrfmiddlewaretoken", token()], ...(current ? [["current", current]] : []), ...fields]) body.append(name, value)
  try {
    const answer = await fetch(url, { method: "POST", body, headers: { "HX-Request": "true" } })
    if (!answer.ok || answer.redirected) return location.reload()
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-sections]")
    if (!fresh) return location.reload()
    const said = fresh.querySelector("[role=status]")
    const words = said.textContent
    said.textContent = ""
    tree().replaceWith(fresh)
    dress()
    recall(place)
    requestAnimationFrame(() => (said.textContent = words))
    document.dispatchEvent(new CustomEvent("sections:changed"))
  } catch {
    location.reload()
  } finally {
    sending = false
  }
}

const token = () => document.querySelector('[name="csrfmiddlewaretoken"]').value
const address = (item) => named(item, "[data-tool]").getAttribute("action").replace(/namn\/$/, "flytta/")

function place(item, before, level) {
  named(item, "a").focus()
  send(address(item), [["place", before], ["level", String(level)]])
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-fold]")
  if (button) fold(itemOf(button), button.getAttribute("aria-expanded") === "true")
})

document.addEventListener("keydown", (event) => {
  const link = event.target.closest?.(".section-tree__link")
  if (link && event.altKey && STEPS[event.key]) {
    event.preventDefault()
    send(address(itemOf(link)), [["direction", STEPS[event.key]]])
  }
  const menu = event.key === "Escape" && event.target.closest?.(".section-tree__menu")
  if (menu) {
    menu.open = false
    menu.querySelector("summary").focus()
  }
})

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-tool]")
  if (!form) return
  event.preventDefault()
  const button = event.submitter
  if (button?.getAttribute("aria-disabled") === "true") return
  const fields = button?.name ? [[button.name, button.value]] : [["title", form.elements.title.value]]
  send(button?.getAttribute("formaction") || form.getAttribute("action"), fields, { closes: !button?.name })
})

// One menu at a time.
document.addEventListener("toggle", (event) => {
  const menu = event.target
  if (!menu.matches?.(".section-tree__menu[open]")) return
  for (const other of tree().querySelectorAll(".section-tree__menu[open]")) if (other !== menu) other.open = false
}, true)

dress()
meet()

// The section that is open is seen in a tree that scrolls by itself; the page stays where it is.
const open = tree().querySelector("[aria-current]")
const box = open?.closest(".writing__tree")
if (box) box.scrollTop = open.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2
