import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { COMMAND_LINE, errorAt, sortDiagnostics, warningAt } from '../../src/diagnostics/diagnostic.js'
import { visible } from '../../src/diagnostics/escape.js'
import { renderAnnotations, renderJson, renderText } from '../../src/diagnostics/render.js'

const error = errorAt(
  'M003',
  { file: 'images/manifest.yaml', line: 2, column: 5 },
  'Found the key "x"',
  'Remove the key'
)
const warning = warningAt('C003', { file: 'images/manifest.yaml' }, 'Nothing matches', 'Correct the glob')

describe('renderText', () => {
  test('writes place, severity, code, message and remedy', () => {
    expect(renderText([error, warning], { colour: false })).toBe(
      [
        'images/manifest.yaml:2:5: error M003: Found the key "x"',
        '  remedy: Remove the key',
        'images/manifest.yaml: warning C003: Nothing matches',
        '  remedy: Correct the glob',
        ''
      ].join('\n')
    )
  })

  test('says the remedy of findings about one whole file once, below the last of them', () => {
    const other = { ...warning, message: 'Nor here' }
    const elsewhere = { ...warning, file: 'other.yaml' }
    expect(renderText([warning, other, elsewhere], { colour: false })).toBe(
      [
        'images/manifest.yaml: warning C003: Nothing matches',
        'images/manifest.yaml: warning C003: Nor here',
        '  remedy: Correct the glob',
        'other.yaml: warning C003: Nothing matches',
        '  remedy: Correct the glob',
        ''
      ].join('\n')
    )
    expect(renderText([error, error], { colour: false }).match(/remedy/g)).toHaveLength(2)
  })

  test('shows the line with a mark below the column when the source is at hand', () => {
    const source = (): string => 'images:\r\n  a: { x: 1 }\r\n'
    const at = { ...error, column: 8 }
    expect(renderText([at], { colour: false, source })).toBe(
      [
        'images/manifest.yaml:2:8: error M003: Found the key "x"',
        '  2 |   a: { x: 1 }',
        '    |        ^',
        '  remedy: Remove the key',
        ''
      ].join('\n')
    )
  })

  test('keeps the mark below its column when the line has tabs and control characters', () => {
    const text = renderText([{ ...error, line: 1, column: 4 }], { colour: false, source: () => '\t\u001bax' })
    expect(text).toContain('  1 | \\t\\u{1b}ax\n    |          ^\n')
  })

  test('shows the surroundings of the column of a long line', () => {
    const source = (): string => `${'a'.repeat(500)}X${'b'.repeat(500)}`
    const lines = renderText([{ ...error, line: 1, column: 501 }], { colour: false, source }).split('\n')
    expect(lines[1]).toBe(`  1 | …${'a'.repeat(50)}X${'b'.repeat(49)}…`)
    expect(lines[2]?.indexOf('^')).toBe(lines[1]?.indexOf('X'))
  })

  test('leaves the line away when the file is shorter than its finding or not at hand', () => {
    for (const source of [(): string => 'one line', (): undefined => undefined])
      expect(renderText([error], { colour: false, source })).toBe(renderText([error], { colour: false }))
  })

  test('reads each file once', () => {
    let reads = 0
    const source = (): string => {
      reads++
      return 'a\nb\n'
    }
    renderText([error, error, error], { colour: false, source })
    expect(reads).toBe(1)
  })

  test('colours place and severity on request', () => {
    expect(renderText([warning], { colour: true })).toContain(
      '\u001b[33mwarning C003\u001b[0m: Nothing matches'
    )
    expect(renderText([error], { colour: true })).toContain('\u001b[31merror M003\u001b[0m')
  })

  test('lets no text of a file reach the terminal as a control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, line) => {
        const found = errorAt('M010', { file: text, line: 1, column: 2 }, text, text)
        const shown = renderText([found], { colour: false, source: () => line })
        expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e\u2066]/u)
      })
    )
  })
})

describe('visible', () => {
  test('leaves words of every language as they are', () => {
    expect(visible('Größe 尺寸 🐳')).toBe('Größe 尺寸 🐳')
  })
})

describe('renderJson', () => {
  test('gives every field, and the title of the rule', () => {
    expect(JSON.parse(renderJson([error, warning]))).toEqual({
      diagnostics: [
        {
          code: 'M003',
          severity: 'error',
          title: 'Unknown key',
          message: 'Found the key "x"',
          remedy: 'Remove the key',
          file: 'images/manifest.yaml',
          line: 2,
          column: 5
        },
        {
          code: 'C003',
          severity: 'warning',
          title: 'Extra input matches no file',
          message: 'Nothing matches',
          remedy: 'Correct the glob',
          file: 'images/manifest.yaml'
        }
      ]
    })
  })
})

describe('renderAnnotations', () => {
  test('names no file for what was asked for wrongly', () => {
    const asked = errorAt('E004', COMMAND_LINE, 'No such thing', 'Name another')
    expect(renderAnnotations([asked])).toBe(
      '::error title=E004%3A Invalid option::No such thing. Name another\n'
    )
  })

  test('writes a workflow command a finding, errors first', () => {
    expect(renderAnnotations([warning, error])).toBe(
      '::error file=images/manifest.yaml,line=2,col=5,title=M003%3A Unknown key::Found the key "x". Remove the key\n' +
        '::warning file=images/manifest.yaml,title=C003%3A Extra input matches no file::Nothing matches. Correct the glob\n'
    )
  })

  test('escapes what would end a property or the command', () => {
    const found = errorAt('M010', { file: 'a,b:c%\n::set-output name=x::y' }, '50%\r\n::error::no', 'x')
    expect(renderAnnotations([found])).toBe(
      '::error file=a%2Cb%3Ac%25\\n%3A%3Aset-output name=x%3A%3Ay,title=M010%3A Invalid value::50%25\\r\\n::error::no. x\n'
    )
  })

  test('writes one line a finding, whatever its texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (file, message) => {
        const lines = renderAnnotations([errorAt('M010', { file }, message, message)]).split(
          /[\n\r\u2028\u2029\u0085]/
        )
        expect(lines).toHaveLength(2)
        expect(lines[0]).toMatch(/^::error file=[^,:]*,title=M010%3A Invalid value::/)
      })
    )
  })

  test('writes ten of a severity; the tenth says how many more there are', () => {
    const lines = renderAnnotations([...Array.from({ length: 25 }, () => error), warning])
      .trimEnd()
      .split('\n')
    expect(lines).toHaveLength(11)
    expect(lines[9]).toBe(
      '::error title=16 more::16 more of this kind, all of them are in the log of this step'
    )
    expect(lines[10]).toMatch(/^::warning /)
    const ten = renderAnnotations(Array.from({ length: 10 }, () => error))
    expect(ten.match(/Found the key/g)).toHaveLength(10)
  })
})

describe('sortDiagnostics', () => {
  test('orders by file, line, column and code, whatever the order they come in', () => {
    const found = [
      errorAt('M004', { file: 'b' }, 'm', 'r'),
      errorAt('M004', { file: 'a', line: 10, column: 1 }, 'm', 'r'),
      errorAt('M004', { file: 'a', line: 2, column: 3 }, 'm', 'r'),
      errorAt('M003', { file: 'a', line: 2, column: 3 }, 'm', 'r'),
      errorAt('M004', { file: 'B', line: 9, column: 1 }, 'm', 'r')
    ]
    const sorted = sortDiagnostics(found)
    expect(sorted.map(({ file, line, code }) => `${file}${line ?? ''}${code}`)).toEqual([
      'B9M004',
      'a2M003',
      'a2M004',
      'a10M004',
      'bM004'
    ])
    expect(sortDiagnostics([...found].reverse())).toEqual(sorted)
  })
})
