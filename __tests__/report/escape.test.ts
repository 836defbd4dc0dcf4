import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { markdownCode, markdownText, withoutWorkflowCommands } from '../../src/report/escape.js'

/** What the runner reads as a command: `::` at the start of a line after spaces, `##[` anywhere. */
const COMMAND = /^\s*::|##\[/

describe('a job log', () => {
  test.each([
    '::set-env name=A::b',
    '  ::error::x',
    'a\r::add-mask::b',
    'a\r\n::stop-commands::x',
    '\t::warning::',
    'x ##[command]y',
    '####[error]z',
    ':::error::'
  ])('of %j has no workflow command', text => {
    for (const line of withoutWorkflowCommands(text).split(/[\r\n]/)) expect(line).not.toMatch(COMMAND)
  })

  test('of any text has no workflow command', () => {
    const piece = fc.constantFrom(
      ':',
      '::',
      '#',
      '##[',
      ' ',
      '\t',
      '\r',
      '\n',
      'error',
      '\\',
      '\u2028',
      '\u00a0'
    )
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const lines = withoutWorkflowCommands(pieces.join('')).split(/[\r\n]/)
        return lines.every(line => !COMMAND.test(line))
      })
    )
  })

  test('keeps what is no command', () => {
    const text = 'std::vector<int> a;\n  - step: 1 :: 2\n'
    expect(withoutWorkflowCommands(text)).toBe(text)
  })
})

describe('a cell of Markdown', () => {
  test('of any text is one line without a character of Markdown or HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const cell = markdownText(text)
        return !/[\r\n|`<>*_[\]]/.test(cell) && cell.isWellFormed()
      })
    )
  })

  test('shows code of harmless characters as a code span and all else escaped', () => {
    expect(markdownCode('ghcr.io/acme/a@sha256:00')).toBe('`ghcr.io/acme/a@sha256:00`')
    expect(markdownCode('a`b')).toBe('<code>a&#96;b</code>')
    expect(markdownCode('')).toBe('<code></code>')
  })
})
