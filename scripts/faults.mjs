// `npm run faults`: a registry that fails. A front stands between everything (the product's own client, BuildKit's pulls,
// pushes and caches) and a real registry, and puts one fault at request k of plan, build and release of a tree of three
// levels, for every k; each run has to end green with the platform digests of the undisturbed one. Then faults that stay:
// each has to end red with its cause named (green when it is only the layer cache that fails), with nothing public that is
// not whole, and green when the fault is gone. Last, staging is emptied by somebody in the middle of a run.
//   --kinds A,B    only these faults (default: all, one after the other in turn)
//   --all          every fault at every request that it fits, not in turn: takes hours
//   --every N      every N-th request (default 1)
//   --seed S       where the turn of the faults begins (default: today's date as a number)
//   --scenes A,B   cold: no layer cache is there; cached: one is (default: both)
//   --staying      only the faults that stay and the emptied staging; --passing: only the faults that pass
//   --engine DIR   where its own engine keeps everything (default: a temporary folder); stopped at the end
// Shortened are the waits of the product between its tries (to 50 ms), its minute for a registry that is silent (to 1 s) and
// its half hour for a silent build (to 4 s); BuildKit's own waits are as they are. Exits with 1 when anything is not held.
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startEngine } from '../tools/engine/engine.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const text = { type: 'string' }
const flag = { type: 'boolean' }
const { values } = parseArgs({
  options: {
    kinds: text,
    every: text,
    seed: text,
    scenes: text,
    engine: text,
    all: flag,
    staying: flag,
    passing: flag
  }
})

// Types are checked by `npm run typecheck`.
const compiler = [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.proof.json', '--noCheck']
execFileSync(process.execPath, compiler, { cwd: root, stdio: 'inherit' })
const dataDir = values.engine ?? (await mkdtemp(join(tmpdir(), 'base-images-faults-')))
const engine = await startEngine({ name: 'faults', dataDir, standIn: 'never' })
try {
  const { proveFaults } = await import('../build/proof/__tests__/faults/main.js')
  const { kindOf, PASSING } = await import('../build/proof/__tests__/faults/kinds.js')
  const held = await proveFaults(
    {
      kinds: values.kinds === undefined ? PASSING : values.kinds.split(',').map(kindOf),
      every: Number(values.every ?? 1),
      all: values.all === true,
      seed: Number(values.seed ?? new Date().toISOString().slice(0, 10).replaceAll('-', '')),
      scenes: values.staying === true ? [] : (values.scenes ?? 'cold,cached').split(','),
      staying: values.passing !== true
    },
    engine.env,
    join(dataDir, 'registry')
  )
  process.exitCode = held ? 0 : 1
} finally {
  await engine.stop()
  if (values.engine === undefined) await rm(dataDir, { recursive: true, force: true })
}
