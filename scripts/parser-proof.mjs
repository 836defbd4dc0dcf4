// `npm run proof:parser`: our reader of Dockerfiles beside `buildx build --call=targets` and `--call=outline`, on generated files
// and on every Dockerfile of this repository.
//   --cases N      how many generated ones (default 500)
//   --seed S       of the random choices (default: today's date as a number)
//   --only C       the generated file of this number only, printed
//   --parallel P   files at once (default 2)
//   --record FILE  write BuildKit's answers instead: those of __tests__/dockerfile/recorded.jsonl are made with --cases 60 --seed 5
//   --engine DIR   an engine of its own in this folder, stopped at the end
// Exits with 1 at a difference; its files are in build/parser-proof-found.
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startEngine } from '../tools/engine/engine.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const text = { type: 'string' }
const { values } = parseArgs({
  options: { cases: text, seed: text, only: text, parallel: text, engine: text, record: text }
})

// Types are checked by `npm run typecheck`.
const compiler = [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.proof.json', '--noCheck']
execFileSync(process.execPath, compiler, { cwd: root, stdio: 'inherit' })
const engine = await startEngine(
  values.engine === undefined ? {} : { name: 'parser-proof', dataDir: values.engine }
)
Object.assign(process.env, engine.env)
const { proveParser } = await import('../build/proof/__tests__/parser-proof/prove.js')
const start = Date.now()
const right = await proveParser(
  {
    cases: Number(values.cases ?? 500),
    seed: Number(values.seed ?? new Date().toISOString().slice(0, 10).replaceAll('-', '')),
    ...(values.only === undefined ? {} : { only: Number(values.only) }),
    ...(values.record === undefined ? {} : { record: values.record }),
    root,
    parallel: Number(values.parallel ?? 2),
    found: join(root, 'build/parser-proof-found')
  },
  engine.registry.host
)
console.log(`${Math.round((Date.now() - start) / 1000)} s`)
process.exitCode = right ? 0 : 1
if (values.engine !== undefined) await engine.stop()
