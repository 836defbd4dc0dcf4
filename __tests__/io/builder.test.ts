import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { PINS } from '../../src/build/pins.js'
import { provideBuilder } from '../../src/io/builder.js'

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

test('a builder with a pinned BuildKit is created where the job names none', async () => {
  expect(await provideBuilder('own', buildx('exit 0'))).toEqual({ BUILDX_BUILDER: 'own' })
  expect(readFileSync(log, 'utf8')).toBe(
    `create --name own --driver docker-container --bootstrap --driver-opt image=${PINS.buildkit}\n`
  )
  expect(PINS.buildkit).toMatch(/^moby\/buildkit:v\d+\.\d+\.\d+$/)
})

test('the builder that the job names is left alone', async () => {
  const environment = { ...buildx('exit 1'), BUILDX_BUILDER: 'mine' }
  expect(await provideBuilder('own', environment)).toEqual({})
  expect(existsSync(log)).toBe(false)
})

test('the second step of a job takes the builder of the first', async () => {
  const answer = 'echo "ERROR: existing instance for \\"own\\" but no append mode" >&2; exit 1'
  expect(await provideBuilder('own', buildx(answer))).toEqual({ BUILDX_BUILDER: 'own' })
})

test('that it cannot be created is told with what Docker says', async () => {
  const answer = 'echo "ERROR: Cannot connect to the Docker daemon" >&2; exit 1'
  await expect(provideBuilder('own', buildx(answer))).rejects.toThrow(
    /Cannot connect to the Docker daemon.*start Docker, or name a builder/
  )
})
