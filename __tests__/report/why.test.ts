import { expect, test } from '@jest/globals'
import { renderWhyText } from '../../src/report/why.js'
import { image, planOf, reason } from './samples.js'

const explained = (text: string, ...details: readonly string[]) => ({ ...reason('file', text), details })

test('of an image that is not affected at most 20 lines tell of changed files', () => {
  const quiet = image('a', { action: 'none', platforms: { 'linux/amd64': { key: '', affected: false } } })
  const setAside = Array.from({ length: 25 }, (_, n) => ({
    path: `${n}.md`,
    why: `${n}.md is excluded by x:${n}`
  }))
  const text = renderWhyText(quiet, { chain: [], setAside, plan: planOf([quiet]) })
  expect(text).toContain('a is not affected: 25 files changed, and none counts for it.')
  expect(text).toContain('  19.md is excluded by x:19\n  and 5 more\n')
})

test('of a long chain both ends are told', () => {
  const chain = Array.from({ length: 50 }, (_, n) => ({
    image: image(`i${n}`),
    reasons: [explained(n === 49 ? 'x modified' : `parent i${n + 1} affected`, `line ${n}`)]
  }))
  const text = renderWhyText(image('i0'), { chain, setAside: [], plan: planOf([]) })
  expect(text).toContain('i8 ← i9 ← (30 more) ← i40 ← i41')
  expect(text).toContain('i49 ← x modified\n')
  expect(text).toContain('i9: build\n  because parent i10 affected\n    line 9\n\ni40: build\n')
  expect(text).not.toContain('i20')
})

test('no escape sequence and no line break of a repository reaches the terminal', () => {
  const chain = [{ image: image('a'), reasons: [explained('\u001b[31m\n modified', 'read by `\u202e\r`')] }]
  const text = renderWhyText(image('a'), { chain, setAside: [], plan: planOf([]) })
  expect(text).toContain('  because \\u{1b}[31m\\n modified\n    read by `\\u{202e}\\r`\n')
})
