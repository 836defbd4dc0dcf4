import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { unpackPlan } from '../../src/action/transport.js'
import { nodeOfActions } from '../workflows/act.js'
import type { Fixture } from '../workflows/fixture.js'
import { makeFixture } from '../workflows/fixture.js'
import { fixtureImages } from '../workflows/images.js'

/** The bundle as the runner starts it: Node 24, inputs in the environment, outputs in files. */

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const COMMAND = /^\s*::|##\[/

let folder: string
let fixture: Fixture
let before: string
let after: string
let runs = 0

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'base-images-bundle-'))
  fixture = makeFixture()
  const everything = { 'images/media/Dockerfile': 'FROM scratch\nCOPY . /everything\n' }
  before = fixture.commit({ ...fixtureImages('ghcr.io/acme'), ...everything }, 'Images')
  after = fixture.commit({ 'a.txt': 'a', '::error::b.txt': 'b', '##[error]c.txt': 'c' }, 'Names')
})

afterAll(() => {
  fixture.dispose()
  rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number | null
  readonly lines: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

function start(main: string, inputs: Readonly<Record<string, string>>, event: object = {}): Ended {
  runs += 1
  const file = (name: string, content = ''): string => {
    const path = join(folder, `${runs}-${name}`)
    writeFileSync(path, content)
    return path
  }
  const environment = {
    PATH: process.env['PATH'],
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
    GITHUB_RUN_ID: '1',
    GITHUB_REPOSITORY: 'acme/fixture',
    RUNNER_TEMP: folder,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    )
  }
  const ended = spawnSync(nodeOfActions(), [join(ROOT, main)], {
    cwd: fixture.root,
    env: environment,
    encoding: 'utf8'
  })
  return {
    code: ended.status,
    lines: `${ended.stdout}${ended.stderr}`.split(/\r\n|\r|\n/),
    outputs: outputsOf(readFileSync(environment.GITHUB_OUTPUT, 'utf8')),
    summary: readFileSync(environment.GITHUB_STEP_SUMMARY, 'utf8')
  }
}

/** Reads the file of outputs: `name<<delimiter`, lines, `delimiter`. */
function outputsOf(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/^([\w-]+)<<(ghadelimiter_[\w-]+)\r?\n([\s\S]*?)\r?\n\2$/gm)
  return Object.fromEntries([...found].map(match => [match[1] ?? '', match[3] ?? '']))
}

function push(): object {
  return { ref: 'refs/heads/main', before, after, repository: { default_branch: 'main' } }
}

describe('the planning action', () => {
  test.each(['actions/plan/index.js', 'action.yml'])(
    'started by %s gives out the plan and the levels',
    door => {
      const main = door.endsWith('.js')
        ? door
        : /main: (.*)/.exec(readFileSync(join(ROOT, door), 'utf8'))?.[1]
      const { code, outputs } = start(main ?? '', {}, push())
      expect(code).toBe(0)
      expect(outputs['affected']).toBe('["media"]')
      expect(unpackPlan(outputs['plan'] ?? '').base.commit).toBe(before)
      expect(JSON.parse(outputs['level-counts'] ?? '')).toEqual([1, 0, 0, 0, 0, 0, 0, 0])
    }
  )

  test('lets no file name start a workflow command', () => {
    const { lines } = start('actions/plan/index.js', {}, push())
    expect(lines.some(line => line.trim().startsWith('\\::error::b.txt'))).toBe(true)
    expect(lines.join('\n')).toContain('## [error]c.txt')
    for (const line of lines) expect(line).not.toMatch(COMMAND)
  })

  test('gives the same outputs each time', () => {
    expect(start('actions/plan/index.js', {}, push()).outputs).toEqual(
      start('actions/plan/index.js', {}, push()).outputs
    )
  })

  test('takes no other word than true and false, and says so', () => {
    const { code, lines, outputs } = start('actions/plan/index.js', { all: 'yes' }, push())
    expect(code).toBe(2)
    expect(lines.join('\n')).toContain('::error::input all: expected true or false, found "yes"')
    expect(outputs).toEqual({})
  })

  test('shows an error of the input, which is in no file', () => {
    const { code, lines } = start('actions/plan/index.js', { images: 'nobody' }, push())
    expect(code).toBe(2)
    expect(lines.join('\n')).toMatch(/^::error title=E003/m)
  })
})

describe('the other actions', () => {
  test.each(['build', 'release', 'report'])('%s refuses a plan that is none', face => {
    const { code, lines } = start(`actions/${face}/index.js`, { plan: 'rubbish' })
    expect(code).toBe(2)
    expect(lines.join('\n')).toContain('::error::input plan: expected the output of that name')
  })

  test('report writes the summary from results of the same job', () => {
    const { outputs } = start('actions/plan/index.js', {}, push())
    const results = join(folder, 'results.json')
    writeFileSync(results, '[]')
    const ended = start('actions/report/index.js', { plan: outputs['plan'] ?? '', 'results-file': results })
    expect(ended.code).toBe(0)
    expect(ended.summary).toContain('1 of 5 images affected: 1 to build')
    expect(ended.summary).toContain('`media`')
  })
})

describe('the command line', () => {
  const cli = join(ROOT, 'dist', 'cli', 'index.js')

  test('plans on Node 24', () => {
    const out = execFileSync(nodeOfActions(), [cli, 'plan', '--base', before, '--format', 'json'], {
      cwd: fixture.root,
      encoding: 'utf8'
    })
    expect(unpackPlan(out).images.find(image => image.name === 'media')?.action).toBe('build')
  })

  test('plans without the toolkit of GitHub Actions, which would cost every start 60 ms', () => {
    const copy = join(folder, 'cli')
    cpSync(dirname(cli), copy, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    const holders = readdirSync(copy).filter(name =>
      /@actions\/(core|github|cache|exec)/.test(readFileSync(join(copy, name), 'utf8'))
    )
    // `clean` alone loads it, for the packages of ghcr.io.
    for (const name of holders) rmSync(join(copy, name))
    const args = [join(copy, 'index.js'), 'plan', '--base', before]
    const out = execFileSync(nodeOfActions(), args, { cwd: fixture.root, encoding: 'utf8' })
    expect(out).toContain('media')
    expect(holders).not.toContain('index.js')
  })
})
