// Picking what to see without a reload: the server tells how much is shown and which style sheet hides the rest.

const form = document.querySelector("[data-pick-form]")
const result = document.querySelector("[data-pick-result]")
let asked = 0

function query() {
  const values = [...new FormData(form)].filter(([, value]) => value !== "")
  return new URLSearchParams(values).toString()
}

async function show(wanted) {
  const mine = ++asked
  let answer = null
  try {
    answer = await fetch(`${form.dataset.pickResultAddress}?${wanted}`, { headers: { Accept: "text/html" } })
  } catch {
    // Without an answer the page is loaded as it would be without a script.
  }
  if (mine !== asked) return
  if (!answer?.ok) {
    location.search = wanted
    return
  }
  const words = await answer.text()
  if (mine !== asked) return
  await restyle(wanted)
  result.innerHTML = words
  history.replaceState(history.state, "", `${location.pathname}${wanted ? `?${wanted}` : ""}${location.hash}`)
  for (const link of document.querySelectorAll("[data-pick]")) {
    if (link.search.slice(1) === wanted && wanted) link.setAttribute("aria-current", "true")
    else link.removeAttribute("aria-current")
  }
  dispatchEvent(new Event("scroll"))
}

// The new sheet is in force before the old one goes, so that nothing flashes.
function restyle(wanted) {
  const before = [...document.querySelectorAll("[data-pick-style]")]
  const done = () => before.forEach((each) => each.remove())
  if (!wanted) {
    done()
    return Promise.resolve()
  }
  const sheet = document.createElement("link")
  sheet.rel = "stylesheet"
  sheet.dataset.pickStyle = ""
  sheet.href = `${form.dataset.pickStyleAddress}?${wanted}`
  return new Promise((resolve) => {
    const finish = () => {
      done()
      resolve()
    }
    sheet.addEventListener("load", finish)
    sheet.addEventListener("error", finish)
    document.head.append(sheet)
  })
}

function fill(wanted) {
  const values = new URLSearchParams(wanted)
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = values.getAll(field.name).includes(field.value)
    else if (field.tagName === "SELECT") field.value = values.get(field.name) ?? ""
  }
}

form.addEventListener("change", () => show(query()))
form.addEventListener("submit", (event) => {
  event.preventDefault()
  show(query())
})
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-pick]")
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const wanted = link.search.slice(1)
  fill(wanted)
  if (!link.isConnected || result.contains(link)) form.closest("details").querySelector("summary").focus()
  show(wanted)
})
