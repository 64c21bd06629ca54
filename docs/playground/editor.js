// The editor: one view, and a state a file, so that each keeps its history.
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { python } from '@codemirror/lang-python'
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { tags as t } from '@lezer/highlight'

// The colours are the book's, by day and by night.
const colours = HighlightStyle.define([
  { tag: [t.keyword, t.operatorKeyword, t.controlKeyword, t.definitionKeyword, t.moduleKeyword], color: 'var(--md-code-hl-keyword-color)' },
  { tag: [t.string, t.special(t.string)], color: 'var(--md-code-hl-string-color)' },
  { tag: [t.number, t.bool, t.null], color: 'var(--md-code-hl-number-color)' },
  { tag: t.comment, color: 'var(--md-code-hl-comment-color)' },
  { tag: [t.function(t.variableName), t.function(t.definition(t.variableName)), t.className], color: 'var(--md-code-hl-function-color)' },
])

export class Editor {
  constructor(parent, changed) {
    this.states = new Map()
    this.extensions = [
      lineNumbers(), history(), drawSelection(), bracketMatching(), highlightActiveLine(), lintGutter(), indentUnit.of('    '),
      syntaxHighlighting(colours), keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
      EditorView.contentAttributes.of({ 'aria-label': 'Source', autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false' }),
      EditorView.updateListener.of((u) => u.docChanged && changed()),
    ]
    this.view = new EditorView({ parent })
  }

  // open replaces all files, and shows the first.
  open(files) {
    this.states = new Map()
    this.name = undefined
    for (const [name, text] of Object.entries(files)) this.add(name, text)
    this.show(Object.keys(files)[0])
  }

  add(name, doc) {
    this.states.set(name, EditorState.create({ doc, extensions: name.endsWith('.py') ? [...this.extensions, python()] : this.extensions }))
  }

  remove(name) {
    this.states.delete(name)
    if (name === this.name) {
      this.name = undefined
      this.show(this.names()[0])
    }
  }

  names() {
    return [...this.states.keys()]
  }

  // files returns what is in the editor, by name.
  files() {
    this.keep()
    return Object.fromEntries([...this.states].map(([name, s]) => [name, s.doc.toString()]))
  }

  keep() {
    if (this.name !== undefined) this.states.set(this.name, this.view.state)
  }

  show(name) {
    this.keep()
    this.name = name
    this.view.setState(this.states.get(name))
  }

  // change makes a transaction of a file, be it shown or not.
  change(name, spec) {
    if (name === this.name) this.view.dispatch(spec(this.view.state))
    else this.states.set(name, this.states.get(name).update(spec(this.states.get(name))).state)
  }

  // put gives a file another text, by the one change between what stays the same before and behind.
  put(name, text) {
    if (!this.states.has(name)) return this.add(name, text)
    this.change(name, ({ doc }) => {
      const old = doc.toString()
      let from = 0
      let same = 0
      while (from < Math.min(old.length, text.length) && old[from] === text[from]) from++
      while (same < Math.min(old.length, text.length) - from && old[old.length - 1 - same] === text[text.length - 1 - same]) same++
      return { changes: { from, to: old.length - same, insert: text.slice(from, text.length - same) } }
    })
  }

  // goTo shows a place of a report.
  goTo(place) {
    this.show(place.path)
    const anchor = offset(this.view.state.doc, place.line, place.column)
    this.view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
    this.view.focus()
  }

  // mark underlines findings.
  mark(findings) {
    for (const name of this.names()) {
      const of = findings.filter((f) => f.path === name)
      this.change(name, (state) => setDiagnostics(state, of.map((f) => ({
        ...range(state.doc, f),
        severity: f.level === 'note' ? 'info' : f.level, message: f.message, source: `${f.code} ${f.name}`,
      }))))
    }
  }
}

// range returns where a finding lies. The text may be another than the one it was found in.
function range(doc, f) {
  const from = offset(doc, f.line, f.column)
  return { from, to: Math.max(from, offset(doc, f.end_line, f.end_column)) }
}

// offset turns a line and a column, in characters as people count them, into an offset in UTF-16.
function offset(doc, line, column) {
  const at = doc.line(Math.min(line, doc.lines))
  return at.from + [...at.text].slice(0, column - 1).join('').length
}
