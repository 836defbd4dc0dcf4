import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { keyTag, traceTag } from '../../src/build/staging.js'
import type { Plan } from '../../src/plan/types.js'
import { codesOf, digestOf, makeBench, statesOf } from '../support/bench.js'
import type { Bench, Run } from '../support/bench.js'
import { ownPrefix, PLATFORM, useEngine } from '../support/engine.js'
import { fileIn } from '../support/image-file.js'
import { manifestOf, publicDigest, putTag, tagsOf, viewOf } from '../support/registry-view.js'
import type { SeenManifest } from '../support/registry-view.js'
import { disposeRepositories, temporaryFolder } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

afterAll(disposeRepositories)

/**
 * The manifest's own registry is the engine's, so that the public names in the Dockerfiles can really be pulled: whatever
 * is not handed over comes from what somebody else put there.
 */
function swappableBench(): Bench {
  const prefix = ownPrefix()
  return makeBench(
    {
      'images/manifest.yaml': `version: 1\nregistry: ${prefix}\ndefaults: { platforms: [${PLATFORM}] }\nimages:\n  root: {}\n  child: {}\n  stranger: {}\n`,
      'images/root/Dockerfile': 'FROM scratch\nCOPY root.txt /\n',
      'images/root/root.txt': 'root 1\n',
      'images/child/Dockerfile': `FROM ${prefix}/root\nCOPY child.txt /\n`,
      'images/child/child.txt': 'child 1\n',
      'images/stranger/Dockerfile': 'FROM scratch\nCOPY root.txt stranger.txt /\n',
      'images/stranger/root.txt': 'a stranger\n',
      'images/stranger/stranger.txt': 'a stranger\n'
    },
    { prefix, hurry: true }
  )
}

/** What `FROM root` gives to somebody who builds without base-images. */
function pulledRoot(bench: Bench): 'root' | 'stranger' {
  const folder = temporaryFolder('pulled')
  writeFileSync(join(folder, 'Dockerfile'), `FROM ${bench.published('root')}:latest\n`)
  const args = ['build', '--quiet', '--no-cache', `--output=type=local,dest=${folder}/out`, folder]
  execFileSync(useEngine().environment['BASE_IMAGES_BUILDX'] ?? '', args, {
    env: { ...process.env },
    stdio: 'pipe'
  })
  return existsSync(join(folder, 'out', 'stranger.txt')) ? 'stranger' : 'root'
}

/** The index of a repository with other annotations, under its own digest. */
function reannotated(index: SeenManifest, annotations: Readonly<Record<string, string>>): SeenManifest {
  const bytes = Buffer.from(JSON.stringify({ ...index.document, annotations }))
  return { ...index, bytes }
}

const REVISION = 'org.opencontainers.image.revision'

describe("a parent's public tag that somebody else moves between plan and release", () => {
  let bench: Bench
  let first: Run
  beforeAll(async () => {
    bench = swappableBench()
    first = await bench.run()
    expect(first.released.state).toBe('released')
  })

  test('does not reach a child, which stands on the staged digest; the release puts the tag right and warns', async () => {
    bench.commit({ 'images/child/child.txt': 'child 2\n' })
    const plan = await bench.plan()
    await swapRoot({})
    expect(pulledRoot(bench)).toBe('stranger')

    const results = await bench.build(plan)
    expect(statesOf(results)).toEqual({ child: 'built' })
    const root = digestOf(first.results, 'root')
    expect(bench.builds.filter(each => each.image === 'child').at(-1)?.materials).toEqual([root])
    expect(fileIn(bench.staging, digestOf(results, 'child'), 'root.txt')).toBe('root 1\n')

    const released = await bench.release(plan)
    expect(released.state).toBe('released')
    expect(released.diagnostics).toMatchObject([
      {
        code: 'R002',
        severity: 'warning',
        message: `${bench.published('root')}:latest carries no commit, so nobody can tell whether it moves forward`
      }
    ])
    expect(released.images.flatMap(image => image.moved.map(tag => `${image.name}:${tag}`))).toEqual([
      'root:latest',
      'child:latest'
    ])
    expect(pulledRoot(bench)).toBe('root')
    expect(await publicDigest(bench.published('root'), 'latest', PLATFORM)).toBe(root)
  })

  test('is put right without a warning when the stranger claims an older commit of ours', async () => {
    await swapRoot({ [REVISION]: first.plan.head.commit })
    const released = await bench.release(await bench.plan())
    expect(released).toMatchObject({ state: 'released', diagnostics: [] })
    expect(pulledRoot(bench)).toBe('root')
  })

  test('is left alone and nothing moves when it carries a commit that is not known here', async () => {
    await swapRoot({ [REVISION]: 'f'.repeat(40) })
    bench.commit({ 'images/child/child.txt': 'child 3\n' })
    const plan = await bench.plan()
    const results = await bench.build(plan)
    expect(statesOf(results)).toEqual({ child: 'built' })
    const before = await publicView()
    const released = await bench.release(plan)
    expect(released.state).toBe('refused')
    expect(released.diagnostics).toMatchObject([
      { code: 'R002', severity: 'error', message: expect.stringContaining('a commit that is not known here') }
    ])
    expect(await publicView()).toEqual(before)
    // Going over it is a decision of a person.
    expect((await bench.release(plan, { allowRewind: true })).state).toBe('released')
    expect(pulledRoot(bench)).toBe('root')
  })

  test('moved by the release of a later commit, refuses the earlier one as a whole', async () => {
    bench.commit({ 'images/child/child.txt': 'child 4\n' })
    const earlier = await bench.plan()
    await bench.build(earlier)
    bench.commit({ 'images/root/root.txt': 'root 5\n' })
    const later = await bench.run()
    expect(later.released.state).toBe('released')
    const before = await publicView()
    const released = await bench.release(earlier)
    expect(released.state).toBe('refused')
    expect(released.diagnostics.map(({ code }) => code)).toContain('R002')
    expect(await publicView()).toEqual(before)
  })

  function publicView(): Promise<Readonly<Record<string, string>>> {
    return viewOf(['root', 'child', 'stranger', 'fixture-record'].map(bench.published))
  }

  /** Puts an index of the stranger's, with these annotations, where root is public. */
  async function swapRoot(annotations: Readonly<Record<string, string>>): Promise<void> {
    const index = await manifestOf(bench.published('stranger'), 'latest')
    await bring(bench, digestOf(first.results, 'stranger'), 'root')
    await putTag(bench.published('root'), 'latest', reannotated(index!, annotations))
  }
})

describe('a staged parent that somebody else swaps between plan and build', () => {
  let bench: Bench
  let first: Run
  let plan: Plan
  beforeEach(async () => {
    bench = swappableBench()
    first = await bench.run()
    bench.commit({ 'images/child/child.txt': 'child 2\n' })
    plan = await bench.plan()
  })

  const tagsOfRoot = async (): Promise<{ readonly key: string; readonly trace: string }> => {
    const key = plan.images.find(each => each.name === 'root')?.platforms[PLATFORM]?.key ?? ''
    const start = traceTag('root', PLATFORM, '')
    const trace = (await tagsOf(bench.staging)).find(tag => tag.startsWith(start)) ?? ''
    return { key: keyTag('root', PLATFORM, key), trace }
  }
  const stranger = async (): Promise<SeenManifest> =>
    (await manifestOf(bench.staging, digestOf(first.results, 'stranger')))!

  test('under its key is not taken: the child is refused, and the next plan brings the parent back', async () => {
    const { key } = await tagsOfRoot()
    await putTag(bench.staging, key, await stranger())
    const builds = bench.builds.length
    const results = await bench.build(plan)
    expect(statesOf(results)).toEqual({ child: 'failed' })
    expect(codesOf(results)).toEqual(['B006'])
    expect(bench.builds).toHaveLength(builds)
    expect((await bench.release(plan)).state).toBe('refused')
    expect(pulledRoot(bench)).toBe('root')

    const again = await bench.run()
    expect(statesOf(again.results)).toEqual({ root: 'reused', child: 'built' })
    expect(again.released.state).toBe('released')
    expect(digestOf(again.results, 'root')).toBe(digestOf(first.results, 'root'))
  })

  test('after the child was built, under both of its names, refuses the release of the child', async () => {
    const results = await bench.build(plan)
    expect(statesOf(results)).toEqual({ child: 'built' })
    const { key, trace } = await tagsOfRoot()
    for (const tag of [key, trace]) await putTag(bench.staging, tag, await stranger())
    const released = await bench.release(plan)
    expect(released.state).toBe('refused')
    expect(released.diagnostics).toMatchObject([{ code: 'R001' }])
    expect(released.diagnostics[0]?.message).toContain(
      `child ${digestOf(results, 'child')} for ${PLATFORM} was not built on root ${(await stranger()).digest}`
    )
    expect(pulledRoot(bench)).toBe('root')
  })
})

/** Brings a platform manifest with its blobs from staging into a public repository, as somebody with rights could. */
async function bring(bench: Bench, digest: string, image: string): Promise<void> {
  const registry = await bench.world.registry()
  const manifest = await registry.manifest(bench.staging, digest)
  const { config, layers } = (await manifestOf(bench.staging, digest))!.document
  for (const blob of [config!, ...(layers ?? [])]) {
    await registry.copyBlob(bench.staging, bench.published(image), { mediaType: '', ...blob })
  }
  await registry.putManifest(bench.published(image), digest, manifest!.descriptor.mediaType, manifest!.bytes)
}
