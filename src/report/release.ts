import type { ReleaseResult } from '../release/types.js'
import { humanSize, shortDigest } from './amounts.js'
import { terminalTable } from './table.js'

/** What became of a release for a person at a terminal. */
export function renderReleaseText(result: ReleaseResult): string {
  const rows = result.images.map(image => [
    image.name,
    image.state,
    [...image.moved, ...image.unchanged].join(', '),
    image.digest === undefined ? '' : shortDigest(image.digest),
    humanSize(image.platforms.reduce((sum, platform) => sum + platform.size, 0))
  ])
  const table = terminalTable(
    [
      { title: 'image' },
      { title: 'result' },
      { title: 'tags' },
      { title: 'digest' },
      { title: 'size', align: 'right' }
    ],
    rows
  )
  const record =
    result.record === undefined ? '' : `Release record: ${result.record.repository}@${result.record.digest}\n`
  return rows.length === 0
    ? `${SENTENCES[result.state]}\n`
    : `${table}\n\n${record}${SENTENCES[result.state]}\n`
}

const SENTENCES: Readonly<Record<ReleaseResult['state'], string>> = {
  released: 'Released.',
  'dry run': 'Nothing was written: this is what a release would do.',
  refused: 'Refused: nothing was written.',
  stopped: 'Stopped: a newer release took over.'
}
