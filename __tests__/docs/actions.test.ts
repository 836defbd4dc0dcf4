import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { firstCells, sectionOf, textOf } from './markdown.js'

interface Action {
  readonly inputs?: Readonly<Record<string, { readonly required?: boolean }>>
  readonly secrets?: Readonly<Record<string, unknown>>
  readonly outputs?: Readonly<Record<string, unknown>>
}

const PAGE = textOf('docs/actions.md')

/** Keys of both tables of a section, sorted. */
function listed(heading: string): readonly string[] {
  return [...firstCells(sectionOf(PAGE, heading))].sort()
}

function keysOf({ inputs = {}, secrets = {}, outputs = {} }: Action): readonly string[] {
  return [inputs, secrets, outputs].flatMap(keys => Object.keys(keys)).sort()
}

describe('docs/actions.md', () => {
  test.each([
    ['action.yml', '## plan'],
    ['actions/plan/action.yml', '## plan'],
    ['actions/build/action.yml', '## build'],
    ['actions/release/action.yml', '## release'],
    ['actions/report/action.yml', '## report'],
    ['actions/lock/action.yml', '## lock']
  ])('lists exactly the inputs and outputs of %s; add or remove rows below "%s"', (path, heading) => {
    expect(listed(heading)).toEqual(keysOf(parse(textOf(path)) as Action))
  })

  test.each(['plan', 'build', 'release', 'report'])('says which inputs of %s are required', name => {
    const { inputs = {} } = parse(textOf(`actions/${name}/action.yml`)) as Action
    const required = Object.keys(inputs).filter(input => inputs[input]?.required === true)
    const told = [...sectionOf(PAGE, `## ${name}`).matchAll(/^\| `([^`]+)` \| required \|/gm)].map(([, input]) => input)
    expect(told).toEqual(required)
  })

  test.each([
    ['images.yml', '## Push: `images.yml`'],
    ['check.yml', '## Pull request: `check.yml`']
  ])('lists exactly the inputs, secrets and outputs of %s, and the rights of its jobs', (name, heading) => {
    const { on, jobs } = parse(textOf(`.github/workflows/${name}`)) as Workflow
    const section = sectionOf(PAGE, heading)
    const [tables = '', rights = ''] = section.split('Permissions, and what each is for:')
    expect([...firstCells(tables)].sort()).toEqual(keysOf(on.workflow_call))
    for (const [id, { permissions = {} }] of Object.entries(jobs)) {
      const job = /^(?:level|late|leaf)-\d$/.test(id) ? 'level, late and leaf' : id
      for (const [right, value] of Object.entries(permissions)) {
        expect(rights).toContain(`| ${job} | \`${right}: ${value}\` | `)
      }
    }
  })

  test('names the job to require as the workflow names it', () => {
    const { jobs } = parse(textOf('.github/workflows/images.yml')) as Workflow
    expect(PAGE).toContain(`Require the job \`${jobs['gate']?.name ?? 'missing'}\``)
  })
})

interface Workflow {
  readonly on: { readonly workflow_call: Action }
  readonly jobs: Readonly<
    Record<string, { readonly name?: string; readonly permissions?: Readonly<Record<string, string>> }>
  >
}
