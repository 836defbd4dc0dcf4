import { describe, expect, test } from '@jest/globals'
import { fixesContent, namesCommit, sourceKind } from '../../src/dockerfile/remote.js'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const LONG = `${COMMIT}${COMMIT.slice(0, 24)}`

describe('a source of ADD', () => {
  test.each([
    ['a.txt', 'local'],
    ['github.com/o/r', 'local'],
    ['github.com/o/r.git', 'local'],
    ['ftp://h/x', 'local'],
    ['http://h/x', 'http'],
    ['https://h/x.tar', 'http'],
    ['HTTPS://h/x', 'local'],
    ['https://h/r.git', 'git'],
    ['HTTPS://h/r.git', 'git'],
    ['https://h/r.git?ref=x#main:sub', 'git'],
    ['https://h/x?y=r.git', 'http'],
    ['https://h.git', 'http'],
    ['git://h/r', 'git'],
    ['ssh://git@h/r', 'git'],
    ['git@h:o/r', 'git'],
    ['me-2@h.example:r', 'git'],
    ['a b@h:r', 'local'],
    ['@h:r', 'local']
  ])('%s is %s', (source, kind) => {
    expect(sourceKind(source)).toBe(kind)
  })
})

describe('a git address', () => {
  test.each([
    `https://h/r.git#${COMMIT}`,
    `https://h/r.git#${COMMIT}:sub`,
    `https://h/r.git#${COMMIT}:sub:dir`,
    `https://h/r.git#${LONG}`,
    `https://h/r.git?ref=${COMMIT}`,
    `https://h/r.git?checksum=${COMMIT}#main`,
    `https://h/r.git?subdir=x&commit=${COMMIT}`
  ])('%s names a commit', address => {
    expect(namesCommit(address)).toBe(true)
  })

  test.each([
    'https://h/r.git',
    'https://h/r.git#main',
    `https://h/r.git#${COMMIT.slice(1)}`,
    `https://h/r.git#${COMMIT}0`,
    `https://h/r.git#x${COMMIT}`,
    `https://h/r.git#${COMMIT.toUpperCase()}`,
    `https://h/r.git#main#${COMMIT}`,
    `https://h/r.git#main:${COMMIT}`,
    `https://h/r.git?x?ref=${COMMIT}`,
    `https://h/r.git?other=${COMMIT}`,
    `https://h/r.git?ref=main`
  ])('%s names none', address => {
    expect(namesCommit(address)).toBe(false)
  })
})

test('a checksum fixes a web address whatever it is, and git only by a full commit', () => {
  expect([fixesContent('http', 'sha256:1'), fixesContent('http', '')]).toEqual([true, false])
  expect([COMMIT, LONG, COMMIT.slice(1), ''].map(each => fixesContent('git', each))).toEqual([
    true,
    true,
    false,
    false
  ])
})
