import { sha256 } from '../keys/canonical.js'
import { COMMENT_SIZES, renderSized } from './summary.js'
import type { RunReport } from './summary.js'

/**
 * GitHub's documentation gives 65,536 characters for a comment; the rest is left for what others append. Characters are at
 * most as many as bytes.
 */
export const COMMENT_BYTES = 60_000

/** The first line of the comment of a manifest: by it the comment is found again, and nobody sees it. */
export function commentMarker(manifest: string): string {
  return `<!-- base-images ${sha256(manifest).slice(0, 16)} -->`
}

/** The report of a run as the one comment of a pull request: the marker, the summary in one of three sizes, and a link. */
export function renderComment(report: RunReport, runUrl: string, limit = COMMENT_BYTES): string {
  const marker = commentMarker(report.plan.manifest)
  const end = `[The run, with everything](${runUrl})\n`
  const left = limit - new TextEncoder().encode(`${marker}\n\n${end}`).length
  return `${marker}\n${renderSized(report, COMMENT_SIZES, left)}\n${end}`
}
