import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ActRig } from './act.js'
import { openActRig } from './act.js'
import { endingWith } from './images.js'
import { quickStartManifest } from './quick-start.js'
import type { Rehearsal } from './rehearsal.js'
import { jobById, rehearse } from './rehearsal.js'

/** What a reader of the README pastes: its manifest and its two workflows, word for word, and three small Dockerfiles. */

const MINUTES = 60_000
const TAGS = ['base:latest', 'web:latest', 'worker:latest', 'worker:1.4'] as const

let rig: ActRig
let repository: Rehearsal

beforeAll(() => {
  rig = openActRig()
  repository = rehearse(rig)
}, MINUTES)

afterAll(() => {
  repository.dispose()
  rig.dispose()
})

test(
  'the quick start publishes what it lists on the first push, and its pull request builds what it changes',
  async () => {
    const base = `FROM ${repository.prefix}/base:latest\n`
    const push = await repository.push(
      {
        ...Object.fromEntries(Object.keys(repository.ground).map(path => [path, undefined])),
        ...repository.workflows,
        'images/manifest.yaml': quickStartManifest(repository.prefix),
        'images/base/Dockerfile': 'FROM scratch\nCOPY base.txt /\n',
        'images/base/base.txt': 'base 1\n',
        // A script of the kind that an image without a shell can run.
        'images/base/smoke.sh': endingWith(0),
        'images/web/Dockerfile': `${base}COPY web.txt /\n`,
        'images/web/web.txt': 'web 1\n',
        'services/worker/Dockerfile': `${base}COPY worker.txt /\n`,
        'services/worker/worker.txt': 'worker 1\n'
      },
      'Quick start'
    )
    expect(push.code).toBe(0)
    const published = await Promise.all(TAGS.map(repository.publishedTag))
    expect(published.every(image => image !== undefined)).toBe(true)
    expect(published[3]?.digest).toBe(published[2]?.digest)

    const pull = await repository.pullRequest({ 'services/worker/worker.txt': 'worker 2\n' }, 'Worker')
    expect(pull.code).toBe(0)
    expect(JSON.parse(jobById(pull, 'plan').outputs['affected'] ?? '')).toEqual(['worker'])
    expect(await Promise.all(TAGS.map(repository.publishedTag))).toEqual(published)
  },
  4 * MINUTES
)
