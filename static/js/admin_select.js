// Makes the admin's search lists (Select2) readable for those who listen: they get the name of their field, say which
// list they open, and open it inside the page's main part.

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

function nameWhatIsOpen() {
  for (const selection of document.querySelectorAll(".select2-selection")) {
    const list = selection.getAttribute("aria-owns")
    if (!list) selection.removeAttribute("aria-controls")
    else selection.setAttribute("aria-controls", list)
  }
  const open = document.querySelector(".select2-container--open .select2-selection")
  const label = open?.getAttribute("aria-labelledby")?.split(" ")[0]
  if (!label) return
  for (const part of document.querySelectorAll(".select2-search__field, .select2-results__options[role=listbox]")) {
    part.setAttribute("aria-labelledby", label)
  }
}

function nameAll() {
  document.querySelectorAll(".select2-container").forEach(name)
  nameWhatIsOpen()
}

// Read by Select2 when it starts, which is after this.
for (const select of document.querySelectorAll("select.admin-autocomplete")) {
  select.dataset.dropdownParent = "#content-start"
}
new MutationObserver(nameAll).observe(document.body, {
  attributeFilter: ["aria-owns"],
  childList: true,
  subtree: true,
})
nameAll()
