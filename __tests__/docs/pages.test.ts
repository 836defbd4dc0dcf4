import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { RULES } from '../../src/diagnostics/rules.js'
import { firstCells, ROOT, sectionOf, textOf } from './markdown.js'

/** The members of a union of texts in `src/plan/types.ts`, which are gone when it runs. */
function unionAfter(start: string): readonly string[] {
  const [, union = ''] = textOf('src/plan/types.ts').split(start)
  return [...(/^[\s\S]*?(?=\n {2}readonly|\n\n)/.exec(union)?.[0] ?? '').matchAll(/'([a-z-]+)'/g)].map(
    ([, kind]) => kind ?? ''
  )
}

/** Names of the properties of an interface of `src/plan/types.ts`. */
function propertiesOf(name: string): readonly string[] {
  const body = new RegExp(`export interface ${name}\\b[^{]*\\{([\\s\\S]*?)\n\\}`).exec(textOf('src/plan/types.ts'))?.[1]
  return [...(body ?? '').matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, property]) => property ?? '')
}

describe('docs/plan.md', () => {
  const page = textOf('docs/plan.md')

  test('lists exactly the kinds of reasons; add or remove rows below "Reasons"', () => {
    const kinds = unionAfter('readonly kind:')
    expect(kinds.length).toBeGreaterThan(10)
    expect([...firstCells(sectionOf(page, '## Reasons'))].sort()).toEqual([...kinds].sort())
  })

  test('lists exactly the actions; add or remove rows below "Actions"', () => {
    expect(firstCells(sectionOf(page, '## Actions'))).toEqual(unionAfter('export type Action ='))
  })

  test.each(['Plan', 'Comparison', 'PlannedImage', 'PlannedPlatform', 'Row'])(
    'names every key that %s has in plan.json; add it below "plan.json"',
    name => {
      const section = sectionOf(page, '## plan.json')
      const properties = propertiesOf(name)
      expect(properties).not.toEqual([])
      expect(properties.filter(property => !section.includes(`\`${property}\``))).toEqual([])
    }
  )
})

describe('docs/architecture.md', () => {
  test('lists every room of src/; add a row below "The house"', () => {
    const rooms = execFileSync('git', ['ls-files', 'src'], { cwd: ROOT, encoding: 'utf8' })
      .split('\n')
      .flatMap(path => /^src\/([^/]+)\//.exec(path)?.[1] ?? [])
    expect([...firstCells(sectionOf(textOf('docs/architecture.md'), '## The house'))].sort()).toEqual(
      [...new Set(rooms)].sort()
    )
  })
})

describe('docs/troubleshooting.md', () => {
  const page = textOf('docs/troubleshooting.md')

  test('has headings that are texts of the program; correct the heading when a message was changed', () => {
    const sources = ['src', 'tools/engine']
      .flatMap(folder =>
        (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
          .filter(path => /\.(?:ts|mjs)$/.test(path))
          .map(path => textOf(join(folder, path)))
      )
      .join('\n')
    const headings = [...page.matchAll(/^#{2,3} `([^`]+)`$/gm)].map(([, text]) => text ?? '')
    expect(headings.length).toBeGreaterThan(40)
    expect(headings.filter(text => !sources.includes(text))).toEqual([])
  })

  test('has every code that is not about a line of a file; add what a person sees and should do', () => {
    const codes = Object.keys(RULES).filter(code => /^[EBRW]/.test(code))
    expect(codes.filter(code => !page.includes(code))).toEqual([])
  })
})
