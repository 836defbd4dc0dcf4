// `make proof`: random repositories and changes, planned by us and built before and after by BuildKit.
//   --cases N      how many (default 100)
//   --seed S       of the random choices (default: today's date as a number)
//   --from C       number of the first case (default 0)
//   --parallel P   cases at once (default 4)
//   --replay S:C   one case, with its repository and every result
//   --engine DIR   an engine of its own in this folder, stopped at the end; a long run is faster on a fresh one in memory
// Exits with 1 when an image changed without being planned, or the materialised context gives another image.
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startEngine } from '../tools/engine/engine.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const text = { type: 'string' }
const { values } = parseArgs({
  options: { cases: text, seed: text, from: text, parallel: text, replay: text, engine: text }
})
const number = (value, standard) => (value === undefined || value === '' ? standard : Number(value))

// Types are checked by `npm run typecheck`.
const compiler = [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.proof.json', '--noCheck']
execFileSync(process.execPath, compiler, { cwd: root, stdio: 'inherit' })
const engine = await startEngine(values.engine === undefined ? {} : { name: 'proof', dataDir: values.engine })
Object.assign(process.env, engine.env)
const { prove } = await import('../build/proof/__tests__/proof/main.js')
const today = Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''))
const right = await prove(
  {
    cases: number(values.cases, 100),
    seed: number(values.seed, today),
    from: number(values.from, 0),
    parallel: number(values.parallel, 4),
    found: join(root, 'build/proof-found'),
    kept: join(root, '__tests__/proof/cases'),
    ...(values.replay === undefined || values.replay === '' ? {} : { replay: values.replay })
  },
  engine.registry.host
)
process.exitCode = right ? 0 : 1
if (values.engine !== undefined) await engine.stop()
