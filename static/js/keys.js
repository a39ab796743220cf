// Signing in with a key. What needs script is shown where there is some, allauth's own functions are tied to our forms, and
// what goes wrong is said in the page.

for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false

for (const form of document.querySelectorAll("form[data-key]")) {
  const ids = {
    [form.dataset.keyAs]: form.querySelector("button").id,
    credential: form.elements.credential.id,
    data: "js_data",
  }
  if (form.elements.passwordless) ids.passwordless = form.elements.passwordless.id
  window.allauth.webauthn.forms[form.dataset.key]({ ids })
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault()
  const trouble = document.querySelector("[data-key-trouble]")
  trouble.hidden = true
  requestAnimationFrame(() => {
    trouble.hidden = false
  })
})
