// `npm run bench:rows [seed]`: how good the rows are. 200 random trees in five shapes, 20 to 1,000 images, log-normal
// durations (median 120 s, sigma 1), 20 machines, 30 s until a runner works: the estimated time of the run beside
//   one start:       30 s + max(longest chain, work / machines), which nothing can be faster than
//   a start each:    the same with 30 s for every image, as if each had a job of its own
//   without levels:  what it would be if each image went to a free machine once its parents are done, beside the first
// and what laying out 10,000 images costs. Exits with 1 when a tree is more than 15 % above the first, or 10,000 images
// take 300 ms of processor time or more. The estimates are the same on every machine.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const FLEET = { machines: 20, start: 30 }
const LIMIT = 1.15
const COUNT = 200
const CPU_LIMIT = 300
const seed = Number(process.argv[2] ?? 1)

/** Mulberry32: the same numbers on every machine. */
function randomFrom(start) {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const pick = (random, below) => Math.floor(random() * below)

/** Parent of image `at`, by shape. Image 0 is the root. */
const SHAPES = {
  // Any image of before: depth about e·ln n, most nodes near the root.
  recursive: (random, at) => pick(random, at),
  // One of the last few: long and thin, deeper than the workflow has levels.
  deep: (random, at) => Math.max(0, at - 1 - pick(random, 8)),
  // One of the first few: a handful of bases with everything on them.
  flat: (random, at) => pick(random, Math.min(at, 5)),
  // Eight children each, as repositories of images often have.
  even: (random, at) => Math.floor((at - 1) / 8),
  // Chains off a trunk.
  chains: (random, at) => (random() < 0.75 ? at - 1 : pick(random, at))
}

/** A log-normal duration in seconds, median 120. */
function duration(random, spread) {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Math.max(1, 120 * Math.exp(spread * normal))
}

function tree(number) {
  const random = randomFrom(seed * 100_003 + number)
  const shapes = Object.keys(SHAPES)
  const shape = shapes[number % shapes.length]
  const count = Math.round(20 * 50 ** random())
  const seconds = new Map()
  const planned = Array.from({ length: count }, (_, at) => {
    const parents = at === 0 ? [] : [`i${SHAPES[shape](random, at)}`]
    seconds.set(`i${at}`, duration(random, 1))
    return { name: `i${at}`, action: 'build', parents, needs: [], platforms: { 'linux/amd64': {} } }
  })
  return { shape, count, planned, seconds }
}

const out = mkdtempSync(join(tmpdir(), 'base-images-rows-'))
try {
  const { workOf, packLevels, loosen, runSeconds, shortestPossible, freeSeconds } = await compiled(out)
  const lay = (planned, seconds) => {
    const work = workOf(planned, undefined, name => seconds.get(name) ?? 120)
    const levels = loosen(work, packLevels(work, FLEET, 8), FLEET, 256)
    return { work, levels }
  }
  const lines = []
  for (let number = 0; number < COUNT; number += 1) {
    const { shape, count, planned, seconds } = tree(number)
    const { work, levels } = lay(planned, seconds)
    const shortest = shortestPossible(work, FLEET)
    const run = runSeconds(work, levels, FLEET)
    const free = freeSeconds(work, FLEET)
    const barriers = Math.max(0, run - free)
    const chain = work.tail[work.order[0]]
    const bare = Math.max(chain, work.seconds.reduce((a, b) => a + b) / FLEET.machines)
    const each = startEach(work)
    const by = chain >= bare ? 'chain' : 'work'
    const depth = levels.length
    lines.push({
      number,
      shape,
      count,
      by,
      depth,
      run,
      shortest,
      barriers,
      ratio: run / shortest,
      each: run / each,
      free: free / shortest
    })
  }
  table(lines)
  const over = lines.filter(line => line.ratio > LIMIT)
  const names = over.map(
    line => `${line.number} (${line.shape}, ${line.count} images): ${line.ratio.toFixed(3)}`
  )
  if (over.length > 0) console.log(`\nMore than 15 % above:\n  ${names.join('\n  ')}`)
  const large = Array.from({ length: 10_000 }, (_, at) => ({
    name: `i${at}`,
    action: 'build',
    parents: at === 0 ? [] : [`i${Math.floor((at - 1) / 8)}`],
    needs: [],
    platforms: { 'linux/amd64': {} }
  }))
  const cpu = process.cpuUsage()
  const { levels } = lay(large, new Map())
  const { user, system } = process.cpuUsage(cpu)
  const spent = (user + system) / 1000
  console.log(
    `\n10,000 images: ${levels.map(level => level.length).join(' + ')} rows, ${spent.toFixed(0)} ms of processor time`
  )
  if (over.length > 0 || spent >= CPU_LIMIT) process.exitCode = 1
  console.log(
    process.exitCode === 1
      ? '\nNot held.'
      : `\nHeld: all of ${COUNT} trees within 15 %, 10,000 images below ${CPU_LIMIT} ms.`
  )
} finally {
  rmSync(out, { recursive: true, force: true })
}

/** The longest chain or the work of each machine, with a start for every image. */
function startEach(work) {
  const head = new Float64Array(work.seconds.length)
  let longest = 0
  for (const s of work.order) {
    const e = head[s] + work.seconds[s] + FLEET.start
    longest = Math.max(longest, e)
    for (const c of work.below[s]) head[c] = Math.max(head[c], e)
  }
  return Math.max(
    longest,
    (work.seconds.reduce((a, b) => a + b) + FLEET.start * head.length) / FLEET.machines
  )
}
function table(lines) {
  const columns = ['shape', 'trees', 'chain-bound', 'levels', 'barriers', 'median', 'worst', 'within 15 %']
  console.log(
    [...columns, 'a start each: worst', 'within 15 %', 'without levels: worst', 'within 15 %'].join('  ')
  )
  for (const shape of [...Object.keys(SHAPES), 'all']) {
    const some = lines.filter(line => shape === 'all' || line.shape === shape)
    const ratios = some.map(line => line.ratio).sort((a, b) => a - b)
    const mean = value => some.reduce((total, line) => total + value(line), 0) / some.length
    const cells = [
      [shape.padEnd(9), 0],
      [some.length, 1],
      [some.filter(line => line.by === 'chain').length, 11],
      [mean(line => line.depth).toFixed(1), 6],
      [`${(100 * mean(line => line.barriers / line.run)).toFixed(1)} %`, 8],
      [ratios[Math.floor(ratios.length / 2)].toFixed(3), 6],
      [ratios.at(-1).toFixed(3), 5],
      [ratios.filter(ratio => ratio <= LIMIT).length, 11],
      [Math.max(...some.map(line => line.each)).toFixed(3), 19],
      [some.filter(line => line.each <= LIMIT).length, 11],
      [Math.max(...some.map(line => line.free)).toFixed(3), 21],
      [some.filter(line => line.free <= LIMIT).length, 11]
    ]
    console.log(cells.map(([text, width]) => String(text).padStart(width)).join('  '))
  }
}

/** The rooms under test as JavaScript, compiled into a folder of their own. */
async function compiled(folder) {
  const options = { noEmit: false, outDir: join(folder, 'js'), rootDir: root, types: [], typeRoots: [] }
  const files = ['work', 'pack', 'loose', 'run'].map(name => join(root, 'src', 'plan', `rows-${name}.ts`))
  const config = { extends: join(root, 'tsconfig.json'), compilerOptions: options, files, include: [] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  execFileSync(process.execPath, [tsc, '-p', join(folder, 'tsconfig.json')], { stdio: 'inherit' })
  const rooms = files.map(file => file.replace(root, join(folder, 'js')).replace(/\.ts$/, '.js'))
  return Object.assign({}, ...(await Promise.all(rooms.map(file => import(pathToFileURL(file).href)))))
}
