import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { ActRig, ActRun } from './act.js'
import { openActRig } from './act.js'
import { PARENTS, endingWith, manifest } from './images.js'
import type { Rehearsal } from './rehearsal.js'
import { builtDigests, jobById, levelJobs, rehearse } from './rehearsal.js'

const IMAGES = Object.keys(PARENTS)
const MINUTES = 60_000

let rig: ActRig
let repository: Rehearsal

beforeAll(() => {
  rig = openActRig()
}, MINUTES)

afterEach(() => {
  repository.dispose()
})

afterAll(() => {
  rig.dispose()
})

function counts(run: ActRun): Readonly<Record<string, number>> {
  return JSON.parse(jobById(run, 'report').outputs['counts'] ?? '') as Record<string, number>
}

function summaryRow(run: ActRun, name: string): string {
  const lines = jobById(run, 'report').summary.split('\n')
  return lines.find(line => line.startsWith(`| \`${name}\` |`)) ?? ''
}

function ran(run: ActRun, id: string): boolean {
  return run.jobs.some(job => job.id === id)
}

async function publicDigests(): Promise<Readonly<Record<string, string | undefined>>> {
  const entries = IMAGES.map(async name => [name, (await repository.published(name))?.manifest] as const)
  return Object.fromEntries(await Promise.all(entries))
}

/** A Dockerfile of `web` that ends with an exit code while it is built. */
function webEndingWith(code: number): Readonly<Record<string, string | Uint8Array>> {
  return {
    'images/web/check': endingWith(code),
    'images/web/Dockerfile': `FROM ${repository.prefix}/base\nCOPY web.txt check /\nRUN ["/check"]\n`
  }
}

test(
  'what a failed push built is published by the push that repairs it',
  async () => {
    repository = rehearse(rig)
    const good = await repository.push({}, 'Images')
    expect(good.code).toBe(0)
    const before = await publicDigests()

    // Push 1: web breaks, media changes.
    const broken = await repository.push(
      { ...webEndingWith(1), 'common/helper.txt': 'helper 2\n' },
      'Break web'
    )
    expect(broken.code).not.toBe(0)
    expect(jobById(broken, 'gate').result).toBe('failure')
    expect(ran(broken, 'release')).toBe(false)
    expect(await publicDigests()).toEqual(before)

    // Its failure blocks its descendants by name; the others finish; the counts add up to the plan.
    expect(summaryRow(broken, 'web')).toContain('failed')
    expect(summaryRow(broken, 'api')).toContain('blocked by web')
    expect(summaryRow(broken, 'media')).toContain('built')
    expect(JSON.parse(jobById(broken, 'plan').outputs['affected'] ?? '')).toEqual(['web', 'api', 'media'])
    expect(counts(broken)).toEqual({ built: 1, reused: 0, failed: 1, blocked: 1, cancelled: 0 })
    const media = builtDigests(broken)['media']
    expect(media).toMatch(/^sha256:/)

    // Push 2 touches web alone.
    const repaired = await repository.push({ 'images/web/check': endingWith(0) }, 'Repair web')
    expect(repaired.code).toBe(0)
    const after = await publicDigests()
    expect(after['web']).toBe(builtDigests(repaired)['web'])
    expect(after['web']).not.toBe(before['web'])
    expect(after['media']).toBe(media)
    expect(after['tools']).toBe(before['tools'])
  },
  5 * MINUTES
)

test(
  'a failing smoke test blocks the image, its children and the release, and a second run does not get round it',
  async () => {
    repository = rehearse(rig)
    const files = {
      'images/manifest.yaml': manifest(repository.prefix, ' test: [/check] '),
      'images/web/check': endingWith(1),
      'images/web/Dockerfile': `FROM ${repository.prefix}/base\nCOPY web.txt check /\n`
    }
    const run = await repository.push(files, 'A test that fails')
    for (const attempt of [run, await repository.again()]) {
      expect(attempt.code).not.toBe(0)
      expect(jobById(attempt, 'gate').result).toBe('failure')
      expect(ran(attempt, 'release')).toBe(false)
      expect(summaryRow(attempt, 'web')).toContain('failed')
      expect(summaryRow(attempt, 'api')).toContain('blocked by web')
      expect(builtDigests(attempt)).not.toHaveProperty('web')
      expect(builtDigests(attempt)).not.toHaveProperty('api')
    }
    expect(Object.values(await publicDigests()).every(digest => digest === undefined)).toBe(true)

    const repaired = await repository.push({ 'images/web/check': endingWith(0) }, 'The test passes')
    expect(repaired.code).toBe(0)
    expect(Object.values(await publicDigests()).every(digest => digest !== undefined)).toBe(true)
  },
  5 * MINUTES
)

test(
  'a manifest with an error stops before any job builds, with file and line, and the gate is red',
  async () => {
    repository = rehearse(rig)
    const wrong = manifest(repository.prefix).replace('  web: {}', '  web: { dockerfil: x }')
    const run = await repository.push({ 'images/manifest.yaml': wrong }, 'A wrong key')
    expect(run.code).not.toBe(0)
    expect(jobById(run, 'plan').result).toBe('failure')
    expect(jobById(run, 'plan').log).toContain('dockerfil')
    expect(levelJobs(run)).toEqual([])
    expect(ran(run, 'release')).toBe(false)
    expect(jobById(run, 'gate').result).toBe('failure')
  },
  2 * MINUTES
)
