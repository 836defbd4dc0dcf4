import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { BuildResult } from '../../src/build/results.js'
import { digestOf, makeBench, manifest } from '../support/bench.js'
import type { Bench } from '../support/bench.js'
import { PLATFORM, PYTHON } from '../support/engine.js'
import { startFront } from '../support/registry-front.js'
import { publicDigest } from '../support/registry-view.js'
import { disposeRepositories, openRepository } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

afterAll(disposeRepositories)

const IMAGES = ['root', 'child'] as const

/** Something that one run waits for and another one gives. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined
  const given = new Promise<void>(resolve => (give = resolve))
  return { given, give: () => give() }
}

describe('two runs of one commit at the same time', () => {
  let first: Bench
  let second: Bench
  let results: readonly [readonly BuildResult[], readonly BuildResult[]]

  beforeAll(async () => {
    // No two builds of the parent are equal, and both are built before either run writes a tag.
    const firstBuilt = signal()
    const secondBuilt = signal()
    first = makeBench(
      {
        'images/manifest.yaml': manifest({ root: [], child: [] }),
        'images/root/Dockerfile': `FROM ${PYTHON}\nRUN head -c 32 /dev/urandom > /root/random\n`,
        'images/child/Dockerfile': 'FROM ghcr.io/acme/root\nCOPY Dockerfile /child\n'
      },
      {
        noCache: true,
        around: async (image, build) => {
          const result = await build()
          if (image === 'root') firstBuilt.give()
          await secondBuilt.given
          return result
        }
      }
    )
    const repository = openRepository(first.repository.folder)
    second = makeBench(
      {},
      {
        repository,
        prefix: first.prefix,
        noCache: true,
        around: async (image, build) => {
          await firstBuilt.given
          const result = await build()
          if (image === 'root') secondBuilt.give()
          return result
        }
      }
    )
    const plan = await first.plan()
    results = await Promise.all([first.build(plan), second.build(plan)])
  })

  test('both build the parent, and not the same', () => {
    const built = [first, second].map(bench => bench.builds.find(build => build.image === 'root')?.digest)
    expect(built[0]).toMatch(/^sha256:/)
    expect(built[1]).toMatch(/^sha256:/)
    expect(built[0]).not.toBe(built[1])
  })

  test.each(IMAGES)('both end with the same digest of %s', image => {
    expect(digestOf(results[0], image)).toBe(digestOf(results[1], image))
  })

  test('both releases end in one state, and that is what both built', async () => {
    const plan = await first.plan()
    const released = await Promise.all([first.release(plan), second.release(plan)])
    expect(released.map(each => each.state)).toEqual(['released', 'released'])
    for (const image of IMAGES) {
      expect(await publicDigest(first.published(image), 'latest', PLATFORM)).toBe(digestOf(results[0], image))
    }
  })

  test('a third run builds nothing', async () => {
    const before = first.builds.length
    expect((await first.run()).results).toEqual([])
    expect(first.builds).toHaveLength(before)
  })
})

test('a run whose write of the trace fails goes on with what another run wrote before the next try', async () => {
  const files = {
    'images/manifest.yaml': manifest({ root: [], child: [] }),
    'images/root/Dockerfile': `FROM ${PYTHON}\nRUN head -c 32 /dev/urandom > /root/random\n`,
    'images/child/Dockerfile': 'FROM ghcr.io/acme/root\nCOPY Dockerfile /child\n'
  }
  const slow = makeBench(files, { noCache: true })
  const repository = openRepository(slow.repository.folder)
  const fast = makeBench({}, { repository, prefix: slow.prefix, noCache: true })
  const front = await startFront(slow.prefix)
  try {
    const registry = slow.prefix.replace(/^[^/]*/, front.host)
    const plan = await slow.plan({ registry })
    let other: readonly BuildResult[] | undefined
    front.answer = async ({ method, url }) => {
      if (method !== 'PUT' || !/root-[^/]*-by-/.test(url ?? '') || other !== undefined) return undefined
      other = []
      other = await fast.build(plan, { registry })
      return 503
    }
    const results = await slow.build(plan, { registry })
    expect(other).toHaveLength(2)
    const built = [slow, fast].map(bench => bench.builds.find(build => build.image === 'root')?.digest)
    expect(built[0]).not.toBe(built[1])
    for (const image of IMAGES) expect(digestOf(results, image)).toBe(digestOf(other ?? [], image))
  } finally {
    await front.stop()
  }
})
