import { afterAll, describe, expect, jest, test } from '@jest/globals'
import type { Plan } from '../../src/plan/types.js'
import { disposeRepositories } from '../support/repository.js'
import type { Files } from '../support/repository.js'
import { expectAffected, files, HEAD, planOf, repeat, withDockerfile } from './sound.js'

// Repositories of megabytes, on a machine that may have other work to do; the limits themselves are of processor time.
jest.setTimeout(180_000)

afterAll(disposeRepositories)

describe('a Dockerfile that is read all the same', () => {
  const words = 'x'.repeat(85)
  const cases: readonly (readonly [string, string | Uint8Array])[] = [
    ['of 5 MB of RUN', `FROM scratch\nCOPY f /\n${repeat(50_000, n => `RUN echo ${n} ${words}\n`)}`],
    [
      'of one instruction of 5 MB',
      `FROM scratch\nCOPY f /\nRUN x${repeat(50_000, n => ` \\\n ${n} ${words}`)}\n`
    ],
    ['of 5 MB of comments', `FROM scratch\n${repeat(50_000, n => `# echo ${n} ${words}\n`)}COPY f /\n`],
    [
      'with a here-document of 5 MB',
      `FROM scratch\nCOPY f /\nRUN <<E\n${repeat(50_000, n => `${n} ${words}\n`)}E\n`
    ],
    ['with 50,000 COPY', `FROM scratch\n${repeat(50_000, n => `COPY f /x${n}\n`)}`],
    [
      'with 50,000 arguments, each from the one before',
      `FROM scratch\n${repeat(50_000, n => `ARG A${n}=$A${n - 1}x\n`)}COPY f /\n`
    ],
    [
      'with 50,000 triggers',
      `FROM scratch AS x\n${repeat(50_000, n => `ONBUILD RUN echo ${n}\n`)}FROM x\nCOPY f /\n`
    ],
    [
      'with bytes that are no text',
      new Uint8Array([...Buffer.from('FROM scratch\nCOPY f /'), 0, 255, 254, 10])
    ],
    ['with a line of 64 KiB', `FROM scratch\nRUN ${'x'.repeat(65_530)}\nCOPY f /\n`],
    [
      'with 10,000 stages, each FROM the one before',
      `FROM scratch AS s0\nCOPY f /\n${repeat(10_000, n => `FROM s${n} AS s${n + 1}\nRUN ${n}\n`)}`
    ],
    [
      'with 10,000 stages, each COPY --from the one before',
      `FROM scratch AS s0\nCOPY f /\n${repeat(10_000, n => `FROM scratch AS s${n + 1}\nCOPY --from=s${n} /f /f\n`)}`
    ],
    [
      'with 10,000 stages, each with a variable more',
      `FROM scratch AS s0\nCOPY f /\n${repeat(10_000, n => `FROM s${n} AS s${n + 1}\nENV E${n}=$E${n - 1}x\n`)}`
    ],
    [
      'with 10,000 stages that nothing reaches',
      `${repeat(10_000, n => `FROM debian AS s${n}\n`)}FROM scratch\nCOPY f /\n`
    ],
    [
      'with arguments that name themselves',
      'ARG A=$A\nARG B=$C\nARG C=$B\nFROM scratch\nARG A=$A\nARG B=$C\nARG C=$B\nCOPY f /$A\n'
    ],
    [
      'with an argument that doubles sixty times',
      `FROM scratch\nARG A0=xxxxxxxxxx\n${repeat(60, n => `ARG A${n + 1}=$A${n}$A${n}\n`)}COPY f /\n`
    ],
    [
      'with a variable that doubles sixty times',
      `FROM scratch\nENV A=xxxxxxxxxx\n${repeat(60, () => 'ENV A=$A$A\n')}COPY f /\n`
    ],
    [
      'with 9,000 defaults in one another',
      `FROM scratch\nARG A=${'${A:-'.repeat(9000)}x${'}'.repeat(9000)}\nCOPY f /\n`
    ],
    [
      'with 8,000 here-documents in a line',
      `FROM scratch\nRUN ${repeat(8000, n => `<<E${n} `)}\n${repeat(8000, n => `E${n}\n`)}COPY f /\n`
    ],
    [
      'with names of the language',
      'FROM scratch\nARG __proto__\nARG constructor=1\nENV toString=2\nCOPY f /$constructor/$toString\n'
    ]
  ]
  test.each(cases)('%s', (_, dockerfile) => {
    expectAffected(withDockerfile(dockerfile))
  })
})

describe('a Dockerfile that BuildKit would refuse', () => {
  const warned: readonly (readonly [string, string, RegExp])[] = [
    [
      'a line of 70 KiB',
      `FROM scratch\nRUN ${'x'.repeat(70_000)}\nCOPY f /\n`,
      /^images\/a\/Dockerfile:2: warning D005: .*64 KiB/
    ],
    [
      'a line of 10 MB',
      `FROM scratch\nENV ${repeat(1_000_000, n => `a${n}=b `)}\nCOPY f /\n`,
      /^images\/a\/Dockerfile:2: warning D005: .*64 KiB/m
    ],
    [
      '3,000 here-documents that do not end',
      `FROM scratch\nCOPY f /\n${repeat(3000, n => `RUN <<E${n}\n`)}`,
      /^images\/a\/Dockerfile:3: warning D005: .*E0 does not end/
    ],
    [
      'a source that only a variable without end names',
      `FROM scratch\nENV A=xxxxxxxxxx\n${repeat(60, () => 'ENV A=$A$A\n')}COPY $A /\n`,
      /^images\/a\/Dockerfile:63: warning D005: .*uses A/
    ]
  ]
  test.each(warned)('%s: the image is always affected, and the line is named', (_, dockerfile, finding) => {
    expect(expectAffected(withDockerfile(dockerfile)).err).toMatch(finding)
  })

  test('a FROM that doubles its argument sixty times: an error with its line', () => {
    const bomb = `ARG A0=xxxxxxxxxx\n${repeat(60, n => `ARG A${n + 1}=$A${n}$A${n}\n`)}FROM $A60\nCOPY f /\n`
    const run = planOf(withDockerfile(bomb))
    expect(run.err).toMatch(
      /^images\/a\/Dockerfile:18: error D003: .*A17 cannot be expanded: it grows beyond 1 MiB/
    )
    expect(run).toMatchObject({ code: 2, out: '' })
  })
})

describe('patterns', () => {
  const long = 'a'.repeat(200)
  const cases: readonly (readonly [string, string, string, Files])[] = [
    [
      '10,000 paths in an ignore file',
      'COPY . /',
      repeat(10_000, n => `dir${n}/file${n}\n`),
      files(500, 'x')
    ],
    [
      '10,000 patterns with wildcards in an ignore file',
      'COPY . /',
      repeat(10_000, n => `**/x*${n}*y\n`),
      files(500, 'x')
    ],
    [
      '10,000 exceptions in an ignore file',
      'COPY . /',
      `*\n${repeat(10_000, n => `!dir/*f*${n}*\n`)}!f\n`,
      files(500, 'x')
    ],
    [
      'catastrophic patterns in an ignore file',
      'COPY . /',
      `${'**/'.repeat(90)}${'a*'.repeat(9)}b\n${'a*'.repeat(90)}b\n`,
      files(300, long)
    ],
    [
      'more wildcards than are followed',
      'COPY . /',
      `${'**/'.repeat(2000)}${'a*'.repeat(9)}b\n`,
      files(300, long)
    ],
    ['brackets that do not close in an ignore file', 'COPY . /', `ok\n[\n${'['.repeat(60_000)}\n`, {}],
    ['a line of 70 KiB in an ignore file', 'COPY . /', `${'x'.repeat(70_000)}\n`, {}],
    ['catastrophic globs of COPY', `COPY ${'a*'.repeat(90)}b f /`, '', files(300, long)],
    ['brackets that do not close in COPY', 'COPY [ a[ a[b- f /', '', {}],
    [
      'catastrophic --parents and --exclude',
      `COPY --parents ${'**/'.repeat(60)}*a*a*a*b /\nCOPY --exclude=${'**/'.repeat(60)}*a*a*b . /`,
      '',
      files(300, long)
    ]
  ]
  test.each(cases)('%s', (_, copy, ignore, more) => {
    expectAffected(withDockerfile(`FROM scratch\n${copy}\n`, { 'images/a/.dockerignore': ignore, ...more }))
  })

  test('a catastrophic glob of `inputs:`', () => {
    const manifest = `${HEAD}  a:\n    inputs: ["${'**/'.repeat(60)}${'*a'.repeat(30)}b", "images/a/f"]\n`
    expectAffected(withDockerfile('FROM scratch\n', files(300, long), manifest))
  })
})

describe('a manifest', () => {
  const bomb = [...'abcdefghij'].map((name, at, all) => {
    const item = at === 0 ? 'x' : `*${all[at - 1] ?? ''}`
    return `${name}: &${name} [${Array.from({ length: 9 }, () => item).join(', ')}]\n`
  })
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [
      'that is an alias bomb',
      `version: 1\nregistry: ghcr.io/acme\n${bomb.join('')}images:\n  a: {}\n`,
      /^images\/manifest\.yaml:3:1: error M003/
    ],
    [
      'nested 100,000 deep',
      `${HEAD}  a: { tags: ${'['.repeat(100_000)} }\n`,
      /^images\/manifest\.yaml:4:\d+: error M014/
    ],
    [
      'of 5 MB',
      `${HEAD}${repeat(100_000, n => `  i${n}: { description: "${'x'.repeat(35)}" }\n`)}`,
      /^images\/manifest\.yaml: error M014/
    ],
    [
      'with keys of the language',
      `${HEAD}  a: { __proto__: { publish: false } }\n  __proto__: {}\n`,
      /^images\/manifest\.yaml:4:8: error M003: .*__proto__/
    ],
    [
      'with a context of such a name',
      `${HEAD}  a: { contexts: { __proto__: images } }\n`,
      /^images\/manifest\.yaml:4:20: error M008: .*__proto__/
    ],
    [
      'with names for a terminal and a log',
      `${HEAD}  a: { dockerfile: "images/\\n::error::x\\e[31m" }\n  "b\\n::set-output": {}\n`,
      /^images\/manifest\.yaml:\d+:\d+: error M0\d\d/
    ],
    [
      'of 10,000 images with one cycle',
      `${HEAD}${repeat(10_000, n => `  i${n}: { dockerfile: images/x, args: { P: "ghcr.io/acme/i${n === 0 ? 1 : n - 1}" } }\n`)}`,
      /^images\/manifest\.yaml: error G001: .*: i0 → i1 → i0\n/
    ],
    [
      'of 10,000 images that are one cycle',
      `${HEAD}${repeat(10_000, n => `  i${n}: { dockerfile: images/x, args: { P: "ghcr.io/acme/i${(n + 9999) % 10_000}" } }\n`)}`,
      /^images\/manifest\.yaml: error G001: /
    ]
  ]
  test.each(cases)('%s', (_, manifest, finding) => {
    const run = planOf(
      withDockerfile('FROM scratch\nCOPY f /\n', { 'images/x': 'ARG P\nFROM $P\n' }, manifest)
    )
    expect(run.err).toMatch(finding)
    expect(run).toMatchObject({ code: 2, out: '' })
    // eslint-disable-next-line no-control-regex -- what must not reach a terminal
    expect(run.err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/)
    expect(run.err).not.toMatch(/^::/m)
  })

  test('may name images and arguments as the language names its own', () => {
    const names = ['constructor', 'tostring', 'hasownproperty', 'valueof']
    const repository = withDockerfile(
      'FROM scratch\nCOPY f /\n',
      Object.fromEntries(names.map(name => [`images/${name}/Dockerfile`, 'FROM ghcr.io/acme/a\n'])),
      `${HEAD}  a: { args: { constructor: "2", toString: "3" } }\n${names.map(name => `  ${name}: {}\n`).join('')}`
    )
    const { images } = JSON.parse(expectAffected(repository).out) as Plan
    expect(images.map(image => `${image.name} ${image.action}`)).toEqual(
      ['a', ...names].map(name => `${name} build`)
    )
  })

  const locks: readonly (readonly [string, string, RegExp])[] = [
    [
      'nested 100,000 deep',
      `version: 1\nbases: ${'{a: '.repeat(100_000)}\n`,
      /^images\/lock\.yaml: error M010/
    ],
    [
      'with aliases of themselves',
      'version: 1\nbases: &a [*a, *a]\nepochs: *a\n',
      /^images\/lock\.yaml:2:12: error M010/
    ],
    [
      'of 5 MB',
      `version: 1\nepochs:\n${repeat(200_000, n => `  i${n}: { epoch: "1" }\n`)}`,
      /^images\/lock\.yaml: error M010/
    ]
  ]
  test.each(locks)('has a lock %s', (_, lock, finding) => {
    const run = planOf(withDockerfile('FROM scratch\nCOPY f /\n', { 'images/lock.yaml': lock }))
    expect(run.err).toMatch(finding)
    expect(run).toMatchObject({ code: 2, out: '' })
  })
})
