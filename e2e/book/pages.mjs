// Reads the book in Chromium, at a desk and on a phone: every page fits the screen and asks for nothing but its own files, its words can be
// read where they stand, and the search finds a rule first by its code, its name and a word of that.
//   node pages.mjs BOOK SHOTS      BOOK is the folder of the built book; screenshots go to the folder SHOTS
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { createRequire } from 'node:module'

const { chromium, devices } = createRequire(process.env.DRIVER + '/')('playwright-core')
const [book, shots] = process.argv.slice(2)
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png' }

const server = http.createServer((request, response) => {
  const file = path.join(book, path.normalize(decodeURI(request.url.split('?')[0])))
  if (!fs.existsSync(file)) return response.writeHead(404).end()
  response.writeHead(200, { 'content-type': types[path.extname(file)] || 'application/octet-stream' }).end(fs.readFileSync(file))
})
await new Promise((done) => server.listen(0, '127.0.0.1', done))
const base = `http://127.0.0.1:${server.address().port}/`
const pages = fs.readdirSync(book, { recursive: true }).filter((f) => f.endsWith('.html') && f !== '404.html').sort()
const shown = ['index.html', 'editors.html', 'compare.html', 'settings.html', 'rules.html', 'hooks.html', 'rules/late-api-key.html', 'performance.html']

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM, headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
const faults = []

// unfit is what of a page is wider than the screen and does not scroll by itself, and what is too small or too pale to be read.
function unfit() {
  const out = []
  const room = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > room) out.push(`the page is ${document.documentElement.scrollWidth} wide on a screen of ${room}`)
  for (const e of document.querySelectorAll('article table, article pre > code, article p, article li')) {
    const scrolls = e.closest('.md-typeset__table, .md-typeset__scrollwrap, pre > code')
    const box = (scrolls || e).getBoundingClientRect()
    if (box.right > room + 1 && !e.closest('.md-typeset__scrollwrap')) out.push(`${e.tagName} reaches ${Math.round(box.right)} of ${room}: ${e.textContent.trim().slice(0, 40)}`)
    if (parseFloat(getComputedStyle(e).fontSize) < 11) out.push(`${e.tagName} has letters of ${getComputedStyle(e).fontSize}`)
  }
  return out
}

async function read(name, options) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.on('request', (r) => r.url().startsWith(base) || r.url().startsWith('data:') || faults.push(`${name}: it asks for ${r.url()}`))
  page.on('pageerror', (e) => faults.push(`${name}: ${page.url()}: ${e}`))
  for (const p of pages) {
    await page.goto(base + p)
    for (const f of await page.evaluate(unfit)) faults.push(`${name}: ${p}: ${f}`)
    if (shown.includes(p)) await page.screenshot({ path: path.join(shots, `${name}-${p.replace('/', '-')}.png`), fullPage: true })
  }
  const searches = [['AG101', /^late-api-key/], ['azure-missing-api-type', /^azure-missing-api-type/], ['shadowed', /^shadowed-dotenv/], ['baseline', /baseline/]]
  for (const [query, want] of searches) {
    await page.goto(base + 'index.html')
    if (name === 'phone') await page.click('label[for=__search].md-header__button')
    else await page.click('.md-search__input')
    await page.waitForTimeout(300)
    await page.keyboard.type(query)
    await page.locator('.md-search-result__item').first().waitFor({ timeout: 10000 }).catch(() => {})
    const first = (await page.locator('.md-search-result__item').allTextContents())[0] || 'nothing'
    if (!want.test(first.trim())) faults.push(`${name}: the search for ${query} finds ${first.trim().slice(0, 60)} first`)
    await page.waitForTimeout(300)
    await page.screenshot({ path: path.join(shots, `${name}-search-${query}.png`) })
  }
  await context.close()
}

await read('desk', { viewport: { width: 1280, height: 900 } })
await read('phone', { ...devices['Pixel 7'] })
await browser.close()
server.close()
console.log(faults.join('\n') || `${pages.length} pages fit`)
process.exit(faults.length ? 1 : 0)
