// The grid of outcomes: moves between cells, takes a block from a spreadsheet, and tells what the server understands.

const PAUSE = 250

const form = document.querySelector("form[data-grid]")
if (form) start()

function start() {
  const inputs = [...form.querySelectorAll("input[data-column]")]
  const lines = [...form.querySelectorAll("tr[data-row]")].map((row) => {
    const line = []
    for (const input of row.querySelectorAll("input[data-column]")) line[input.dataset.column] = input
    return line
  })
  const width = Math.max(...inputs.map((input) => Number(input.dataset.column))) + 1
  const stands = new Map(inputs.map((input) => [input, input.dataset.stands ?? input.defaultValue]))
  const lineOf = new Map(lines.flatMap((line, at) => line.map((input) => [input, at])))
  const waiting = new Set()
  let timer
  let before = ""
  let pasted = []
  let leaving = false

  form.querySelector("[data-with-scripts]").hidden = false
  count()

  function cellAt(line, column) {
    return lines[line]?.[column]
  }

  // Cells that are not there are stepped over, so that the way to the next one is never shut.
  function next(input, down, right) {
    let line = lineOf.get(input) + down
    let column = Number(input.dataset.column) + right
    while (line >= 0 && line < lines.length && column >= 0 && column < width) {
      if (cellAt(line, column)) return cellAt(line, column)
      line += down
      column += right
    }
    return undefined
  }

  function go(event, down, right) {
    const to = next(event.target, down, right)
    event.preventDefault()
    to?.focus({ preventScroll: true })
    to?.select()
    to?.scrollIntoView({ block: "nearest", inline: "nearest" })
  }

  function changed() {
    return inputs.filter((input) => input.value !== stands.get(input))
  }

  function count() {
    const found = changed()
    for (const input of inputs) input.closest("td").classList.remove("grid__cell--changed")
    for (const input of found) input.closest("td").classList.add("grid__cell--changed")
    form.querySelector("[data-count]").textContent = found.length ? `${form.dataset.changed}: ${found.length}` : ""
    return found.length
  }

  function say(words) {
    form.querySelector("[data-said]").textContent = words
  }

  function echoOf(input) {
    return input.closest("td").querySelector("[data-echo-of]")
  }

  function tell(input, words, fault) {
    const place = echoOf(input)
    place.textContent = fault || words
    place.classList.toggle("grid__echo--fault", Boolean(fault))
    if (fault) input.setAttribute("aria-invalid", "true")
    else input.removeAttribute("aria-invalid")
  }

  function forgetRefusal(input) {
    const cell = input.closest("td")
    cell.querySelector(".field__errors")?.remove()
    cell.classList.remove("grid__cell--error")
  }

  function typed(input) {
    forgetRefusal(input)
    waiting.add(input)
    if (input.value === stands.get(input)) tell(input, "", "")
    count()
    clearTimeout(timer)
    timer = setTimeout(ask, PAUSE)
  }

  async function ask() {
    const asked = new Map([...waiting].map((input) => [input, input.value]))
    waiting.clear()
    const body = new FormData()
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value)
    for (const [input, value] of asked) if (value !== stands.get(input)) body.set(input.name, value)
    let cells
    try {
      const answer = await fetch(form.dataset.echo, { method: "POST", body, credentials: "same-origin" })
      if (!answer.ok) return
      cells = (await answer.json()).cells
    } catch {
      return // Saving says what is wrong; until then nothing is told.
    }
    for (const [input, value] of asked) {
      const understood = cells[input.name]
      if (understood && input.value === value) tell(input, understood.words, understood.fault)
    }
  }

  function fill(input, block) {
    const [line, column] = [lineOf.get(input), Number(input.dataset.column)]
    let [outside, locked] = [0, 0]
    pasted = []
    block.forEach((values, down) =>
      values.forEach((value, right) => {
        const into = cellAt(line + down, column + right)
        if (line + down >= lines.length || column + right >= width) outside += value ? 1 : 0
        else if (!into || into.readOnly) locked += value ? 1 : 0
        else {
          pasted.push([into, into.value])
          into.value = value
          typed(into)
        }
      }),
    )
    const words = [`${form.dataset.pasted}: ${pasted.length}.`]
    if (outside) words.push(`${form.dataset.outside}: ${outside}.`)
    if (locked) words.push(`${form.dataset.locked}: ${locked}.`)
    say(words.join(" "))
    form.querySelector("[data-undo]").hidden = false
  }

  form.addEventListener("focusin", (event) => {
    if (!lineOf.has(event.target)) return
    before = event.target.value
    echoOf(event.target).setAttribute("aria-live", "polite")
  })

  form.addEventListener("focusout", (event) => {
    if (lineOf.has(event.target)) echoOf(event.target).removeAttribute("aria-live")
  })

  form.addEventListener("keydown", (event) => {
    const input = event.target
    if (!lineOf.has(input) || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return
    const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length
    const caret = input.selectionStart === input.selectionEnd ? input.selectionStart : -1
    if (event.key === "Enter") go(event, event.shiftKey ? -1 : 1, 0)
    else if (event.shiftKey) return
    else if (event.key === "ArrowDown") go(event, 1, 0)
    else if (event.key === "ArrowUp") go(event, -1, 0)
    else if (event.key === "ArrowRight" && (whole || caret === input.value.length)) go(event, 0, 1)
    else if (event.key === "ArrowLeft" && (whole || caret === 0)) go(event, 0, -1)
    else if (event.key === "Escape" && input.value !== before) {
      input.value = before
      typed(input)
    }
  })

  form.addEventListener("input", (event) => {
    if (lineOf.has(event.target)) typed(event.target)
  })

  form.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain").replace(/(\r\n|\n|\r)$/, "")
    if (!lineOf.has(event.target) || event.target.readOnly || !/[\t\r\n]/.test(text)) return
    event.preventDefault()
    fill(event.target, text.split(/\r\n|\n|\r/).map((line) => line.split("\t").map((value) => value.trim())))
  })

  form.querySelector("[data-undo]").addEventListener("click", (event) => {
    for (const [input, value] of pasted) {
      input.value = value
      typed(input)
    }
    pasted[0]?.[0].focus()
    event.target.hidden = true
    say("")
  })

  form.addEventListener("submit", () => {
    leaving = true
  })

  window.addEventListener("beforeunload", (event) => {
    if (!leaving && count()) event.preventDefault()
  })
}
