// `npm run kills`: the build process, buildkitd and the registry are killed at random moments of a build, the release and its
// registry at random moments of a release; the build is also cancelled. What is dead is started again a moment later. The same
// command again has to end with exit code 0, build nothing that was finished before, leave no tag that leads to something
// that is not whole, and the release after it has to make the digests of an undisturbed run public.
//   --times N      how many kills, the victims in turn (default 60)
//   --seed S       of the moments (default: today's date as a number)
//   --engine DIR   where its own engine keeps everything (default: a temporary folder); stopped at the end
// Exits with 1 when anything is not held.
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startEngine } from '../tools/engine/engine.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const text = { type: 'string' }
const { values } = parseArgs({ options: { times: text, seed: text, engine: text } })

// Types are checked by `npm run typecheck`.
const compiler = [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.proof.json', '--noCheck']
execFileSync(process.execPath, compiler, { cwd: root, stdio: 'inherit' })
const dataDir = values.engine ?? (await mkdtemp(join(tmpdir(), 'base-images-kills-')))
const start = () => startEngine({ name: 'kills', dataDir, standIn: 'never' })
const engine = await start()
try {
  const { proveKills } = await import('../build/proof/__tests__/kills/main.js')
  const held = await proveKills(
    {
      times: Number(values.times ?? 60),
      seed: Number(values.seed ?? new Date().toISOString().slice(0, 10).replaceAll('-', '')),
      cli: join(root, 'build/proof/src/cli.js')
    },
    { environment: engine.env, revive: start }
  )
  process.exitCode = held ? 0 : 1
} finally {
  await engine.stop()
  if (values.engine === undefined) await rm(dataDir, { recursive: true, force: true })
}
