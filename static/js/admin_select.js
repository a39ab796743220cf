// Gives the admin's search lists (Select2) the name of their field, which they lack for those who listen.

let serial = 0

function labelOf(select) {
  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`)
  if (label) label.id ||= `admin_label_${++serial}`
  return label
}

function name(container) {
  const select = container.previousElementSibling
  const label = select?.matches("select.admin-autocomplete") && labelOf(select)
  if (!label) return
  const shown = container.querySelector(".select2-selection__rendered")
  shown.setAttribute("aria-labelledby", label.id)
  container.querySelector(".select2-selection").setAttribute("aria-labelledby", `${label.id} ${shown.id}`)
}

function nameSearch(field) {
  const open = document.querySelector(".select2-container--open .select2-selection")
  if (open) field.setAttribute("aria-labelledby", open.getAttribute("aria-labelledby").split(" ")[0])
}

function nameAll() {
  document.querySelectorAll(".select2-container").forEach(name)
  document.querySelectorAll(".select2-search__field").forEach(nameSearch)
}

new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true })
nameAll()
