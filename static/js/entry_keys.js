// Keys for those who write a lot: save, mark ready, go on. They are told on the page.

function press(form, action) {
  const button = form.querySelector(`[name="action"][value="${action}"]`)
  button?.click()
}

export function follow() {
  document.addEventListener("keydown", (event) => {
    const form = document.querySelector("form[data-answer]")
    if (!form) return
    const withControl = event.ctrlKey || event.metaKey
    if (withControl && event.key.toLowerCase() === "s") {
      event.preventDefault()
      const ready = form.querySelector("[data-ready]")
      press(form, ready ? "ready" : "save")
    } else if (withControl && event.key === "Enter") {
      event.preventDefault()
      press(form, "ready")
    } else if (event.altKey && ["PageDown", "PageUp"].includes(event.key)) {
      event.preventDefault()
      document.querySelector(`.entry-steps a[rel="${event.key === "PageDown" ? "next" : "prev"}"]`)?.click()
    }
  })
}
