// Choosing between one's own text and somebody else's: who goes on writing in a field means what stands there.

export function keepMine(field) {
  if (!field.name) return
  for (const part of document.querySelectorAll("fieldset[data-part]")) {
    const stem = part.dataset.part
    if (field.name !== stem && !field.name.startsWith(`${stem}-`)) continue
    part.querySelector('input[value="mine"]').checked = true
  }
}
