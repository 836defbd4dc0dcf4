import { expect } from '@jest/globals'
import type { Plan } from '../../src/plan/types.js'
import { runMeasured } from '../support/measured-cli.js'
import type { MeasuredRun } from '../support/measured-cli.js'
import { makeRepository } from '../support/repository.js'
import type { Files, TestRepository } from '../support/repository.js'

const MOST_SECONDS = 5
const MOST_MEGABYTES = 700
/** Where the manifest of {@link withDockerfile} is. */
export const MANIFEST = 'images/manifest.yaml'
/** The head of a manifest, before its images. */
export const HEAD = 'version: 1\nregistry: ghcr.io/acme\nimages:\n'
/** Compares the last commit with the one before. */
export const COMPARED = ['plan', '--base', 'HEAD~1', '--head', 'HEAD']

/** As many parts as are asked for, one after the other. */
export function repeat(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join('')
}

/** Whatever was given: an end within the limits, no stack, and every finding with a code, a place and a remedy. */
export function expectSound(run: MeasuredRun): void {
  expect(run.err).not.toMatch(/Internal error|node:internal|^\s+at .*:\d+:\d+\)?$/m)
  expect([0, 1, 2]).toContain(run.code)
  const findings = run.err.split('\n').filter(line => line !== '' && !/^ {2}remedy: \S/.test(line))
  for (const line of findings) expect(line).toMatch(/^\S.*: (error|warning) [A-Z]\d{3}: \S/)
  expect(run.seconds).toBeLessThan(MOST_SECONDS)
  expect(run.megabytes).toBeLessThan(MOST_MEGABYTES)
}

/** A repository with one image `a` and a file `f` beside its Dockerfile, and a change of that file. */
export function withDockerfile(
  dockerfile: string | Uint8Array,
  more: Files = {},
  manifest = `${HEAD}  a: {}\n`
): TestRepository {
  const repository = makeRepository({
    [MANIFEST]: manifest,
    'images/a/Dockerfile': dockerfile,
    'images/a/f': 'before\n',
    ...more
  })
  repository.commit('change', { 'images/a/f': 'after\n' })
  return repository
}

/** The plan of the change as JSON, made within the limits. */
export function planOf(repository: TestRepository): MeasuredRun {
  const run = runMeasured(repository.folder, [...COMPARED, '--format', 'json'])
  expectSound(run)
  return run
}

/** The change reaches the image, which is said. */
export function expectAffected(repository: TestRepository): MeasuredRun {
  const run = planOf(repository)
  expect(run.code).toBe(0)
  const plan = JSON.parse(run.out) as Plan
  expect(plan.images.find(image => image.name === 'a')?.action).toBe('build')
  return run
}

/** Files in ten folders beside the Dockerfile. */
export function files(count: number, name: string): Files {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`images/a/dir${index % 10}/${name}${index}`, 'x'])
  )
}
