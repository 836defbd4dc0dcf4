import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { client } from '../io/registry-rig.js'
import { actionsOf, digestOf, makeBench, manifest, statesOf } from '../support/bench.js'
import type { Bench, Run } from '../support/bench.js'
import { PLATFORM, PYTHON } from '../support/engine.js'
import { manifestOf, publicDigest, pull, putTag, tagsOf, viewOf } from '../support/registry-view.js'
import { startFront } from '../support/registry-front.js'
import { disposeRepositories, temporaryFolder } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(240_000)

afterAll(disposeRepositories)

const PUBLISHED = ['root', 'web', 'app'] as const

/** root → web → app; no two builds of root are equal, so that only the very same build can be found again. */
const FILES = {
  'images/manifest.yaml': manifest({
    root: [],
    web: ['test: [cat, /web.txt]'],
    app: ['tags: [latest, "1"]']
  }),
  'images/root/Dockerfile': `FROM ${PYTHON}\nCOPY root.txt /\nRUN head -c 32 /dev/urandom > /root/random\n`,
  'images/root/root.txt': 'root 1\n',
  'images/web/Dockerfile': 'FROM ghcr.io/acme/root\nCOPY web.txt /\n',
  'images/web/web.txt': 'web 1\n',
  'images/app/Dockerfile':
    'FROM scratch\nCOPY --from=ghcr.io/acme/web /web.txt /\nCOPY --from=ghcr.io/acme/root /root.txt /\nCOPY app.txt /\n',
  'images/app/app.txt': 'app 1\n'
}

/** Deletes every tag and every manifest of staging through the registry's own API. */
async function emptyStaging({ staging }: Bench): Promise<void> {
  const registry = client()
  const tags = await tagsOf(staging)
  const digests = await Promise.all(tags.map(async tag => (await manifestOf(staging, tag))?.digest))
  for (const tag of tags) await registry.deleteTag(staging, tag)
  for (const digest of new Set(digests)) {
    if (digest !== undefined) expect(await registry.deleteManifest(staging, digest)).toBe('deleted')
  }
  expect(await tagsOf(staging)).toEqual([])
  for (const digest of digests) expect(await manifestOf(staging, digest ?? '')).toBeUndefined()
}

test('a plan of work knows how large images were at the newest release, and one without work asks nothing', async () => {
  const bench = makeBench(FILES)
  const { released } = await bench.run()
  bench.commit({ 'images/app/app.txt': 'app 2\n' })
  const plan = await bench.plan()
  expect(actionsOf(plan)).toMatchObject({ root: 'none', web: 'none', app: 'build' })
  for (const { name, platforms } of released.images) {
    const size = platforms.find(({ platform }) => platform === PLATFORM)?.size
    expect(size).toBeGreaterThan(0)
    expect(plan.images.find(image => image.name === name)?.platforms[PLATFORM]?.bytes).toBe(size)
  }
  await bench.build(plan)
  const idle = await bench.plan()
  expect(idle.images.flatMap(image => image.platforms[PLATFORM]?.bytes ?? [])).toEqual([])
})

describe('a staging repository that was emptied', () => {
  let bench: Bench
  let first: Run
  beforeEach(async () => {
    bench = makeBench(FILES, { noCache: true })
    first = await bench.run()
    expect(first.released.state).toBe('released')
    await emptyStaging(bench)
  })

  const publicView = (): Promise<Readonly<Record<string, string>>> => viewOf(PUBLISHED.map(bench.published))

  test('is filled again from what is public: nothing is planned, built or tested, and nothing moves', async () => {
    const view = await publicView()
    const builds = bench.builds.length
    bench.commit({ 'README.md': 'read me\n' })
    const plan = await bench.plan()
    expect(actionsOf(plan)).toEqual({ root: 'none', web: 'none', app: 'none' })
    // A plan only reads.
    expect(await tagsOf(bench.staging)).toEqual([])
    expect(await bench.build(plan)).toEqual([])
    const released = await bench.release(plan)
    expect(released.diagnostics).toEqual([])
    expect(released.images.map(image => image.state)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(bench.builds).toHaveLength(builds)
    expect(await publicView()).toEqual(view)
    for (const image of PUBLISHED) {
      const digest = digestOf(first.results, image)
      expect(await publicDigest(bench.published(image), 'latest', PLATFORM)).toBe(digest)
      expect(await pull(bench.staging, digest)).toContain(digest)
    }
    // From here on staging is what it was.
    expect((await bench.run()).results).toEqual([])
    expect(bench.builds).toHaveLength(builds)
  })

  test('is no reason to rebuild even when everything is asked for: a plan says reuse', async () => {
    const builds = bench.builds.length
    const plan = await bench.plan({ all: true })
    expect(actionsOf(plan)).toEqual({ root: 'reuse', web: 'reuse', app: 'reuse' })
    expect((await bench.release(plan)).state).toBe('released')
    expect(bench.builds).toHaveLength(builds)
  })

  test('is seen through by a dry run of the release, which writes nothing', async () => {
    bench.commit({
      'images/manifest.yaml': FILES['images/manifest.yaml'].replace('[latest, "1"]', '[latest, "1", "1.2"]')
    })
    const view = await publicView()
    const released = await bench.release(await bench.plan(), { dryRun: true })
    expect(released.diagnostics).toEqual([])
    expect(released.state).toBe('dry run')
    expect(released.images.map(({ name, moved }) => [name, moved])).toEqual([
      ['root', []],
      ['web', []],
      ['app', ['1.2']]
    ])
    expect(await tagsOf(bench.staging)).toEqual([])
    expect(await publicView()).toEqual(view)
  })

  test('gives a changed child the public parent, and only the child is built', async () => {
    bench.commit({ 'images/web/web.txt': 'web 2\n' })
    const before = bench.builds.length
    const run = await bench.run()
    expect(actionsOf(run.plan)).toEqual({ root: 'none', web: 'build', app: 'build' })
    expect(statesOf(run.results)).toEqual({ web: 'built', app: 'built' })
    const root = digestOf(first.results, 'root')
    const built = bench.builds.slice(before).filter(each => !each.isTest)
    expect(built.map(each => each.image)).toEqual(['web', 'app'])
    expect(built.map(each => each.materials)).toEqual([
      [root],
      expect.arrayContaining([root, digestOf(run.results, 'web')])
    ])
    expect(run.released.state).toBe('released')
    expect(await publicDigest(bench.published('root'), 'latest', PLATFORM)).toBe(root)
  })

  test('midway, after a plan that wanted builds, ends with the public builds', async () => {
    const plan = { ...(await bench.plan({ all: true })) }
    const wanted = {
      ...plan,
      images: plan.images.map(image => ({ ...image, action: 'build' as const }))
    }
    const builds = bench.builds.length
    const results = await bench.build(wanted)
    expect(statesOf(results)).toEqual({ root: 'reused', web: 'reused', app: 'reused' })
    for (const image of PUBLISHED) expect(digestOf(results, image)).toBe(digestOf(first.results, image))
    expect(bench.builds).toHaveLength(builds)
  })

  test('with a test that changed, tests the public build again and builds nothing', async () => {
    bench.commit({
      'images/manifest.yaml': FILES['images/manifest.yaml'].replace('cat, /web', 'grep, web, /web')
    })
    const before = bench.builds.length
    const run = await bench.run()
    expect(run.plan.images.find(each => each.name === 'web')?.action).toBe('test')
    expect(bench.builds.slice(before).map(each => [each.image, each.isTest])).toEqual([['web', true]])
    expect(digestOf(run.results, 'web')).toBe(digestOf(first.results, 'web'))
    expect(run.released.state).toBe('released')
  })

  test('and runs that may not write take public parents from where they are', async () => {
    bench.commit({ 'images/web/web.txt': 'web 2\n' })
    const plan = await bench.plan()
    const before = bench.builds.length
    const results = await bench.build(plan, { folder: temporaryFolder('store'), publish: false })
    expect(statesOf(results)).toEqual({ web: 'built', app: 'built' })
    expect(bench.builds[before]?.materials).toEqual([digestOf(first.results, 'root')])
    expect(await tagsOf(bench.staging)).toEqual([])
  })
})

describe('what is public and cannot be proven is built again', () => {
  let bench: Bench
  let first: Run
  beforeAll(async () => {
    bench = makeBench(FILES, { noCache: true })
    first = await bench.run()
  })
  beforeEach(() => emptyStaging(bench))

  const record = (): string => `${bench.prefix}/fixture-record`

  test('an index under the tag that claims the key for something else is not looked at', async () => {
    const index = await manifestOf(bench.published('root'), 'latest')
    const app = digestOf(first.results, 'app')
    const registry = client()
    const { config, layers = [] } = (await manifestOf(bench.published('app'), app))!.document
    for (const blob of [config!, ...layers])
      await registry.copyBlob(bench.published('app'), bench.published('root'), { mediaType: '', ...blob })
    const { bytes, mediaType, document } = (await manifestOf(bench.published('app'), app))!
    await registry.putManifest(bench.published('root'), app, mediaType, bytes)
    const [listed] = index!.document.manifests!
    const forged = { ...index!.document, manifests: [{ ...listed!, digest: app, size: bytes.length }] }
    expect(document).toBeDefined()
    await putTag(bench.published('root'), 'latest', { ...index!, bytes: Buffer.from(JSON.stringify(forged)) })

    const plan = await bench.plan({ all: true })
    expect(actionsOf(plan)).toMatchObject({ root: 'reuse' })
    expect((await bench.release(plan)).state).toBe('released')
    expect(await publicDigest(bench.published('root'), 'latest', PLATFORM)).toBe(
      digestOf(first.results, 'root')
    )
  })

  test.each([
    { what: 'a record that names another digest', change: (text: string) => swapDigests(text) },
    {
      what: 'a record that names another repository',
      change: (text: string) => text.replaceAll('/root"', '/web"')
    },
    {
      what: 'a record of before traces were in it',
      change: (text: string) => text.replaceAll('"trace"', '"x"')
    },
    { what: 'a record that is none', change: () => '{}' }
  ])('$what', async ({ change }) => {
    const registry = client()
    const found = (await manifestOf(record(), 'latest'))!
    const [layer] = found.document.layers!
    const text = Buffer.from((await registry.blob(record(), layer!.digest))!).toString('utf8')
    const changed = Buffer.from(change(text))
    expect(changed.toString()).not.toBe(text)
    const blob = await registry.putBlob(record(), changed)
    const document = { ...found.document, layers: [{ ...layer!, digest: blob.digest, size: changed.length }] }
    await putTag(record(), 'latest', { ...found, bytes: Buffer.from(JSON.stringify(document)) })

    const plan = await bench.plan({ all: true })
    expect(actionsOf(plan)).toMatchObject({ root: 'build' })
    await putTag(record(), 'latest', found)
  })

  test('an image that no disk of a runner has room for is told by the plan, before anything is built', async () => {
    const registry = client()
    const found = (await manifestOf(record(), 'latest'))!
    const [layer] = found.document.layers!
    const text = Buffer.from((await registry.blob(record(), layer!.digest))!).toString('utf8')
    const changed = Buffer.from(text.replace(/"bytes": ?[0-9]+/g, '"bytes":4000000000'))
    expect(changed.toString()).not.toBe(text)
    const blob = await registry.putBlob(record(), changed)
    const document = { ...found.document, layers: [{ ...layer!, digest: blob.digest, size: changed.length }] }
    await putTag(record(), 'latest', { ...found, bytes: Buffer.from(JSON.stringify(document)) })

    const plan = await bench.plan({ all: true, rebuild: true })
    expect(plan.levels.flat().map(row => [row.images, row.bytes])).toEqual(
      PUBLISHED.map(name => [[name], 16e9])
    )
    const told = plan.warnings.filter(({ code }) => code === 'W006').map(({ message }) => message)
    expect(told).toHaveLength(PUBLISHED.length)
    expect(told[0]).toContain('app (4.0 GB compressed)')
    await putTag(record(), 'latest', found)
  })

  test('a public build whose parent had to be built anew is built anew too', async () => {
    // Its own record says it stands on the root that was; with another root that is not true of it.
    const registry = client()
    const root = digestOf(first.results, 'root')
    const index = (await manifestOf(bench.published('root'), 'latest'))!
    expect(await registry.deleteManifest(bench.published('root'), index.digest)).toBe('deleted')
    expect(await registry.deleteManifest(bench.published('root'), root)).toBe('deleted')
    const run = await bench.run()
    expect(actionsOf(run.plan)).toEqual({ root: 'build', web: 'build', app: 'build' })
    expect(statesOf(run.results)).toEqual({ root: 'built', web: 'built', app: 'built' })
    expect(digestOf(run.results, 'root')).not.toBe(root)
    expect(run.released.state).toBe('released')
  })
})

test('A plan asks what is public only for what staging does not have, and reads the record once', async () => {
  const bench = makeBench(FILES)
  await bench.run()
  const front = await startFront(bench.prefix)
  const asked = async (): Promise<readonly string[]> => {
    front.seen.length = 0
    const plan = await bench.plan({ registry: bench.prefix.replace(/^[^/]*/, front.host) })
    expect(plan.images).toHaveLength(3)
    return front.seen.filter(line => !line.includes('/fixture-build/')).map(line => line.replace(/t-\w+/, ''))
  }
  try {
    expect(await asked()).toEqual([])
    bench.commit({ 'images/root/root.txt': 'root 2\n' })
    expect(await asked()).toEqual([
      expect.stringMatching(/^GET .*\/fixture-record\/manifests\/latest$/),
      expect.stringMatching(/^GET .*\/fixture-record\/blobs\/sha256:/)
    ])
  } finally {
    await front.stop()
  }
})

/** Gives root the digest of app, which the test above brought into root's repository. */
function swapDigests(text: string): string {
  const record = JSON.parse(text) as {
    images: Record<string, { platforms: Record<string, { digest: string }> }>
  }
  const { root, app } = record.images
  root!.platforms[PLATFORM]!.digest = app!.platforms[PLATFORM]!.digest
  return JSON.stringify(record)
}
