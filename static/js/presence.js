// Tells the server what is open on the page while it is looked at, and the person who else has it open.

const EVERY = 20000

// The answer is what to say here, and in a template who is where in what the page lists.
function tell(place, answer) {
  const told = new DOMParser().parseFromString(answer, "text/html")
  const elsewhere = told.querySelector("template")
  elsewhere?.remove()
  const words = told.body.innerHTML.trim()
  if (words !== place.dataset.shown) {
    place.dataset.shown = words
    place.innerHTML = words
  }
  if (!elsewhere) return
  for (const mark of document.querySelectorAll("[data-there]")) {
    mark.textContent = elsewhere.content.querySelector(`[data-there="${mark.dataset.there}"]`)?.textContent ?? ""
  }
}

async function ask(place) {
  if (document.visibilityState !== "visible") return
  const token = document.querySelector('main [name="csrfmiddlewaretoken"]')?.value
  if (!token) return
  try {
    const answer = await fetch(place.dataset.presence, { method: "POST", headers: { "X-CSRFToken": token } })
    if (answer.ok && !answer.redirected) tell(place, await answer.text())
  } catch {
    // Without contact nothing is known of the others.
  }
}

export function meet() {
  const place = document.querySelector("[data-presence]")
  if (!place) return
  ask(place)
  setInterval(() => ask(place), EVERY)
}
