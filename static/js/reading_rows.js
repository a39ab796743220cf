// A row's own link opens what can be done with the row: its address can be copied.

const tools = document.querySelector("[data-row-tools]")
const said = tools?.querySelector("[data-row-said]")
let row = null

function addressOf(anchor) {
  return `${location.origin}${location.pathname}#${anchor}`
}

function openFor(link) {
  row = link
  said.textContent = ""
  const anchor = decodeURIComponent(link.hash.slice(1))
  tools.dataset.anchor = anchor
  for (const page of tools.querySelectorAll("[data-row-page]")) page.href = `${page.dataset.rowPage}${anchor}/`
  tools.dispatchEvent(new CustomEvent("row-chosen", { detail: { anchor } }))
  tools.showPopover()
  const at = link.getBoundingClientRect()
  const top = Math.min(at.bottom + 4, innerHeight - tools.offsetHeight - 8)
  const left = Math.min(Math.max(8, at.right - tools.offsetWidth), innerWidth - tools.offsetWidth - 8)
  tools.style.insetBlockStart = `${Math.max(8, top)}px`
  tools.style.insetInlineStart = `${Math.max(8, left)}px`
  tools.querySelector("button, a").focus()
}

async function copy() {
  try {
    await navigator.clipboard.writeText(addressOf(tools.dataset.anchor))
    said.textContent = tools.dataset.copied
  } catch {
    said.textContent = tools.dataset.notCopied
  }
}

if (tools && "showPopover" in tools) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.row-link")
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    history.replaceState(history.state, "", link.hash)
    openFor(link)
  })
  tools.querySelector("[data-row-copy]").addEventListener("click", copy)
  tools.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && tools.contains(document.activeElement)) row?.focus()
  })
  tools.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return
    event.preventDefault()
    tools.hidePopover()
    row?.focus()
  })
}
