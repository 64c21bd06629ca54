// Drives VS Code in Chromium: a finding, a changed setting, hover, quick fix, save; a suppression with its reason; a notebook; a rule's page;
// the walkthrough.
const fs = require('node:fs')
const path = require('node:path')
const { chromium } = require('playwright-core')

const { BASE, WS, SHOTS, CHROMIUM, SETTINGS } = process.env
const started = Date.now()
const say = (...words) => console.log(((Date.now() - started) / 1000).toFixed(1), ...words)

async function main() {
  fs.writeFileSync(path.join(WS, 'late.py'), [
    'import os', 'from autogen import AssistantAgent', '',
    'helper = AssistantAgent("helper", llm_config={"config_list": [{"model": "gpt-4o"}]})',
    'os.environ["OPENAI_API_KEY"] = open("key.txt").read().strip()', '',
  ].join('\n'))
  const browser = await chromium.launch({
    executablePath: CHROMIUM, headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await page.route('**/*', (r) => {
    const u = new URL(r.request().url())
    return ['127.0.0.1', 'localhost'].includes(u.hostname) || ['data:', 'blob:'].includes(u.protocol) ? r.continue() : r.abort()
  })
  try {
    await drive(page)
  } catch (e) {
    await page.screenshot({ path: path.join(SHOTS, 'failed.png') })
    throw e
  }
  await browser.close()
}

async function drive(page) {
  const shot = (name) => page.screenshot({ path: path.join(SHOTS, name + '.png') })
  await page.goto(BASE + '/?folder=' + WS)
  await page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: 60000 })
  say('workbench')

  await open(page, 'app.py')
  await page.waitForSelector('.squiggly-error', { timeout: 60000 })
  say('squiggle')
  await page.waitForSelector('.codelens-decoration:has-text("localhost:11434")', { timeout: 20000 })
  await setting(page, '"autogenlint.codeLens": true', '"autogenlint.codeLens": false')
  await open(page, 'app.py')
  await page.waitForSelector('.squiggly-error', { timeout: 60000 })
  await page.waitForSelector('.codelens-decoration:has-text("localhost:11434")', { state: 'detached', timeout: 20000 })
  await setting(page, '"autogenlint.codeLens": false', '"autogenlint.codeLens": true')
  await open(page, 'app.py')
  await page.waitForSelector('.codelens-decoration:has-text("localhost:11434")', { timeout: 20000 })
  say('lens, and that a setting counts at once')
  await toProblem(page, 'base-url-shape', 3)
  await shot('finding')

  await menu(page)
  await shot('menu')
  const offered = await page.$$eval('.action-widget .monaco-list-row.action', (rows) => rows.map((r) => r.textContent))
  say('offered', offered)
  if (!offered[0].includes('Write http://localhost:11434/v1')) throw new Error('the fix does not come first')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.monaco-editor .view-line:has-text("11434/v1")', { timeout: 10000 })
  await page.keyboard.press('Control+S')
  await page.waitForSelector('.squiggly-error', { state: 'detached', timeout: 20000 })
  say('mended')
  await page.keyboard.press('Control+K')
  await page.keyboard.press('Control+I')
  await page.waitForTimeout(800)
  await shot('mended')

  await open(page, 'late.py')
  await page.waitForSelector('.squiggly-error', { timeout: 30000 })
  await toProblem(page, 'late-api-key', 5)
  await page.keyboard.press('Control+K')
  await page.keyboard.press('Control+I')
  await page.waitForSelector('.monaco-hover:not(.hidden) >> text=You will see', { timeout: 15000 })
  await page.waitForTimeout(500)
  await shot('hover')
  await page.keyboard.press('Escape')
  await menu(page)
  const rows = await page.$$eval('.action-widget .monaco-list-row.action', (all) => all.map((r) => r.textContent))
  const at = rows.findIndex((r) => r.includes('Suppress late-api-key'))
  if (at < 0) throw new Error(`no suppression among ${rows}`)
  for (let n = 0; n < at; n++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.quick-input-widget:not([style*="display: none"]) input', { timeout: 10000 })
  await page.keyboard.type('the key comes from the vault')
  await shot('reason')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.squiggly-error', { state: 'detached', timeout: 20000 })
  await page.keyboard.press('Control+S')
  say('suppressed')
  await page.waitForTimeout(800)
  await shot('suppressed')

  fs.copyFileSync(path.join(__dirname, 'late.ipynb'), path.join(WS, 'late.ipynb'))
  await page.waitForSelector('.explorer-folders-view .monaco-list-row:has-text("late.ipynb")', { timeout: 20000 })
  await open(page, 'late.ipynb', '.notebook-editor .view-line')
  await page.waitForSelector('.notebook-editor .squiggly-error', { timeout: 60000 })
  say('squiggle in a notebook')
  await shot('notebook')

  await command(page, 'autogenlint: Explain a rule')
  await page.waitForSelector('.quick-input-widget:not([style*="display: none"]) input[placeholder="late-api-key"]', { timeout: 10000 })
  await page.keyboard.type('AG305')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.tab:has-text("Preview AG305")', { timeout: 20000 })
  await shows(page, 'base-url-shape (AG305)')
  await shot('page')
  await command(page, 'Welcome: Open Walkthrough')
  await page.waitForSelector('.quick-input-list .monaco-list-row:has-text("Get started with autogenlint")', { timeout: 20000 })
  await page.keyboard.type('autogenlint')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.getting-started-step:has-text("Fix it, or say why it is right")', { timeout: 20000 })
  await page.waitForTimeout(1500)
  await shot('walkthrough')
  say('page and walkthrough')
}

// shows waits until a page within the page shows words.
async function shows(page, words) {
  for (let tries = 0; tries < 120; tries++) {
    for (const frame of page.frames()) {
      if ((await frame.evaluate(() => document.body?.innerText).catch(() => ''))?.includes(words)) return
    }
    await page.waitForTimeout(500)
  }
  throw new Error(`no page shows ${words}`)
}

// command runs one by its name.
async function command(page, name) {
  await page.keyboard.press('F1')
  await page.waitForSelector('.quick-input-widget:not([style*="display: none"]) input', { timeout: 10000 })
  await page.keyboard.type(name)
  await page.waitForSelector(`.quick-input-list .monaco-list-row:has-text("${name}")`, { timeout: 10000 })
  await page.keyboard.press('Enter')
}

async function open(page, name, until = '.monaco-editor .view-line') {
  await page.dblclick(`.explorer-folders-view .monaco-list-row:has-text("${name}")`)
  await page.waitForSelector(`.tab.active:has-text("${name}")`, { timeout: 30000 })
  await page.waitForSelector(until, { timeout: 60000 })
}

// setting changes the settings as a user does, in the editor: their file is not watched here.
async function setting(page, from, to) {
  const text = (page.settings ??= fs.readFileSync(SETTINGS, 'utf8')).replace(from, to)
  await command(page, 'Preferences: Open User Settings (JSON)')
  await page.waitForSelector('.tab.active:has-text("settings.json")', { timeout: 20000 })
  await page.click('.editor-instance .view-lines')
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await page.keyboard.insertText(text.trim())
  await page.keyboard.press('Control+S')
  await page.waitForSelector('.tab.active.dirty', { state: 'detached', timeout: 10000 })
  page.settings = text
}

// toProblem goes to a finding by way of the Problems panel.
async function toProblem(page, words, line) {
  if (!(await page.$('.markers-panel .monaco-list-row'))) await page.keyboard.press('Control+Shift+M')
  const row = `.markers-panel .monaco-list-row:has-text("${words}")`
  await page.waitForSelector(row, { timeout: 20000 })
  await page.click(row)
  await page.keyboard.press('Enter')
  await page.waitForFunction((n) => new RegExp(`Ln ${n}, `).test(document.querySelector('#status\\.editor\\.selection')?.textContent || ''), line, { timeout: 15000 })
  await page.waitForFunction(() => document.activeElement?.closest('.monaco-editor'), null, { timeout: 15000 })
}

// menu asks for the quick fixes.
async function menu(page) {
  for (let tries = 0; tries < 6; tries++) {
    await page.keyboard.press('Control+.')
    if (await page.waitForSelector('.action-widget .monaco-list-row.action', { timeout: 4000 }).catch(() => null)) return
  }
  throw new Error('there is no menu of quick fixes')
}

main().catch((e) => {
  console.error(e)
  process.exit(1)
})
