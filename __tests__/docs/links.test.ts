import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { anchorsOf, relativeLinks, ROOT, textOf } from './markdown.js'

const PAGES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: ROOT,
  encoding: 'utf8'
})
  .split('\n')
  .filter(path => path !== '' && !path.startsWith('__tests__/') && existsSync(join(ROOT, path)))

/** What is wrong with a link of a page; undefined when it leads somewhere. */
function fault(page: string, target: string): string | undefined {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? page : posix.join(posix.dirname(page), path)
  if (!existsSync(join(ROOT, file))) return `${page}: ${target} leads to no file; correct the path`
  if (anchor === undefined || !file.endsWith('.md') || anchorsOf(textOf(file)).has(anchor)) return undefined
  return `${page}: ${file} has no heading with the anchor #${anchor}; write the heading in lower case with hyphens`
}

describe('links of the documentation', () => {
  test('there are pages to look at', () => {
    expect(PAGES).toEqual(expect.arrayContaining(['README.md', 'docs/README.md', 'docs/manifest.md']))
  })

  test('every relative link leads to a file, and its anchor to a heading', () => {
    const faults = PAGES.flatMap(page =>
      relativeLinks(textOf(page)).flatMap(target => fault(page, target) ?? [])
    )
    expect(faults).toEqual([])
  })

  test('every page of docs/ is named in docs/README.md', () => {
    const named = new Set(relativeLinks(textOf('docs/README.md')).map(link => posix.join('docs', link)))
    const pages = PAGES.filter(page => /^docs\/[^/]+\.md$/.test(page) && page !== 'docs/README.md')
    expect(pages.filter(page => !named.has(page))).toEqual([])
  })

  test('the check finds what it is there for', () => {
    expect(fault('README.md', 'docs/nowhere.md')).toContain('leads to no file')
    expect(fault('docs/cli.md', '#exit-codes')).toBeUndefined()
    expect(fault('docs/cli.md', '#no-such-heading')).toContain('no heading')
    expect(relativeLinks('[a](b.md) [c](https://x) ![d](e.png)')).toEqual(['b.md', 'e.png'])
  })
})
