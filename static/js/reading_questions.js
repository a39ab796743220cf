// What has been asked about a row is told at the row, with a link to question and answer: the list in the bar, laid out.

function mark(anchor, link) {
  const row = document.getElementById(anchor)
  if (!row) return
  const told = document.createElement(row.matches("tr, li") ? "span" : "p")
  told.className = "row-question"
  told.append(link.cloneNode(true))
  told.firstChild.setAttribute("aria-label", `${link.textContent}: ${link.previousElementSibling.textContent}`)
  if (row.matches("tr")) row.querySelector("th, td").append(told)
  else if (row.matches("li")) (row.querySelector(".trouble__head") ?? row).append(told)
  else row.after(told)
}

for (const item of document.querySelectorAll("[data-question-anchor]")) {
  mark(item.dataset.questionAnchor, item.querySelector("a:last-of-type"))
}
