import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { PINS } from '../../src/build/pins.js'
import { UserError } from '../../src/diagnostics/user-error.js'
import { provideBuilder } from '../../src/io/builder.js'
import { quickClock } from './registry-rig.js'

/** A program in place of buildx, which writes down how it is called: there is no Docker daemon on the machine of the tests. */

let folder: string
let log: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'base-images-builder-'))
  log = join(folder, 'log')
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function buildx(answer: string): Readonly<Record<string, string>> {
  const path = join(folder, 'buildx')
  const version = 'if [ "$1" = version ]; then echo github.com/docker/buildx v0.36.1; exit 0; fi'
  writeFileSync(path, `#!/bin/sh\n${version}\necho "$@" >>'${log}'\n${answer}\n`)
  chmodSync(path, 0o755)
  return { BASE_IMAGES_BUILDX: path }
}

/** Provides the builder `own` with this environment; waits take no time and are noted. */
function provide(
  environment: Readonly<Record<string, string>>,
  clock = quickClock()
): ReturnType<typeof provideBuilder> {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined, group: () => undefined }
  return provideBuilder('own', { environment, clock, random: () => 0.5, log })
}

/** What buildx was called for, in order. */
const calls = (): readonly string[] =>
  readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map(line => line.replace(/ .*/, ''))

const LIMITED =
  'Error response from daemon: toomanyrequests: You have reached your unauthenticated pull rate limit'
/** As buildx 0.36.1 does it when Docker may not pull: a builder whose start failed is there, and only `inspect` can start it. */
const failing = (error: string, times: number): string => `
calls=$(wc -l <'${log}')
if [ "$1" = create ] && [ $calls -gt 1 ]; then echo 'ERROR: existing instance for "own" but no append mode' >&2; exit 1; fi
failed=$(cat '${log}.failed' 2>/dev/null || echo 0)
if [ $failed -lt ${times} ]; then
  echo $((failed + 1)) >'${log}.failed'
  printf '#1 [internal] booting buildkit\\n#1 ERROR: x\\nERROR: %s\\n' '${error}' >&2
  exit 1
fi
echo 'Status:           running'`

test('a builder with a pinned BuildKit is created where the job names none', async () => {
  expect(await provide(buildx('exit 0'))).toEqual({ BUILDX_BUILDER: 'own' })
  expect(readFileSync(log, 'utf8')).toBe(
    `create --name own --driver docker-container --bootstrap --driver-opt image=${PINS.buildkit}\n`
  )
  expect(PINS.buildkit).toMatch(/^moby\/buildkit:v\d+\.\d+\.\d+$/)
})

test('the builder that the job names is left alone', async () => {
  const environment = { ...buildx('exit 1'), BUILDX_BUILDER: 'mine' }
  expect(await provide(environment)).toEqual({})
  expect(existsSync(log)).toBe(false)
})

const existing = 'echo "ERROR: existing instance for \\"own\\" but no append mode" >&2; exit 1'

test('the second step of a job takes the builder of the first, and starts it where it does not run', async () => {
  const answer = `[ "$1" = inspect ] && echo 'Status:    running' && exit 0\n${existing}`
  expect(await provide(buildx(answer))).toEqual({ BUILDX_BUILDER: 'own' })
  expect(readFileSync(log, 'utf8')).toMatch(/^create .*\ninspect --bootstrap own\n$/)
})

test('a builder that is there and cannot be started is not taken', async () => {
  const answer = `[ "$1" = inspect ] && echo 'Error:   Cannot connect to the Docker daemon' && exit 0\n${existing}`
  await expect(provide(buildx(answer))).rejects.toThrow(/Cannot connect to the Docker daemon.*start Docker/)
})

test('a registry that gives no BuildKit at first is asked again', async () => {
  const clock = quickClock()
  expect(await provide(buildx(failing(LIMITED, 2)), clock)).toEqual({ BUILDX_BUILDER: 'own' })
  expect(clock.waits).toEqual([1000, 2000])
  expect(calls()).toEqual(['create', 'create', 'inspect', 'create', 'inspect'])
})

test('a registry that never gives BuildKit is told as the registry, with what to do', async () => {
  const clock = quickClock()
  const error = await provide(buildx(failing(LIMITED, 99)), clock).catch((thrown: unknown) => thrown)
  expect(error instanceof UserError ? error.diagnostic : error).toMatchObject({
    code: 'W002',
    message: `builder: ${PINS.buildkit} could not be pulled and started: ${LIMITED}`,
    remedy: expect.stringContaining('log in to the registry')
  })
  expect(clock.waits).toEqual([1000, 2000, 4000, 8000])
})

test.each([
  'Cannot connect to the Docker daemon',
  'failed to connect to the docker API at tcp://10.0.0.1:2375: connect: connection refused',
  'dial unix /var/run/docker.sock: connect: connection refused'
])('that it cannot be created is told at once with what Docker says: %s', async said => {
  const clock = quickClock()
  const answer = `echo "ERROR: ${said}" >&2; exit 1`
  await expect(provide(buildx(answer), clock)).rejects.toThrow(
    new RegExp(`${said}.*start Docker, or name a builder`)
  )
  expect(clock.waits).toEqual([])
})
