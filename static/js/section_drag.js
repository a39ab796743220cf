// Dragging a section to another place in the tree: up and down for the order, sideways for the level.

const STEP = 20
const LOWEST = 4

let dragged = null
let target = null

const rowOf = (item) => item.querySelector(":scope > .section-tree__row")
const levelOf = (item) => Number(item.dataset.level)
const isHeading = (item) => "heading" in item.dataset

// The sections that stand still, in order: neither the dragged one nor what it holds.
const standing = (tree) => [...tree.querySelectorAll("[data-section]")].filter((item) => !dragged.contains(item))
const visible = (item) => rowOf(item).offsetParent !== null

// A heading may stand one level below the heading above it, and no higher than keeps what comes after it in its place.
function levelAt(items, index, wish) {
  if (!isHeading(dragged)) return levelOf(dragged)
  const above = items.slice(0, index).reverse().find(isHeading)
  const below = items.slice(index).find(isHeading)
  const lowest = above ? Math.min(levelOf(above) + 1, LOWEST) : 1
  const highest = below ? Math.min(levelOf(below), lowest) : 1
  return Math.max(highest, Math.min(lowest, wish))
}

function find(tree, event) {
  const items = standing(tree)
  const shown = items.filter(visible)
  const next = shown.find((item) => {
    const box = rowOf(item).getBoundingClientRect()
    return event.clientY < box.top + box.height / 2
  })
  const index = next ? items.indexOf(next) : items.length
  const wish = 1 + Math.max(0, Math.floor((event.clientX - tree.getBoundingClientRect().left - STEP) / STEP))
  return { before: next?.dataset.section ?? "", level: levelAt(items, index, wish), next, last: shown.at(-1) }
}

function mark(tree, place) {
  unmark(tree)
  target = place
  const row = place.next ? rowOf(place.next) : place.last && rowOf(place.last)
  if (!row) return
  row.classList.add(place.next ? "section-tree__row--before" : "section-tree__row--after")
  row.dataset.dropLevel = place.level
}

function unmark(tree) {
  for (const row of tree.querySelectorAll("[data-drop-level]")) {
    row.classList.remove("section-tree__row--before", "section-tree__row--after")
    delete row.dataset.dropLevel
  }
}

export function draggable(tree, place) {
  for (const item of tree.querySelectorAll("[data-section]")) {
    const row = rowOf(item)
    row.draggable = true
    for (const link of row.querySelectorAll("a")) link.draggable = false
    row.addEventListener("dragstart", (event) => {
      if (event.target !== row) return event.preventDefault()
      dragged = item
      event.dataTransfer.effectAllowed = "move"
      event.dataTransfer.setData("text/plain", item.dataset.section)
      item.classList.add("section-tree__item--dragged")
    })
    row.addEventListener("dragend", () => {
      item.classList.remove("section-tree__item--dragged")
      unmark(tree)
      dragged = target = null
    })
  }
  tree.addEventListener("dragover", (event) => {
    if (!dragged) return
    event.preventDefault()
    mark(tree, find(tree, event))
  })
  tree.addEventListener("drop", (event) => {
    if (!dragged || !target) return
    event.preventDefault()
    const [item, { before, level }] = [dragged, target]
    item.classList.remove("section-tree__item--dragged")
    unmark(tree)
    dragged = target = null
    place(item, before, level)
  })
}
