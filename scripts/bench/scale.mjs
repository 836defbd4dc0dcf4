// `npm run bench:scale [counts…]`: what `base-images plan` costs on trees of 100 to 10,000 images (branching 8, 20 files
// each) when one file of a leaf or of the root changed, in one run beside what it cannot do without (a Node that starts, git,
// a parse of the manifest) and beside other planners that answer the same question: `buildx bake --print`, turbo and nx.
// `first` is a plan of a fresh clone; `plan` is one where the commit before was planned: it starts from what that one found.
// Prints medians and ratios. Exits with 1 when a limit is not held; a subject that cannot be run is told, never left out.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeTree } from './tree.mjs'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const cli = join(root, 'dist', 'cli', 'index.js')
const counts = process.argv.slice(2).map(Number)
const COUNTS = counts.length > 0 ? counts : [100, 1000, 5000, 10000]
const PEERS = { turbo: '2.11.11', nx: '24.0.6' }

const node24 = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node')
const node = existsSync(node24) ? node24 : process.execPath
const environment = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true'
}
delete environment.NODE_EXTRA_CA_CERTS

const scratch = await mkdtemp(join(tmpdir(), 'base-images-scale-'))
const broken = []
try {
  // Above the trees, where nx looks for itself.
  const peers = scratch
  installPeers(peers)
  const rows = []
  for (const count of COUNTS) {
    for (const what of ['leaf', 'root'])
      rows.push(measure(join(scratch, `${count}-${what}`), count, what, peers))
  }
  print(rows)
  check(rows)
} finally {
  await rm(scratch, { recursive: true, force: true })
}
if (broken.length > 0) {
  console.log(`\nNot held:\n${broken.map(each => `  ${each}`).join('\n')}`)
  process.exitCode = 1
}

function installPeers(folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: PEERS }))
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit'
  })
}

/** All subjects in turn on one tree, so that a machine whose speed drifts is slow for all alike. */
function measure(folder, count, what, peers) {
  makeTree(folder, count, what)
  const run = (program, args, options = {}) => {
    const start = process.hrtime.bigint()
    const result = spawnSync(program, args, { cwd: folder, env: environment, maxBuffer: 1 << 30, ...options })
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
    if (result.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${result.error ?? result.stderr}`)
    return { milliseconds, out: result.stdout.toString('utf8') }
  }
  const git = (...args) => run('git', args).milliseconds
  const blobs = run('git', ['ls-tree', '-r', '--format=%(objectname) %(path)', 'HEAD']).out
  const wanted = blobs
    .split('\n')
    .filter(line => line.endsWith('/Dockerfile') || line.endsWith('manifest.yaml'))
  const input = wanted.map(line => `${line.slice(0, 40)}\n`).join('')
  const yaml = `import {parse} from '${join(root, 'node_modules', 'yaml', 'dist', 'index.js')}'
    import {readFileSync} from 'node:fs'
    const text = readFileSync('images/manifest.yaml', 'utf8'); const start = performance.now(); parse(text)
    console.log(performance.now() - start)`
  const memory = `import { writeSync } from 'node:fs'
    process.on('exit', () => writeSync(2, 'peak ' + process.resourceUsage().maxRSS))`
  const native = readdirSync(join(peers, 'node_modules', '@turbo'), { withFileTypes: true }).find(each =>
    each.name.startsWith('linux')
  )
  const bin = name => join(peers, 'node_modules', '.bin', name)

  const plan = [cli, 'plan', '--head', 'HEAD', '--base', 'HEAD~1']
  const lastPlan = join(folder, '.git', 'base-images', 'last-plan.json')
  run(node, [cli, 'plan', '--head', 'HEAD~1', '--base', 'HEAD~1'])
  const planBefore = readFileSync(lastPlan)

  const subjects = {
    node: () => run(node, ['-e', '0']).milliseconds,
    git: () =>
      git('rev-parse', '--show-toplevel') +
      git('ls-tree', '-r', '-z', '--full-tree', 'HEAD') +
      git('diff-tree', '-r', '-z', '--raw', 'HEAD~1', 'HEAD') +
      run('git', ['cat-file', '--batch'], { input }).milliseconds,
    yaml: () => Number(run(node, ['--input-type=module', '-e', yaml]).out),
    first: () => {
      rmSync(lastPlan, { force: true })
      return run(node, plan).milliseconds
    },
    plan: () => {
      writeFileSync(lastPlan, planBefore)
      return run(node, plan).milliseconds
    },
    // Quadratic above 1,000 targets: at 10,000 one run takes half a minute. And nx takes longer the more there is.
    ...(count <= 5000 && {
      bake: () => run(environment.BASE_IMAGES_BUILDX ?? 'buildx', ['bake', '--print']).milliseconds
    }),
    'turbo (npm)': () =>
      run(bin('turbo'), ['ls', '--affected'], { env: { ...environment, TURBO_SCM_BASE: 'HEAD~1' } })
        .milliseconds,
    ...(native && {
      'turbo (native)': () =>
        run(join(peers, 'node_modules', '@turbo', native.name, 'bin', 'turbo'), ['ls', '--affected'], {
          env: { ...environment, TURBO_SCM_BASE: 'HEAD~1' }
        }).milliseconds
    }),
    ...(count <= 1000 && {
      nx: () => run(bin('nx'), ['show', 'projects', '--affected', '--base=HEAD~1']).milliseconds
    })
  }
  const rounds = count > 1000 ? 3 : 7
  const times = {}
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, subject] of Object.entries(subjects)) {
      const taken = subject()
      // The first round only warms the page cache.
      if (round > 0) (times[name] ??= []).push(taken)
    }
  }
  // A first plan, which reads everything.
  rmSync(lastPlan)
  const peak = spawnSync(node, ['--import', `data:text/javascript,${encodeURIComponent(memory)}`, ...plan], {
    cwd: folder,
    env: environment,
    maxBuffer: 1 << 30
  })
  const megabytes = Number(/peak (\d+)/.exec(peak.stderr.toString('utf8'))?.[1] ?? Number.NaN) / 1024
  return {
    count,
    what,
    megabytes,
    ...Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]))
  }
}

function print(rows) {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))]
  console.log('medians in ms; peak memory of plan in MB')
  console.log(names.map(name => name.padStart(12)).join(''))
  for (const row of rows) {
    const cells = names.map(name =>
      typeof row[name] === 'number' ? row[name].toFixed(0) : (row[name] ?? '-')
    )
    console.log(cells.map(cell => String(cell).padStart(12)).join(''))
  }
}

function check(rows) {
  const at = (count, what) => rows.find(row => row.count === count && row.what === what)
  const hold = (sentence, value, limit) => {
    const held = value <= limit
    console.log(`${held ? 'held    ' : 'NOT HELD'} ${sentence}: ${value.toFixed(2)} (limit ${limit})`)
    if (!held) broken.push(sentence)
  }
  const thousand = at(1000, 'leaf')
  if (thousand) {
    hold(
      '1,000 images, plan ÷ (node + git + yaml)',
      thousand.plan / (thousand.node + thousand.git + thousand.yaml),
      2
    )
    hold('1,000 images, plan ÷ turbo started by npm', thousand.plan / thousand['turbo (npm)'], 1)
    hold('1,000 images, 5 × plan ÷ bake --print', (5 * thousand.plan) / thousand.bake, 1)
    hold('1,000 images, 8 × plan ÷ nx', (8 * thousand.plan) / thousand.nx, 1)
  }
  const five = at(5000, 'leaf')
  if (five) hold("5,000 images, plan ÷ turbo's native binary", five.plan / five['turbo (native)'], 1)
  for (const what of ['leaf', 'root']) {
    const ten = at(10000, what)
    if (!ten) continue
    hold(`10,000 images, ${what}: first plan in seconds`, ten.first / 1000, 3)
    hold(`10,000 images, ${what}: plan in seconds`, ten.plan / 1000, 3)
    hold(`10,000 images, ${what}: peak memory in MB`, ten.megabytes, 700)
    if (at(1000, what)) {
      hold(`10,000 images, ${what}: plan ÷ that of 1,000`, ten.plan / at(1000, what).plan, 12)
      hold(`10,000 images, ${what}: first plan ÷ that of 1,000`, ten.first / at(1000, what).first, 12)
    }
  }
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}
