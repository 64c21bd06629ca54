// Starts the linter: one WebAssembly module is tree-sitter with Python's grammar, the other is ours. wasm_exec.js, which comes with
// Go, must have run. It takes promises of the compiled modules, and returns what tools/playground makes of itself.
export async function load(tree, program) {
  const absent = () => 52 // ENOSYS: it has no files and no clock, and asks for them only to say that it ends
  const wasi = { fd_write: absent, fd_close: absent, fd_seek: absent, clock_time_get: absent }
  const { exports } = await WebAssembly.instantiate(await tree, { wasi_snapshot_preview1: wasi })
  exports._initialize()
  globalThis.autogenlintTree = exports
  const go = new globalThis.Go()
  go.run(await WebAssembly.instantiate(await program, go.importObject)) // until the page is closed
  return globalThis.autogenlint
}
