// `make demo`: the main job on this repository's own light images, end to end, on this machine.
// 1. everything that is needed is built in parent order, tested, released to the local registry and pulled back by digest;
// 2. in a scratch clone one file changes: that image and its descendants are built, each child on its parent's new digest;
// 3. nothing changes: nothing is built.
import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startEngine } from '../tools/engine/engine.mjs'
import { PLATFORM, baseImages } from './command-line.mjs'
import { lightManifest } from './images/light.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const exec = promisify(execFile)
const started = Date.now()

/** The file of part 2, and the images that copy it. */
const CHANGED = { file: 'images/python-base/healthcheck.py', images: ['python-base', 'python-web-light'] }

const say = text => process.stdout.write(`${text}\n`)
const since = start => `${((Date.now() - start) / 1000).toFixed(1)} s`

const engine = await startEngine()
const environment = { ...process.env, ...engine.env }
const registry = `${engine.env.BASE_IMAGES_REGISTRY}/demo`
say(
  `Engine ready after ${since(started)}: registry ${engine.env.BASE_IMAGES_REGISTRY}, builder ${engine.env.BUILDX_BUILDER}.`
)

/** Plans, builds and releases a clone's HEAD and returns what became of it. */
async function run(folder, planArgs) {
  const start = Date.now()
  const about = ['--registry', registry, '--platform', PLATFORM, '--format', 'json']
  const plan = JSON.parse(
    await baseImages(folder, environment, ['plan', '--head', 'HEAD', ...about, ...planArgs])
  )
  const file = join(scratch, `plan-${randomUUID()}.json`)
  await writeFile(file, JSON.stringify(plan))
  const build = ['build', '--plan', file, '--registry', registry, '--format', 'json']
  const built = JSON.parse(await baseImages(folder, environment, build))
  // Tags of an earlier demo carry its scratch commits, which no clone knows.
  const release = ['release', '--plan', file, ...about, '--allow-rewind']
  const released = JSON.parse(await baseImages(folder, environment, release))
  return { plan, results: built.results, released, took: since(start) }
}

/** Fetches an image by digest as a client does: index, manifests and every blob, each checked against its digest. */
async function pull(repository, digest) {
  const [host, ...path] = repository.split('/')
  const seen = new Set()
  let bytes = 0
  const fetchChecked = async (kind, wanted) => {
    const accept = 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json'
    const answer = await fetch(`http://${host}/v2/${path.join('/')}/${kind}/${wanted}`, {
      headers: { accept }
    })
    if (!answer.ok) throw new Error(`${repository}@${wanted}: the registry answers ${answer.status}`)
    const hash = createHash('sha256')
    const kept = []
    for await (const chunk of answer.body) {
      hash.update(chunk)
      bytes += chunk.length
      if (kind === 'manifests') kept.push(chunk)
    }
    if (`sha256:${hash.digest('hex')}` !== wanted) throw new Error(`${repository}@${wanted}: wrong content`)
    return kind === 'manifests' ? JSON.parse(Buffer.concat(kept).toString('utf8')) : undefined
  }
  const index = await fetchChecked('manifests', digest)
  for (const { digest: platform } of index.manifests) {
    const manifest = await fetchChecked('manifests', platform)
    for (const blob of [manifest.config, ...manifest.layers]) {
      if (!seen.has(blob.digest)) await fetchChecked('blobs', blob.digest)
      seen.add(blob.digest)
    }
  }
  return bytes
}

/** Left-aligned columns. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)))
  return rows
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd()
    )
    .join('\n')
}

const megabytes = bytes => `${(bytes / 1e6).toFixed(1)} MB`

async function overview({ plan, results, released }) {
  const rows = [['image', 'why', 'tag', 'digest', 'compressed', 'time']]
  for (const image of released.images) {
    const planned = plan.images.find(each => each.name === image.name)
    const result = results.find(each => each.image === image.name)
    const bytes = await pull(image.repository, image.digest)
    const tags = [...image.moved, ...image.unchanged]
    const why = planned.action === 'none' ? 'not affected' : (planned.reasons.at(-1)?.text ?? '').slice(0, 60)
    const time =
      result === undefined
        ? planned.action === 'none'
          ? ''
          : planned.action
        : `${(result.milliseconds / 1000).toFixed(1)} s`
    rows.push([image.name, why, tags.join(' '), image.digest.slice(0, 19), megabytes(bytes), time])
  }
  return table(rows)
}

function expect(condition, sentence) {
  if (!condition) throw new Error(`The demo does not show what it says: ${sentence}`)
  say(`  ✓ ${sentence}`)
}

const scratch = await mkdtemp(join(tmpdir(), 'base-images-demo-'))
try {
  say('\nPart 1: build what is needed, test it, release it, pull it back by digest.')
  const clone = join(scratch, 'clone')
  await exec('git', ['clone', '--quiet', '--no-hardlinks', root, clone])
  const manifest = join(clone, 'images/manifest.yaml')
  await writeFile(manifest, lightManifest(await readFile(manifest, 'utf8')))
  await commit(clone, 'Light images only: make images builds all')
  const first = await run(clone, [])
  say(await overview(first))
  expect(first.released.state === 'released', 'every image is released and was pulled back by digest')
  say(`  took ${first.took}`)

  say(`\nPart 2: one line is added to ${CHANGED.file} in a scratch clone.`)
  await appendFile(join(clone, CHANGED.file), `# demo ${randomUUID()}\n`)
  await commit(clone, 'Change one file')
  const second = await run(clone, ['--base', 'HEAD~1'])
  say(await overview(second))
  const affected = second.plan.images
    .filter(image => image.action === 'build')
    .map(image => image.name)
    .sort()
  const below = descendants(second.plan.images, CHANGED.images)
  expect(
    affected.join() === below.join(),
    `only ${CHANGED.images.join(' and ')} and their descendants are affected: ${below.join(', ')}`
  )
  const built = second.results
    .filter(result => result.state === 'built')
    .map(result => result.image)
    .sort()
  expect(built.join() === below.join(), 'exactly these were built')
  const digest = new Map(second.results.map(result => [result.image, result.digest]))
  const onNew = second.results.every(result =>
    Object.entries(result.parents).every(([parent, used]) => digest.get(parent) === used)
  )
  expect(onNew, "each child stands on its parent's new digest")
  say(`  took ${second.took}`)

  say('\nPart 3: nothing changes.')
  const third = await run(clone, ['--base', 'HEAD'])
  expect(third.results.length === 0, 'nothing is built')
  expect(
    third.released.images.every(image => image.state === 'unchanged'),
    'no tag moves'
  )
  say(`  took ${third.took}`)
  say(
    `\nDone in ${since(started)}. The registry runs on at ${engine.env.BASE_IMAGES_REGISTRY}; \`make engine-stop\` ends it.`
  )
} finally {
  await rm(scratch, { recursive: true, force: true })
}

/** Commits all changed files of a clone. */
async function commit(folder, message) {
  const identity = ['-c', 'user.name=demo', '-c', 'user.email=demo@localhost']
  await exec('git', [...identity, 'commit', '--quiet', '--all', '--message', message], { cwd: folder })
}

/** Some images and all below them, sorted. */
function descendants(images, names) {
  const found = new Set(names)
  for (const each of [...found]) collect(each)
  return [...found].sort()

  function collect(parent) {
    for (const child of images.find(image => image.name === parent)?.children ?? []) {
      found.add(child)
      collect(child)
    }
  }
}
