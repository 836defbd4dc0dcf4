import { describe, expect, test } from '@jest/globals'
import type { OwnInputs } from '../../src/keys/inputs.js'
import { directReasons } from '../../src/plan/compare.js'
import { file, ownInputs } from '../keys/own-inputs.js'

const BEFORE = ownInputs()

function reasonsOf(change: Partial<OwnInputs>): readonly string[] {
  return directReasons('images/x/Dockerfile', BEFORE, ownInputs(change)).map(
    reason => `${reason.kind}: ${reason.text}`
  )
}

describe('the direct causes of a difference', () => {
  const cases: readonly (readonly [string, Partial<OwnInputs>, readonly string[]])[] = [
    ['nothing', {}, []],
    [
      'a modified file',
      { files: new Map([['', [file('a', { blob: 'b'.repeat(40) }), file('b')]]]) },
      ['file: a modified']
    ],
    ['an added file', { files: new Map([['', [file('a'), file('b'), file('c')]]]) }, ['file: c added']],
    ['a file that is gone', { files: new Map([['', [file('a')]]]) }, ['file: b deleted, or no longer read']],
    [
      'a changed mode',
      { files: new Map([['', [file('a', { mode: '100755' }), file('b')]]]) },
      ['file: a mode changed from 100644 to 100755']
    ],
    [
      'another place in the context',
      { files: new Map([['', [file('a', { contextPath: 'x/a' }), file('b')]]]) },
      ['file: a has another place in the build context']
    ],
    ['an extra input', { extra: [file('extra', { blob: 'c'.repeat(40) })] }, ['file: extra modified']],
    [
      'a file that is named by `inputs` now, and read as before',
      { extra: [file('extra'), file('a')] },
      ['file: a is now named by `inputs` of the manifest']
    ],
    [
      'a link that the ignore file hides now',
      { files: new Map([['', [file('a', { hidden: true }), file('b')]]]) },
      ['file: a is hidden now by the ignore file']
    ],
    [
      'an empty folder',
      { folders: new Map([['', ['data']]]) },
      ['context: empty folder data of the build context is new']
    ],
    [
      'an empty folder of a named context',
      { folders: new Map([['assets', ['data']]]) },
      ['context: empty folder data of the build context assets is new']
    ],
    [
      'several files, in path order',
      { files: new Map([['', [file('c'), file('b', { blob: 'b'.repeat(40) })]]]) },
      ['file: a deleted, or no longer read', 'file: b modified', 'file: c added']
    ],
    [
      'an instruction',
      { instructions: ['FROM base', 'COPY a c /'] },
      ['instruction: images/x/Dockerfile: instructions changed']
    ],
    [
      'a removed instruction',
      { instructions: ['FROM base'] },
      ['instruction: images/x/Dockerfile: instructions changed']
    ],
    [
      'the order of instructions',
      { instructions: [...BEFORE.instructions].reverse() },
      ['instruction: images/x/Dockerfile: instructions are in another order']
    ],
    [
      'an instruction that is there twice now',
      { instructions: [...BEFORE.instructions, 'COPY a b /'] },
      ['instruction: images/x/Dockerfile: instructions are in another order']
    ],
    ['an argument', { args: { VERSION: '2', EMPTY: null } }, ['argument: argument VERSION changed']],
    ['a removed argument', { args: { EMPTY: null } }, ['argument: argument VERSION changed']],
    [
      'an argument that got a value',
      { args: { ...BEFORE.args, EMPTY: '' } },
      ['argument: argument EMPTY changed']
    ],
    [
      'a base that moved',
      { externals: BEFORE.externals.map(each => ({ ...each, lock: null })) },
      ['base: base debian:12 moved in the lock']
    ],
    [
      'a new base',
      {
        externals: [
          ...BEFORE.externals,
          {
            reference: 'docker.io/library/node:24',
            contextName: 'node:24',
            lock: null,
            frontend: false
          }
        ]
      },
      ['base: base node:24 is new']
    ],
    [
      'a new parent',
      { parents: [...BEFORE.parents, { contextName: 't', image: 'tools', platform: 'linux/amd64' }] },
      ['parent: parent tools is new']
    ],
    ['a label', { labels: { source: 'https://example.com' } }, ['label: label source changed']],
    ['a patch epoch', { epoch: '2026-W47' }, ['epoch: patch epoch 2026-W47']],
    ['no patch epoch any more', { epoch: null }, ['epoch: patch epoch changed']]
  ]
  test.each(cases)('%s', (_, change, expected) => {
    expect(reasonsOf(change)).toEqual(expected)
  })

  test('an empty folder that is gone is told, and one with a file in it now by that file', () => {
    const before = ownInputs({ folders: new Map([['', ['data', 'docs']]]) })
    const after = ownInputs({ files: new Map([['', [file('a'), file('b'), file('docs/x')]]]) })
    expect(directReasons('Dockerfile', before, after).map(({ text }) => text)).toEqual([
      'docs/x added',
      'empty folder data of the build context is gone'
    ])
    expect(directReasons('Dockerfile', after, before).map(({ text }) => text)).toEqual([
      'docs/x deleted, or no longer read',
      'empty folder data of the build context is new'
    ])
  })

  test('files come first, then instructions, arguments, bases, parents, labels and the epoch', () => {
    const all = directReasons(
      'images/x/Dockerfile',
      BEFORE,
      ownInputs({
        files: new Map([['', [file('a')]]]),
        instructions: [],
        args: {},
        externals: [{ reference: 'r', contextName: 'r', lock: null, frontend: false }],
        parents: [{ contextName: 'n', image: 'n', platform: 'linux/amd64' }],
        labels: {},
        epoch: null
      })
    )
    const kinds = [...new Set(all.map(reason => reason.kind))]
    expect(kinds).toEqual(['file', 'instruction', 'argument', 'base', 'parent', 'label', 'epoch'])
  })
})
