// Signing out leaves no text in the browser without a word: what never reached the server can be sent first, or thrown away.

import { copiesOf, drop } from "./typed_copy.js"

document.addEventListener("submit", (event) => {
  const form = event.target
  if (!form.matches("form[data-sign-out]")) return
  const copies = copiesOf(form.dataset.signOut)
  if (copies.length === 0) return
  event.preventDefault()
  document.querySelector("[data-left-behind]")?.remove()
  const notice = document.getElementById("sign-out-copies").content.cloneNode(true)
  const list = notice.querySelector("ul")
  for (const { path, title } of copies) {
    const link = document.createElement("a")
    link.href = path
    link.textContent = title
    const item = document.createElement("li")
    item.append(link)
    list.append(item)
  }
  notice.querySelector("button").addEventListener("click", () => {
    for (const { key } of copies) drop(key)
    document.dispatchEvent(new CustomEvent("copies:given-up"))
    form.submit()
  })
  document.getElementById("content").prepend(notice)
  document.querySelector("[data-left-behind]").focus()
})
