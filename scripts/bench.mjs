// `npm run bench`: how long `base-images plan` takes on this repository beside what it cannot do without, in one run:
// a Node that starts and does nothing, and the git commands that any planner needs. Ratios carry over to other machines,
// times do not. Exits with 1 when the ratio is above its limit.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const cli = join(root, 'dist', 'cli', 'index.js')
const RUNS = 15
const LIMIT = 3

const node24 = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node')
const node = existsSync(node24) ? node24 : process.execPath
// It adds 40 ms to a start of Node 20 and nothing to ours.
const environment = { ...process.env }
delete environment.NODE_EXTRA_CA_CERTS

const scratch = await mkdtemp(join(tmpdir(), 'base-images-bench-'))
try {
  const clone = join(scratch, 'clone')
  execFileSync('git', ['clone', '--quiet', root, clone])
  const head = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: clone, encoding: 'utf8' }).trim()
  const base = execFileSync('git', ['rev-parse', 'HEAD~1'], { cwd: clone, encoding: 'utf8' }).trim()
  const blobs = execFileSync('git', ['ls-tree', '-r', '--format=%(objectname)', head, '--', 'images/'], {
    cwd: clone,
    encoding: 'utf8'
  })

  const time = (program, args, options = {}) => {
    const start = process.hrtime.bigint()
    const result = spawnSync(program, args, { cwd: clone, env: environment, ...options })
    if (result.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${result.stderr}`)
    return Number(process.hrtime.bigint() - start) / 1e6
  }
  const subjects = {
    'node, doing nothing': () => time(node, ['-e', '0']),
    'raw git': () =>
      time('git', ['rev-parse', '--show-toplevel']) +
      time('git', ['ls-tree', '-r', '-z', '--full-tree', head]) +
      time('git', ['ls-tree', '-r', '-z', '--full-tree', base]) +
      time('git', ['cat-file', '--batch'], { input: `HEAD^{commit}\n${base}^{commit}\n${blobs}${blobs}` }),
    'base-images plan': () => time(node, [cli, 'plan', '--head', 'HEAD', '--base', base])
  }

  const times = Object.fromEntries(Object.keys(subjects).map(name => [name, []]))
  for (const name of Object.keys(subjects)) subjects[name]()
  // In turn, so that a machine whose speed drifts is slow for all alike.
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, measure] of Object.entries(subjects)) times[name].push(measure())
  }

  const ratios = times['base-images plan'].map(
    (plan, run) => plan / (times['node, doing nothing'][run] + times['raw git'][run])
  )
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  console.log(`${RUNS} runs, Node ${version}, this repository`)
  for (const [name, values] of Object.entries(times)) {
    console.log(
      `${name.padEnd(22)} min ${min(values).toFixed(0).padStart(4)} ms   median ${median(values).toFixed(0).padStart(4)} ms`
    )
  }
  const ratio = median(ratios)
  console.log(`plan ÷ (node + raw git): median ${ratio.toFixed(2)}, limit ${LIMIT.toFixed(2)}`)
  if (ratio > LIMIT) process.exitCode = 1
} finally {
  await rm(scratch, { recursive: true, force: true })
}

function min(values) {
  return Math.min(...values)
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}
