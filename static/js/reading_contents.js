// The contents follow the reader: the last heading that has passed the top of the window is marked in them.

const contents = document.querySelector(".contents")
const links = contents ? [...contents.querySelectorAll('a[href^="#"]')] : []
const places = links
  .map((link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
  .filter((place) => place.heading)
const FROM_TOP = 120

let waiting = false
let marked = null

function isSeen(element) {
  return element.getClientRects().length > 0
}

// A goal whose fold is closed is told by the section above it.
function current() {
  let found = null
  for (const place of places) {
    if (!isSeen(place.heading)) continue
    if (place.heading.getBoundingClientRect().top > FROM_TOP) break
    if (isShown(place.link)) found = place
  }
  return found
}

function isShown(link) {
  const fold = link.closest(".contents__goals")?.closest("details")
  return !fold || fold.open
}

function mark() {
  waiting = false
  const link = current()?.link ?? null
  if (link === marked) return
  marked?.removeAttribute("aria-current")
  link?.setAttribute("aria-current", "location")
  marked = link
  if (link && isBeside()) keepInView(link)
}

function isBeside() {
  return getComputedStyle(contents).position === "sticky"
}

function keepInView(link) {
  const box = contents.getBoundingClientRect()
  const at = link.getBoundingClientRect()
  if (at.top < box.top) contents.scrollTop -= box.top - at.top + box.height / 3
  else if (at.bottom > box.bottom) contents.scrollTop += at.bottom - box.bottom + box.height / 3
}

function ask() {
  if (waiting) return
  waiting = true
  requestAnimationFrame(mark)
}

if (places.length) {
  addEventListener("scroll", ask, { passive: true })
  addEventListener("resize", ask)
  contents.addEventListener("toggle", ask, true)
  mark()
}
