import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { startEngine, stopEngine } from '../../tools/engine/engine.mjs'
import { attempt } from '../faults/attempt.js'
import { tryDeleted } from '../faults/deleted.js'
import { kindOf, PASSING } from '../faults/kinds.js'
import { tryPassing } from '../faults/passing.js'
import { openRig } from '../faults/rig.js'
import type { Rig } from '../faults/rig.js'
import { STAYING, tryStaying } from '../faults/staying.js'
import { disposeRepositories, temporaryFolder } from '../support/repository.js'

// A sample of `npm run faults`: real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

// Its builder is emptied before every build: an engine of its own.
const engine: { name: string; dataDir: string; standIn: 'never' } = {
  name: 'faults-test',
  dataDir: '',
  standIn: 'never'
}
let rig: Rig

beforeAll(async () => {
  engine.dataDir = temporaryFolder('engine')
  const { env } = await startEngine(engine)
  rig = await openRig(env, join(engine.dataDir, 'registry'))
})
afterAll(async () => {
  await rig.stop()
  await stopEngine(engine)
  disposeRepositories()
})

describe('one fault at one request of plan, build and release', () => {
  test.each(['cold', 'cached'] as const)('ends green with the usual digests, layer cache %s', async scene => {
    const wrong: string[] = []
    let struck = 0
    const request = { kinds: PASSING, every: 37, all: false, seed: scene.length, scenes: [scene] }
    await tryPassing(rig, request, trial => {
      if ('undisturbed' in trial) return
      if (trial.ending.struck !== undefined) struck += 1
      if (trial.wrong !== '') wrong.push(`${trial.fault.kind.name} at ${trial.fault.at}: ${trial.wrong}`)
    })
    expect(wrong).toEqual([])
    expect(struck).toBeGreaterThan(3)
  })

  test('that keeps a push of BuildKit waiting for ever is ended by the time limit and made good', async () => {
    const fault = {
      kind: kindOf('silence'),
      at: 1,
      stays: false,
      only: /^PUT .*-build\/blobs\/uploads/
    }
    const bench = rig.bench('cold')
    const ending = await attempt(rig, bench, fault)
    expect(ending).toMatchObject({ end: 'green', struck: expect.stringContaining('PUT') })
    expect(bench.builds.map(build => build.image)).toEqual(['root', 'root', 'middle', 'leaf'])
  })
})

describe('a fault that stays', () => {
  const some = [
    '401 everywhere',
    '401 for uploads',
    '404 for uploads without a body',
    '408 for uploads',
    '403 for public tags',
    'wrong bytes of parents',
    'another digest of public tags',
    '401 for the cache',
    '503 for public tags'
  ]

  test('ends red with its cause and nothing half public, and green when it is gone; of a cache it fails nothing', async () => {
    const wrong: string[] = []
    let tried = 0
    await tryStaying(
      rig,
      STAYING.filter(({ what }) => some.includes(what)),
      trial => {
        tried += 1
        if (trial.wrong !== '') wrong.push(`${trial.staying.what}: ${trial.wrong}`)
      }
    )
    expect(wrong).toEqual([])
    expect(tried).toBe(some.length)
  })
})

test('a staging repository that is emptied in the middle of a run ends as a finding, and the next run makes all anew', async () => {
  const wrong: string[] = []
  const ends: string[] = []
  await tryDeleted(rig, 57, trial => {
    ends.push(trial.ending.says.slice(0, 4))
    if (trial.wrong !== '') wrong.push(`at ${trial.at}: ${trial.wrong}`)
  })
  expect(wrong).toEqual([])
  expect(ends).toContain('R003')
})
