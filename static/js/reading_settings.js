// How large the reader wants the text and how long the lines: set before the page is painted, so that nothing jumps.

{
  const NAMES = { "text-size": ["larger", "largest"], "line-length": ["narrow", "wide"] }
  const root = document.documentElement

  const remembered = (name) => {
    try {
      const value = localStorage.getItem(`reading-${name}`)
      return NAMES[name].includes(value) ? value : ""
    } catch {
      return "" // A browser that keeps nothing shows the page as it is.
    }
  }

  const remember = (name, value) => {
    try {
      if (value) localStorage.setItem(`reading-${name}`, value)
      else localStorage.removeItem(`reading-${name}`)
    } catch {
      // The choice holds all the same, until the page is left.
    }
  }

  const apply = (name, value) => {
    if (value) root.setAttribute(`data-${name}`, value)
    else root.removeAttribute(`data-${name}`)
  }

  for (const name of Object.keys(NAMES)) apply(name, remembered(name))

  document.addEventListener("DOMContentLoaded", () => {
    const settings = document.querySelector("[data-settings]")
    if (!settings) return
    settings.hidden = false
    settings.closest("details").hidden = false
    for (const input of settings.querySelectorAll("[data-setting]")) {
      const name = input.dataset.setting
      input.checked = input.value === (root.getAttribute(`data-${name}`) ?? "")
      input.addEventListener("change", () => {
        apply(name, input.value)
        remember(name, input.value)
      })
    }
  })
}
