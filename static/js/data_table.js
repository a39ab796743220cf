// The grid of a data table: moves between cells, takes a block from a spreadsheet, takes the steps in rows and columns
// without leaving the page, and tells what the server computes.

import { meet } from "./presence.js"

const PAUSE = 300

let leaving = false
let unsaved = false
const first = document.querySelector("form[data-table-form]")
if (first) {
  unsaved = Boolean(first.querySelector("[data-unsaved-words]").textContent.trim())
  start(first)
  meet()
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && unsaved) event.preventDefault()
  })
}

function start(form) {
  const cells = [...form.querySelectorAll("[data-column]")]
  const lines = [...form.querySelectorAll("[data-row]")].map((row) => [...row.querySelectorAll("[data-column]")])
  const lineOf = new Map(lines.flatMap((line, at) => line.map((cell) => [cell, at])))
  let timer
  let before = ""
  let pasted = []

  form.querySelector("[data-with-scripts]").hidden = false
  form.querySelector("[data-without-scripts]").hidden = true

  const columnOf = (cell) => Number(cell.dataset.column)
  const figureOf = (cell) => cell.closest(".grid__figure")

  function say(words) {
    form.querySelector("[data-said]").textContent = words
  }

  function changed() {
    unsaved = true
    form.querySelector("[data-unsaved-words]").textContent = form.dataset.unsaved
    clearTimeout(timer)
    timer = setTimeout(ask, PAUSE)
  }

  async function ask() {
    let told
    const sent = new FormData(form)
    try {
      const answer = await fetch(form.dataset.echo, { method: "POST", body: sent, credentials: "same-origin" })
      if (!answer.ok) return
      told = (await answer.json()).cells
    } catch {
      return // Saving says what is wrong; until then nothing is told.
    }
    if (!form.isConnected) return
    for (const cell of cells) tell(cell, told[cell.name] ?? { words: "", trouble: false })
  }

  // What is computed stands below its field, where there is anything to say; it is read out while one writes there.
  function tell(cell, { words, trouble }) {
    let place = figureOf(cell).querySelector("[data-echo-of]")
    if (!words) place?.remove()
    if (!words || place?.textContent === words) return
    if (!place) {
      place = document.createElement("p")
      place.dataset.echoOf = ""
      place.id = `${cell.name}-svar`
      figureOf(cell).append(place)
      cell.setAttribute("aria-describedby", place.id)
    }
    place.textContent = words
    place.className = trouble ? "grid__echo grid__echo--fault" : "grid__echo"
  }

  // Sends the grid, shows what the server made of it and goes back to the cell that the step left.
  async function step(name, extra = []) {
    const body = new FormData(form)
    body.set("do", name)
    for (const [field, value] of extra) body.set(field, value)
    clearTimeout(timer)
    let page
    try {
      const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" })
      page = new DOMParser().parseFromString(await answer.text(), "text/html")
    } catch {
      say(form.dataset.lost)
      return
    }
    const made = page.querySelector("form[data-table-form]")
    if (!made) {
      say(form.dataset.lost)
      return
    }
    const scroll = form.querySelector(".grid-scroll")
    const [top, left] = [scroll.scrollTop, scroll.scrollLeft]
    const said = made.querySelector("[data-said]").textContent
    form.replaceWith(made)
    unsaved = true
    start(made)
    made.querySelector(".grid-scroll").scrollTo(left, top)
    made.querySelector("[data-said]").textContent = ""
    const row = made.elements.at_row.value - 1
    made.querySelector(`[name="c${row}-${made.elements.at_column.value}"]`)?.focus()
    requestAnimationFrame(() => (made.querySelector("[data-said]").textContent = said))
  }

  function go(event, down, right) {
    const to = lines[lineOf.get(event.target) + down]?.[columnOf(event.target) + right]
    event.preventDefault()
    to?.focus({ preventScroll: true })
    to?.select()
    to?.scrollIntoView({ block: "nearest", inline: "nearest" })
  }

  // A block that is larger than the table makes it larger: the server answers with the rows and columns it lacked.
  function fill(cell, block) {
    const [line, column] = [lineOf.get(cell), columnOf(cell)]
    const [most, widest] = [Number(form.dataset.mostRows), Number(form.dataset.mostColumns)]
    const extra = []
    let [outside, count] = [0, 0]
    let [height, width] = [lines.length, lines[0].length - 1]
    pasted = []
    block.forEach((values, down) =>
      values.forEach((value, right) => {
        const [to, at] = [line + down, column + right]
        const into = lines[to]?.[at]
        if (into) {
          pasted.push([into, into.value])
          into.value = value
          count += 1
        } else if (to >= most || at > widest) outside += value ? 1 : 0
        else {
          extra.push([`c${to}-${at}`, value])
          count += 1
          height = Math.max(height, to + 1)
          width = Math.max(width, at)
        }
      }),
    )
    const words = [`${form.dataset.pasted}: ${count}.`]
    if (outside) words.push(`${form.dataset.outside}: ${outside}.`)
    if (extra.length) step("compute", [...extra, ["rows", height], ["columns", width]])
    else {
      form.querySelector("[data-undo]").hidden = false
      changed()
    }
    say(words.join(" "))
  }

  form.addEventListener("focusin", (event) => {
    if (!lineOf.has(event.target)) return
    before = event.target.value
    form.elements.at_row.value = lineOf.get(event.target) + 1
    if (columnOf(event.target)) form.elements.at_column.value = columnOf(event.target)
    figureOf(event.target).setAttribute("aria-live", "polite")
  })

  form.addEventListener("focusout", (event) => {
    if (lineOf.has(event.target)) figureOf(event.target).removeAttribute("aria-live")
  })

  form.addEventListener("keydown", (event) => {
    const cell = event.target
    if (!lineOf.has(cell) || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return
    const whole = cell.selectionStart === 0 && cell.selectionEnd === cell.value.length
    const caret = cell.selectionStart === cell.selectionEnd ? cell.selectionStart : -1
    if (event.key === "Enter") go(event, event.shiftKey ? -1 : 1, 0)
    else if (event.shiftKey) return
    else if (event.key === "ArrowDown") go(event, 1, 0)
    else if (event.key === "ArrowUp") go(event, -1, 0)
    else if (event.key === "ArrowRight" && (whole || caret === cell.value.length)) go(event, 0, 1)
    else if (event.key === "ArrowLeft" && (whole || caret === 0)) go(event, 0, -1)
    else if (event.key === "Escape" && cell.value !== before) {
      cell.value = before
      changed()
    }
  })

  form.addEventListener("input", (event) => {
    if (lineOf.has(event.target)) {
      const cell = event.target.closest("td, th")
      cell.querySelector(".field__errors")?.remove()
      cell.classList.remove("grid__cell--error")
      event.target.removeAttribute("aria-invalid")
    }
    if (event.target.type !== "number") changed()
  })

  form.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain").replace(/(\r\n|\n|\r)$/, "")
    if (!lineOf.has(event.target) || !/[\t\r\n]/.test(text)) return
    event.preventDefault()
    fill(event.target, text.split(/\r\n|\n|\r/).map((line) => line.split("\t").map((value) => value.trim())))
  })

  form.querySelector("[data-undo]").addEventListener("click", (event) => {
    for (const [cell, value] of pasted) cell.value = value
    pasted[0]?.[0].focus()
    event.target.hidden = true
    say("")
    changed()
  })

  form.addEventListener("submit", (event) => {
    if (event.submitter?.name === "do") {
      event.preventDefault()
      step(event.submitter.value)
    } else leaving = true
  })
}
