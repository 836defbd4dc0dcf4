import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseWorkflow } from '@actions/workflow-parser'
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
const check = workflow('check.yml')
/** Every job of a workflow here that calls another one here: caller, job, called. */
const CALLS = FILES.flatMap(caller =>
  Object.entries(workflow(caller).jobs).flatMap(([id, job]) => {
    const called = /^\$\/\.github\/workflows\/(.+)$/.exec(job.uses ?? '')?.[1]
    return called === undefined ? [] : [[caller, id, called] as const]
  })
)
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

/** Jobs that build, with the level that they belong to. */
const builds = levels.flatMap((level, at) => [
  { id: level, at },
  ...(at < MAX_LEVELS - 2 ? [{ id: `late-${at}`, at }] : []),
  ...(at < MAX_LEVELS - 1 ? [{ id: `leaf-${at}`, at }] : [])
])
const buildIds = builds.map(({ id }) => id)

describe('the reusable workflow', () => {
  test('has level jobs as many as a plan has levels, late ones where a level after the next is, leaf ones but for the last', () => {
    expect(Object.keys(images.jobs).filter(id => /^(?:level|late|leaf)-/.test(id))).toEqual(buildIds)
  })

  test('starts a level after all before it, but for late jobs of the one right before and for leaf jobs', () => {
    for (const { id, at } of builds) {
      const late = buildIds.filter(other => other.startsWith('late-')).slice(0, Math.max(0, at - 1))
      const awaited = [...(images.jobs[id]?.needs ?? [])]
      expect([id, awaited.sort()]).toEqual([id, ['plan', ...levels.slice(0, at), ...late].sort()])
    }
  })

  test('lays the rows of each job out as its matrix, and lets no failure stop its neighbours', () => {
    for (const id of buildIds) {
      expect(images.jobs[id]?.strategy).toEqual({
        'fail-fast': false,
        'max-parallel': '${{ inputs.max-parallel }}',
        matrix: `\${{ fromJSON(needs.plan.outputs.jobs)['${id}'] }}`
      })
    }
  })

  test('makes all jobs that build alike', () => {
    const rest = buildIds.map(id => {
      const { needs, if: condition, strategy, ...others } = images.jobs[id] ?? {}
      expect([needs, condition, strategy]).not.toContain(undefined)
      return JSON.stringify(others)
    })
    expect(new Set(rest).size).toBe(1)
  })

  test.each([
    ['images.yml', images],
    ['check.yml', check]
  ])(
    '%s has one gate, by the name that branch rules ask for, and it needs every other job',
    (_, { jobs }) => {
      const { gate, ...others } = jobs
      expect([...(gate?.needs ?? [])].sort()).toEqual(Object.keys(others).sort())
      expect(gate?.name).toBe('images')
      expect(gate?.permissions).toEqual({})
    }
  )

  test('lets only builds and the release write packages', () => {
    const writers = Object.entries(images.jobs)
      .filter(([, job]) => job.permissions?.['packages'] === 'write')
      .map(([id]) => id)
    expect(writers).toEqual([...buildIds, 'release'])
  })

  test.each(CALLS)(
    '%s (%s) grants %s every right that its jobs ask for, and no other',
    (caller, job, called) => {
      expect(workflow(caller).jobs[job]?.permissions).toEqual(rightsOf(workflow(called)))
    }
  )

  test('is called for pushes, for pull requests and weekly', () => {
    expect(CALLS.map(([caller, , called]) => `${caller} ${called}`)).toEqual([
      'pull-request.yml check.yml',
      'push.yml images.yml',
      'weekly.yml images.yml'
    ])
  })

  test('of checks writes no package and gives the right to comment to a job that takes nothing from the pull request', () => {
    for (const job of Object.values(check.jobs)) expect(job.permissions?.['packages']).not.toBe('write')
    const writers = Object.values(check.jobs).filter(job =>
      Object.values(job.permissions ?? {}).includes('write')
    )
    expect(writers).toHaveLength(1)
    expect(writers[0]?.steps?.map(step => step.uses)).toEqual(['$/actions/report'])
  })

  test.each([images, check])(
    'gives build secrets to builds alone, and the token of the job to no other host',
    ({ jobs }) => {
      for (const [id, job] of Object.entries(jobs)) {
        for (const step of job.steps ?? []) {
          const given = JSON.stringify(step)
          const builds = id === 'build' || buildIds.includes(id)
          expect([id, given.includes('secrets.build-secrets')]).toEqual([
            id,
            step.uses === '$/actions/build' && builds
          ])
          if (step.with?.['registry-password'] === undefined) continue
          expect(step.with['registry-password']).toBe(
            "${{ secrets.registry-password || inputs.login-registry == 'ghcr.io' && github.token || '' }}"
          )
        }
      }
    }
  )

  test('is never cancelled by its examples while it publishes', () => {
    for (const [caller, , called] of CALLS) {
      const { concurrency } = parse(read(`.github/workflows/${caller}`)) as { readonly concurrency: object }
      expect({ caller, concurrency }).toMatchObject({
        caller,
        concurrency: { 'cancel-in-progress': called === 'check.yml' }
      })
    }
  })
})

/** The highest right of each kind that any job of a workflow asks for. */
function rightsOf({ jobs }: Workflow): Readonly<Record<string, string>> {
  const rights: Record<string, string> = {}
  for (const { permissions } of Object.values(jobs)) {
    for (const [name, right] of Object.entries(permissions ?? {}))
      if (rights[name] !== 'write') rights[name] = right
  }
  return rights
}

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

test('nothing runs with rights of the repository on code of a fork', () => {
  for (const name of FILES) {
    const { on } = parse(read(`.github/workflows/${name}`)) as {
      on: string | string[] | Record<string, unknown>
    }
    const events = typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on)
    expect(events).not.toContain('pull_request_target')
    expect(events).not.toContain('workflow_run')
  }
})

test('what is written from scripts/workflows is up to date; when this fails, run `npm run workflows`', async () => {
  const script = `import { derivedFiles } from './scripts/workflows.mjs'
    process.stdout.write(JSON.stringify(await derivedFiles()))`
  const options = { cwd: ROOT, encoding: 'utf8' } as const
  const text = execFileSync(process.execPath, ['--input-type=module', '-e', script], options)
  const derived = JSON.parse(text) as Record<string, string>
  expect(Object.keys(derived)).toHaveLength(3)
  for (const [path, expected] of Object.entries(derived))
    expect({ path, text: read(path) }).toEqual({ path, text: expected })
})

test.each(FILES)("%s is read by GitHub's own parser without an error", async name => {
  const trace = { error: () => undefined, info: () => undefined, verbose: () => undefined }
  const { context, value } = parseWorkflow({ name, content: read(`.github/workflows/${name}`) }, trace)
  expect(context.errors.getErrors()).toEqual([])
  expect(value).toBeDefined()
})

test('actionlint finds nothing', () => {
  const cli = join(ROOT, 'tools', 'engine', 'cli.mjs')
  const actionlint = execFileSync(process.execPath, [cli, 'build-tools', 'actionlint'], { encoding: 'utf8' })
  expect(execFileSync(actionlint.trim(), ['-no-color'], { cwd: ROOT, encoding: 'utf8' })).toBe('')
}, 300_000)

test('zizmor finds nothing, in its pedantic persona', () => {
  expect(
    execFileSync(process.execPath, [join(ROOT, 'scripts', 'zizmor.mjs')], { encoding: 'utf8' })
  ).toContain('No findings to report')
}, 300_000)
