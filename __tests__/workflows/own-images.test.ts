import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ActRig } from './act.js'
import { openActRig } from './act.js'
import type { Fixture } from './fixture.js'
import { makeFixture } from './fixture.js'
import { jobById, mergeOf } from './rehearsal.js'
import { OWN, OWN_REF } from './rewrite.js'

/** The images of this repository, planned by the root action in a job of somebody's own workflow. */

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const MINUTES = 60_000

const PLAN_ONLY = `name: plan
on: [push, pull_request]
permissions: {}
jobs:
  plan:
    runs-on: ubuntu-24.04
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
        with:
          persist-credentials: false
          fetch-depth: 0
      - uses: ${OWN}@${OWN_REF}
`

let rig: ActRig
let fixture: Fixture

beforeAll(() => {
  rig = openActRig()
  fixture = makeFixture()
  const places = ['images', 'common', 'functions', 'services', 'constraints.txt', 'README.md']
  const listed = execFileSync('git', ['ls-files', '-z', ...places], { cwd: ROOT, encoding: 'utf8' })
  const files = listed.split('\0').filter(name => name !== '')
  fixture.commit(
    {
      'README.md': 'Images.\n',
      '.github/workflows/plan.yml': PLAN_ONLY,
      ...Object.fromEntries(files.map(name => [name, readFileSync(join(ROOT, name))]))
    },
    'Images'
  )
}, MINUTES)

afterAll(() => {
  fixture.dispose()
  rig.dispose()
})

describe.each(['push', 'pull_request'] as const)('on %s', event => {
  test.each([
    ['images/python-web-light/lock.txt', ['python-web-light', 'python-web-distroless']],
    ['common/metrics_helper.py', ['fave-base', 'fave-base-webrtcvad', 'fave-base-torch', 'fave-sample']],
    ['README.md', []]
  ])(
    'a change of %s affects %j',
    async (file, affected) => {
      const base = fixture.git('rev-parse', 'main')
      const text = `${readFileSync(join(fixture.root, file), 'utf8')}\n# changed for ${event}\n`
      const payload =
        event === 'push'
          ? pushed(base, fixture.commit({ [file]: text }, 'Change'))
          : mergeOf(fixture, { [file]: text }, 'Change')
      const run = await rig.run(fixture, 'plan.yml', { name: event, payload })
      fixture.git('checkout', '-q', 'main')
      expect(run.code).toBe(0)
      expect(JSON.parse(jobById(run, 'plan').outputs['affected'] ?? '')).toEqual(affected)
    },
    MINUTES
  )
})

function pushed(before: string, after: string): object {
  return { ref: 'refs/heads/main', before, after, repository: { default_branch: 'main' } }
}
