import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'

type Differences = (fresh: string, dist: string, tracked: ReadonlySet<string>) => Promise<readonly string[]>
const { differences } = (await import('../../scripts/check-dist.mjs' as string)) as {
  differences: Differences
}

let folder: string
let fresh: string
let dist: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'base-images-check-dist-'))
  fresh = join(folder, 'fresh')
  dist = join(folder, 'dist')
  for (const into of [fresh, dist]) {
    mkdirSync(join(into, 'cli'), { recursive: true })
    writeFileSync(join(into, 'index.js'), 'export {}\n')
    writeFileSync(join(into, 'cli', 'index.js'), '#!/usr/bin/env node\n')
  }
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const all = new Set(['dist/index.js', 'dist/cli/index.js'])

test('a dist that is what the sources make and committed has no difference', async () => {
  expect(await differences(fresh, dist, all)).toEqual([])
})

test('every kind of difference is named', async () => {
  writeFileSync(join(fresh, 'index.js'), 'export const one = 1\n')
  writeFileSync(join(fresh, '12.index.js'), '')
  writeFileSync(join(dist, 'old.js'), '')
  chmodSync(join(fresh, 'cli', 'index.js'), 0o755)
  expect(await differences(fresh, dist, new Set([...all, 'dist/old.js']))).toEqual([
    'dist/12.index.js is missing',
    'dist/cli/index.js has the wrong mode',
    'dist/index.js differs from what the sources make',
    'dist/old.js is not made by the sources'
  ])
})

test('a file that is right and not committed is a difference', async () => {
  expect(await differences(fresh, dist, new Set(['dist/index.js']))).toEqual([
    'dist/cli/index.js is not committed'
  ])
})

test('a missing dist is a difference', async () => {
  expect(await differences(fresh, join(folder, 'nowhere'), new Set())).toEqual([
    'dist/cli/index.js is missing',
    'dist/index.js is missing'
  ])
})
