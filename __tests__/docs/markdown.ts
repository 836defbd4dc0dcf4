import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of this repository. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** The text of a file by its path from the root. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** The fenced block after `<!-- name -->`; throws when there is none. */
export function markedBlock(text: string, name: string): string {
  const found = new RegExp(`<!-- ${name} -->\n\`\`\`\\w+\n([\\s\\S]*?)\`\`\``).exec(text)
  if (found?.[1] === undefined) throw new Error(`there is no block after <!-- ${name} -->`)
  return found[1]
}

/** All fenced blocks of a language. */
export function blocksOf(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block]) => block ?? '')
}

/** The text below a heading, up to the next heading of the same or a higher rank; throws when there is none. */
export function sectionOf(text: string, heading: string): string {
  const rank = /^#+/.exec(heading)?.[0].length ?? 0
  const lines = text.split('\n')
  const start = lines.indexOf(heading)
  if (start < 0) throw new Error(`there is no heading ${JSON.stringify(heading)}`)
  const rest = lines.slice(start + 1)
  const end = rest.findIndex(line => new RegExp(`^#{1,${rank}} `).test(line))
  return rest.slice(0, end < 0 ? undefined : end).join('\n')
}

/** The cells of all rows of all tables of a text, heads and rulers left out. */
export function tableRows(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n')
  return lines
    .filter((line, index) => {
      const isHead = /^\|[-: |]+\|$/.test(lines[index + 1] ?? '')
      return line.startsWith('| ') && !isHead
    })
    .map(line => line.slice(2).replace(/ \|$/, '').split(' | '))
}

/** The first code span of every row. */
export function firstCells(text: string): readonly string[] {
  return tableRows(text).map(([cell = '']) => /`([^`]+)`/.exec(cell)?.[1] ?? cell)
}

/** The anchors of the headings of a page, as GitHub makes them. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>()
  for (const [, heading = ''] of withoutBlocks(text).matchAll(/^#{1,6} (.*)$/gm)) {
    const plain = heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '')
    anchors.add(plain.replaceAll(' ', '-'))
  }
  return anchors
}

/** Targets of all links and pictures of a page that lead to files or headings of this repository. */
export function relativeLinks(text: string): readonly string[] {
  return [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? '')
    .filter(target => !/^[a-z]+:/.test(target))
}

function withoutBlocks(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '')
}
