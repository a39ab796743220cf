// What a person has typed in a form, without what only the page itself sets.

const NOT_TYPED = /(^csrfmiddlewaretoken$|^version$|^outcomes_seen$|^answer_seen$|^val-|_source$|^atgard-seen$)/

export function fieldsOf(form) {
  return [...new FormData(form)].filter(([name]) => !NOT_TYPED.test(name))
}

export function typedIn(form) {
  return JSON.stringify(fieldsOf(form).filter(([name]) => !name.endsWith("_markup")))
}
