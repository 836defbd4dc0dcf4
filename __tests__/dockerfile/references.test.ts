import { describe, expect, test } from '@jest/globals'
import { build, references } from './build.js'

const stages = ['FROM python:3.11 AS build', 'RUN x', 'FROM node AS unused', 'FROM debian']

describe('references', () => {
  test('are those of the stages that the target reaches', () => {
    expect(references([...stages, 'COPY --from=build /a /b'])).toEqual(['from python:3.11', 'from debian'])
    expect(references(stages)).toEqual(['from debian'])
    expect(references(stages, { target: 'Unused' })).toEqual(['from node'])
  })

  test('are found through FROM, COPY and mounts, by name whatever the case, and by number for COPY', () => {
    const first = ['FROM a AS One']
    expect(references([...first, 'FROM one AS two', 'FROM b', 'RUN --mount=from=TWO,target=/x y'])).toEqual([
      'from a',
      'from b'
    ])
    expect(references([...first, 'FROM b', 'COPY --from=0 x y'])).toEqual(['from a', 'from b'])
    expect(references([...first, 'FROM b', 'RUN --mount=from=0,target=/x y'])).toEqual(['from b', 'mount 0'])
    expect(
      references([
        'FROM a',
        'COPY --from=ghcr.io/o/uv:1 x y',
        'RUN --mount=type=cache,from=busybox,target=/x y'
      ])
    ).toEqual(['from a', 'copy ghcr.io/o/uv:1', 'mount busybox'])
  })

  test('by FROM find a stage only by the exact text of its lower-case name', () => {
    expect(build(['FROM a AS Base', 'FROM Base']).errors).toMatchObject([{ code: 'D006', line: 2 }])
  })

  test('do not count scratch', () => {
    expect(
      references(['FROM scratch', 'COPY --from=scratch x y', 'RUN --mount=type=cache,target=/x y'])
    ).toEqual([])
  })

  test('count the frontend', () => {
    expect(references(['# syntax=docker/dockerfile:1 x', 'FROM scratch'])).toEqual([
      'syntax docker/dockerfile:1'
    ])
    expect(references(['# syntax=a/b', 'FROM scratch'], { args: { BUILDKIT_SYNTAX: 'c/d:2' } })).toEqual([
      'syntax c/d:2'
    ])
    expect(
      references(['# syntax=a/b', 'FROM scratch'], { args: { BUILDKIT_SYNTAX: 'dockerfile.v0' } })
    ).toEqual([])
    // Only the argument names the built-in one so; the directive names an image.
    expect(references(['# syntax=dockerfile.v0', 'FROM scratch'])).toEqual(['syntax dockerfile.v0'])
  })

  test('have their place, platform and full form', () => {
    const lines = [
      'ARG P=linux/x86_64',
      '  FROM --platform=$P python AS x',
      'FROM --platform=$TARGETPLATFORM x'
    ]
    expect(build(lines).references).toEqual([
      {
        use: 'from',
        written: 'python',
        reference: 'docker.io/library/python:latest',
        contextName: 'python',
        platform: 'linux/amd64',
        onBuilder: true,
        line: 2,
        column: 22
      }
    ])
  })

  test.each([
    ['--platform=linux/amd64', undefined],
    ['--platform=$TARGETPLATFORM', undefined],
    ['--platform=${TARGETOS}/${TARGETARCH}', undefined],
    ['--platform=$BUILDPLATFORM', true],
    ['--platform=linux/${BUILDARCH}', true]
  ])('with %s may follow the builder: %s', (flag, follows) => {
    expect(build([`FROM ${flag} x`]).references[0]?.onBuilder).toBe(follows)
  })
})

describe('arguments in FROM', () => {
  const from = (lines: readonly string[], args: Readonly<Record<string, string>> = {}): readonly string[] =>
    references(lines, { args })

  test('are those before the first FROM, build arguments over defaults', () => {
    expect(from(['ARG V=1', 'ARG W=${V}.2', 'FROM x:$W'])).toEqual(['from x:1.2'])
    expect(from(['ARG V=1', 'FROM x:$V'], { V: '2' })).toEqual(['from x:2'])
    expect(from(['ARG V', 'FROM x:${V:-9}'])).toEqual(['from x:9'])
    expect(from(['FROM a', 'ARG V=1', 'FROM x:${V:-9}'])).toEqual(['from x:9'])
    expect(from(['FROM a AS b', 'FROM b'], { b: 'c' })).toEqual(['from a'])
  })

  test('include those of the platform', () => {
    expect(references(['FROM x:$TARGETOS-$TARGETARCH$TARGETVARIANT'], { platform: 'linux/arm/v7' })).toEqual([
      'from x:linux-armv7'
    ])
    expect(build(['FROM --platform=$BUILDPLATFORM x']).references).toMatchObject([
      { platform: 'linux/amd64' }
    ])
  })

  test.each([
    [['FROM $V'], 'D003', 'uses V'],
    [['FROM x:${V}'], 'D003', 'uses V'],
    [['ARG V', 'FROM x$V'], 'D003', 'uses V'],
    [['ARG V=', 'FROM x:$V'], 'D006', '"x:"'],
    [['ARG V=', 'FROM $V'], 'D003', 'gives nothing'],
    [['FROM ${V:?say}'], 'D003', 'V: say'],
    [['ARG V=${', 'FROM x'], 'D003', 'default of ARG V'],
    [['FROM Python'], 'D006', '"Python"'],
    [['FROM --platform=${P:-} x'], 'D003', 'gives nothing']
  ])('%j is an error', (lines, code, message) => {
    expect(build(lines).errors).toMatchObject([
      { code, message: expect.stringContaining(message), remedy: expect.any(String) }
    ])
  })

  test('that an operator provides for need no value', () => {
    expect(build(['FROM x${V:+-y}']).errors).toEqual([])
  })
})

describe('a target', () => {
  test('that does not exist is an error with the names that do', () => {
    expect(build(stages, { target: 'x' }).errors).toMatchObject([
      { code: 'D004', message: 'the target stage "x" does not exist; stages are build, unused' }
    ])
  })
})

describe('a from that cannot be followed', () => {
  test.each([
    ['COPY --from=$X a b', 'do not expand'],
    ['COPY --from=7 a b', 'neither a stage'],
    ['COPY --from=self a b', 'does not stand before'],
    ['RUN --mount=from=$X,target=/x y', 'does not expand'],
    ['RUN --mount=from=a\\"b y', 'cannot be read'],
    ['COPY --from=Nope a b', 'neither a stage']
  ])('%s is a problem', (line, message) => {
    expect(
      build(['FROM scratch AS self', line])
        .problems.map(each => each.message)
        .join()
    ).toContain(message)
  })
})

describe('named contexts', () => {
  const contexts = {
    assets: 'path',
    'docker.io/library/base:latest': 'image',
    lib: 'image',
    built: 'path'
  } as const

  test('replace an image by its normalised name, and keep the key of the manifest', () => {
    const { references: found, contexts: used } = build(['FROM base', 'COPY --from=lib x y'], { contexts })
    expect(found.map(({ contextName }) => contextName)).toEqual(['docker.io/library/base:latest', 'lib'])
    expect(used).toEqual(['docker.io/library/base:latest', 'lib'])
  })

  test('that are folders give files, not references', () => {
    const found = build(
      ['FROM assets AS a', 'FROM x', 'COPY --from=assets q /', 'RUN --mount=from=assets,target=/m y'],
      { contexts }
    )
    expect(found.references.map(({ contextName }) => contextName)).toEqual(['x'])
    expect(found.sources.map(({ kind, pattern, context }) => [kind, pattern, context])).toEqual([
      ['copy', 'q', 'assets'],
      ['bind', '.', 'assets']
    ])
    expect(found.contexts).toEqual(['assets'])
    expect(build(['FROM assets'], { contexts }).sources).toMatchObject([{ pattern: '.', context: 'assets' }])
  })

  test('of a stage’s name take its place, with its instructions', () => {
    const lines = ['FROM python AS lib', 'COPY secret /', 'FROM x', 'COPY --from=lib a b']
    const found = build(lines, { contexts })
    expect(found.references.map(({ contextName }) => contextName)).toEqual(['lib', 'x'])
    expect(found.sources).toEqual([])
  })
})
