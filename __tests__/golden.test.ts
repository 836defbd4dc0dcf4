import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { compareCase, readCase, runCase } from './support/golden.js'
import type { GoldenCase } from './support/golden.js'
import { disposeRepositories, temporaryFolder } from './support/repository.js'
import type { Files } from './support/repository.js'

const GOLDEN = join(dirname(fileURLToPath(import.meta.url)), 'golden')
const SHOP = parse(readFileSync(join(GOLDEN, 'shop.yaml'), 'utf8')) as Files
const CASES = readdirSync(GOLDEN)
  .filter(name => existsSync(join(GOLDEN, name, 'case.yaml')))
  .map(name => [name, readCase(join(GOLDEN, name))] as const)

afterAll(disposeRepositories)

describe('whole cases at the user’s boundary', () => {
  test.each(CASES)('%s', (name, golden) => {
    compareCase(join(GOLDEN, name), runCase(golden, SHOP), { environment: process.env })
  })

  test('every folder has a case, and every case a sentence and something to show', () => {
    const folders = readdirSync(GOLDEN, { withFileTypes: true }).filter(entry => entry.isDirectory())
    expect(folders.map(entry => entry.name)).toEqual(CASES.map(([name]) => name))
    for (const [, golden] of CASES) {
      expect(golden.title).not.toBe('')
      expect(golden.shows.length).toBeGreaterThan(0)
    }
  })
})

describe('the comparison itself', () => {
  const shown = new Map([['plan.txt', 'one\ntwo\n']])

  test('says what differs and how to accept it', () => {
    const folder = expecting({ 'plan.txt': 'one\nzwei\n' })
    const compare = (): void => compareCase(folder, shown, { environment: {} })
    expect(compare).toThrow('-zwei\n+two')
    expect(compare).toThrow('UPDATE_GOLDEN=1 npm test')
  })

  test('passes on equal bytes only', () => {
    expect(() =>
      compareCase(expecting({ 'plan.txt': 'one\ntwo\n' }), shown, { environment: {} })
    ).not.toThrow()
    expect(() => compareCase(expecting({ 'plan.txt': 'one\ntwo' }), shown, { environment: {} })).toThrow()
  })

  test('misses nothing that is expected or shown', () => {
    expect(() => compareCase(expecting({}), shown, { environment: {} })).toThrow(
      'plan.txt is shown and not expected'
    )
    const more = expecting({ 'plan.txt': 'one\ntwo\n', 'old.txt': '' })
    expect(() => compareCase(more, shown, { environment: {} })).toThrow('old.txt is expected and not shown')
  })

  test('rewrites when it is told to, and leaves nothing of old', () => {
    const folder = expecting({ 'plan.txt': 'other', 'old.txt': '' })
    compareCase(folder, shown, { environment: { UPDATE_GOLDEN: '1' } })
    expect(readdirSync(join(folder, 'expected'))).toEqual(['plan.txt'])
    expect(readFileSync(join(folder, 'expected', 'plan.txt'), 'utf8')).toBe('one\ntwo\n')
  })

  test('never rewrites on a CI machine', () => {
    const folder = expecting({ 'plan.txt': 'other' })
    expect(() => compareCase(folder, shown, { environment: { UPDATE_GOLDEN: '1', CI: 'true' } })).toThrow(
      'CI'
    )
    expect(readFileSync(join(folder, 'expected', 'plan.txt'), 'utf8')).toBe('other')
  })

  test('fails a case of errors that has none, and a case of a plan that has errors', () => {
    const fine: GoldenCase = { title: 'no error', shows: ['errors.txt'] }
    expect(() => runCase(fine, SHOP)).toThrow('expected errors and exit code 2, ended with 0')
    const wrong: GoldenCase = {
      title: 'an error',
      before: { 'images/manifest.yaml': 'version: 2\n' },
      shows: ['plan.txt']
    }
    expect(() => runCase(wrong, SHOP)).toThrow('expected to succeed, ended with 2')
  })
})

function expecting(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder('expected')
  mkdirSync(join(folder, 'expected'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'expected', name), text)
  return folder
}
