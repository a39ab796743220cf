// The reader's own notes shown at their rows. Who is not signed in has them in this browser alone.

const list = document.querySelector("[data-my-notes]")
const tools = document.querySelector("[data-row-tools]")
const form = document.querySelector("[data-local-note]")
const key = list?.dataset.localNotes ? `reading-notes:${list.dataset.localNotes}` : ""

let kept = {}
let isKeeping = true

function read() {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? "{}")
    return found && typeof found === "object" ? found : {}
  } catch {
    return {} // What is not ours to read is no note.
  }
}

function write() {
  try {
    localStorage.setItem(key, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

// A heading is marked itself, a row as a whole; a wordless place in the page is not.
function show(anchor, isMarked) {
  const row = document.getElementById(anchor)
  row?.classList.toggle("row-is-marked", isMarked)
  const link = document.querySelector(`.row-link[href="#${CSS.escape(anchor)}"]`)
  if (!link) return
  link.dataset.name ??= link.getAttribute("aria-label")
  link.classList.add("row-link--noted")
  link.setAttribute("aria-label", `${link.dataset.name}, ${isMarked ? list.dataset.marked : list.dataset.noted}`)
}

function forget(anchor) {
  document.getElementById(anchor)?.classList.remove("row-is-marked")
  const link = document.querySelector(`.row-link[href="#${CSS.escape(anchor)}"]`)
  if (!link?.dataset.name) return
  link.classList.remove("row-link--noted")
  link.setAttribute("aria-label", link.dataset.name)
}

function entry(anchor, note) {
  const item = document.createElement("li")
  const link = document.createElement("a")
  link.href = `#${anchor}`
  link.textContent = String(note.title ?? anchor)
  item.append(link, " ", String(note.text ?? ""))
  return item
}

function redraw() {
  const notes = Object.entries(kept)
  list.querySelector("ul").replaceChildren(...notes.map(([anchor, note]) => entry(anchor, note)))
  list.querySelector("[data-notes-count]").textContent = notes.length
  for (const [anchor, note] of notes) show(anchor, Boolean(note.isMarked))
}

function titleOf(anchor) {
  const row = document.getElementById(anchor)
  const named = row?.matches("tr, li") ? row.querySelector("th, .trouble__name, td") : row
  return (named?.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 200)
}

function save(event) {
  event.preventDefault()
  const anchor = tools.dataset.anchor
  const [text, isMarked] = [form.elements.text.value.trim(), form.elements.is_marked.checked]
  kept = isKeeping ? read() : kept
  if (text || isMarked) kept[anchor] = { text, isMarked, title: titleOf(anchor) }
  else {
    delete kept[anchor]
    forget(anchor)
  }
  isKeeping = write()
  tools.querySelector("[data-row-said]").textContent = isKeeping ? form.dataset.saved : form.dataset.notSaved
  redraw()
}

if (key && form) {
  list.hidden = false
  kept = read()
  redraw()
  form.addEventListener("submit", save)
  tools.addEventListener("row-chosen", (event) => {
    const note = kept[event.detail.anchor] ?? {}
    form.elements.text.value = String(note.text ?? "")
    form.elements.is_marked.checked = Boolean(note.isMarked)
  })
} else if (list) {
  for (const item of list.querySelectorAll("[data-note-anchor]")) {
    show(item.dataset.noteAnchor, "isMarked" in item.dataset)
  }
}
