import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { unpackPlan } from '../../src/action/transport.js'
import type { ActRig, ActRun } from './act.js'
import { openActRig } from './act.js'
import { PARENTS } from './images.js'
import { artifact } from './published.js'
import type { PublishedImage } from './published.js'
import type { Rehearsal } from './rehearsal.js'
import { builtDigests, jobById, levelJobs, rehearse } from './rehearsal.js'

const IMAGES = Object.keys(PARENTS)
const MINUTES = 60_000

let rig: ActRig
let repository: Rehearsal
let first: ActRun
let afterFirst: Readonly<Record<string, PublishedImage | undefined>>

beforeAll(async () => {
  rig = openActRig(true)
  repository = rehearse(rig)
  first = await repository.push({}, 'Images')
  afterFirst = await allPublished()
}, 5 * MINUTES)

afterAll(() => {
  repository.dispose()
  rig.dispose()
})

async function allPublished(): Promise<Readonly<Record<string, PublishedImage | undefined>>> {
  const entries = IMAGES.map(async name => [name, await repository.published(name)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

function affected(run: ActRun): unknown {
  return JSON.parse(jobById(run, 'plan').outputs['affected'] ?? '')
}

function buildsOf(run: ActRun): readonly string[] {
  return Object.keys(builtDigests(run)).sort()
}

describe('the first push', () => {
  test('ends green, with the gate last', () => {
    expect(first.code).toBe(0)
    expect(jobById(first, 'gate').result).toBe('success')
    expect(first.jobs.at(-1)?.id).toBe('gate')
  })

  test('runs the levels in order, then the release, then the report', () => {
    const ids = first.jobs.map(job => job.id)
    const levels = ids.filter(id => id.startsWith('level-'))
    expect(levels).toEqual([...levels].sort())
    expect(new Set(levels).size).toBeGreaterThanOrEqual(3)
    expect(ids[0]).toBe('plan')
    expect(ids.slice(-3)).toEqual(['release', 'report', 'gate'])
  })

  test('builds what nothing waits for in a job of its own, beside the first level', () => {
    const leaf = jobById(first, 'leaf-0')
    expect(Object.keys(JSON.parse(leaf.outputs['digests'] ?? '{}') as object)).toEqual(['media'])
  })

  test('builds every image once', () => {
    expect(buildsOf(first)).toEqual([...IMAGES].sort())
    expect(JSON.parse(jobById(first, 'report').outputs['counts'] ?? '')).toEqual({
      built: IMAGES.length,
      reused: 0,
      failed: 0,
      blocked: 0,
      cancelled: 0
    })
  })

  test('builds every child on the digest that the job of its parent pushed', () => {
    const digests = builtDigests(first)
    const builtOn = Object.assign(
      {},
      ...levelJobs(first).map(job => JSON.parse(job.outputs['built-on'] ?? '{}') as object)
    ) as Record<string, Record<string, Record<string, string>>>
    for (const name of IMAGES) {
      const expected = Object.fromEntries(PARENTS[name]?.map(parent => [parent, digests[parent]]) ?? [])
      expect({ name, parents: builtOn[name]?.['linux/amd64'] }).toEqual({ name, parents: expected })
    }
    expect(afterFirst['web']?.labels['org.opencontainers.image.base.digest']).toBe(digests['base'])
    expect(afterFirst['tools']?.labels['org.opencontainers.image.base.digest']).toBe(digests['base'])
    expect(afterFirst['api']?.labels['org.opencontainers.image.base.digest']).toBe(digests['web'])
  })

  test('publishes exactly the layers of the parent below those of the child', () => {
    for (const name of ['web', 'tools']) {
      expect(afterFirst[name]?.layers.slice(0, 1)).toEqual(afterFirst['base']?.layers)
    }
    expect(afterFirst['api']?.layers.slice(0, 2)).toEqual(afterFirst['web']?.layers)
  })

  test('moves every tag to what the level jobs built', () => {
    const digests = builtDigests(first)
    for (const name of IMAGES) expect(afterFirst[name]?.manifest).toBe(digests[name])
  })

  test('gives out the digests of the published images, and the release record holds them too', async () => {
    const { digests, record } = jobById(first, 'release').outputs
    const expected = Object.fromEntries(IMAGES.map(name => [name, afterFirst[name]?.digest]))
    expect(JSON.parse(digests ?? '')).toEqual(expected)
    const recorded = JSON.stringify(await artifact(record ?? ''))
    for (const name of IMAGES) {
      expect(recorded).toContain(afterFirst[name]?.digest)
      expect(recorded).toContain(afterFirst[name]?.manifest)
    }
  })

  test('knows no times yet', () => {
    expect(unpackPlan(jobById(first, 'plan').outputs['plan'] ?? '').estimate?.timed).toBeUndefined()
  })

  test('writes a summary with every image, its digest and the graph', () => {
    const { summary } = jobById(first, 'report')
    for (const name of IMAGES) {
      const row = summary.split('\n').find(line => line.startsWith(`| \`${name}\` |`)) ?? ''
      expect(row).toContain((builtDigests(first)[name] ?? '').slice('sha256:'.length, 'sha256:'.length + 12))
    }
    expect(summary).toContain('```mermaid')
    expect(summary).toContain('Release: released')
  })
})

describe('a later push', () => {
  test(
    'of a README affects nothing and is green',
    async () => {
      const run = await repository.push({ 'README.md': 'Changed.\n' }, 'Words')
      expect(run.code).toBe(0)
      expect(affected(run)).toEqual([])
      expect(levelJobs(run)).toEqual([])
      expect(jobById(run, 'gate').result).toBe('success')
      expect(await allPublished()).toEqual(afterFirst)
    },
    2 * MINUTES
  )

  test(
    'of a file of one image affects it and exactly its descendants, each child on the new parent',
    async () => {
      const before = await allPublished()
      const run = await repository.push({ 'images/base/base.txt': 'base 2\n' }, 'Base')
      expect(run.code).toBe(0)
      expect(affected(run)).toEqual(['base', 'web', 'tools', 'api'])
      expect(buildsOf(run)).toEqual(['api', 'base', 'tools', 'web'])
      // The first push built all of them in less time than a runner needs to start.
      const { estimate, levels } = unpackPlan(jobById(run, 'plan').outputs['plan'] ?? '')
      expect(estimate?.timed?.builds).toBe(4)
      expect(levels.map(rows => rows.map(row => row.images))).toEqual([[['base', 'tools', 'web', 'api']]])
      const after = await allPublished()
      expect(after['media']).toEqual(before['media'])
      for (const name of ['base', 'web', 'tools', 'api']) {
        expect(after[name]?.manifest).not.toBe(before[name]?.manifest)
        expect(after[name]?.manifest).toBe(builtDigests(run)[name])
      }
      expect(after['web']?.labels['org.opencontainers.image.base.digest']).toBe(after['base']?.manifest)
      expect(after['api']?.layers[0]).toBe(after['base']?.layers[0])
    },
    3 * MINUTES
  )

  test(
    'of a file that one image copies from a shared folder affects that image alone',
    async () => {
      const run = await repository.push({ 'common/helper.txt': 'helper 2\n' }, 'Helper')
      expect(run.code).toBe(0)
      expect(affected(run)).toEqual(['media'])
      expect(buildsOf(run)).toEqual(['media'])
    },
    2 * MINUTES
  )

  test(
    'that is run again builds nothing and moves nothing',
    async () => {
      const before = await allPublished()
      const run = await repository.again()
      expect(run.code).toBe(0)
      expect(buildsOf(run)).toEqual([])
      expect(await allPublished()).toEqual(before)
    },
    2 * MINUTES
  )
})
