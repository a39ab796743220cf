// Turns a text area with `data-rich-text` into an editor the first time it gets focus.
// Until something is changed in the editor the form sends the text area as it was rendered.

const ADDRESS = /^(https?:\/\/|mailto:)[^\s<>"]+$/i
const loaded = new Map()
const editors = new WeakMap()
let pointer = null

// Gives null where it cannot be fetched just now; the text area then stays as it is, and it is tried again later.
function load(url) {
  if (!loaded.has(url)) {
    const coming = import(url).catch(() => {
      loaded.delete(url)
      return null
    })
    loaded.set(url, coming)
  }
  return loaded.get(url)
}

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  node.append(...children)
  return node
}

// Tables are simple ones: a row of headings, and no cell that spans others.
function tableExtensions(tiptap) {
  return [tiptap.Table.configure({ resizable: false }), tiptap.TableRow, tiptap.TableHeader, tiptap.TableCell]
}

function extensions(tiptap, withTables) {
  return [
    ...(withTables ? tableExtensions(tiptap) : []),
    tiptap.Document,
    tiptap.Paragraph,
    tiptap.Text,
    tiptap.HardBreak,
    tiptap.Heading.configure({ levels: [3] }),
    tiptap.Italic,
    tiptap.BulletList,
    tiptap.OrderedList,
    tiptap.ListItem,
    tiptap.UndoRedo,
    tiptap.Link.extend({ addKeyboardShortcuts: () => ({}) }).configure({ enableTarget: false, openOnClick: false, protocols: ["http", "https", "mailto"] }),
  ]
}

// What Word says about looks is dropped before it is parsed: the page's policy would refuse it, loudly. Bold is
// emphasis, but for the one that Google puts around everything to say that it is not.
function withoutStyles(html) {
  return html
    .replace(/<b\s[^>]*font-weight:\s*normal[^>]*>/gi, "<span>")
    .replace(/<(\/?)(?:b|strong)(?=[\s>])/gi, "<$1em")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<style[\s\S]*?<\/style>/gi, "")
    .replace(/(<[^>]*?)\sstyle\s*=\s*("[^"]*"|'[^']*')/gi, "$1")
}

function labelOf(textarea) {
  const label = document.querySelector(`label[for="${CSS.escape(textarea.id)}"]`)
  if (label) label.id ||= `${textarea.id}_label`
  return label
}

function attributesOf(textarea, label) {
  const attributes = {
    id: `${textarea.id}_editor`,
    role: "textbox",
    "aria-multiline": "true",
    lang: "sv",
    spellcheck: "true",
  }
  if (label) attributes["aria-labelledby"] = label.id
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (textarea.hasAttribute(name)) attributes[name] = textarea.getAttribute(name)
  }
  return attributes
}

function linkForm(editor, words) {
  const id = `${editor.options.element.dataset.name}_link`
  const input = element("input", { type: "url", id, "aria-describedby": `${id}_hint`, autocomplete: "off" })
  const hint = element("p", { class: "rich-text__hint", id: `${id}_hint` }, words.hint)
  const apply = element("button", { type: "button", class: "button button--small" }, words.apply)
  const cancel = element("button", { type: "button", class: "button button--small button--quiet" }, words.cancel)
  const row = element("div", { class: "button-row" }, apply, cancel)
  const panel = element("div", { class: "rich-text__link", hidden: "" })
  panel.append(element("label", { for: id }, words.address), hint, input, row)

  const close = () => {
    panel.hidden = true
    editor.commands.focus()
  }
  const use = () => {
    const href = input.value.trim()
    if (href && !ADDRESS.test(href)) {
      hint.textContent = words.wrongAddress
      input.setAttribute("aria-invalid", "true")
      input.focus()
      return
    }
    const chain = editor.chain().extendMarkRange("link")
    if (!href) chain.unsetLink().run()
    else if (editor.state.selection.empty && !editor.isActive("link")) {
      editor.chain().insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run()
    } else chain.setLink({ href }).run()
    close()
  }
  apply.addEventListener("click", use)
  cancel.addEventListener("click", close)
  editor.view.dom.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    open()
  })
  panel.addEventListener("input", (event) => event.stopPropagation())
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === input) {
      event.preventDefault()
      use()
    } else if (event.key === "Escape") close()
  })
  const open = () => {
    hint.textContent = words.hint
    input.removeAttribute("aria-invalid")
    input.value = editor.getAttributes("link").href || ""
    panel.hidden = false
    input.focus()
  }
  return { panel, open }
}

function tableItem(editor, words) {
  const insert = () => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
  return [words.table, insert, () => editor.isActive("table"), () => !editor.isActive("table")]
}

// What can be done with the table that one stands in; shown only there.
function tableTools(editor, label, words) {
  const chain = () => editor.chain().focus()
  const items = [
    [words.rowBelow, () => chain().addRowAfter().run()],
    [words.columnAfter, () => chain().addColumnAfter().run()],
    [words.removeRow, () => chain().deleteRow().run()],
    [words.removeColumn, () => chain().deleteColumn().run()],
    [words.removeTable, () => chain().deleteTable().run()],
  ]
  const bar = bareToolbar(editor, items, nameOf(words.tableTools, label))
  bar.className = "rich-text__table-tools"
  const refresh = () => {
    bar.hidden = !editor.isActive("table")
  }
  editor.on("transaction", refresh)
  refresh()
  return bar
}

function nameOf(word, label) {
  return label ? `${word}: ${label.firstChild.textContent.trim()}` : word
}

function toolbar(editor, label, openLink, words, withTables) {
  const items = [
    [words.emphasis, () => editor.chain().focus().toggleItalic().run(), () => editor.isActive("italic")],
    [words.bullets, () => editor.chain().focus().toggleBulletList().run(), () => editor.isActive("bulletList")],
    [words.numbers, () => editor.chain().focus().toggleOrderedList().run(), () => editor.isActive("orderedList")],
    [words.link, openLink, () => editor.isActive("link")],
    ...(withTables ? [tableItem(editor, words)] : []),
    [words.undo, () => editor.chain().focus().undo().run(), null, () => editor.can().undo()],
    [words.redo, () => editor.chain().focus().redo().run(), null, () => editor.can().redo()],
  ]
  return bareToolbar(editor, items, nameOf(words.toolbar, label))
}

function bareToolbar(editor, items, name) {
  const bar = element("div", { class: "prose-menubar", role: "toolbar", "aria-label": name })
  const buttons = items.map(([word, command, isActive, isPossible], index) => {
    const button = element("button", { type: "button", class: "prose-menubar__button", tabindex: index ? "-1" : "0" })
    button.textContent = word
    button.addEventListener("mousedown", (event) => event.preventDefault())
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") !== "true") command()
    })
    const refresh = () => {
      if (isActive) {
        button.setAttribute("aria-pressed", String(isActive()))
        button.classList.toggle("active", isActive())
      }
      if (isPossible) button.setAttribute("aria-disabled", String(!isPossible()))
    }
    editor.on("transaction", refresh)
    refresh()
    return button
  })
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const now = buttons.indexOf(document.activeElement)
    if (!step || now < 0) return
    event.preventDefault()
    const next = buttons[(now + step + buttons.length) % buttons.length]
    buttons[now].tabIndex = -1
    next.tabIndex = 0
    next.focus()
  })
  bar.append(...buttons)
  return bar
}

function companion(textarea, name) {
  return textarea.parentElement.querySelector(`input[name="${CSS.escape(textarea.name)}_${name}"]`)
}

// At once, not in the next frame as the editor's own command does it: a key pressed meanwhile would be lost.
function focusWhere(editor, height) {
  const place = pointer && editor.view.posAtCoords({ left: pointer.x, top: pointer.y + height })
  editor.commands.setTextSelection(place ? place.pos : editor.state.doc.content.size)
  editor.view.focus()
}

async function mount(textarea) {
  const holder = textarea.closest("[data-editor]")
  const source = companion(textarea, "source")
  const markup = companion(textarea, "markup")
  if (!holder || holder.dataset.state || (textarea.value && !source.value)) return
  holder.dataset.state = "loading"
  const before = textarea.value
  const tiptap = await load(holder.dataset.editor)
  if (tiptap === null || textarea.value !== before || !textarea.isConnected) {
    delete holder.dataset.state
    return
  }
  const hadFocus = document.activeElement === textarea
  const label = labelOf(textarea)
  const words = JSON.parse(holder.dataset.words)
  const withTables = "tables" in holder.dataset
  const place = element("div", { class: "prose-editor", "data-name": textarea.id })
  textarea.before(place)
  textarea.hidden = true
  const editor = new tiptap.Editor({
    element: place,
    injectCSS: false,
    content: source.value,
    extensions: extensions(tiptap, withTables),
    editorProps: { attributes: attributesOf(textarea, label), transformPastedHTML: withoutStyles },
    onUpdate() {
      textarea.value = editor.isEmpty ? "" : editor.getHTML()
      markup.value = "html"
      textarea.dispatchEvent(new Event("input", { bubbles: true }))
    },
  })
  editors.set(textarea, editor)
  const link = linkForm(editor, words)
  const bar = toolbar(editor, label, link.open, words, withTables)
  place.prepend(bar, ...(withTables ? [tableTools(editor, label, words)] : []), link.panel)
  label?.addEventListener("click", (event) => {
    event.preventDefault()
    editor.commands.focus()
  })
  holder.dataset.state = "ready"
  if (hadFocus) focusWhere(editor, bar.offsetHeight)
}

document.addEventListener("pointerdown", (event) => {
  pointer = { x: event.clientX, y: event.clientY }
})
document.addEventListener("keydown", () => {
  pointer = null
})
document.addEventListener("focusin", (event) => {
  if (event.target.matches?.("textarea[data-rich-text]:not([readonly], [disabled])")) mount(event.target)
})

// A text that a script has put in the area is shown in the editor at once.
document.addEventListener("rich-text:show", (event) => {
  const editor = editors.get(event.target)
  if (editor) editor.commands.setContent(event.target.value)
  else mount(event.target)
})

// Who was quicker than the script is in the area already.
if (document.activeElement?.matches("textarea[data-rich-text]:not([readonly], [disabled])")) mount(document.activeElement)

const first = document.querySelector("[data-editor]")
if (first) window.requestIdleCallback?.(() => load(first.dataset.editor))
