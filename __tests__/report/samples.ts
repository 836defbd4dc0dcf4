import type { BuildResult } from '../../src/build/results.js'
import type { Plan, PlannedImage, Reason } from '../../src/plan/types.js'
import type { ReleaseResult } from '../../src/release/types.js'

const HEAD = 'd'.repeat(40)

/** A digest whose short form tells which one it is. */
export function digest(letter: string): string {
  return `sha256:${letter.repeat(64)}`
}

export function image(name: string, parts: Partial<PlannedImage> = {}): PlannedImage {
  return {
    name,
    action: 'build',
    reasons: [],
    level: 0,
    parents: [],
    children: [],
    needs: [],
    externalBases: [],
    inputs: 3,
    platforms: { 'linux/amd64': { key: 'a'.repeat(64), affected: parts.action !== 'none' } },
    ...parts
  }
}

export function reason(kind: Reason['kind'], text: string): Reason {
  return { kind, text }
}

export function planOf(images: readonly PlannedImage[], parts: Partial<Plan> = {}): Plan {
  return {
    version: 1,
    manifest: 'images/manifest.yaml',
    base: { commit: 'c'.repeat(40), how: 'the commit before the push' },
    head: { commit: HEAD, tree: 'e'.repeat(40), time: 1_790_000_000, dirty: false },
    images,
    levels: [],
    pins: {},
    warnings: [],
    ...parts
  }
}

export function result(name: string, parts: Partial<BuildResult> = {}): BuildResult {
  return {
    image: name,
    platform: 'linux/amd64',
    state: 'built',
    digest: digest('f'),
    size: 91_437_000,
    parents: {},
    milliseconds: 12_345,
    diagnostics: [],
    ...parts
  }
}

/** The images of this repository after a change of one file of the first one. */
export function fourImages(): Plan {
  return planOf([
    image('python-base', {
      reasons: [reason('file', 'images/python-base/requirements.txt modified')],
      children: ['python-web', 'tools']
    }),
    image('python-web', {
      reasons: [reason('parent', 'parent python-base affected')],
      level: 1,
      parents: ['python-base']
    }),
    image('tools', {
      reasons: [
        reason('file', 'images/tools/smoke.sh modified'),
        reason('parent', 'parent python-base affected')
      ],
      level: 1,
      parents: ['python-base']
    }),
    image('fave-base', { action: 'none' })
  ])
}

/** One built, one blocked by one that failed. */
export function mixedResults(): readonly BuildResult[] {
  return [
    result('python-base'),
    {
      image: 'tools',
      platform: 'linux/amd64',
      state: 'failed',
      parents: { 'python-base': digest('f') },
      milliseconds: 4_200,
      diagnostics: [
        {
          code: 'B001',
          severity: 'error',
          message: 'RUN pip install --requirement requirements.txt ended with exit code 1',
          file: 'images/tools/Dockerfile',
          line: 12,
          remedy: 'Read the end of its output in the job log'
        }
      ]
    },
    {
      image: 'python-web',
      platform: 'linux/amd64',
      state: 'blocked',
      blockedBy: 'tools',
      parents: {},
      milliseconds: 0,
      diagnostics: []
    }
  ]
}

export function released(): ReleaseResult {
  return {
    state: 'released',
    images: [
      {
        name: 'python-base',
        repository: 'ghcr.io/acme/python-base',
        state: 'moved',
        digest: digest('b'),
        revision: HEAD,
        moved: ['latest', '2026-09-21-ddddddd'],
        unchanged: ['3.11'],
        platforms: [{ platform: 'linux/amd64', key: 'a'.repeat(64), digest: digest('f'), size: 91_437_000 }]
      }
    ],
    record: {
      repository: 'ghcr.io/acme/base-images-record',
      digest: digest('9'),
      tags: ['latest'],
      state: 'written'
    },
    diagnostics: []
  }
}
