import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import type { OwnInputs } from '../../src/keys/inputs.js'
import { KEY_FORMAT, keyOf, traceKeyOf } from '../../src/keys/inputs.js'
import { file, ownInputs } from './own-inputs.js'

const key = (inputs: OwnInputs, salt?: string): string =>
  keyOf(inputs, parent => `key of ${parent.image}`, salt)

describe('a key', () => {
  test('is 64 hex digits and the same for equal inputs', () => {
    expect(key(ownInputs())).toMatch(/^[0-9a-f]{64}$/)
    expect(key(ownInputs())).toBe(key(structuredClone(ownInputs())))
  })

  test('is exactly this one: a change of the key format is a change of KEY_FORMAT', () => {
    const a = 'a'.repeat(40)
    const lock = JSON.stringify(`{"digest":"sha256:${'0'.repeat(64)}","env":[],"onbuild":[]}`)
    const document = [
      '[["format",1],["platform","linux/amd64"],["instructions",["FROM base","COPY a b /"]],',
      '["args",[["EMPTY",null],["VERSION","1"]]],',
      `["files",[["",[["a","100644","${a}"],["b","100644","${a}"]]]]],["folders",[]],`,
      `["extra",[["extra","100644","${a}"]]],["parents",[["ghcr.io/acme/base","key of base"]]],`,
      `["externals",[["docker.io/library/debian:12",${lock}]]],`,
      '["labels",[["source","https://example.org"]]],["epoch","2026-W02"],["salt",null]]'
    ].join('')
    expect(KEY_FORMAT).toBe(1)
    expect(key(ownInputs())).toBe(createHash('sha256').update(document).digest('hex'))
  })

  test('does not depend on the order in which contexts, arguments and labels were put in', () => {
    const one = ownInputs({
      args: { A: '1', B: '2' },
      labels: { a: '1', b: '2' },
      files: new Map([
        ['', [file('a')]],
        ['assets', [file('x')]]
      ]),
      folders: new Map([
        ['', ['empty']],
        ['assets', ['none']]
      ])
    })
    const other = ownInputs({
      args: { B: '2', A: '1' },
      labels: { b: '2', a: '1' },
      files: new Map([
        ['assets', [file('x')]],
        ['', [file('a')]]
      ]),
      folders: new Map([
        ['assets', ['none']],
        ['', ['empty']]
      ])
    })
    expect(key(other)).toBe(key(one))
  })

  const base = ownInputs()
  const changes: readonly (readonly [string, Partial<OwnInputs>])[] = [
    ['platform', { platform: 'linux/arm64' }],
    ['an instruction', { instructions: ['FROM base', 'COPY a c /'] }],
    ['the order of instructions', { instructions: [...base.instructions].reverse() }],
    ['the value of an argument', { args: { VERSION: '2', EMPTY: null } }],
    ['an argument that becomes empty where it had no value', { args: { VERSION: '1', EMPTY: '' } }],
    ['a new argument', { args: { ...base.args, NEW: null } }],
    ['the content of a file', { files: new Map([['', [file('a', { blob: 'b'.repeat(40) }), file('b')]]]) }],
    ['the mode of a file', { files: new Map([['', [file('a', { mode: '100755' }), file('b')]]]) }],
    ['a link in place of a file', { files: new Map([['', [file('a', { mode: '120000' }), file('b')]]]) }],
    [
      'the place of a file in its context',
      { files: new Map([['', [file('a', { contextPath: 'z' }), file('b')]]]) }
    ],
    ['a file less', { files: new Map([['', [file('a')]]]) }],
    [
      'a file in another context',
      {
        files: new Map([
          ['', [file('a')]],
          ['assets', [file('b')]]
        ])
      }
    ],
    ['a folder without files', { folders: new Map([['', ['empty']]]) }],
    ['an extra input', { extra: [file('extra', { blob: 'c'.repeat(40) })] }],
    ['another extra input', { extra: [] }],
    ['a parent less', { parents: [] }],
    [
      'another parent under the same name',
      { parents: [{ contextName: 'ghcr.io/acme/base', image: 'other', platform: 'linux/amd64' }] }
    ],
    [
      'the same parent under another name',
      { parents: [{ contextName: 'base', image: 'base', platform: 'linux/amd64' }] }
    ],
    ['an external base less', { externals: [] }],
    [
      'an external base without its lock',
      { externals: base.externals.map(each => ({ ...each, lock: null })) }
    ],
    [
      'a moved external base',
      {
        externals: base.externals.map(each => ({
          ...each,
          lock: { digest: `sha256:${'1'.repeat(64)}`, onbuild: [], env: [] }
        }))
      }
    ],
    ['a label', { labels: { source: 'https://example.com' } }],
    ['the patch epoch', { epoch: '2026-W03' }],
    ['no patch epoch', { epoch: null }]
  ]
  test.each(changes)('differs when %s changes', (_, change) => {
    expect(key(ownInputs(change))).not.toBe(key(base))
  })

  test('all these changes give different keys', () => {
    const keys = changes.map(([, change]) => key(ownInputs(change)))
    expect(new Set(keys).size).toBe(changes.length)
  })

  test("differs when the parent's key differs", () => {
    expect(keyOf(base, () => 'one')).not.toBe(keyOf(base, () => 'two'))
  })

  test('does not know where a file lies in the repository, only where it is in the context', () => {
    const moved = ownInputs({ files: new Map([['', [file('a', { path: 'moved/a' }), file('b')]]]) })
    expect(key(moved)).toBe(key(base))
  })

  test('an empty list of folders is no list of folders', () => {
    expect(key(ownInputs({ folders: new Map([['', []]]) }))).toBe(key(base))
  })

  test('a salt makes it another key, and another salt another one', () => {
    const keys = [key(base), key(base, 'run 1'), key(base, 'run 2'), key(base, '')]
    expect(new Set(keys).size).toBe(4)
  })

  test('says nothing about what is only told: the remedy of a place that cannot be followed', () => {
    const place = { file: 'Dockerfile', line: 1, message: 'm', remedy: 'r' }
    expect(key(ownInputs({ unfollowed: [place] }))).toBe(key(base))
  })

  test('cannot be made equal by moving text from one field to the next', () => {
    const one = ownInputs({ instructions: ['a","b'], args: {} })
    const two = ownInputs({ instructions: ['a', 'b'], args: {} })
    expect(key(one)).not.toBe(key(two))
  })
})

describe('a trace key', () => {
  test('is no key, even where the parents are worth the same', () => {
    const value = (): string => 'same'
    expect(traceKeyOf(ownInputs(), value)).not.toBe(keyOf(ownInputs(), value))
    expect(traceKeyOf(ownInputs({ parents: [] }), value)).not.toBe(keyOf(ownInputs({ parents: [] }), value))
  })

  test('differs with the digest of a parent and with its own inputs, and with nothing else', () => {
    const trace = (digest: string, parts: Partial<OwnInputs> = {}): string =>
      traceKeyOf(ownInputs(parts), () => digest)
    expect(trace('sha256:1')).toBe(trace('sha256:1'))
    expect(trace('sha256:1')).not.toBe(trace('sha256:2'))
    expect(trace('sha256:1')).not.toBe(trace('sha256:1', { epoch: null }))
  })
})
