import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { VERSION } from '../../src/cli/version.js'
import { runCli } from '../support/compiled-cli.js'
import type { CliRun } from '../support/compiled-cli.js'
import { disposeRepositories, makeRepository, temporaryFolder } from '../support/repository.js'
import type { Files, TestRepository } from '../support/repository.js'

afterAll(disposeRepositories)

const GOOD: Files = {
  'images/manifest.yaml': `version: 1
registry: ghcr.io/acme
images:
  base: { tags: ["1"] }
  web: {}
`,
  'images/base/Dockerfile': 'FROM scratch\nCOPY a /a\n',
  'images/base/a': 'a\n',
  'images/web/Dockerfile': 'FROM ghcr.io/acme/base:1\n'
}

let good: TestRepository
let plan: string

beforeAll(() => {
  good = makeRepository(GOOD)
  plan = runCli(good.folder, ['plan', '--format', 'json']).out
  expect(JSON.parse(plan)).toMatchObject({ version: 1 })
})

/** Wrong input: exit code 2, nothing on standard output, and exactly these findings, each with its remedy. */
function expectInvalid(run: CliRun, ...findings: readonly (readonly [string, string])[]): void {
  expect(run.err).toBe(findings.map(([what, remedy]) => `${what}\n  remedy: ${remedy}\n`).join(''))
  expect(run.code).toBe(2)
  expect(run.out).toBe('')
}

/** No finding may look like a fault of ours. */
function expectNoStack(run: CliRun): void {
  expect(run.err).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)
  expect(run.err).not.toContain('Internal error')
  expect(run.err).not.toContain('node:internal')
}

describe('the repository', () => {
  test.each([[['plan']], [['graph']], [['why', 'base']], [['build']], [['release']]])('is none: %j', args => {
    expectInvalid(runCli(temporaryFolder('nothing'), args), [
      '.: error E002: this folder is in no git repository',
      'run the command inside a clone of the repository'
    ])
  })

  test('has no commit', () => {
    expectInvalid(runCli(makeRepository().folder, ['plan']), [
      '.: error E001: "HEAD" names no commit of this clone',
      'make a first commit'
    ])
  })

  test('has lost an object', () => {
    const repository = makeRepository(GOOD)
    const blob = repository.git('rev-parse', 'HEAD:images/web/Dockerfile').trim()
    const objects = join(repository.folder, '.git', 'objects', blob.slice(0, 2))
    execFileSync('rm', ['-f', join(objects, blob.slice(2))])
    const run = runCli(repository.folder, ['plan', '--head', 'HEAD'])
    expectNoStack(run)
    expect(run.err).toContain(`error E002: `)
    expect(run.err).toContain(blob)
    expect(run.err).toContain('remedy: check the clone with `git fsck`, or clone again')
    expect(run.code).toBe(1)
  })
})

describe('the manifest', () => {
  test.each([[['plan']], [['graph']], [['why', 'base']], [['build']]])('is missing: %j', args => {
    expectInvalid(runCli(makeRepository({ a: 'x' }).folder, args), [
      'images/manifest.yaml: error M001: expected a manifest here: no such file is tracked',
      'create images/manifest.yaml, or name the manifest with --manifest; docs/manifest.md shows one'
    ])
  })

  test('is missing where --manifest says', () => {
    const run = runCli(good.folder, ['plan', '--manifest', './other.yaml'])
    expectInvalid(run, [
      'other.yaml: error M001: expected a manifest here: no such file is tracked',
      'create other.yaml, or name the manifest with --manifest; docs/manifest.md shows one'
    ])
  })

  test('has an unknown key', () => {
    const repository = makeRepository({
      ...GOOD,
      'images/manifest.yaml': 'version: 1\nregistry: ghcr.io/acme\nimages:\n  base:\n    taggs: [latest]\n'
    })
    const run = runCli(repository.folder, ['plan'])
    expect(run.err).toMatch(/^images\/manifest\.yaml:5:5: error M003: .*"taggs".*\n {2}remedy: .*tags/)
    expect(run).toMatchObject({ code: 2, out: '' })
    expectNoStack(run)
  })

  test('has a mistake that only the working tree has', () => {
    const repository = makeRepository(GOOD)
    repository.write({ 'images/manifest.yaml': 'version: 1\nimages: [\n' })
    const run = runCli(repository.folder, ['plan'])
    expect(run.err).toMatch(/^images\/manifest\.yaml:\d+:\d+: error M002: /)
    expect(run.err).toContain('remedy: ')
    expect(run.code).toBe(2)
    expectNoStack(run)
    expect(runCli(repository.folder, ['plan', '--head', 'HEAD']).code).toBe(0)
  })

  test('makes a cycle', () => {
    const repository = makeRepository({ ...GOOD, 'images/base/Dockerfile': 'FROM ghcr.io/acme/web\n' })
    expectInvalid(runCli(repository.folder, ['plan']), [
      'images/manifest.yaml: error G001: images are built on one another in a cycle: base → web → base',
      'remove one of these FROM, COPY --from, mount or `needs` edges'
    ])
  })
})

describe('a Dockerfile', () => {
  test('has a variable that cannot be resolved', () => {
    const repository = makeRepository({ ...GOOD, 'images/base/Dockerfile': '\nFROM debian:${RELEASE}\n' })
    expectInvalid(runCli(repository.folder, ['plan']), [
      'images/base/Dockerfile:2: error D003: FROM debian:${RELEASE} uses RELEASE, which has no value here',
      'write ARG RELEASE=value before the first FROM, or give RELEASE a value under args'
    ])
  })

  test('takes an own tag that nobody publishes', () => {
    const repository = makeRepository({ ...GOOD, 'images/web/Dockerfile': 'FROM ghcr.io/acme/base:2\n' })
    expectInvalid(runCli(repository.folder, ['plan']), [
      'images/web/Dockerfile:1:6: error G002: ghcr.io/acme/base:2 is an own repository with a tag that no image publishes; published are 1',
      'use one of the published tags, or pin the image by digest if an older build is meant'
    ])
  })

  test('is missing', () => {
    const repository = makeRepository({ ...GOOD, 'images/web/Dockerfile': null })
    expectInvalid(runCli(repository.folder, ['plan']), [
      'images/web/Dockerfile: error D001: image web has no Dockerfile: no regular file is tracked here',
      'add the file to git, or name it with `dockerfile:` of web'
    ])
  })

  test('has a line that cannot be read: the image is always built, and the line is named', () => {
    const repository = makeRepository({
      ...GOOD,
      'images/web/Dockerfile': 'FROM ghcr.io/acme/base:1\nRUNN true\n'
    })
    const run = runCli(repository.folder, ['plan', '--base', 'HEAD'])
    expectNoStack(run)
    expect(run.err).toMatch(/^images\/web\/Dockerfile:2: warning D005: web: .*RUNN.*\n {2}remedy: .+\n$/)
    expect(run.out).toContain('images/web/Dockerfile:2: ')
    expect(run.code).toBe(0)
  })

  test('is no text: told with its place, and no stack', () => {
    const repository = makeRepository({
      ...GOOD,
      'images/web/Dockerfile': new Uint8Array([0, 255, 254, 10, 0])
    })
    const run = runCli(repository.folder, ['plan'])
    expectNoStack(run)
    expect(run.err).toMatch(/^images\/web\/Dockerfile(:\d+)*: (error|warning) D\d{3}: /)
    expect(run.err).toContain('remedy: ')
  })
})

describe('the command line', () => {
  test('names a base that does not exist', () => {
    expectInvalid(runCli(good.folder, ['plan', '--base', 'v9']), [
      'command line: error E001: --base "v9" names no commit of this clone',
      'fetch it (`git fetch --unshallow` for a shallow clone), or name another commit'
    ])
  })

  test.each(['plan', 'graph', 'lint'])('names a head that does not exist: %s', command => {
    const run = runCli(good.folder, [command, '--head', 'f'.repeat(40)])
    expect(run.out + run.err).toContain(
      `command line: error E001: --head "${'f'.repeat(40)}" names no commit of this clone`
    )
    expect(run.out + run.err).toContain('remedy: ')
    expect(run.code).toBe(2)
  })

  test('names an image that does not exist', () => {
    expectInvalid(runCli(good.folder, ['plan', '--image', 'wep', '--image', 'base']), [
      'command line: error E003: the manifest has no image "wep"; it has base, web',
      'did you mean web?'
    ])
    expectInvalid(runCli(good.folder, ['why', 'wep']), [
      'command line: error E003: the manifest has no image "wep"; it has base, web',
      'did you mean web?'
    ])
    expectInvalid(runCli(good.folder, ['why', 'nothing-like-it']), [
      'command line: error E003: the manifest has no image "nothing-like-it"; it has base, web',
      'name one of these; `base-images graph` lists them all'
    ])
  })

  test('names no command that there is', () => {
    const run = runCli(good.folder, ['plann'])
    expect(run.err).toMatch(
      /^command line: error E004: "plann" is no command; there are plan, graph, .*\n {2}remedy: did you mean `base-images plan`\?\n$/
    )
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(runCli(good.folder, ['help', 'biuld'])).toMatchObject({ code: 2, out: '' })
    expect(runCli(good.folder, ['frobnicate']).err).toContain('  remedy: run `base-images --help`\n')
  })

  const slips: readonly (readonly [readonly string[], string])[] = [
    [
      ['plan', '--platforms', 'linux/amd64'],
      'did you mean --platform? Else run `base-images plan --help` for its options'
    ],
    [
      ['release', '--dryrun'],
      'did you mean --dry-run? Else run `base-images release --help` for its options'
    ],
    [['build', '--registry', '--image', 'web'], 'give it one; is a variable not set?'],
    [
      ['plan', 'web'],
      'did you mean `base-images plan --image web`? Else run `base-images plan --help` for what it takes'
    ],
    [['release', 'web'], 'run `base-images release --help` for what it takes'],
    [['lint', '--frob'], 'run `base-images lint --help` for its options'],
    [['plan', '--plan', 'x'], 'run `base-images plan --help` for its options']
  ]
  test.each(slips)('has an option that is none: %j', (args, remedy) => {
    const run = runCli(good.folder, args)
    expect(run.err).toContain(`  remedy: ${remedy}\n`)
    expect(run.code).toBe(2)
  })

  const options: readonly (readonly [string, readonly string[], string])[] = [
    ['an unknown option', ['plan', '--frob'], "Unknown option '--frob'"],
    ['an option of another command', ['graph', '--rebuild'], '--rebuild is no option of `graph`'],
    ['an option without its value', ['plan', '--base'], "Option '--base <value>' argument missing"],
    [
      'an option for a value',
      ['build', '--registry', '--image', 'web'],
      '--registry has no value, an option follows it\n'
    ],
    ['an unknown format', ['plan', '--format', 'xml'], '--format xml is unknown to `plan`'],
    ['a format of another command', ['plan', '--format', 'dot'], '--format dot is unknown to `plan`'],
    ['an argument too many', ['plan', 'base'], 'unexpected argument "base"'],
    ['an argument too few', ['why'], '`why` needs the name of an image'],
    ['no jobs', ['build', '--jobs', '0'], '--jobs "0" is no number from 1 to 64'],
    ['half a job', ['build', '--jobs', '1.5'], '--jobs "1.5" is no number from 1 to 64']
  ]
  test.each(options)('has %s', (_, args, message) => {
    const run = runCli(good.folder, args)
    expect(run.err).toMatch(/^command line: error E004: .*\n {2}remedy: .+\n$/)
    expect(run.err).toContain(`error E004: ${message}`)
    expect(run).toMatchObject({ code: 2, out: '' })
    expectNoStack(run)
  })

  test('asks for help, and gets it where nothing else would work', () => {
    const nowhere = temporaryFolder('nowhere')
    for (const args of [[], ['--help'], ['-h'], ['help'], ['plan', '--help'], ['help', 'plan']]) {
      const run = runCli(nowhere, args)
      expect(run).toMatchObject({ code: 0, err: '' })
      expect(run.out).toMatch(/^base-images.*\n\nUsage: base-images /)
    }
    expect(runCli(nowhere, ['--version'])).toMatchObject({
      code: 0,
      out: `base-images ${VERSION}\n`,
      err: ''
    })
  })
})

describe('a plan file', () => {
  const broken: readonly (readonly [string, string | undefined, string])[] = [
    ['is not there', undefined, 'there is no such file'],
    ['is empty', '', 'it is no JSON'],
    ['is cut off', '{"version": 1, "im', 'it is no JSON'],
    ['is of another version', '{"version": 7}', 'it has version 7, expected 1'],
    ['is something else', '{"version": 1}', '`head` names no commit']
  ]
  test.each(broken)('%s', (_, text, why) => {
    const folder = temporaryFolder('plan')
    if (text !== undefined) writeFileSync(join(folder, 'plan.json'), text)
    for (const command of ['build', 'release']) {
      expectInvalid(runCli(good.folder, [command, '--plan', join(folder, 'plan.json')]), [
        `${join(folder, 'plan.json')}: error E005: no plan can be read here: ${why}`,
        'write it again with `base-images plan --format json`'
      ])
    }
  })

  test('speaks of a commit that is not here', () => {
    const file = join(temporaryFolder('plan'), 'plan.json')
    const other = plan.replaceAll(good.git('rev-parse', 'HEAD').trim(), 'f'.repeat(40))
    writeFileSync(file, other)
    expectInvalid(runCli(good.folder, ['build', '--plan', file]), [
      `images/manifest.yaml: error E001: commit ${'f'.repeat(40)} of the plan is not in this clone`,
      'fetch it, or check out the commit that the plan was made for'
    ])
  })
})

describe('buildx', () => {
  /** A folder of programs with git in it and, when given, a buildx that says this of itself. */
  function programs(version?: string): string {
    const folder = temporaryFolder('programs')
    mkdirSync(join(folder, 'bin'))
    const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
    symlinkSync(git, join(folder, 'bin', 'git'))
    if (version !== undefined) {
      writeFileSync(join(folder, 'bin', 'buildx'), `#!/bin/sh\necho '${version}'\n`)
      chmodSync(join(folder, 'bin', 'buildx'), 0o755)
    }
    return join(folder, 'bin')
  }

  function build(path: string, environment: Readonly<Record<string, string>> = {}): CliRun {
    const file = join(temporaryFolder('plan'), 'plan.json')
    writeFileSync(file, plan)
    return runCli(good.folder, ['build', '--plan', file], { PATH: path, ...environment })
  }

  test('is missing', () => {
    const run = build(programs())
    expect(run.err).toBe(
      '.: error W001: base-images: buildx was not found (tried docker buildx, buildx): install Docker with its buildx plugin, or name the program in BASE_IMAGES_BUILDX\n' +
        '  remedy: install or update buildx, then run again\n'
    )
    expect(run).toMatchObject({ code: 1, out: '' })
  })

  test('is not where BASE_IMAGES_BUILDX says', () => {
    const run = build(programs('github.com/docker/buildx v0.36.1 x'), {
      BASE_IMAGES_BUILDX: '/nonexistent/buildx'
    })
    expect(run.err).toContain('error W001: base-images: buildx was not found (tried /nonexistent/buildx)')
    expect(run.code).toBe(1)
    expectNoStack(run)
  })

  test('is too old', () => {
    const run = build(programs('github.com/docker/buildx v0.11.2 9872040b6626fb7d87ef7296fd5b832e8cc2ad17'))
    expect(run.err).toMatch(
      /^\.: error W001: base-images: buildx 0\.11\.2 is too old: \d+\.\d+\.\d+ or newer is needed/
    )
    expect(run.err).toContain('remedy: install or update buildx, then run again')
    expect(run).toMatchObject({ code: 1, out: '' })
    expectNoStack(run)
  })

  test('is not needed by anything but a build', () => {
    const path = programs()
    for (const args of [['plan'], ['graph'], ['why', 'web'], ['lint']]) {
      expect(runCli(good.folder, args, { PATH: path }).code).toBe(0)
    }
  })
})

describe('git', () => {
  test('is missing', () => {
    const run = runCli(good.folder, ['plan'], { PATH: temporaryFolder('empty') })
    expect(run.err).toMatch(/^\.: error W004: .*git.*\n {2}remedy: install the program and run again\n$/)
    expect(run.code).toBe(1)
    expectNoStack(run)
  })
})

describe('the registry', () => {
  const prefixes: readonly (readonly [string, string])[] = [
    ['http://localhost:5000/try', 'did you mean localhost:5000/try?'],
    ['ghcr.io/Acme/', 'did you mean ghcr.io/acme?'],
    ['acme:latest', 'write it in lower case, such as ghcr.io/acme or localhost:5000/try'],
    [
      '/try',
      'is a variable not set? Else write it in lower case, such as ghcr.io/acme or localhost:5000/try'
    ],
    ['', 'is a variable not set? Else write it in lower case, such as ghcr.io/acme or localhost:5000/try']
  ]
  test.each(prefixes)('is none: %j', (prefix, remedy) => {
    for (const command of ['plan', 'build', 'release', 'clean']) {
      expectInvalid(runCli(good.folder, [command, '--registry', prefix]), [
        `command line: error E004: --registry ${JSON.stringify(prefix)} is no registry, with or without a path`,
        remedy
      ])
    }
  })

  test('refuses connections', () => {
    const run = runCli(good.folder, ['plan', '--registry', '127.0.0.1:1/try'])
    expectNoStack(run)
    expect(run.err).toMatch(/^(warning: .*\n|.*\n)*\.: error W002: .*127\.0\.0\.1:1.*\n {2}remedy: .+\n$/)
    // Several requests wait for it, and what they wait for is told once in ten seconds.
    expect(run.err.split('Trying again').length - 1).toBeLessThanOrEqual(4)
    expect(run).toMatchObject({ code: 1, out: '' })
    // The waits between the tries are real, up to half a minute in all.
  }, 120_000)
})

test('nothing is left in the temporary folder', () => {
  const temporary = temporaryFolder('tmp')
  good.write({ 'images/base/new': 'x' })
  expect(runCli(good.folder, ['plan'], { TMPDIR: temporary }).code).toBe(0)
  expect(runCli(good.folder, ['graph'], { TMPDIR: temporary }).code).toBe(0)
  good.write({ 'images/base/new': null })
  expect(readdirSync(temporary)).toEqual([])
})
