import { describe, expect, test } from '@jest/globals'
import { SITUATIONS } from '../../src/changes/situations.js'
import type { Situation } from '../../src/changes/situations.js'
import { DEPTHS, UNTRUSTED } from '../../src/changes/untrusted.js'
import type { Untrusted } from '../../src/changes/untrusted.js'
import { sectionOf, textOf } from './markdown.js'

const PAGE = textOf('docs/events.md')

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}

function situations(rows: readonly Situation[]): string {
  return table(
    ['run', 'when', 'compared with', 'the plan says', 'else'],
    rows.map(row => [row.event, row.when, row.base, code(row.how), row.otherwise])
  )
}

function reasons(rows: readonly Untrusted[]): string {
  return table(
    ['the plan says', 'how it comes about', 'what to do'],
    rows.map(row => [code(row.how), row.when, row.remedy])
  )
}

describe('docs/events.md', () => {
  test('has exactly the rows that the planner decides by; when this fails, copy the expected table into "The table"', () => {
    expect(sectionOf(PAGE, '## The table')).toContain(`\n${situations(SITUATIONS)}\n`)
  })

  test('has every reason for which a base is not trusted; when this fails, copy the expected table into "Everything"', () => {
    expect(sectionOf(PAGE, '## Everything')).toContain(`\n${reasons(UNTRUSTED)}\n`)
  })

  test('says how far a shallow clone is deepened', () => {
    const [last, ...before] = [...DEPTHS].reverse()
    expect(PAGE).toContain(`${before.reverse().join(', ')} and ${last} commits`)
  })
})
