// The page: files in tabs, the editor, and what is found. It keeps nothing, and sends nothing.
import { Editor } from './editor.js'
import examples from './examples.js'

const home = document.getElementById('pg')
const here = new URL('.', document.currentScript.src)
const plural = (n, one, more = one + 's') => `${n} ${n === 1 ? one : more}`

// make returns an element with attributes, listeners (on…) and children.
function make(tag, attributes = {}, ...children) {
  const e = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) e.addEventListener(name.slice(2), value)
    else if (value !== false && value !== undefined) e.setAttribute(name, value)
  }
  e.append(...children.filter((c) => c !== undefined))
  return e
}

// A Linter is the worker, started when it is first asked. One that does not answer any more is replaced.
class Linter {
  waiting = new Map()
  id = 0

  ask(call, ...args) {
    this.worker ??= this.start()
    return new Promise((done, failed) => {
      this.waiting.set(++this.id, { done, failed })
      this.worker.postMessage({ id: this.id, call, args })
    })
  }

  start() {
    const worker = new Worker(new URL('worker.js', here))
    worker.onmessage = ({ data: { id, out, error } }) => {
      const { done, failed } = this.waiting.get(id)
      this.waiting.delete(id)
      error === undefined ? done(out) : failed(new Error(error))
    }
    worker.onerror = (e) => this.end(e.message)
    return worker
  }

  end(why) {
    this.worker?.terminate()
    this.worker = undefined
    for (const { failed } of this.waiting.values()) failed(new Error(why))
    this.waiting.clear()
  }
}

const linter = new Linter()
const tabs = make('div', { class: 'pg-tabs', role: 'tablist' })
const area = make('div', { class: 'pg-editor' })
const said = make('p', { class: 'pg-said', role: 'status' })
const list = make('ol', { class: 'pg-findings' })
const button = make('button', { class: 'md-button md-button--primary', onclick: begin }, `Check (loads ${SIZE} MB)`) // eslint-disable-line no-undef
const choice = make('select', { 'aria-label': 'Example', onchange: () => open(examples[choice.value]) }, ...Object.keys(examples).map((name) => make('option', {}, name)))
home.replaceChildren(make('div', { class: 'pg-bar' }, choice, button), tabs, area, said, list)

const editor = new Editor(area, changed)
let ready = false
let timer
let busy = false
let again = false

function open(files) {
  editor.open(files)
  showTabs()
  list.replaceChildren()
  if (ready) said.textContent = ''
  changed()
}

function showTabs() {
  tabs.replaceChildren(...editor.names().map((name) => make('span', { class: 'pg-tab' },
    make('button', { role: 'tab', 'aria-selected': String(name === editor.name), onclick: () => { editor.show(name); showTabs() } }, name),
    editor.names().length > 1 ? make('button', { class: 'pg-close', 'aria-label': `Remove ${name}`, onclick: () => { editor.remove(name); showTabs(); changed() } }, '×') : undefined,
  )), make('button', { class: 'pg-add', 'aria-label': 'Add a file', onclick: askName }, '+'))
}

// askName puts a field for the name of a new file in place of the plus.
function askName() {
  const field = make('input', { 'aria-label': 'Name of the new file', placeholder: 'team/agents.py', autocapitalize: 'off', spellcheck: 'false', onchange: add, onblur: showTabs })
  tabs.lastChild.replaceWith(field)
  field.focus()
  function add() {
    const name = field.value.trim()
    const valid = name && name.split('/').every((part) => part && part !== '.' && part !== '..')
    if (valid && !editor.names().includes(name)) editor.add(name, '')
    if (valid) editor.show(name)
    showTabs()
    changed()
  }
}

async function begin() {
  button.disabled = true
  said.textContent = 'Loading the linter…'
  try {
    const version = await linter.ask('load')
    ready = true
    button.hidden = true
    home.dataset.version = version
    await check()
  } catch (e) {
    linter.end('it did not start')
    button.disabled = false
    said.textContent = `The linter did not load: ${e.message}`
  }
}

// changed checks again, once nobody types any more.
function changed() {
  clearTimeout(timer)
  if (ready) timer = setTimeout(check, 300)
}

const bytes = (files) => Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]))

async function check() {
  again = busy
  if (busy) return
  busy = true
  const files = editor.files()
  const start = performance.now()
  const limit = setTimeout(() => linter.end('it took longer than 20 seconds'), 20000)
  try {
    show(JSON.parse(await linter.ask('check', bytes(files))), files, performance.now() - start)
  } catch (e) {
    linter.end('it was ended') // a new one may do better with another text
    list.replaceChildren()
    said.textContent = `The linter could not do its work: ${e.message}`
  }
  clearTimeout(limit)
  busy = false
  if (again) await check()
}

function show(report, files, took) {
  const { errors, warnings, notes } = report.summary
  const counts = [[errors, 'error'], [warnings, 'warning'], [notes, 'note']].filter(([n]) => n).map(([n, what]) => plural(n, what))
  said.textContent = `${counts.join(', ') || 'Nothing found'} in ${plural(report.summary.files, 'file')}, ${Math.max(1, Math.round(took))} ms.`
  editor.mark(report.findings)
  list.replaceChildren(...report.problems.map((p) => make('li', {}, `${p.path || ''} ${p.message}`)), ...report.findings.map((f, n) => item(f, n, files)))
}

function item(f, n, files) {
  const place = (p) => make('button', { class: 'pg-place', onclick: () => { editor.goTo(p); showTabs(); area.scrollIntoView({ block: 'nearest' }) } }, `${p.path}:${p.line}:${p.column}`)
  return make('li', { class: `pg-${f.level}` },
    make('p', {}, make('b', {}, f.level), ' ', make('a', { href: new URL(`../rules/${f.name}.html`, here) }, `${f.code} ${f.name}`), ' ', place(f)),
    make('p', {}, f.message),
    ...f.failures.map((x) => make('p', { class: 'pg-raises' }, 'raises ', make('code', {}, `${x.exception}: ${x.text}`), x.versions ? ` (${x.versions})` : '')),
    f.trace.length ? make('ul', {}, ...f.trace.map((s) => make('li', {}, place(s), ' ', s.text))) : undefined,
    ...f.fixes.map((fix, m) => make('button', { class: 'md-button pg-fix', onclick: () => apply(n, m, files) }, fix.safe ? fix.title : `${fix.title} (may change what a working program does)`)),
  )
}

// apply makes a fix of the report of files, unless they are not what is in the editor any more: then another report is on its way.
async function apply(finding, fix, files) {
  const stale = () => JSON.stringify(files) !== JSON.stringify(editor.files())
  const out = stale() ? {} : await linter.ask('fix', bytes(files), finding, fix)
  if (stale()) return
  for (const [name, raw] of Object.entries(out)) editor.put(name, new TextDecoder().decode(raw))
  showTabs()
  await check()
}

open(examples[choice.value])
