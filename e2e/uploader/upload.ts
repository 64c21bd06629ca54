// Puts SARIF through the code of GitHub's uploader, without sending it: its schema, its check of categories, and its fingerprints, which have
// to be those that the file brings along.
//   node upload.js ROOT FILE...      ROOT is the folder that the addresses of the files begin in
import { addFingerprints } from './src/fingerprints'
import { readSarifFileOrThrow, validateSarifFileSchema, validateUniqueCategory } from './src/upload-lib'

const [root, ...files] = process.argv.slice(2)
const said: string[] = []
const say = (text: string | Error) => void said.push(String(text))
const logger = { debug: () => {}, info: say, warning: say, error: say, startGroup: () => {}, endGroup: () => {}, isDebug: () => false }

async function main(): Promise<void> {
  let results = 0
  for (const file of files) {
    const log = readSarifFileOrThrow(file) as any
    validateSarifFileSchema(log, file, logger as any)
    validateUniqueCategory(log, `e2e-${file}`)
    const ours = structuredClone(log)
    for (const r of log.runs[0].results) delete r.partialFingerprints
    await addFingerprints(log, root, logger as any)
    log.runs[0].results.forEach((r: any, i: number) => {
      const at = r.locations[0].physicalLocation
      const [want, got] = [r.partialFingerprints?.primaryLocationLineHash, ours.runs[0].results[i].partialFingerprints?.primaryLocationLineHash]
      if (want !== got) throw new Error(`${file}: ${at.artifactLocation.uri}:${at.region?.startLine}: the uploader's fingerprint is ${want}, and ours ${got}`)
      results++
    })
  }
  const bad = said.filter((line) => !/^(Validating |Adding fingerprints )/.test(line))
  if (bad.length > 0) throw new Error(bad.join('\n'))
  console.log(`${files.length} files, ${results} results`)
}

main().catch((e) => {
  console.error(String(e))
  process.exit(1)
})
