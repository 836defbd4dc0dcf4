import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { engineEnvironment, nodeOfActions } from '../workflows/act.js'
import type { Fixture } from '../workflows/fixture.js'
import { makeFixture } from '../workflows/fixture.js'

/** Build secrets and logins on their way through the bundle: to the build that asks for them, and into nothing else. */

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const SECRET = 'a-word-that-nobody-else-uses'
const PASSWORD = 'another-such-word'

let folder: string
let fixture: Fixture

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'base-images-secrets-'))
  fixture = makeFixture()
})

afterAll(() => {
  fixture.dispose()
  rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number | null
  readonly lines: readonly string[]
  readonly output: string
}

function start(
  face: string,
  inputs: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {}
): Ended {
  const output = join(folder, `${face}.output`)
  writeFileSync(output, '')
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const)
  const ended = spawnSync(nodeOfActions(), [join(ROOT, 'actions', face, 'index.js')], {
    cwd: fixture.root,
    encoding: 'utf8',
    env: {
      ...engineEnvironment(),
      GITHUB_OUTPUT: output,
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_REPOSITORY: 'acme/fixture',
      GITHUB_RUN_ID: '1',
      RUNNER_TEMP: folder,
      ...environment,
      ...Object.fromEntries(given)
    }
  })
  const lines = `${ended.stdout}${ended.stderr}`.split('\n')
  return { code: ended.status, lines, output: readFileSync(output, 'utf8') }
}

test('a build gets its secret; it is masked first and is in no log, output or file of the job afterwards', () => {
  const prefix = `${engineEnvironment().BASE_IMAGES_REGISTRY}/secrets-${process.pid}`
  const manifest = [
    'version: 1',
    `registry: ${prefix}`,
    'images:',
    '  app:',
    '    secrets: [{ id: token, env: PACKAGE_TOKEN }]',
    ''
  ].join('\n')
  const run = `RUN --mount=type=secret,id=token test "$(cat /run/secrets/token)" = "$(printf '%s-%s' a word-that-nobody-else-uses)"`
  fixture.commit(
    {
      'images/manifest.yaml': manifest,
      'images/app/Dockerfile': `FROM python:3.11-slim-bookworm\n${run}\n`
    },
    'Images'
  )
  const planned = start('plan', { all: 'true' })
  expect(planned.code).toBe(0)
  const plan = /^plan<<(ghadelimiter_[\w-]+)\r?\n([\s\S]*?)\r?\n\1$/m.exec(planned.output)?.[2] ?? ''

  const built = start('build', {
    plan,
    registry: 'manifest',
    store: 'folder',
    'build-secrets': `PACKAGE_TOKEN=${SECRET}`,
    'login-registry': 'registry.example.org',
    'registry-username': 'ann',
    'registry-password': PASSWORD
  })
  expect(built.code).toBe(0)
  for (const word of [SECRET, PASSWORD]) {
    // The runner takes the line away and hides the word in everything that follows.
    const said = built.lines.filter(line => line.includes(word))
    expect(said).toEqual([`::add-mask::${word}`])
    expect(built.output).not.toContain(word)
  }
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  expect(left.filter(name => name.includes('docker-'))).toEqual([])
  expect(left.some(name => name.startsWith(join('base-images', 'store', 'blobs')))).toBe(true)
}, 120_000)

test('a build without its secret fails and does not run with an empty one', () => {
  // Another instruction: what a build before did with the secret would be taken from the builder's cache.
  const run = 'RUN --mount=type=secret,id=token test -s /run/secrets/token'
  fixture.commit({ 'images/app/Dockerfile': `FROM python:3.11-slim-bookworm\n${run}\n` }, 'Another')
  const planned = start('plan', { all: 'true' })
  const plan = /^plan<<(ghadelimiter_[\w-]+)\r?\n([\s\S]*?)\r?\n\1$/m.exec(planned.output)?.[2] ?? ''
  const built = start('build', { plan, registry: 'manifest', store: 'folder' })
  expect(built.code).toBe(1)
  expect(built.lines.join('\n')).toMatch(/secret.*token|token.*secret|\/run\/secrets\/token/)
}, 120_000)

test('a job without Docker and without a builder is told so, and not as an error of ours', () => {
  const planned = start('plan', { all: 'true' })
  const plan = /^plan<<(ghadelimiter_[\w-]+)\r?\n([\s\S]*?)\r?\n\1$/m.exec(planned.output)?.[2] ?? ''
  const nowhere = {
    BUILDX_BUILDER: '',
    DOCKER_HOST: 'unix:///nonexistent/docker.sock',
    BUILDX_CONFIG: join(folder, 'buildx')
  }
  const built = start('build', { plan, registry: 'manifest', store: 'folder' }, nowhere)
  expect(built.code).toBe(2)
  expect(built.lines.join('\n')).toMatch(/::error.*title=W001.*a builder could not be created/)
}, 120_000)
