import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { RULES } from '../../src/diagnostics/rules.js'
import type { RuleCode } from '../../src/diagnostics/rules.js'
import { readManifest } from '../../src/manifest/manifest.js'

const FOLDER = new URL('../../docs/rules/', import.meta.url)
const SOURCE = new URL('../../src/', import.meta.url)
const CODES = Object.keys(RULES).sort() as RuleCode[]
const ROOMS: Readonly<Record<string, string>> = {
  M: 'Manifest',
  D: 'Dockerfile',
  C: 'Build context',
  G: 'Graph',
  E: 'Event, git and command line',
  B: 'Build',
  R: 'Release',
  L: 'Requirements',
  W: 'The world around'
}

/** The text of `docs/rules/README.md`. */
function index(): string {
  const sections = Object.entries(ROOMS).map(([letter, room]) => {
    const rows = CODES.filter(code => code.startsWith(letter)).map(
      code => `- [${code}](${code}.md) ${RULES[code]}`
    )
    return `## ${room}\n\n${rows.join('\n')}\n`
  })
  const intro = 'Every finding has a code. Each code has a page: what it means, an example, what to do.'
  return `# Rules\n\n${intro}\n\n${sections.join('\n')}`
}

function page(code: RuleCode): string {
  return readFileSync(new URL(`${code}.md`, FOLDER), 'utf8')
}

/** The fenced blocks of a page in a language: first what is wrong, then what is right. */
function blocks(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block]) => block ?? ''
  )
}

test('every code is told by something', () => {
  const files = (readdirSync(SOURCE, { recursive: true }) as string[]).filter(
    file => file.endsWith('.ts') && !file.endsWith('rules.ts')
  )
  const text = files.map(file => readFileSync(new URL(file, SOURCE), 'utf8')).join('\n')
  expect(CODES.filter(code => !text.includes(`'${code}'`))).toEqual([])
})

describe('docs/rules', () => {
  test('has a page for every code and no other', () => {
    const pages = readdirSync(FOLDER).filter(name => name !== 'README.md')
    expect(pages.sort()).toEqual(CODES.map(code => `${code}.md`))
  })

  test('has an index that lists every rule; when this fails, copy the expected text into docs/rules/README.md', () => {
    expect(readFileSync(new URL('README.md', FOLDER), 'utf8')).toBe(index())
  })

  test.each(CODES)('says for %s what it means and what to do', code => {
    const text = page(code)
    expect(text).toMatch(new RegExp(`^# ${code}: `))
    expect(text.split('\n')[0]).toBe(`# ${code}: ${RULES[code]}`)
    expect(text).toMatch(/^(Error|Warning|Error or warning)\. \S/m)
    expect(text).toMatch(/^## What to do\n\n\S/m)
  })

  const examples = CODES.filter(code => page(code).includes('## Example') && code.startsWith('M'))

  test('has an example for every rule of the manifest except for the missing file', () => {
    expect(examples).toEqual(CODES.filter(code => code.startsWith('M') && code !== 'M001'))
  })

  test.each(examples)('has an example for %s that tells exactly this, at a place', code => {
    const [wrong = ''] = blocks(page(code), 'yaml')
    const { diagnostics } = readManifest(wrong, 'images/manifest.yaml')
    expect(diagnostics.map(found => found.code)).toEqual([code])
    expect(page(code)).toContain(diagnostics[0]?.severity === 'warning' ? '\nWarning. ' : '\nError. ')
  })

  test.each(CODES.filter(code => code.startsWith('M') && code !== 'M014'))(
    'shows for %s how it is right',
    code => {
      const right = blocks(page(code), 'yaml').at(-1) ?? ''
      const { manifest, diagnostics } = readManifest(right, 'images/manifest.yaml')
      expect(diagnostics).toEqual([])
      expect(manifest).toBeDefined()
    }
  )
})
