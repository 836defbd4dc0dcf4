import type { BuildResult } from '../build/results.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { ReleaseResult } from '../release/types.js'
import { counted, shortDigest } from './amounts.js'
import { markdownCode, markdownText } from './escape.js'
import { markdownTable } from './table.js'

/** What went wrong and what to do about it, at most `shown` findings, errors first. */
export function problemLines(
  results: readonly BuildResult[],
  warnings: readonly Diagnostic[],
  released: readonly Diagnostic[],
  shown: number
): readonly string[] {
  const found = [
    ...results.flatMap(result => result.diagnostics.map(diagnostic => ({ about: result.image, diagnostic }))),
    ...released.map(diagnostic => ({ about: 'release', diagnostic })),
    ...warnings.map(diagnostic => ({ about: 'plan', diagnostic }))
  ]
  const errors = found.filter(item => item.diagnostic.severity === 'error')
  const others = found.filter(item => item.diagnostic.severity !== 'error')
  const listed = [...errors, ...others].slice(0, shown)
  if (listed.length === 0) return []
  const rest = found.length - listed.length
  return [
    `### ${counted(errors.length, 'error')}, ${counted(others.length, 'warning')}`,
    listed.map(item => `- ${problem(item.about, item.diagnostic)}`).join('\n'),
    ...(rest > 0 ? [`and ${rest} more`] : [])
  ]
}

/** What the release did: one line an image. */
export function releaseLines(release: ReleaseResult | undefined, shown: number): readonly string[] {
  if (release === undefined) return []
  const moved = release.images.filter(image => image.state === 'moved')
  const title = `### Release: ${release.state}, ${counted(moved.length, 'image')} moved`
  const record =
    release.record === undefined
      ? []
      : [`Release record: ${markdownCode(`${release.record.repository}@${release.record.digest}`)}`]
  const rows = release.images
    .slice(0, shown)
    .map(image => [
      markdownCode(image.name),
      image.state,
      image.moved.map(tag => markdownCode(`${image.repository}:${tag}`)).join('<br>'),
      image.digest === undefined ? '' : markdownCode(shortDigest(image.digest))
    ])
  if (rows.length === 0) return [title, ...record]
  const columns = [{ title: 'Image' }, { title: 'State' }, { title: 'Tags moved' }, { title: 'Digest' }]
  const rest = release.images.length - rows.length
  return [title, markdownTable(columns, rows), ...(rest > 0 ? [`and ${rest} more`] : []), ...record]
}

function problem(about: string, diagnostic: Diagnostic): string {
  const place = [diagnostic.file, diagnostic.line].filter(part => part !== undefined && part !== '').join(':')
  const where = place === '' ? '' : ` (${markdownCode(place)})`
  const what = `${markdownText(diagnostic.message)}${where}`
  return `${markdownCode(about)}: ${what}. ${markdownText(diagnostic.remedy)}`
}
