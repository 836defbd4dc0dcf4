import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { defaultBinDir } from '../../tools/engine/paths.mjs'
import { startRegistry } from '../../tools/engine/registry.mjs'
import { clean } from '../../src/commands/clean.js'
import type { CleanRequest } from '../../src/commands/clean.js'
import { contentTag } from '../../src/build/staging.js'
import type { CleanReport } from '../../src/release/clean-types.js'
import { done, makeBench, manifest } from '../support/bench.js'
import type { Bench, Run } from '../support/bench.js'
import { runCli } from '../support/cli.js'
import { ownPrefix, PLATFORM, useEngine } from '../support/engine.js'
import { manifestOf, publicDigest, pull, putTag, tagsOf, viewOf } from '../support/registry-view.js'
import type { SeenManifest } from '../support/registry-view.js'
import { disposeRepositories, temporaryFolder } from '../support/repository.js'
import { startFront } from '../support/registry-front.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(240_000)

afterAll(disposeRepositories)

const DAY = 86_400_000
const KEEP = 30 * DAY

const OTHER = PLATFORM === 'linux/amd64' ? 'linux/arm64' : 'linux/amd64'
const BOTH = [`platforms: [${PLATFORM}, ${OTHER}]`]

/** `twin` has the bytes of the first `root`; `gone` leaves the manifest with the second commit. */
const FIRST = {
  'images/manifest.yaml': manifest({ root: BOTH, web: [], twin: BOTH, gone: [] }),
  'images/root/Dockerfile': 'FROM scratch\nCOPY root.txt /\n',
  'images/root/root.txt': 'root 1\n',
  'images/twin/Dockerfile': 'FROM scratch\nCOPY root.txt /\n',
  'images/twin/root.txt': 'root 1\n',
  'images/web/Dockerfile': 'FROM ghcr.io/acme/root\nCOPY Dockerfile /web\n',
  'images/gone/Dockerfile': 'FROM scratch\nCOPY Dockerfile /gone\n'
}
const SECOND = {
  'images/manifest.yaml': manifest({ root: BOTH, web: [], twin: BOTH }),
  'images/root/root.txt': 'root 2\n',
  'images/gone/Dockerfile': null
}
const THIRD = { 'images/root/root.txt': 'root 3\n' }

/** Cleans as if some days had passed. */
async function cleanAfter(
  bench: Bench,
  days: number,
  request: Partial<CleanRequest> = {}
): Promise<CleanReport> {
  const clock = { ...bench.world.clock, now: () => bench.world.clock.now() + days * DAY }
  const usual = { registry: bench.prefix, keep: KEEP, apply: false }
  return done(await clean({ ...bench.world, clock }, { ...usual, ...request }))
}

/** What a run built, or took from staging, for this machine's platform or another. */
function builtDigest(run: Run | undefined, image: string, platform = PLATFORM): string {
  const digest = run?.results.find(each => each.image === image && each.platform === platform)?.digest
  if (digest === undefined) throw new Error(`${image} has no digest for ${platform}`)
  return digest
}

function repositoriesOf(bench: Bench): readonly string[] {
  const published = ['root', 'web', 'twin', 'gone'].map(bench.published)
  return [bench.staging, ...['cache', 'record'].map(each => `${bench.prefix}/fixture-${each}`), ...published]
}

/** The digests that a report names, in a state. */
function digestsIn(report: CleanReport, state: string): readonly string[] {
  return report.rows.filter(row => row.state === state).map(row => row.digest)
}

/** The index of an image as its tag `latest` names it. */
async function indexOf(bench: Bench, image: string): Promise<SeenManifest> {
  const index = await manifestOf(bench.published(image), 'latest')
  if (index === undefined) throw new Error(`${image} is not public`)
  return index
}

/** An image with provenance under a tag that no manifest names, as somebody could push it by hand. */
async function pushWithProvenance(bench: Bench, reference: string): Promise<void> {
  const folder = temporaryFolder('by-hand')
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY Dockerfile /by-hand\n')
  const buildx = await bench.world.buildx()
  const output = `--output=type=image,name=${reference},push=true`
  const result = await buildx.build(['build', '--provenance=mode=max', output, folder], {})
  if (result.code !== 0) throw new Error(result.stderr)
}

/** An artifact that is attached to a manifest and has no tag, such as a signature. */
async function attach(repository: string, subject: SeenManifest): Promise<string> {
  const [host, ...path] = repository.split('/')
  const { digest, mediaType, bytes } = subject
  const empty = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
  const start = await fetch(`http://${host}/v2/${path.join('/')}/blobs/uploads/`, { method: 'POST' })
  const upload = new URL(start.headers.get('location') ?? '', `http://${host}`)
  upload.searchParams.set('digest', empty)
  await fetch(upload, { method: 'PUT', body: '{}', headers: { 'content-type': 'application/octet-stream' } })
  const blob = { mediaType: 'application/vnd.oci.empty.v1+json', digest: empty, size: 2 }
  const type = 'application/vnd.oci.image.manifest.v1+json'
  const artifact = Buffer.from(
    JSON.stringify({
      ...{ schemaVersion: 2, mediaType: type, artifactType: 'application/vnd.example.signature' },
      ...{ config: blob, layers: [blob], subject: { mediaType, digest, size: bytes.length } }
    })
  )
  const own = `sha256:${createHash('sha256').update(artifact).digest('hex')}`
  await putTag(repository, own, { digest: own, mediaType: type, bytes: artifact, document: {} })
  return own
}

describe('cleaning a registry with old and live builds', () => {
  let bench: Bench
  const runs: Run[] = []
  /** Everything that has to be there at the end, by `repository@digest`. */
  const live = new Set<string>()
  const old: { readonly repository: string; readonly digest: string }[] = []

  beforeAll(async () => {
    bench = makeBench(FIRST)
    const oldIndexes: { repository: string; digest: string }[] = []
    for (const files of [undefined, SECOND, THIRD]) {
      if (files !== undefined) {
        for (const image of ['root', 'web']) {
          oldIndexes.push({
            repository: bench.published(image),
            digest: (await indexOf(bench, image)).digest
          })
        }
        bench.commit(files)
      }
      runs.push(await bench.run())
    }
    const [first, second, third] = runs
    if (first === undefined || second === undefined || third === undefined) throw new Error('not all ran')
    // The second web is kept by a tag of a person; the second root is not, though the second web was built on it.
    const kept = await manifestOf(bench.staging, builtDigest(second, 'web'))
    if (kept !== undefined) await putTag(bench.staging, 'keep-this-one', kept)
    await pushWithProvenance(bench, `${bench.published('web')}:by-hand`)
    const signature = await attach(bench.published('web'), await indexOf(bench, 'web'))

    for (const image of ['root', 'web', 'twin']) {
      for (const { digest } of (await indexOf(bench, image)).document.manifests ?? []) {
        live.add(`${bench.staging}@${digest}`)
      }
    }
    live.add(`${bench.staging}@${builtDigest(second, 'web')}`)
    live.add(`${bench.published('web')}@${signature}`)
    for (const repository of repositoriesOf(bench).filter(each => each !== bench.staging)) {
      for (const tag of await tagsOf(repository)) {
        if (tag.startsWith('gone-')) continue
        live.add(`${repository}@${(await manifestOf(repository, tag))?.digest ?? 'none'}`)
      }
    }
    old.push(...oldIndexes)
    for (const digest of [
      builtDigest(second, 'root'),
      builtDigest(second, 'root', OTHER),
      builtDigest(first, 'web'),
      builtDigest(first, 'gone')
    ]) {
      old.push({ repository: bench.staging, digest })
    }
  })

  async function pullAllLive(): Promise<void> {
    for (const each of live) {
      const [repository = '', digest = ''] = each.split('@')
      expect(await pull(repository, digest)).toContain(digest)
    }
  }

  test('the rig holds what it is about: a shared manifest, provenance, old versions without a tag', async () => {
    const twin = await publicDigest(bench.published('twin'), 'latest', PLATFORM)
    expect(twin).toBe(builtDigest(runs[0], 'root'))
    expect((await indexOf(bench, 'twin')).document.manifests).toHaveLength(2)
    const byHand = await manifestOf(bench.published('web'), 'by-hand')
    expect(byHand?.document.manifests).toHaveLength(2)
    expect(live.size).toBeGreaterThan(10)
    for (const { repository, digest } of old) {
      expect((await manifestOf(repository, digest))?.digest).toBe(digest)
    }
    expect(await tagsOf(`${bench.prefix}/fixture-cache`)).toContain(`gone-${PLATFORM.replace('/', '-')}`)
  })

  test('a dry run writes nothing and lists nothing that is live', async () => {
    const before = await viewOf(repositoriesOf(bench))
    const report = await cleanAfter(bench, 0, { keep: 0 })
    expect(report.state).toBe('dry run')
    const listed = report.rows.map(({ repository, digest }) => `${repository}@${digest}`)
    expect(listed.filter(each => live.has(each))).toEqual([])
    for (const { repository, digest } of old) expect(listed).toContain(`${repository}@${digest}`)
    expect(report.bytes).toBeGreaterThan(0)
    expect(report.rows.reduce((sum, row) => sum + row.bytes, 0)).toBe(report.bytes)
    expect(await viewOf(repositoriesOf(bench))).toEqual(before)
  })

  test('what was just seen unneeded waits, whatever times its image holds', async () => {
    const before = await viewOf(repositoriesOf(bench))
    const report = await cleanAfter(bench, 0, { apply: true })
    expect(report.state).toBe('cleaned')
    expect(digestsIn(report, 'deleted')).toEqual([])
    expect(digestsIn(report, 'waits').length).toBeGreaterThanOrEqual(old.length)
    expect(await viewOf(repositoriesOf(bench))).toMatchObject(before)
    const soon = await cleanAfter(bench, 29, { apply: true })
    expect(digestsIn(soon, 'deleted')).toEqual([])
  })

  test('by the command line says what may go, and what to do next', async () => {
    const args = ['clean', '--registry', bench.prefix, '--keep', '0h']
    const end = await runCli(args, { folder: bench.repository.folder })
    expect(end.stderr).toBe('')
    expect(end.code).toBe(0)
    expect(end.stdout).toContain('gone left the manifest')
    expect(end.stdout).toContain('an older build of root')
    expect(end.stdout).toMatch(/Next: base-images clean --registry \S+ --keep 0d --apply\n$/)
    const json = await runCli([...args, '--format', 'json'], { folder: bench.repository.folder })
    expect(JSON.parse(json.stdout)).toMatchObject({ state: 'dry run', keepHours: 0 })
  })

  test('after the time old builds are gone, and everything live can be pulled with every blob', async () => {
    const report = await cleanAfter(bench, 31, { apply: true })
    expect(report.diagnostics).toEqual([])
    expect(report.state).toBe('cleaned')
    expect(digestsIn(report, 'kept')).toEqual([])
    for (const { repository, digest } of old) {
      expect(await manifestOf(repository, digest)).toBeUndefined()
      expect(digestsIn(report, 'deleted')).toContain(digest)
    }
    await pullAllLive()
    expect(await tagsOf(`${bench.prefix}/fixture-cache`)).not.toContain(`gone-${PLATFORM.replace('/', '-')}`)
    expect((await tagsOf(bench.staging)).filter(tag => tag.startsWith('gone-'))).toEqual([])
    expect(await tagsOf(bench.published('gone'))).toEqual(['latest'])
    expect(await publicDigest(bench.published('web'), 'latest', PLATFORM)).toBe(builtDigest(runs[2], 'web'))
  })

  test('a second time there is nothing to do, and nothing changes', async () => {
    const before = await viewOf(repositoriesOf(bench))
    const report = await cleanAfter(bench, 31, { apply: true })
    expect(report).toMatchObject({ state: 'cleaned', rows: [], bytes: 0 })
    const again = await cleanAfter(bench, 62, { apply: true })
    expect(again.rows).toEqual([])
    expect(Object.keys(await viewOf(repositoriesOf(bench)))).toEqual(Object.keys(before))
    await pullAllLive()
  })

  test('the next run builds nothing, and a release moves nothing', async () => {
    const again = await bench.run()
    expect(again.results.map(({ state }) => state)).toEqual(again.results.map(() => 'reused'))
    expect(again.released.images.flatMap(image => image.moved)).toEqual([])
  })

  test('what a revert needs again is built again', async () => {
    bench.commit({ 'images/root/root.txt': 'root 2\n' })
    const reverted = await bench.run()
    expect(reverted.released.state).toBe('released')
    expect(builtDigest(reverted, 'root')).toBe(builtDigest(runs[1], 'root'))
  })
})

describe('an image that a Dockerfile takes by digest', () => {
  test('stays with its platforms, though its tags moved on, as long as a commit that counts does so', async () => {
    const bench = makeBench(FIRST)
    await bench.run()
    const pinned = await indexOf(bench, 'root')
    const needed = [pinned.digest, ...(pinned.document.manifests ?? []).map(({ digest }) => digest)]
    bench.commit({ ...SECOND, 'images/web/Dockerfile': `FROM ${bench.published('root')}@${pinned.digest}\n` })
    await bench.run()

    const report = await cleanAfter(bench, 0, { keep: 0, apply: true })
    expect(report.state).toBe('cleaned')
    for (const digest of needed) expect(await pull(bench.published('root'), digest)).toContain(digest)

    bench.commit({ 'images/web/Dockerfile': 'FROM ghcr.io/acme/root\n' })
    await bench.run()
    const later = await cleanAfter(bench, 0, { keep: 0 })
    expect(digestsIn(later, 'may go')).toContain(pinned.digest)
  })
})

describe('the bytes that cleaning tells', () => {
  const dir = temporaryFolder('registry')
  const run = promisify(execFile)

  /** Ends the registry, lets it collect what nothing names, and starts it again; returns the bytes that it keeps. */
  async function collected(
    registry: Awaited<ReturnType<typeof startRegistry>>,
    prefix: string
  ): Promise<number> {
    await registry.stop()
    // Layer caches that were overwritten lie there without a tag, in no list, and hold layers of old builds.
    const path = prefix.slice(prefix.indexOf('/') + 1)
    const cache = join(dir, 'storage/docker/registry/v2/repositories', path, 'fixture-cache')
    rmSync(cache, { recursive: true, force: true })
    await run(join(defaultBinDir(), 'registry'), ['garbage-collect', join(dir, 'config.yml')])
    await startRegistry({ dir })
    const blobs = join(dir, 'storage/docker/registry/v2/blobs')
    const files = readdirSync(blobs, { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('/data')
    )
    return files.reduce((sum, name) => sum + statSync(join(blobs, name)).size, 0)
  }

  test('are what the registry frees, and everything public is still there with every blob', async () => {
    useEngine()
    const registry = await startRegistry({ dir })
    const bench = makeBench(FIRST, { prefix: ownPrefix(registry.host) })
    await bench.run()
    for (const files of [SECOND, THIRD]) {
      bench.commit(files)
      await bench.run()
    }
    await pushWithProvenance(bench, `${bench.published('web')}:by-hand`)
    await cleanAfter(bench, 0, { apply: true })
    const before = await collected(registry, bench.prefix)
    // The same note is in force: what it takes is not counted.
    const told = await cleanAfter(bench, 31)
    const planned = told.rows.filter(row => row.state === 'may go')
    expect(planned.length).toBeGreaterThan(5)
    for (const { repository, digest, tags } of planned) await deleteAsTold(repository, digest, tags)
    const after = await collected(registry, bench.prefix)
    expect(before - after).toBe(told.bytes)
    for (const repository of repositoriesOf(bench).filter(each => !each.endsWith('-cache'))) {
      for (const tag of await tagsOf(repository)) {
        const digest = (await manifestOf(repository, tag))?.digest ?? 'none'
        expect(await pull(repository, digest)).toContain(digest)
      }
    }
    await registry.stop()
  })

  async function deleteAsTold(repository: string, digest: string, tags: readonly string[]): Promise<void> {
    const [host, ...path] = repository.split('/')
    for (const each of [...tags, digest]) {
      const answer = await fetch(`http://${host}/v2/${path.join('/')}/manifests/${each}`, {
        method: 'DELETE'
      })
      expect(answer.status).toBe(202)
    }
  }
})

describe('cleaning beside something that goes wrong', () => {
  let bench: Bench
  let first: Run
  beforeAll(async () => {
    bench = makeBench(FIRST)
    first = await bench.run()
    bench.commit(SECOND)
    await bench.run()
  })

  /** The same repositories, reached over a registry that does as it is told. */
  async function cleanOver(
    front: Awaited<ReturnType<typeof startFront>>,
    apply = true
  ): Promise<CleanReport> {
    const prefix = bench.prefix.replace(/^[^/]*/, front.host)
    const over = makeBench({}, { repository: bench.repository, prefix, hurry: true })
    return cleanAfter(over, 0, { keep: 0, apply })
  }

  test.each([
    {
      what: 'tags of staging',
      status: 500,
      path: /fixture-build\/tags\/list/,
      says: /an error of its own \(500\)/
    },
    { what: 'tags of a published repository', status: 401, path: /\/web\/tags\/list/, says: /\(401\)/ },
    { what: 'a manifest', status: 403, path: /\/root\/manifests\/sha256/, says: /\(403\)/ },
    { what: 'the records', status: 503, path: /fixture-record\/manifests\/latest/, says: /\(503\)/ }
  ])('when $what cannot be listed ($status) nothing is deleted', async ({ status, path, says }) => {
    const before = await viewOf(repositoriesOf(bench))
    const front = await startFront(bench.prefix)
    front.answer = request => (path.test(request.url ?? '') ? status : undefined)
    const report = await cleanOver(front)
    await front.stop()
    expect(report.state).toBe('refused')
    expect(report.rows).toEqual([])
    expect(report.diagnostics.map(each => each.code)).toEqual(report.diagnostics.map(() => 'R005'))
    expect(report.diagnostics[0]?.message).toMatch(says)
    expect(front.seen.filter(each => /^(DELETE|PUT|POST)/.test(each))).toEqual([])
    expect(await viewOf(repositoriesOf(bench))).toEqual(before)
  })

  test('a tag that another run puts on an old build between listing and deletion keeps it', async () => {
    const digest = builtDigest(first, 'gone')
    const manifest = await manifestOf(bench.staging, digest)
    if (manifest === undefined) throw new Error('the old build is not there')
    const before = (await tagsOf(bench.staging)).filter(tag => tag.startsWith('gone-'))
    const fresh = contentTag('root', PLATFORM, 'f'.repeat(64))
    const front = await startFront(bench.prefix)
    let isPut = false
    front.answer = async request => {
      // The first tag of it that is deleted: the look before found nothing against it.
      if (isPut || request.method !== 'DELETE' || !request.url?.includes('/manifests/gone-')) return undefined
      isPut = true
      await putTag(bench.staging, fresh, manifest)
      return undefined
    }
    const report = await cleanOver(front)
    await front.stop()
    expect(isPut).toBe(true)
    expect(report.state).toBe('cleaned')
    expect(report.rows.find(row => row.digest === digest && row.repository.endsWith('-build'))).toMatchObject(
      {
        state: 'kept',
        why: `the tag ${fresh} leads to it now`
      }
    )
    expect(await pull(bench.staging, digest)).toContain(digest)
    const tags = await tagsOf(bench.staging)
    expect(tags).toEqual(expect.arrayContaining([...before, fresh]))
  })

  test('a registry that deletes nothing is told, with what could not be deleted', async () => {
    await bench.run()
    const front = await startFront(bench.prefix)
    front.answer = request => (request.method === 'DELETE' ? 405 : undefined)
    bench.commit(THIRD)
    await bench.run()
    const report = await cleanOver(front)
    await front.stop()
    expect(report.state).toBe('stopped')
    expect(report.diagnostics.map(each => each.code)).toContain('R006')
    expect(digestsIn(report, 'deleted')).toEqual([])
    expect(digestsIn(report, 'not deleted').length).toBeGreaterThan(0)
  })

  test('a registry that deletes by digest only takes the tags with their manifest', async () => {
    const own = makeBench(FIRST)
    const built = await own.run()
    own.commit(SECOND)
    await own.run()
    const front = await startFront(own.prefix)
    // As Distribution 2 does.
    front.answer = ({ method, url = '' }) =>
      method === 'DELETE' && !url.includes('/manifests/sha256:')
        ? { status: 400, body: '{"errors":[{"code":"DIGEST_INVALID"}]}' }
        : undefined
    const prefix = own.prefix.replace(/^[^/]*/, front.host)
    const over = makeBench({}, { repository: own.repository, prefix, hurry: true })
    const report = await cleanAfter(over, 0, { keep: 0, apply: true })
    await front.stop()
    expect(report).toMatchObject({ state: 'cleaned', diagnostics: [] })
    expect(digestsIn(report, 'deleted')).toContain(builtDigest(built, 'gone'))
    expect((await tagsOf(own.staging)).filter(tag => tag.startsWith('gone-'))).toEqual([])
  })

  test('a deletion that fails ends it, and the next one does the rest', async () => {
    const front = await startFront(bench.prefix)
    front.answer = request => (request.method === 'DELETE' ? 403 : undefined)
    const report = await cleanOver(front)
    await front.stop()
    expect(report.state).toBe('stopped')
    expect(report.diagnostics).toMatchObject([{ code: 'W002' }])
    expect(report.diagnostics[0]?.message).toContain('the right to delete')
    const rest = await cleanAfter(bench, 0, { keep: 0, apply: true })
    expect(rest.state).toBe('cleaned')
    expect(digestsIn(rest, 'deleted').length).toBeGreaterThan(0)
    expect((await cleanAfter(bench, 0, { keep: 0, apply: true })).rows).toEqual([])
  })

  test('a commit that cannot be read, and a registry behind a mirror, are refused', async () => {
    const usual = { registry: bench.prefix, keep: 0, apply: true }
    const unknown = await clean(bench.world, { ...usual, also: ['no-such-branch'] })
    expect(unknown).toMatchObject({ kind: 'invalid', diagnostics: [{ code: 'E001' }] })
    const host = bench.prefix.split('/')[0] ?? ''
    const environment = { ...bench.world.environment, BASE_IMAGES_MIRRORS: `${host}=http://127.0.0.1:1` }
    const mirrored = await clean({ ...bench.world, environment }, usual)
    expect(mirrored).toMatchObject({ kind: 'invalid', diagnostics: [{ code: 'E004' }] })
  })
})
