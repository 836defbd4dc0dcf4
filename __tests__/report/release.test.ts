import { expect, test } from '@jest/globals'
import { renderReleaseText } from '../../src/report/release.js'
import type { ReleaseResult } from '../../src/release/types.js'
import { released } from './samples.js'

/** A release that found everything as it has to be. */
function idle(): ReleaseResult {
  const { images, record, ...rest } = released()
  if (record === undefined) throw new Error('the sample has no record')
  return {
    ...rest,
    images: images.map(image => ({ ...image, state: 'unchanged', moved: [], unchanged: ['latest'] })),
    record: { ...record, state: 'unchanged' }
  }
}

const linesOf = (result: ReleaseResult): readonly string[] => renderReleaseText(result).trimEnd().split('\n')

test('a release says what it moved, its record, and that it is done', () => {
  const lines = linesOf(released())
  expect(lines[1]).toMatch(/^python-base +moved +latest, 2026-09-21-ddddddd, 3\.11 +bbbbbbbbbbbb +91\.4 MB$/)
  expect(lines.slice(-2)).toEqual([
    `Release record: ghcr.io/acme/base-images-record@sha256:${'9'.repeat(64)}`,
    'Released.'
  ])
})

test('a dry run says what would be, and nothing that sounds done', () => {
  const lines = linesOf({ ...released(), state: 'dry run' })
  expect(lines[1]).toMatch(/^python-base +would move +latest/)
  expect(lines.slice(-2)).toEqual([
    `Release record would be: ghcr.io/acme/base-images-record@sha256:${'9'.repeat(64)}`,
    'Nothing was written: this is what a release would do.'
  ])
})

test('a release that changed nothing says that there was nothing to do', () => {
  expect(linesOf(idle()).at(-1)).toBe('Nothing had to be released: what is public is what the commit says.')
  expect(linesOf({ ...idle(), state: 'dry run' }).at(-1)).toBe(
    'Nothing was written, and a release would write nothing: what is public is what the commit says.'
  )
})

test('a release that only wrote its record did something', () => {
  const { record } = released()
  if (record === undefined) throw new Error('the sample has no record')
  expect(linesOf({ ...idle(), record }).at(-1)).toBe('Released.')
})

test('refused and stopped releases say so', () => {
  expect(linesOf({ state: 'refused', images: [], diagnostics: [] })).toEqual([
    'Refused: nothing was written.'
  ])
  expect(linesOf({ ...idle(), state: 'stopped' }).at(-1)).toBe('Stopped: a newer release took over.')
})
