import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { findFailure } from '../../src/build/failure.js'
import type { BuildFailure } from '../../src/build/failure.js'
import { classifyBuildxError } from '../../src/build/retry.js'

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'recorded')
const recorded = (name: string): string => readFileSync(join(FOLDER, `${name}.txt`), 'utf8')
const find = (stderr: string): BuildFailure =>
  findFailure(
    'web linux/amd64',
    { code: 1, stdout: '', stderr, timedOut: false },
    { ms: 60_000, ofRun: false }
  )

interface Case {
  readonly name: string
  readonly code: BuildFailure['code']
  readonly line?: number
  readonly message: string
  readonly remedy: string
  readonly kind: ReturnType<typeof classifyBuildxError>
}

const STEP = 'read the log of the step above; images that are finished stay finished'
const BUILDER =
  'make one (`docker buildx create --use`), or name one of `docker buildx ls` with `--builder`, then run again'
const LOGIN =
  'check the login and the rights to the staging repository and that the builder runs, then run again'

const SPACE =
  'free space (`docker buildx prune`), or give the image a runner with a larger disk; finished images are kept'

const CASES: readonly Case[] = [
  {
    name: 'failing-run',
    code: 'B001',
    line: 4,
    message:
      'web linux/amd64: process "/bin/sh -c echo \\"connection reset by peer, please retry\\";     exit 7" did not complete successfully: exit code: 7',
    remedy: STEP,
    kind: 'final'
  },
  {
    name: 'missing-file',
    code: 'B001',
    line: 2,
    message:
      'web linux/amd64: failed to compute cache key: failed to calculate checksum of ref lq207q7ia7uobf8so21fhflqe::kmsc4sien2702z8u0q1ifn7fj: "/missing.txt": not found',
    remedy: STEP,
    kind: 'final'
  },
  {
    name: 'unknown-instruction',
    code: 'B001',
    line: 2,
    message:
      'web linux/amd64: dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)',
    remedy: STEP,
    kind: 'final'
  },
  {
    name: 'missing-base',
    code: 'B001',
    line: 1,
    message:
      'web linux/amd64: 127.0.0.1:39479/acme/nothing:here: failed to resolve source metadata for 127.0.0.1:39479/acme/nothing:here: 127.0.0.1:39479/acme/nothing:here: not found',
    remedy: STEP,
    kind: 'final'
  },
  {
    name: 'denied-by-policy',
    code: 'B003',
    line: 1,
    message:
      'web linux/amd64 takes an image that the plan does not name: python:3.11-slim-bookworm: failed to resolve source metadata for docker.io/library/python:3.11-slim-bookworm: could not resolve image due to policy: source "docker-image://docker.io/library/python:3.11-slim-bookworm" denied by policy: source denied by policy',
    remedy:
      'write the reference in the Dockerfile so that it can be followed; `base-images graph` shows what was found',
    kind: 'final'
  },
  {
    name: 'refused-base',
    code: 'W002',
    message:
      'web linux/amd64: the registry or the builder does not answer as it should: 127.0.0.1:1/acme/nothing:here: failed to resolve source metadata for 127.0.0.1:1/acme/nothing:here: failed to do request: Head "http://127.0.0.1:1/v2/acme/nothing/manifests/here": dial tcp 127.0.0.1:1: connect: connection refused',
    remedy: LOGIN,
    kind: 'back-off'
  },
  {
    name: 'refused-push',
    code: 'W002',
    message:
      'web linux/amd64: the registry or the builder does not answer as it should: failed to push 127.0.0.1:1/x: failed to do request: Head "http://127.0.0.1:1/v2/x/blobs/sha256:e3e51aa28845eb45f6d09fba7af81ac2137cc03393d2782675a987bb17ad8aad": dial tcp 127.0.0.1:1: connect: connection refused',
    remedy: LOGIN,
    kind: 'back-off'
  },
  {
    name: 'builder-gone',
    code: 'W002',
    message:
      'web linux/amd64: the registry or the builder does not answer as it should: context deadline exceeded',
    remedy: LOGIN,
    kind: 'suspect'
  },
  {
    name: 'missing-builder',
    code: 'W002',
    message: 'web linux/amd64: there is no builder that can build this: no builder "nosuchbuilder" found',
    remedy: BUILDER,
    kind: 'final'
  },
  {
    name: 'printed-then-failing',
    code: 'B001',
    line: 3,
    message: 'web linux/amd64: process "/bin/sh -c exit 3" did not complete successfully: exit code: 3',
    remedy: STEP,
    kind: 'final'
  },
  {
    name: 'printed-then-refused',
    code: 'W002',
    message:
      'web linux/amd64: the registry or the builder does not answer as it should: failed to push 127.0.0.1:1/x: failed to do request: Head "http://127.0.0.1:1/v2/x/blobs/sha256:e3e51aa28845eb45f6d09fba7af81ac2137cc03393d2782675a987bb17ad8aad": dial tcp 127.0.0.1:1: connect: connection refused',
    remedy: LOGIN,
    kind: 'back-off'
  },
  {
    name: 'full-disk-copy',
    code: 'W003',
    message:
      'web linux/amd64: no space left on the device of the builder: ResourceExhausted: write /var/lib/buildkit/runc-overlayfs/snapshots/snapshots/3/fs/data: no space left on device',
    remedy: SPACE,
    kind: 'final'
  },
  {
    name: 'full-disk-run',
    code: 'W003',
    message:
      'web linux/amd64: no space left on the device of the builder: process "/bin/sh -c dd if=/dev/zero of=/large bs=1M" did not complete successfully: exit code: 1',
    remedy: SPACE,
    kind: 'final'
  },
  {
    name: 'full-disk',
    code: 'W003',
    message:
      'web linux/amd64: no space left on the device of the builder: process "/bin/sh -c mkdir /full && echo \\"cp: error writing \'/full/x\': No space left on device\\" >&2 && exit 1" did not complete successfully: exit code: 1',
    remedy: SPACE,
    kind: 'final'
  }
]

describe('what a failed build really said', () => {
  test.each(CASES)('$name: cause, line and remedy', ({ name, code, line, message, remedy }) => {
    const place = line === undefined ? {} : { line }
    expect(find(recorded(name))).toEqual({ code, place, message, remedy })
  })

  test.each(CASES)('$name is worth another try: $kind', ({ name, kind }) => {
    expect(classifyBuildxError(recorded(name))).toBe(kind)
  })

  test('every recorded text is told of', () => {
    const names = readdirSync(FOLDER).filter(file => file.endsWith('.txt'))
    expect(names.sort()).toEqual(CASES.map(({ name }) => `${name}.txt`).sort())
  })
})

describe('where nothing is recorded', () => {
  test('a build that hangs is told with the time it had', () => {
    const result = { code: null, stdout: '', stderr: '#7 RUN sleep infinity', timedOut: true }
    expect(findFailure('web', result, { ms: 180 * 60_000, ofRun: false })).toMatchObject({
      code: 'B001',
      message: 'web: ended after 180 minutes without an end; the last was: RUN sleep infinity'
    })
  })

  test('a build that the time of the run ends is told with what it was at', () => {
    const result = { code: null, stdout: '', stderr: '#7 RUN sleep infinity\n#7 CANCELED', timedOut: true }
    const found = findFailure('web', result, { ms: 4000, ofRun: true })
    expect(found).toMatchObject({
      code: 'W007',
      message: 'web: the time of this run is over; the last was: RUN sleep infinity'
    })
    expect(found.remedy).toContain('`--timeout`')
  })

  test('a build that went silent is told with what was under way', () => {
    const stderr =
      '#0 building\n#5 [2/2] RUN make\n#5 DONE 1.0s\n\n#6 exporting to image\n#6 pushing layers\n#6 CANCELED\nERROR: Canceled'
    const limit = { ms: 60_000, ofRun: false }
    const silent = { code: 130, stdout: '', stderr, timedOut: false, wentSilent: true }
    expect(findFailure('web', silent, limit)).toMatchObject({
      code: 'W002',
      message:
        'web: neither the registry nor the builder said anything for 30 minutes; the last was: pushing layers'
    })
    const stuck = findFailure('web', { ...silent, stderr: '#0 building\nERROR: Canceled' }, limit)
    expect(stuck.message).toBe('web: the builder said nothing for 30 minutes')
    expect(stuck.remedy).toContain('docker buildx stop')
  })

  test.each([
    [
      'failed to push ghcr.io/a/b: unexpected status from POST request to https://ghcr.io/v2/a/b: 401 Unauthorized',
      'W002'
    ],
    ['failed to push ghcr.io/a/b: unauthorized: authentication required', 'W002'],
    [
      'process "/bin/sh -c curl -f https://example.org # 401 Unauthorized" did not complete successfully: exit code: 22',
      'B001'
    ]
  ])('a login that is not accepted is no failure of the Dockerfile: %s', (said, code) => {
    expect(find(`ERROR: failed to build: failed to solve: ${said}`).code).toBe(code)
  })

  test('an upload that fails without an error body is one of the registry, and its answer is told', () => {
    const upload = `https://ghcr.io/v2/a/b/blobs/uploads/01a2?_state=${'x'.repeat(900)}&digest=sha256%3A0a`
    const found = find(
      `ERROR: failed to build: failed to solve: failed to push ghcr.io/a/b: unexpected status from PUT request to ${upload}: 404 Not Found`
    )
    expect(found.code).toBe('W002')
    expect(found.message).toMatch(/PUT request to \S+\/uploads\/01a2\?\.\.\.: 404 Not Found$/)
  })

  test('a disk that BuildKit itself finds full is told as one', () => {
    const said = 'failed to copy: write /var/lib/buildkit/ingest/data: no space left on device'
    expect(find(`ERROR: failed to build: failed to solve: ${said}`).code).toBe('W003')
  })

  test('what BuildKit quotes of a failed step is not taken for its own error', () => {
    // A line that the step wrote in two pieces is quoted without the second it was written in.
    const quoted = '#6 0.1 x\n------\n > [2/2] RUN make:\nERROR: connection reset\n#7 odd\n------\n'
    const run = 'process "/bin/sh -c make" did not complete successfully: exit code: 1'
    const found = find(`${quoted}Dockerfile:2\n----\nERROR: failed to build: failed to solve: ${run}\n`)
    expect(found).toMatchObject({ code: 'B001', place: { line: 2 }, message: `web linux/amd64: ${run}` })
  })

  test('the command of a RUN is no finding of a full disk', () => {
    const command = "grep 'No space left on device' log"
    const quoted = `#6 ERROR: exit\n------\n > [2/2] RUN ${command}:\n------\n`
    const run = `process "/bin/sh -c ${command}" did not complete successfully: exit code: 1`
    expect(find(`${quoted}ERROR: failed to build: failed to solve: ${run}`).code).toBe('B001')
  })

  test('without output it says so', () => {
    expect(find('').message).toBe('web linux/amd64: no output')
  })

  test('without an error line the last line is told', () => {
    expect(find('one\ntwo\n\n').message).toBe('web linux/amd64: two')
  })

  test('a message stays short, however long the instruction is', () => {
    expect(find(`ERROR: failed to build: ${'x'.repeat(5000)}`).message.length).toBeLessThan(700)
  })
})

describe('what buildx says of a machine without a builder of its own', () => {
  const said = (error: string): BuildFailure =>
    find(`#0 building with "default" instance using docker driver\n${error}\n`)

  test.each([
    'ERROR: failed to build: Cache export is not supported for the docker driver.\nSwitch to a different driver, or turn on the containerd image store, and try again.',
    'ERROR: failed to build: push-by-digest is currently not implemented for docker driver, please create a new builder instance',
    'ERROR: failed to connect to the docker API at unix:///var/run/docker.sock; check if the path is correct and if the daemon is running'
  ])('%s', error => {
    expect(said(error)).toMatchObject({ code: 'W002', place: {}, remedy: BUILDER })
  })

  test('is not taken from the command of a step that failed', () => {
    const step =
      'process "/bin/sh -c echo not supported for docker driver; exit 1" did not complete successfully'
    expect(said(`ERROR: failed to build: failed to solve: ${step}: exit code: 1`).code).toBe('B001')
  })
})
