import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { helpOf } from '../../src/cli/help.js'
import { formatsOf, optionOf, OPTIONS, TAKES } from '../../src/cli/option-table.js'
import type { OptionName, OptionRow } from '../../src/cli/option-table.js'
import { readOptions } from '../../src/cli/options.js'
import { VERSION } from '../../src/cli/version.js'
import { EXIT } from '../../src/commands/outcome.js'
import { firstCells, ROOT, sectionOf, tableRows, textOf } from './markdown.js'

const PAGE = textOf('docs/cli.md')
const COMMANDS = Object.keys(TAKES)

describe('docs/cli.md', () => {
  test('lists exactly the commands that there are', () => {
    const listed = firstCells(sectionOf(PAGE, '## Commands')).map(cell => cell.split(' ')[0])
    expect(listed.sort()).toEqual([...COMMANDS].sort())
    for (const command of COMMANDS) expect(helpOf()).toMatch(new RegExp(`^  ${command}\\b`, 'm'))
  })

  test.each(COMMANDS)('lists exactly the options of %s; add or remove rows below its heading', command => {
    const listed = firstCells(sectionOf(PAGE, `### ${command}`))
    expect(listed).toEqual((TAKES[command] ?? []).map(termOf))
  })

  test.each(COMMANDS)('says what %s does without each option, as its help does', command => {
    const said = tableRows(sectionOf(PAGE, `### ${command}`)).map(cells => plain(cells[1] ?? ''))
    const defaults = (TAKES[command] ?? []).map(name => {
      const without = OPTIONS[name].type === 'boolean' ? 'off' : 'none'
      return plain(optionOf(command, name).otherwise ?? without)
    })
    expect(said).toEqual(defaults)
  })

  test.each(COMMANDS)('%s --help has a line for each option that is accepted, and for no other', command => {
    const accepted = (Object.keys(OPTIONS) as OptionName[]).filter(name => isAccepted(command, name))
    const lines = [...helpOf(command).matchAll(/^ {2}(--[a-z-]+(?: [A-Z]+)?) {2,}(\S.*)$/gm)]
    expect(lines.map(([, term]) => term).sort()).toEqual(accepted.map(termOf).sort())
    const columns = lines.map(([line, , rest = '']) => line.length - rest.length)
    expect(new Set(columns).size).toBe(1)
    for (const line of helpOf(command).split('\n')) expect(line.length).toBeLessThanOrEqual(120)
  })

  test.each(COMMANDS)('the examples of %s --help use only its options', command => {
    const examples = [...helpOf(command).matchAll(/^ {2}(base-images .*)$/gm)].map(([, example = '']) => example)
    expect(examples.length).toBeGreaterThan(0)
    const own = examples.flatMap(example => example.split(/&&|\||>| {2,}/).slice(0, 1))
    const used = own.flatMap(example => [...example.matchAll(/ --([a-z-]+)/g)].map(([, name]) => name))
    expect(used.filter(name => !isAccepted(command, name as OptionName))).toEqual([])
  })

  test.each(COMMANDS)('names the formats of %s', command => {
    const row = tableRows(sectionOf(PAGE, `### ${command}`)).find(cells => cells[0]?.includes('--format'))
    const named = [...(row?.at(-1) ?? '').matchAll(/`(\w+)`/g)].map(([, format]) => format)
    expect(named.sort()).toEqual([...formatsOf(command)].sort())
  })

  test('lists exactly the exit codes that there are, as the help does', () => {
    const listed = tableRows(sectionOf(PAGE, '## Exit codes')).map(cells => cells[0])
    expect(listed).toEqual(Object.values(EXIT).map(String))
    for (const code of Object.values(EXIT)) expect(helpOf()).toMatch(new RegExp(`Exit codes:.*\\b${code} `))
  })

  test('lists every environment variable that the product reads; add a row below "Environment variables"', () => {
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], {
      cwd: ROOT,
      encoding: 'utf8'
    })
    const read = files
      .split('\n')
      .filter(path => path.endsWith('.ts'))
      .flatMap(path => [...textOf(path).matchAll(/(?:environment|env)\['([A-Z_]+)'\]/g)].map(([, name]) => name))
    const section = sectionOf(PAGE, '## Environment variables')
    expect(read).toEqual(expect.arrayContaining(['BASE_IMAGES_BUILDX', 'DOCKER_CONFIG', 'NO_COLOR']))
    expect([...new Set(read)].filter(name => !section.includes(`\`${name}\``))).toEqual([])
  })
})

test('--version is that of the package', () => {
  expect(JSON.parse(textOf('package.json'))).toMatchObject({ version: VERSION })
})

/** An option as tables and helps name it. */
function termOf(name: OptionName): string {
  const { value }: OptionRow = OPTIONS[name]
  return `--${name}${value === undefined ? '' : ` ${value}`}`
}

/** Whether the command line takes an option; a value that is wrong for it is still taken. */
function isAccepted(command: string, name: OptionName): boolean {
  const { type } = OPTIONS[name]
  const args = [`--${name}`, ...(type === 'string' ? ['1'] : [])]
  try {
    readOptions(command, args)
    return true
  } catch (error) {
    return !/is no option of/.test(String(error))
  }
}

/** Text without the marks of Markdown. */
function plain(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '')
}
