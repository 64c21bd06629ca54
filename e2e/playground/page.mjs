// Drives the page in Chromium, at a desk and on a phone: a program is typed, its finding shows, its fix is taken. Fails if the page asks
// for anything but its own files, or for anything at all once the linter is loaded.
//   node page.mjs BOOK SHOTS      BOOK is the folder of the built book
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { createRequire } from 'node:module'

const { chromium, devices } = createRequire(process.env.DRIVER + '/')('playwright-core')
const [book, shots] = process.argv.slice(2)
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.gz': 'application/octet-stream' }
const asked = [] // every request that reached the server

const server = http.createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`)
  const file = path.join(book, path.normalize(decodeURI(request.url.split('?')[0])))
  if (!fs.existsSync(file)) return response.writeHead(404).end()
  response.writeHead(200, { 'content-type': types[path.extname(file)] || 'application/octet-stream' }).end(fs.readFileSync(file))
})
await new Promise((done) => server.listen(0, '127.0.0.1', done))
const base = `http://127.0.0.1:${server.address().port}/`

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM, headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
const key = 'sk-proj-' + 'Zq7Xw2Lm9Rt4'.repeat(4) // a secret that somebody pastes

function must(ok, what) {
  if (!ok) throw new Error(what)
}

// kept is all that the page has in the browser's stores.
function kept(page) {
  return page.evaluate(async () => {
    const names = [...(await indexedDB.databases()).map((d) => d.name), ...(await caches.keys())]
    return [...Object.entries(localStorage), ...Object.entries(sessionStorage), document.cookie, ...names].join()
  })
}

async function drive(name, options) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const sent = []
  const faults = []
  context.on('request', (r) => sent.push(r))
  page.on('websocket', (s) => sent.push({ url: () => s.url(), method: () => 'WEBSOCKET', postData: () => null }))
  page.on('pageerror', (e) => faults.push(String(e)))
  page.on('console', (m) => m.type() === 'error' && faults.push(m.text()))
  const shot = (what) => page.screenshot({ path: path.join(shots, `${name}-${what}.png`), fullPage: what === 'found' })
  try {
    await page.goto(base + 'index.html')
    await page.waitForLoadState('networkidle')
    await page.goto(base + 'playground.html')
    await page.waitForSelector('.cm-content')
    must(!asked.some((a) => a.includes('.wasm')), 'the linter is loaded before anybody asks for it')
    await shot('before')
    await page.click('.pg-bar button')
    await page.waitForSelector('.pg-findings >> text=AG101 late-api-key', { timeout: 60000 })
    await page.waitForLoadState('networkidle')
    const loaded = asked.length
    await shot('found')
    must((await page.$$('.cm-lintRange-error')).length > 0, 'nothing is underlined')

    // A program is typed, with a key in it, and a fault that shows while it is.
    await page.click('.cm-content')
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText(`from autogen import AssistantAgent\n\nconfig = {"model": "gpt-4o", "apikey": "${key}"}\nhelper = AssistantAgent("helper", llm_config={"config_list": [config]})\n`)
    await page.waitForSelector('.pg-findings >> text=AG201 unknown-config-field', { timeout: 20000 })
    const report = await page.textContent('.pg-findings')
    must(!report.includes(key) && !report.includes('Zq7Xw2Lm9Rt4'), 'the key is shown')
    await page.click('.pg-findings .pg-place')
    await shot('typed')
    const fix = page.locator('.pg-findings > li:has(a:text("AG201")) .pg-fix').first()
    console.log(`${name}: ${await fix.textContent()}`)
    await fix.click()
    await page.waitForSelector('.pg-findings >> text=AG201 unknown-config-field', { state: 'detached', timeout: 20000 })
    const text = (await page.$$eval('.cm-line', (lines) => lines.map((l) => l.textContent))).join('\n')
    must(text.includes(`"api_key": "${key}"`), 'the fix did not keep the key')
    await shot('mended')
    await page.click('.cm-content')
    await page.keyboard.press('Control+Z')
    await page.waitForSelector('.pg-findings >> text=AG201 unknown-config-field', { timeout: 20000 })

    // Another file, and a way out.
    await page.click('.pg-add')
    await page.fill('.pg-tabs input', 'team/late.py')
    await page.press('.pg-tabs input', 'Enter')
    await page.waitForSelector('[role=tab][aria-selected=true]:has-text("team/late.py")')
    await page.click('.cm-content')
    await page.keyboard.insertText('from autogen import AssistantAgent\n\nAssistantAgent("a", llm_config={"model": "llama3.2", "api_key": "ollama", "base_url": "http://localhost:11434"})\n')
    await page.waitForSelector('.pg-place:has-text("team/late.py:3")', { timeout: 20000 })
    await page.click('[aria-label="Remove team/late.py"]')
    await page.waitForSelector('.pg-place:has-text("team/late.py:3")', { state: 'detached', timeout: 20000 })

    // Every example says something, and its links lead to pages that are there.
    for (const example of await page.$$eval('.pg-bar option', (all) => all.map((o) => o.value))) {
      await page.selectOption('.pg-bar select', example)
      await page.waitForFunction(() => document.querySelector('.pg-said').textContent === '', null, { timeout: 5000 })
      await page.waitForFunction(() => document.querySelector('.pg-said').textContent.includes('ms.'), null, { timeout: 20000 })
      console.log(`${name}: ${example}: ${(await page.$$eval('.pg-findings > li > p:first-child', (all) => all.map((p) => p.textContent))).join('; ')}`)
      must((await page.$$('.pg-findings > li')).length > 0 === (example !== 'Nothing wrong'), `${example}: ${await page.textContent('.pg-said')}`)
      for (const href of await page.$$eval('.pg-findings a', (all) => all.map((a) => a.href))) must(fs.existsSync(path.join(book, new URL(href).pathname)), `${href} is not there`)
    }
    must(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), 'the page is wider than the screen')
    const keeps = await kept(page)
    must(!/agent|sk-|gpt/i.test(keeps), `the page keeps ${keeps}`) // the book itself keeps the colours that were chosen

    must(asked.length === loaded, `asked for after the linter was loaded: ${asked.slice(loaded)}`)
    for (const r of sent) {
      must(r.url().startsWith(base) || r.url().startsWith('data:') || r.url().startsWith('blob:'), `${r.method()} ${r.url()}`)
      must(r.method() === 'GET' && !r.postData() && !r.url().includes('sk-'), `${r.method()} ${r.url()}: something is sent`)
    }
    must(!faults.length, faults.join('\n'))
    console.log(`${name}: ok, ${sent.length} requests, ${asked.length - loaded} after the linter was loaded`)
  } catch (e) {
    await shot('failed')
    throw e
  }
  await context.close()
  asked.length = 0
}

await drive('desk', { viewport: { width: 1280, height: 800 } })
await drive('phone', devices['Pixel 7'])
await browser.close()
server.close()
