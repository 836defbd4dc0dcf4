import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readManifest } from '../../src/manifest/manifest.js'
import { CASES, withImage } from './cases.js'
import { cpuTime } from '../support/cpu-time.js'

const PATH = 'images/manifest.yaml'
const HEAD = 'version: 1\nregistry: ghcr.io/acme\nimages:\n'

/** Seconds, counted by the clock that changes of the date do not move. */
function secondsFor(run: () => void): number {
  const start = cpuTime()
  run()
  return (cpuTime() - start) / 1000
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('')
}

function bomb(): string {
  const names = 'abcdefghijklmnop'.split('')
  const rows = names.map((name, index) => {
    const items = Array.from({ length: 9 }, () => (index === 0 ? 'x' : `*${names[index - 1] ?? ''}`))
    return `${name}: &${name} [${items.join(', ')}]\n`
  })
  return rows.join('')
}

const HOSTILE: readonly (readonly [title: string, text: string, code: string])[] = [
  ['100,000 open brackets', '['.repeat(100_000), 'M014'],
  ['100,000 open braces with keys', '{a: '.repeat(100_000), 'M014'],
  [
    '90,000 brackets in an image',
    `${HEAD}  a: { tags: ${'['.repeat(90_000)}${']'.repeat(90_000)} }\n`,
    'M014'
  ],
  ['100,000 lists in one line', '- '.repeat(100_000), 'M014'],
  ['65 lists in lists', `${HEAD}  a: { tags: ${'['.repeat(65)}${']'.repeat(65)} }\n`, 'M014'],
  [
    'mappings in 2,000 mappings',
    Array.from({ length: 2000 }, (_, index) => `${' '.repeat(index)}a:\n`).join(''),
    'M014'
  ],
  ['an alias bomb', bomb(), 'M014'],
  ['4 MB of keys', lines(420_000, index => `k${index}: 1`), 'M014'],
  ['3 MB of keys', lines(300_000, index => `k${index}: 1`), 'M014'],
  ['5 MB of text', `a: ${'x'.repeat(5_000_000)}`, 'M014'],
  ['100,000 closed braces', '}\n'.repeat(100_000), 'M014'],
  ['many anchors', '&a '.repeat(300_000), 'M014'],
  ['many quotes', '"a" '.repeat(300_000), 'M014'],
  ['many documents', '--- a\n'.repeat(50_000), 'M002']
]

describe('readManifest, given a hostile text,', () => {
  test.each(HOSTILE)('refuses %s in less than a second', (_, text, code) => {
    let codes: readonly string[] = []
    const seconds = secondsFor(() => {
      codes = readManifest(text, PATH).diagnostics.map(found => found.code)
    })
    expect(codes).toContain(code)
    expect(seconds).toBeLessThan(1)
  })

  test('does not count brackets in quotes, block texts and comments as nesting', () => {
    const brackets = '['.repeat(70)
    const text = withImage(
      `# ${brackets}\ndescription: "${brackets}"\ndeprecated: |\n  ${brackets}\nlicenses: a${brackets}`
    )
    expect(readManifest(text, PATH).diagnostics).toEqual([])
  })

  test('tells where the nesting is too deep', () => {
    const text = `${HEAD}  # [[[ {\n  a: { description: "[", tags: ${'['.repeat(70)}${']'.repeat(70)} }\n`
    // Brace, then 63 brackets that are allowed: `a: { description: "[", tags: ` has 30 characters before the first.
    expect(readManifest(text, PATH).diagnostics).toMatchObject([{ code: 'M014', line: 5, column: 32 + 63 }])
  })

  test('tells of at most a thousand errors and how many more there are', () => {
    const text = HEAD + lines(1500, index => `  i${index}: { publish: 1 }`)
    const { diagnostics } = readManifest(text, PATH)
    expect(diagnostics).toHaveLength(1001)
    expect(diagnostics[0]?.message).toBe('500 more findings are not told, a manifest has at most 1000')
  })

  test('reads a large manifest that is honest', () => {
    const text =
      HEAD +
      lines(2000, index => `  i${index}:\n    tags: [a, b]\n    args: { A: "1", B: { image: i0 } }`).replace(
        'i0 }',
        'i1 }'
      )
    expect(readManifest(text, PATH).manifest?.images).toHaveLength(2000)
  })

  test('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        expect(readManifest(text, PATH).manifest).toBeUndefined()
      }),
      { numRuns: 300 }
    )
  })

  const yamlPiece = fc.constantFrom(
    ...[
      '\n',
      '  ',
      ' ',
      '\t',
      ': ',
      '- ',
      '? ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '"',
      "'",
      '|',
      '>',
      '#',
      '&a',
      '*a',
      '!!str ',
      '!x ',
      '---',
      '...'
    ],
    ...[
      '<<',
      '~',
      'null',
      'true',
      '3.10',
      'images',
      'version',
      'registry',
      'a',
      'tags',
      '\u0000',
      '\ufeff',
      '%YAML 1.1',
      '\r'
    ]
  )

  test('never throws on pieces of YAML, and tells something when it gives no manifest', () => {
    fc.assert(
      fc.property(fc.array(yamlPiece, { maxLength: 60 }), pieces => {
        const { manifest, diagnostics } = readManifest(pieces.join(''), PATH)
        expect(manifest === undefined).toBe(diagnostics.some(found => found.severity === 'error'))
      }),
      { numRuns: 1000 }
    )
  })

  test('never throws on a changed manifest, and every place is in the file', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CASES.map(given => given.text)),
        fc.nat(),
        fc.nat(30),
        fc.oneof(yamlPiece, fc.string({ unit: 'binary', maxLength: 5 })),
        (text, place, cut, piece) => {
          const at = place % (text.length + 1)
          const changed = text.slice(0, at) + piece + text.slice(at + cut)
          const count = changed.split('\n').length
          for (const { line, column } of readManifest(changed, PATH).diagnostics) {
            expect(line ?? 1).toBeGreaterThanOrEqual(1)
            expect(line ?? 1).toBeLessThanOrEqual(count)
            expect(column ?? 1).toBeGreaterThanOrEqual(1)
          }
        }
      ),
      { numRuns: 1500 }
    )
  })

  test('gives the same answer twice', () => {
    for (const { text } of CASES) expect(readManifest(text, PATH)).toEqual(readManifest(text, PATH))
  })
})
