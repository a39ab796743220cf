// What a person has typed in a form, without what only the page itself sets.

const NOT_TYPED =
  /(^csrfmiddlewaretoken$|^version$|^outcomes_seen$|^answer_seen$|^rest_seen$|^val-|_source$|^atgard-seen$|^seen$|^current$|^copy$)/

// Of fields, as pairs of name and value, those that are typed.
export function typedOf(fields) {
  return fields.filter(([name]) => !NOT_TYPED.test(name))
}

export function fieldsOf(form) {
  return typedOf([...new FormData(form)])
}

export function typedIn(form) {
  return JSON.stringify(fieldsOf(form).filter(([name]) => !name.endsWith("_markup")))
}
