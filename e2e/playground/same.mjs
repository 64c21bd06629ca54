// Holds the linter of the playground to the command: of every program of a folder it must say the same, byte for byte, and where one
// safe fix mends a program, it must make of it what --fix makes. The folder is written to.
//   node same.mjs COMMAND MODULES PROGRAMS      MODULES is the folder that docs/playground/build filled
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { isDeepStrictEqual, promisify } from 'node:util'
import zlib from 'node:zlib'
import { load } from '../../docs/playground/load.js'

const [command, modules, programs] = process.argv.slice(2)
createRequire(import.meta.url)(process.env.WASM_EXEC)
const compiled = (name) => WebAssembly.compile(zlib.gunzipSync(fs.readFileSync(path.join(modules, name))))
const linter = await load(compiled('tree.wasm.gz'), compiled('autogenlint.wasm.gz'))

// files reads a folder, by names from there.
function files(dir) {
  const names = fs.readdirSync(dir, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
  return Object.fromEntries(names.map((e) => path.join(e.parentPath, e.name)).sort().map((f) => [path.relative(dir, f), new Uint8Array(fs.readFileSync(f))]))
}

async function run(dir, ...flags) {
  const { stdout } = await promisify(execFile)(command, ['check', '--exit-zero', '--output-format', 'json', ...flags], { cwd: dir, env: {} })
  return stdout
}

const safe = (report) => JSON.parse(report).findings.flatMap((f, n) => f.fixes.flatMap((x, m) => (x.safe ? [[n, m]] : [])))
const count = { programs: 0, findings: 0, fixed: 0 }
const wrong = []

async function compare(name) {
  const dir = path.join(programs, name)
  const before = files(dir)
  const report = linter.check(before)
  count.programs++
  if (report !== (await run(dir))) return wrong.push(`${name}: another report`)
  count.findings += JSON.parse(report).findings.length
  const [fix, ...others] = safe(report)
  if (!fix || others.length) return
  const after = { ...before, ...linter.fix(before, ...fix) }
  if (safe(linter.check(after)).length) return
  await run(dir, '--fix')
  count.fixed++
  if (!isDeepStrictEqual(after, files(dir))) wrong.push(`${name}: another fix`)
}

const names = fs.readdirSync(programs)
await Promise.all([1, 2].map(async () => {
  for (let name = names.pop(); name; name = names.pop()) await compare(name)
}))
for (const w of wrong) console.error(w)
console.log(`${count.programs} programs, ${count.findings} findings, ${count.fixed} fixes; ${wrong.length} differ`)
process.exit(wrong.length || count.programs < 200 || !count.findings || !count.fixed ? 1 : 0)
