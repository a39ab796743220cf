// Outcomes on the reporter's page: tells at once how a figure was understood, and what women and men make together.
// What is computed is computed by the server; here a field that was computed is emptied, so that it is computed again.

const PAUSE = 300

const waiting = new Map()

function rowOf(input) {
  return input.closest?.("[data-outcomes] [data-outcome]")
}

function fieldOf(row) {
  return row.closest("tbody").querySelector(`input[name="${row.dataset.outcome}"]`)
}

function mainRow(row) {
  return fieldOf(row).closest("tr")
}

function moreOf(row) {
  return mainRow(row).nextElementSibling
}

function totalBeside(row) {
  const name = row.dataset.outcome.replace(/-(women|men)$/, "-total")
  return row.closest("tbody").querySelector(`tr[data-sex][data-outcome="${name}"]`)
}

function recompute(row) {
  fieldOf(row).value = ""
  delete row.dataset.follows
}

// Typing in women or men empties a total that came from them, and a count does so with its share.
function letFollow(input, row) {
  const main = mainRow(row)
  if (input === fieldOf(row)) delete main.dataset.follows
  else if (/-(numerator|denominator)$/.test(input.name) && main.dataset.follows) recompute(main)
  const total = totalBeside(main)
  if (total && total !== main && total.dataset.follows === "parts") {
    recompute(total)
    for (const count of moreOf(total).querySelectorAll('[name$="-numerator"], [name$="-denominator"]')) count.value = ""
  }
}

// A question concerns the figure that was asked about: another figure is another question.
function forgetRefusal(row) {
  const main = mainRow(row)
  for (const each of [main, totalBeside(main)]) {
    if (!each) continue
    moreOf(each).querySelector("[data-question]")?.remove()
    moreOf(each).classList.remove("outcome-table__more--asked")
  }
  main.querySelector(".field__errors")?.remove()
  main.classList.remove("outcome-table__row--error")
  fieldOf(row).removeAttribute("aria-invalid")
}

function tell(row, told, becomes) {
  const place = moreOf(row).querySelector("[data-echo-of]")
  const words = told.fault || told.words
  if (place.textContent !== words) place.textContent = words
  place.classList.toggle("outcome-table__echo--fault", Boolean(told.fault))
  fieldOf(row).placeholder = told.becomes ? `${becomes} ${told.becomes}` : ""
}

async function ask(body) {
  const table = body.closest("[data-outcomes]")
  const form = body.closest("form")
  const fields = [...body.querySelectorAll("input[name], select[name]")]
  const sent = new FormData()
  for (const name of ["csrfmiddlewaretoken", "outcomes_seen"]) sent.set(name, form.elements[name].value)
  for (const field of fields) if (field.type !== "checkbox") sent.set(field.name, field.value)
  let rows
  try {
    const answer = await fetch(table.dataset.echo, { method: "POST", body: sent, credentials: "same-origin" })
    if (!answer.ok) return
    rows = (await answer.json()).rows
  } catch {
    return // Saving says what is wrong; until then nothing is told.
  }
  if (!body.isConnected || fields.some((field) => field.type !== "checkbox" && field.value !== sent.get(field.name))) return
  for (const row of body.querySelectorAll("tr[data-sex]")) {
    const told = rows[row.dataset.outcome]
    if (told) tell(row, told, table.dataset.becomes)
  }
}

function changed(event) {
  const row = rowOf(event.target)
  if (!row || event.target.type === "checkbox" || event.target.name.endsWith("-remark")) return
  const body = row.closest("tbody")
  letFollow(event.target, row)
  forgetRefusal(row)
  clearTimeout(waiting.get(body))
  waiting.set(
    body,
    setTimeout(() => ask(body), PAUSE),
  )
}

// Only the row that one is in speaks, so that a total that changes along is not read out over it.
function listen(event) {
  const row = rowOf(event.target)
  if (!row) return
  const place = moreOf(row).querySelector("[data-echo-of]")
  if (event.type === "focusin") place.setAttribute("aria-live", "polite")
  else place.removeAttribute("aria-live")
}

document.addEventListener("input", changed)
document.addEventListener("focusin", listen)
document.addEventListener("focusout", listen)

// An answered question is put away with its box still ticked, so that nothing in the form is changed by saving it.
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt
  if (event.detail.xhr?.status !== 200 || !form.matches?.("form")) return
  for (const question of form.querySelectorAll("[data-question]")) question.hidden = true
  for (const row of form.querySelectorAll(".outcome-table__more--asked")) row.classList.remove("outcome-table__more--asked")
})
