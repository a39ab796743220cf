// The round's page keeps itself up to date while somebody looks at it, and moves nothing under their hands.

const CHOICE = "round-live"
const live = document.querySelector("[data-live]")
const control = document.querySelector("[data-live-control]")
const toggle = control.querySelector("[data-live-switch]")
const time = control.querySelector("[data-live-time]")
const said = control.querySelector("[data-live-said]")
const path = new URL(live.getAttribute("hx-get"), location.href).pathname

let place = null

function now() {
  const clock = { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Stockholm" }
  return `${live.dataset.liveNow} ${new Date().toLocaleTimeString("sv-SE", clock).replace(":", ".")}`
}

function remembered() {
  try {
    return localStorage.getItem(CHOICE) !== "off"
  } catch {
    return true // A browser that keeps nothing gets the page as it is from the start.
  }
}

function remember(choice) {
  try {
    localStorage.setItem(CHOICE, choice ? "on" : "off")
  } catch {
    // The switch works all the same, until the page is left.
  }
}

// What the person sees uppermost, what has the focus, and how far the table is pushed sideways.
function placeNow() {
  const rows = [...live.querySelectorAll("tr[id]")]
  const row = rows.find((each) => each.getBoundingClientRect().bottom > 0)
  return {
    focus: live.contains(document.activeElement) ? document.activeElement.id : "",
    row: row?.id,
    top: row?.getBoundingClientRect().top,
    sideways: live.querySelector(".table-scroll")?.scrollLeft ?? 0,
  }
}

function restore() {
  const table = live.querySelector(".table-scroll")
  if (table) table.scrollLeft = place.sideways
  const row = place.row && document.getElementById(place.row)
  if (row && place.top < innerHeight) scrollBy({ top: row.getBoundingClientRect().top - place.top, behavior: "instant" })
  if (place.focus) document.getElementById(place.focus)?.focus({ preventScroll: true })
}

function tell(words, { aloud = false } = {}) {
  time.textContent = words
  if (aloud) said.textContent = words
}

live.addEventListener("htmx:beforeRequest", (event) => {
  if (!toggle.checked || document.hidden) event.preventDefault()
})

live.addEventListener("htmx:beforeSwap", (event) => {
  const xhr = event.detail.xhr
  if (xhr.responseURL && new URL(xhr.responseURL).pathname !== path) {
    event.detail.shouldSwap = false
    toggle.checked = false
    tell(live.dataset.liveSignedOut, { aloud: true })
    return
  }
  if (xhr.status === 204) tell(now())
  if (event.detail.shouldSwap) place = placeNow()
})

live.addEventListener("htmx:afterSwap", () => {
  restore()
  tell(now(), { aloud: true })
})

for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  live.addEventListener(failure, () => tell(live.dataset.liveFailed))
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) live.dispatchEvent(new Event("refresh"))
})

toggle.addEventListener("change", () => {
  remember(toggle.checked)
  if (toggle.checked) live.dispatchEvent(new Event("refresh"))
})

toggle.checked = remembered()
control.hidden = false
tell(now())
