import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { hadolint } from '../../scripts/hadolint.mjs'
import { derivedPage } from '../../scripts/images-page.mjs'
import { ROOT } from '../support/engine.js'

/** What holds for every Dockerfile of this repository's own images, and what docs/images.md says about them. */

const linted = hadolint()

test('hadolint finds nothing', () => {
  expect(linted.text).toBe('')
  expect(linted.code).toBe(0)
  expect(linted.files.length).toBeGreaterThan(12)
})

test('what docs/images.md says is in each image is what its files say: run `make images-page`', () => {
  expect(readFileSync(join(ROOT, 'docs/images.md'), 'utf8')).toBe(derivedPage())
})

describe.each(linted.files)('%s', file => {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const steps = text.replaceAll('\\\n', ' ').split('\n')

  test('copies no requirements, constraints or locks: they are bind-mounted', () => {
    expect(steps.filter(step => /^(COPY|ADD)\s.*(requirements|constraints|lock).*\.txt/.test(step))).toEqual([])
  })

  test('keeps lists and archives of apt out of its layers and has the patch epoch before them', () => {
    for (const step of steps.filter(each => /^RUN\s.*apt-get /.test(each))) {
      expect(step).toContain('target=/var/lib/apt/lists')
      expect(step).toContain('Dir::Cache::archives=/var/cache/apt-archives')
      expect(step).toContain('${PATCH_EPOCH')
    }
  })

  test('ends as a numeric user and starts programs in exec form', () => {
    const users = steps.filter(step => step.startsWith('USER '))
    if (users.length > 0 && !text.includes('\nFROM scratch\nCOPY')) expect(users.at(-1)).toBe('USER 10001:10001')
    for (const step of steps.filter(each => /^(CMD|ENTRYPOINT) /.test(each))) expect(step).toMatch(/^\w+ \[".*"\]$/)
  })
})
