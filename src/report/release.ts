import type { ReleaseResult } from '../release/types.js'
import { humanSize, shortDigest } from './amounts.js'
import { terminalTable } from './table.js'

/** What became of a release for a person at a terminal. */
export function renderReleaseText(result: ReleaseResult): string {
  const rows = result.images.map(image => [
    image.name,
    result.state === 'dry run' && image.state === 'moved' ? 'would move' : image.state,
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
  const sentence = endingOf(result)
  return rows.length === 0 ? `${sentence}\n` : `${table}\n\n${recordLine(result)}${sentence}\n`
}

function recordLine({ state, record }: ReleaseResult): string {
  if (record === undefined) return ''
  const isToCome = state === 'dry run' && record.state === 'written'
  return `Release record${isToCome ? ' would be' : ''}: ${record.repository}@${record.digest}\n`
}

/** How it ended; a release that found everything right says that it did nothing. */
function endingOf({ state, images, record }: ReleaseResult): string {
  const isRight = record?.state === 'unchanged' && images.every(image => image.state !== 'moved')
  switch (state) {
    case 'released':
      return isRight ? `Nothing had to be released: ${ALL_RIGHT}.` : 'Released.'
    case 'dry run':
      return isRight
        ? `Nothing was written, and a release would write nothing: ${ALL_RIGHT}.`
        : 'Nothing was written: this is what a release would do.'
    case 'refused':
      return 'Refused: nothing was written.'
    case 'stopped':
      return 'Stopped: a newer release took over.'
    case 'cancelled':
      return 'Cancelled: tags that were moved stay; the same command again moves the others.'
  }
}

const ALL_RIGHT = 'what is public is what the commit says'
