import { expect, test } from '@jest/globals'
import { renderSummary } from '../../src/report/summary.js'
import { golden } from './golden.js'
import { fourImages, image, mixedResults, planOf, reason, released, result } from './samples.js'

const bytes = (text: string): number => Buffer.byteLength(text)

test('a summary tells what was compared, what is affected and why, how it ended, and shows the graph', () => {
  const text = renderSummary({ plan: fourImages(), results: mixedResults() })
  expect(text).toBe(golden('summary-failed.txt', text))
})

test('a summary of a release lists the tags that moved and the record', () => {
  const results = [result('python-base'), result('python-web'), result('tools', { state: 'reused' })]
  const text = renderSummary({ plan: fourImages(), results, release: released() })
  expect(text).toBe(golden('summary-released.txt', text))
})

test('a summary of a plan without work says so and folds the rest', () => {
  const text = renderSummary({ plan: planOf([image('a', { action: 'none' })]), results: [] })
  expect(text).toBe(golden('summary-empty.txt', text))
})

test('nothing that a repository writes becomes a border, a line, a link, HTML or a mention', () => {
  const hostile =
    'a|b`c`\n| d | <img src=x onerror=1> [x](http://x) ![y](z) @octocat #12 **b** www.x.y \\| &lt;'
  const text = renderSummary({
    plan: planOf([image('a', { reasons: [reason('file', `${hostile} modified`)] })]),
    results: []
  })
  const row = text.split('\n').find(line => line.includes('modified')) ?? ''
  expect(row.split('|')).toHaveLength(11)
  expect(row).not.toMatch(/<(?!br>|code>|\/code>)|`c`|\]\(|@octocat|(?<!&)#12|\*\*|:\/\/|www\.x|\\\|/)
  expect(row).toContain('&#38;lt;')
})

test('a file name cannot end the code fence of the graph or open one', () => {
  const text = renderSummary({
    plan: planOf([image('a', { reasons: [reason('file', '```mermaid modified')] })]),
    results: []
  })
  expect(text.match(/```/g)).toHaveLength(2)
})

test('a summary of a thousand images keeps below the limit and shows failures first', () => {
  const names = Array.from({ length: 1000 }, (_, index) => `image-${index}`)
  const reasons = Array.from({ length: 30 }, (_, index) =>
    reason('file', `${'x'.repeat(80)}/${index} modified`)
  )
  const plan = planOf(names.map(name => image(name, { reasons })))
  const results = names.map(name =>
    name === 'image-777' ? { ...result(name), state: 'failed' as const } : result(name)
  )
  const full = renderSummary({ plan, results })
  expect(bytes(full)).toBeLessThanOrEqual(1_000_000)
  expect(full).toContain('`image-999`')
  const small = renderSummary({ plan, results }, 60_000)
  expect(bytes(small)).toBeLessThanOrEqual(60_000)
  expect(small).toContain('`image-777`')
  expect(small).toContain('800 more are not shown')
  const smallest = renderSummary({ plan, results }, 1)
  expect(smallest).toContain('1000 of 1000 images affected')
})

test('a graph too large for Mermaid is left out', () => {
  const names = Array.from({ length: 130 }, (_, index) => `image-${index}`)
  expect(renderSummary({ plan: planOf(names.map(name => image(name))), results: [] })).not.toContain(
    'mermaid'
  )
})

test('every line of a table has as many cells as its head', () => {
  const text = renderSummary({ plan: fourImages(), results: mixedResults(), release: released() })
  const tables = text.split('\n\n').filter(block => block.startsWith('| '))
  expect(tables).toHaveLength(2)
  for (const table of tables) {
    const widths = table.split('\n').map(line => line.split('|').length)
    expect(new Set(widths).size).toBe(1)
  }
})
