// The linter runs here, so that the page stays alive while it works. It fetches its two modules from beside itself, and nothing after.
import './wasm_exec.js' // of Go
import { load } from './load.js'

async function compiled(name) {
  const response = await fetch(new URL(name, self.location))
  if (!response.ok) throw new Error(`${name}: ${response.status}`)
  const plain = response.body.pipeThrough(new DecompressionStream('gzip'))
  return WebAssembly.compileStreaming(new Response(plain, { headers: { 'content-type': 'application/wasm' } }))
}

const linter = load(compiled('tree.wasm.gz'), compiled('autogenlint.wasm.gz'))

self.onmessage = async ({ data: { id, call, args } }) => {
  try {
    const out = call === 'load' ? (await linter).version : (await linter)[call](...args)
    if (out?.error) throw new Error(out.error)
    self.postMessage({ id, out })
  } catch (e) {
    self.postMessage({ id, error: String(e.message || e) })
  }
}
