import { sortDiagnostics, warningAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { someOf } from '../diagnostics/shown.js'
import { DISK, bytesOfImages } from './rows-bytes.js'
import type { BytesOf } from './rows-bytes.js'
import type { Plan, Row } from './types.js'

/** Labels of the hosted runners that have the promised disk; of any other runner nothing is known. */
const HOSTED = /^ubuntu-(?:latest|slim|[0-9]{2}\.[0-9]{2})(?:-arm)?$/
const NAMES_SHOWN = 5

/** The plan with a warning (W006) for each row that is thought to need more than the disk of its hosted runner. */
export function withDiskWarnings(plan: Plan): Plan {
  const others = plan.warnings.filter(warning => warning.code !== 'W006')
  const rows = plan.levels.flat().filter(row => (row.bytes ?? 0) > DISK && HOSTED.test(row.runner))
  if (rows.length === 0) return others.length === plan.warnings.length ? plan : { ...plan, warnings: others }
  const bytesOf = bytesOfImages(plan.images)
  const found = rows.map(row => warningOf(plan, row, bytesOf))
  return { ...plan, warnings: sortDiagnostics([...others, ...found]) }
}

function warningOf(
  { manifest }: Plan,
  { images, platform, runner, bytes = 0 }: Row,
  bytesOf: BytesOf
): Diagnostic {
  const place = { file: manifest }
  const room = `${gigabytes(bytes)} of disk; ${runner} has ${gigabytes(DISK)}`
  const sizes = images
    .map(name => ({ name, bytes: bytesOf(name, platform) }))
    .sort((a, b) => b.bytes - a.bytes)
  const sized = sizes.map(each => `${each.name} (${gigabytes(each.bytes)} compressed)`)
  const remedy = 'use a runner with a larger disk (`runners`), or make the image smaller'
  if (sized.length === 1)
    return warningAt('W006', place, `${sized.join('')} on ${platform} is thought to need ${room}`, remedy)
  return warningAt(
    'W006',
    place,
    `${someOf(sized, NAMES_SHOWN)} on ${platform} share one job and are thought to need ${room}`,
    `${remedy}; with \`strategy: single\` take \`levels\``
  )
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`
}
