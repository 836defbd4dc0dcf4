import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { MAX_LEVELS } from '../../src/plan/rows.js'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const FOLDER = join(ROOT, '.github', 'workflows')
const FILES = readdirSync(FOLDER).filter(name => name.endsWith('.yml'))

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job {
  readonly name?: string
  readonly uses?: string
  readonly needs?: readonly string[]
  readonly if?: string
  readonly 'timeout-minutes'?: unknown
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps?: readonly Step[]
  readonly strategy?: Readonly<Record<string, unknown>>
}

interface Workflow {
  readonly permissions?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean }>>
  readonly outputs: Readonly<Record<string, unknown>>
  readonly runs: { readonly using: string; readonly main: string }
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

function workflow(name: string): Workflow {
  return parse(read(`.github/workflows/${name}`)) as Workflow
}

const images = workflow('images.yml')
const levels = Array.from({ length: MAX_LEVELS }, (_, at) => `level-${at}`)

describe.each(FILES)('%s', name => {
  const { permissions, jobs } = workflow(name)
  const steps = Object.values(jobs).flatMap(job => job.steps ?? [])

  test('grants nothing at the top and says for each job what it needs', () => {
    expect(permissions).toEqual({})
    for (const [id, job] of Object.entries(jobs)) expect([id, typeof job.permissions]).toEqual([id, 'object'])
  })

  test('has no expression in a shell script', () => {
    for (const step of steps) expect(step.run ?? '').not.toContain('${{')
  })

  test('gives every job an end', () => {
    for (const [id, job] of Object.entries(jobs)) {
      if (job.uses === undefined) expect([id, job['timeout-minutes'] === undefined]).toEqual([id, false])
    }
  })

  test('takes actions of others by commit with the version beside, and its own by $/', () => {
    const uses = read(`.github/workflows/${name}`).match(/^ *(?:- )?uses: .*$/gm) ?? []
    expect(uses.length).toBeGreaterThan(0)
    for (const line of uses) {
      expect(line).toMatch(
        /uses: (?:\$\/(?:actions\/[a-z]+|\.github\/workflows\/[a-z-]+\.yml)|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/
      )
    }
  })

  test('leaves no token in a checkout', () => {
    for (const step of steps) {
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with?.['persist-credentials']).toBe(false)
    }
  })

  test('gives own actions only inputs that they have, and all that they require', () => {
    for (const step of steps) {
      const own = /^\$\/(actions\/[a-z]+)$/.exec(step.uses ?? '')?.[1]
      if (own === undefined) continue
      const { inputs } = parse(read(`${own}/action.yml`)) as Action
      const given = Object.keys(step.with ?? {})
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(given))
      const required = Object.keys(inputs).filter(input => inputs[input]?.required === true)
      expect(given).toEqual(expect.arrayContaining(required))
    }
  })
})

describe('the reusable workflow', () => {
  test('has as many level jobs as a plan has levels', () => {
    expect(Object.keys(images.jobs).filter(id => id.startsWith('level-'))).toEqual(levels)
  })

  test.each(levels.map((id, at) => [id, at] as const))(
    '%s starts after all earlier levels and only when it has rows',
    (id, at) => {
      const job = images.jobs[id]
      expect(job?.needs).toEqual(['plan', ...levels.slice(0, at)])
      expect(job?.if).toBe(
        `!cancelled() && needs.plan.result == 'success' && fromJSON(needs.plan.outputs.level-counts)[${at}] > 0`
      )
      expect(job?.strategy).toEqual({
        'fail-fast': false,
        'max-parallel': 8,
        matrix: `\${{ fromJSON(needs.plan.outputs.levels)[${at}] }}`
      })
    }
  )

  test('makes all level jobs alike', () => {
    const rest = levels.map(id => {
      const { needs, if: condition, strategy, ...others } = images.jobs[id] ?? {}
      expect([needs, condition, strategy]).not.toContain(undefined)
      return JSON.stringify(others)
    })
    expect(new Set(rest).size).toBe(1)
  })

  test('releases only when the plan and every level that had rows succeeded', () => {
    const condition = images.jobs['release']?.if ?? ''
    expect(images.jobs['release']?.needs).toEqual(['plan', ...levels])
    expect(condition).toMatch(/^!cancelled\(\) && needs\.plan\.result == 'success' && /)
    for (const id of levels) {
      expect(condition).toContain(`contains(fromJSON('["success", "skipped"]'), needs.${id}.result)`)
    }
  })

  test('has one gate that always runs and needs every other job', () => {
    const { gate, ...others } = images.jobs
    expect(gate?.if).toBe('${{ always() }}')
    expect([...(gate?.needs ?? [])].sort()).toEqual(Object.keys(others).sort())
    expect(gate?.name).toBe('images')
    expect(gate?.permissions).toEqual({})
  })

  test('lets only builds and the release write packages', () => {
    const writers = Object.entries(images.jobs)
      .filter(([, job]) => job.permissions?.['packages'] === 'write')
      .map(([id]) => id)
    expect(writers).toEqual([...levels, 'release'])
  })

  test('asks for no right that its caller does not grant', () => {
    const granted = workflow('push.yml').jobs['images']?.permissions ?? {}
    const rank = (right: string | undefined): number => ['none', 'read', 'write'].indexOf(right ?? 'none')
    for (const job of Object.values(images.jobs)) {
      for (const [scope, right] of Object.entries(job.permissions ?? {})) {
        expect(rank(granted[scope])).toBeGreaterThanOrEqual(rank(right))
      }
    }
  })
})

describe('the actions', () => {
  const folders = readdirSync(join(ROOT, 'actions'))

  test.each(folders)('actions/%s runs its face of the bundle on node24', folder => {
    const { runs } = parse(read(`actions/${folder}/action.yml`)) as Action
    expect(runs).toEqual({ using: 'node24', main: 'index.js' })
    expect(read(`actions/${folder}/index.js`)).toBe(
      `import { run } from '../../dist/index.js'\nawait run('${folder}')\n`
    )
  })

  test('of the root is the planning action under the name of the product', () => {
    const root = parse(read('action.yml')) as Action
    const plan = parse(read('actions/plan/action.yml')) as Action
    expect(root.inputs).toEqual(plan.inputs)
    expect(root.outputs).toEqual(plan.outputs)
    expect(root.runs).toEqual({ using: 'node24', main: 'actions/plan/index.js' })
  })
})

test('actionlint finds nothing', () => {
  const cli = join(ROOT, 'tools', 'engine', 'cli.mjs')
  const actionlint = execFileSync(process.execPath, [cli, 'build-tools', 'actionlint'], { encoding: 'utf8' })
  expect(execFileSync(actionlint.trim(), ['-no-color'], { cwd: ROOT, encoding: 'utf8' })).toBe('')
}, 300_000)
