// A part of a page that asks by itself would show the sign-in page inside the page when the sign-in has run out. The whole
// page is asked for instead, and so it is where the person may look no more, or where what it followed is gone.

const CLOSED = [403, 404]

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig } = event.detail
  const isElsewhere =
    xhr.responseURL && new URL(xhr.responseURL).pathname !== new URL(requestConfig.path, location.href).pathname
  if (!isElsewhere && !CLOSED.includes(xhr.status)) return
  event.detail.shouldSwap = false
  location.reload()
})
