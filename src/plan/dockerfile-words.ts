import { lineChanges, shortened } from './line-changes.js'
import type { Line } from './line-changes.js'
import type { ImageView } from './view.js'

/** What changed in a Dockerfile whose image builds the same. */
export function dockerfileWords(before: ImageView, after: ImageView): string {
  const { dockerfile } = after.spec
  const at = (line: Line | undefined): string => `${dockerfile}:${line?.line ?? 1}`
  const [reached] = lineChanges(before.listing.reached, after.listing.reached)
  if (reached !== undefined) {
    const { text = '' } = reached.after ?? reached.before ?? {}
    return `${at(reached.after ?? reached.before)} changed in a way that builds the same: \`${shortened(text)}\``
  }
  const [other] = lineChanges(before.listing.others, after.listing.others)
  if (other !== undefined) {
    const { text = '' } = other.after ?? other.before ?? {}
    const place = at(other.after ?? other.before)
    return `${place} \`${shortened(text)}\`: only stages that the target does not reach changed`
  }
  if (before.text(dockerfile) === after.text(dockerfile)) return `${dockerfile}: only its file mode changed`
  const lines = lineChanges(linesOf(before), linesOf(after))
  if (lines.length === 0) return `${dockerfile}: the order of comments and blank lines changed only`
  const place = at(lines[0]?.after ?? lines[0]?.before)
  const texts = lines.flatMap(change => [change.before?.text, change.after?.text])
  if (texts.every(text => text === undefined || text.trim() === ''))
    return `${place} blank lines changed only`
  const isComment = (text: string | undefined): boolean => /^\s*(#|$)/.test(text ?? '')
  return `${place} ${texts.every(isComment) ? 'comment' : 'layout'} changed only`
}

function linesOf(view: ImageView): readonly Line[] {
  const text = view.text(view.spec.dockerfile) ?? ''
  return text.split('\n').map((each, index) => ({ line: index + 1, text: each }))
}
