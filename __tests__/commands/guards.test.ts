import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { buildImage } from '../../src/commands/build-image.js'
import type { Built, BuildSurroundings } from '../../src/commands/build-image.js'
import { openPlan } from '../../src/commands/opened.js'
import { storeFor } from '../../src/commands/store.js'
import { digestOf, makeBench, manifest, statesOf } from '../support/bench.js'
import type { Bench, Run } from '../support/bench.js'
import { PLATFORM } from '../support/engine.js'
import { manifestOf, publicDigest, putTag, tagsOf } from '../support/registry-view.js'
import { disposeRepositories } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

afterAll(disposeRepositories)

const FILES = {
  'images/manifest.yaml': manifest({ root: [], child: [], stranger: [] }),
  'images/root/Dockerfile': 'FROM scratch\nCOPY root.txt /\n',
  'images/root/root.txt': 'root 1\n',
  'images/child/Dockerfile': 'FROM ghcr.io/acme/root\nCOPY Dockerfile /child\n',
  'images/stranger/Dockerfile': 'FROM scratch\nCOPY Dockerfile /stranger\n'
}

describe('a build that BuildKit would do otherwise than the plan says', () => {
  let bench: Bench
  let first: Run
  let tags: readonly string[]
  beforeAll(async () => {
    bench = makeBench(FILES, { hurry: true })
    first = await bench.run()
    tags = await tagsOf(bench.staging)
  })

  /** Builds the child of the plan from another Dockerfile than the one that was planned. */
  async function childFrom(dockerfile: string): Promise<Built> {
    const { world, prefix } = bench
    const opened = await openPlan(world, first.plan, prefix)
    if (!('git' in opened)) throw new Error('the plan cannot be opened')
    const image = opened.snapshot.images.get('child')
    const inputs = image?.platforms.get(PLATFORM)
    if (image === undefined || inputs === undefined) throw new Error('the child is not planned')
    bench.repository.write({ planted: dockerfile })
    const dockerfileBlob = bench.repository.git('hash-object', '-w', 'planted').trim()
    const around: BuildSurroundings = {
      world,
      git: opened.git,
      buildx: await world.buildx(),
      targets: opened.targets,
      store: await storeFor(world, opened.targets.staging, undefined),
      cacheWrite: false,
      signal: new AbortController().signal
    }
    const parents = new Map([[`root ${PLATFORM}`, digestOf(first.results, 'root')]])
    return buildImage(around, { ...image, dockerfileBlob }, inputs, parents, new Map())
  }

  const stranger = (): string => `${bench.staging}@${digestOf(first.results, 'stranger')}`

  test('works with the planned Dockerfile, so that the following refusals mean something', async () => {
    const built = await childFrom(FILES['images/child/Dockerfile'])
    expect(built).toEqual({ kind: 'built', digest: digestOf(first.results, 'child') })
  })

  test.each([
    { what: 'another image by digest', lines: () => `FROM ${stranger()}\nCOPY Dockerfile /child\n` },
    {
      what: 'another image beside the parent',
      lines: () => `FROM ghcr.io/acme/root\nCOPY --from=${stranger()} /stranger /\nCOPY Dockerfile /child\n`
    },
    {
      what: 'a name that nobody hands over',
      lines: () => 'FROM ghcr.io/acme/rooot\nCOPY Dockerfile /child\n'
    }
  ])('is refused by the source policy when it takes $what', async ({ lines }) => {
    const before = bench.builds.length
    const built = await childFrom(lines())
    expect(built).toMatchObject({ kind: 'failed', diagnostics: [{ code: 'B003' }] })
    const { message, file } = (built.kind === 'failed' && built.diagnostics[0]) || {}
    expect(message).toContain('that the plan does not name')
    expect(file).toBe('images/child/Dockerfile')
    // The same refusal would come again.
    expect(bench.builds.length - before).toBe(1)
    expect(await tagsOf(bench.staging)).toEqual(tags)
  })

  test('is refused when it does not take the parent that it was given', async () => {
    const built = await childFrom('FROM scratch\nCOPY Dockerfile /child\n')
    expect(built).toMatchObject({ kind: 'failed', diagnostics: [{ code: 'B003' }] })
    const message = built.kind === 'failed' ? built.diagnostics[0]?.message : ''
    expect(message).toContain(`did not take ${bench.staging}@${digestOf(first.results, 'root')}`)
    expect(await tagsOf(bench.staging)).toEqual(tags)
  })
})

describe('staging that somebody wrote into', () => {
  const tagOf = (run: Run, image: string): string =>
    `${image}-${PLATFORM.replace('/', '-')}-in-` +
    run.plan.images.find(each => each.name === image)?.platforms[PLATFORM]?.key.slice(0, 40)

  test('does not pass another image off as a parent by its key', async () => {
    const bench = makeBench(FILES)
    const first = await bench.run()
    const other = await manifestOf(bench.staging, digestOf(first.results, 'stranger'))
    await putTag(bench.staging, tagOf(first, 'root'), other!)
    expect((await bench.release(first.plan)).state).toBe('refused')

    const builds = bench.builds.length
    const plan = await bench.plan()
    const results = await bench.build(plan)
    // What was really built from these inputs is found again by its trace.
    expect(statesOf(results)).toEqual({ root: 'reused', child: 'reused' })
    expect(digestOf(results, 'root')).toBe(digestOf(first.results, 'root'))
    expect(digestOf(results, 'child')).toBe(digestOf(first.results, 'child'))
    expect(bench.builds).toHaveLength(builds)
    expect((await bench.release(plan)).state).toBe('released')
    expect(await publicDigest(bench.published('root'), 'latest', PLATFORM)).toBe(
      digestOf(first.results, 'root')
    )
  })

  test('does not get a child released with another parent than the one it was built on', async () => {
    const bench = makeBench(FILES)
    const first = await bench.run()
    bench.commit({ 'images/root/root.txt': 'root 2\n' })
    const plan = await bench.plan()
    const results = await bench.build(plan)
    const second: Run = { plan, results, released: first.released }
    const old = await manifestOf(bench.staging, digestOf(first.results, 'child'))
    await putTag(bench.staging, tagOf(second, 'child'), old!)

    const released = await bench.release(plan)
    expect(released.state).toBe('refused')
    expect(released.diagnostics).toMatchObject([{ code: 'R001' }])
    expect(released.diagnostics[0]?.message).toContain(`was not built on root ${digestOf(results, 'root')}`)
    for (const image of ['root', 'child', 'stranger']) {
      expect(await publicDigest(bench.published(image), 'latest', PLATFORM)).toBe(
        digestOf(first.results, image)
      )
    }

    const again = await bench.run()
    expect(statesOf(again.results)).toEqual({ child: 'reused' })
    expect(again.released.state).toBe('released')
    expect(await publicDigest(bench.published('child'), 'latest', PLATFORM)).toBe(digestOf(results, 'child'))
  })
})
