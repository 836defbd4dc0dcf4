import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { helpOf } from '../../src/cli/help.js'
import { formatsOf, TAKES } from '../../src/cli/options.js'
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
    const listed = firstCells(sectionOf(PAGE, `### ${command}`)).map(cell => cell.split(' ')[0])
    expect(listed.sort()).toEqual((TAKES[command] ?? []).map(name => `--${name}`).sort())
  })

  test.each(COMMANDS)('%s --help, or the general help, names each of its options; add them in src/cli/help.ts', command => {
    const help = `${helpOf(command)}${helpOf()}`
    expect((TAKES[command] ?? []).filter(name => !help.includes(`--${name}`))).toEqual([])
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
