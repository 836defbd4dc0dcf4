import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ROOT, useEngine } from '../support/engine.js'
import { openOracle, type Oracle } from './call.js'
import { compareOutlines, compareTargets } from './differences.js'
import { compareAll, generatedFiles, repositoryFiles, type Compared } from './main.js'
import { ourOutline, ourTargets, readText } from './reading.js'

const SEED = 4
const CASES = 25

describe('the reader of Dockerfiles beside BuildKit’s own', () => {
  const files = [...repositoryFiles(ROOT), ...generatedFiles(SEED, CASES)]
  let results: readonly Compared[] = []
  let oracle: Oracle | undefined
  beforeAll(async () => {
    const { host, environment } = useEngine()
    oracle = await openOracle(host, { ...process.env, ...environment })
    results = await compareAll(oracle, files, 2)
  }, 300_000)
  afterAll(() => oracle?.close())

  test.each(files.map(({ name }, at) => [name, at] as const))('%s is read alike', (_, at) => {
    const compared = results[at]
    expect(compared?.findings.filter(({ kind }) => kind === 'difference')).toEqual([])
  })

  test('some files are refused, most are not, and outlines are compared', () => {
    const count = (test: (compared: Compared) => boolean): number => results.filter(test).length
    expect(count(({ targets }) => targets.refused !== undefined)).toBeGreaterThan(2)
    expect(count(({ targets }) => (targets.stages?.length ?? 0) > 1)).toBeGreaterThan(10)
    expect(count(({ answer }) => answer !== undefined)).toBeGreaterThan(8)
  })
})

describe('the comparison', () => {
  const parsed = readText(
    'ARG V=1\nFROM a:$V AS Build\nARG X=y\nFROM build\nRUN --mount=type=secret,id=s true\n'
  )
  const stages = [
    { name: 'build', base: 'a:$V', default: false, line: 2 },
    { base: 'build', default: true, line: 4 }
  ]
  const outline = {
    args: [
      { name: 'V', value: '1', line: 1 },
      { name: 'X', value: 'y', line: 3 }
    ],
    secrets: ['s'],
    ssh: [],
    images: ['docker.io/library/a:1']
  }

  test('finds nothing where both say the same', () => {
    expect(compareTargets({ stages }, ourTargets(parsed))).toEqual([])
    expect(compareOutlines(outline, ourOutline(parsed, { args: {} }))).toEqual([])
  })

  test.each([
    ['a stage more', { stages: [...stages, { base: 'x', default: true, line: 9 }] }],
    [
      'another name',
      { stages: [{ name: 'other', base: 'a:$V', default: false, line: 2 }, ...stages.slice(1)] }
    ],
    [
      'another line',
      { stages: [{ ...stages[0], base: 'a:$V', default: false, line: 3 }, ...stages.slice(1)] }
    ],
    [
      'a platform',
      {
        stages: [{ base: 'a:$V', name: 'build', default: false, line: 2, platform: 'x' }, ...stages.slice(1)]
      }
    ],
    ['a refusal', { refused: 'FROM requires either one or three arguments' }],
    ['a frontend', { stages, syntax: 'docker.io/docker/dockerfile:1' }]
  ])('finds %s', (_, theirs) => {
    expect(compareTargets(theirs, ourTargets(parsed))).toMatchObject([{ kind: 'difference' }])
  })

  test.each([
    ['another image', { ...outline, images: [] }],
    ['another secret', { ...outline, secrets: ['s', 't'] }],
    ['another value', { ...outline, args: [{ name: 'X', value: 'z', line: 3 }] }],
    ['an argument that we do not see', { ...outline, args: [{ name: 'Z', value: '', line: 3 }] }],
    ['a refusal', { ...outline, refused: 'circular dependency' }]
  ])('finds %s', (_, theirs) => {
    expect(compareOutlines(theirs, ourOutline(parsed, { args: {} }))).toMatchObject([{ kind: 'difference' }])
  })

  test('finds a file and a build that only we refuse', () => {
    const listed = [{ base: 'a', default: true, line: 1 }]
    expect(compareTargets({ stages: listed }, ourTargets(readText('FROM a\nFORM b\n')))).toMatchObject([
      { kind: 'difference' }
    ])
    expect(compareOutlines(outline, ourOutline(parsed, { target: 'none', args: {} }))).toMatchObject([
      { kind: 'difference' }
    ])
  })

  test('counts what BuildKit says about values that decide nothing', () => {
    const answer = compareTargets({ refused: 'invalid network mode "home"' }, ourTargets(parsed))
    expect(answer).toMatchObject([
      { kind: 'allowed', className: 'value of RUN --network, --security, --device' }
    ])
  })
})

describe('generated files', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(generatedFiles(1, 30)).toEqual(generatedFiles(1, 30))
    expect(generatedFiles(1, 30)).not.toEqual(generatedFiles(2, 30))
  })
})
