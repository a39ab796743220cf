// Tells the server that the answer is open while it is looked at, and the person who else has it open.

const EVERY = 20000

async function ask(place) {
  if (document.visibilityState !== "visible") return
  const token = document.querySelector('main [name="csrfmiddlewaretoken"]')?.value
  if (!token) return
  try {
    const answer = await fetch(place.dataset.presence, { method: "POST", headers: { "X-CSRFToken": token } })
    if (!answer.ok || answer.redirected) return
    const words = await answer.text()
    if (words !== place.dataset.shown) {
      place.dataset.shown = words
      place.innerHTML = words
    }
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
