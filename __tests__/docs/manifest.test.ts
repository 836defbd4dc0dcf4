import { describe, expect, test } from '@jest/globals'
import { readManifest } from '../../src/manifest/manifest.js'
import { blocksOf, firstCells, sectionOf, tableRows, textOf } from './markdown.js'

interface Rule {
  readonly properties?: Readonly<Record<string, Rule>>
}

const PAGE = textOf('docs/manifest.md')
const SCHEMA = JSON.parse(textOf('schema/manifest.schema.json')) as Rule & {
  readonly $defs: Readonly<Record<'image' | 'secret', Rule>>
}
const keysOf = (rule: Rule | undefined): readonly string[] => Object.keys(rule?.properties ?? {})

/** Where each set of keys is told, with an otherwise complete manifest around an example of it. */
const SECTIONS: readonly {
  readonly heading: string
  readonly keys: readonly string[]
  readonly around: (example: string) => string
}[] = [
  { heading: '## Top level', keys: keysOf(SCHEMA), around: whole },
  {
    heading: '## defaults',
    keys: keysOf(SCHEMA.properties?.['defaults']),
    around: example => whole(`defaults: { ${example} }`)
  },
  { heading: '## An image', keys: keysOf(SCHEMA.$defs.image), around: image },
  { heading: '### secrets', keys: keysOf(SCHEMA.$defs.secret), around: secret }
]

/** A manifest of a few images in which an example of the top level replaces the line of the same key. */
function whole(example: string): string {
  const lines = ['version: 1', 'registry: ghcr.io/acme', 'images: { os-base: {}, app: {} }']
  const key = example.slice(0, example.indexOf(':'))
  return [...lines.filter(line => !line.startsWith(`${key}:`)), example].join('\n')
}

function image(example: string): string {
  const platforms = 'defaults: { platforms: [linux/amd64, linux/arm64] }'
  return ['version: 1', 'registry: ghcr.io/acme', platforms, 'images:', '  os-base: {}', '  app:', `    ${example}`].join('\n')
}

function secret(example: string): string {
  const others = example.startsWith('id:') ? 'env: TOKEN' : 'id: pip'
  return image(`secrets: [{ ${example}, ${others} }]`)
}

describe('docs/manifest.md', () => {
  test.each(SECTIONS)('lists under "$heading" exactly the keys of the schema; add or remove rows there', ({ heading, keys }) => {
    const own = sectionOf(PAGE, heading).split('\n### ')[0] ?? ''
    expect([...firstCells(own)].sort()).toEqual([...keys].sort())
  })

  test.each(SECTIONS)('says for every key under "$heading" type, default, meaning and an example', ({ heading }) => {
    const rows = tableRows(sectionOf(PAGE, heading))
    expect(rows.filter(cells => cells.length !== 5 || cells.some(cell => cell.trim() === ''))).toEqual([])
  })

  const examples = SECTIONS.flatMap(({ heading, around }) =>
    tableRows(sectionOf(PAGE, heading).split('\n### ')[0] ?? '').map(
      cells => [/^`(.*)`$/.exec(cells.at(-1) ?? '')?.[1] ?? '', around] as const
    )
  )

  test.each(examples)('has an example that is read without findings: %s', (example, around) => {
    expect(example).not.toBe('')
    expect(readManifest(around(example), 'images/manifest.yaml').diagnostics).toEqual([])
  })

  test('has whole manifests that are read without findings', () => {
    const manifests = blocksOf(PAGE, 'yaml').filter(block => block.includes('\nimages:'))
    expect(manifests).not.toEqual([])
    for (const text of manifests) expect(readManifest(text, 'images/manifest.yaml').diagnostics).toEqual([])
  })
})
