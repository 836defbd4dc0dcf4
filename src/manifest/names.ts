/** What the name of an image looks like; it becomes part of tags, row names and file names. */
export const IMAGE_NAME = /^[a-z0-9][a-z0-9._-]{0,59}$/

/** What `{image: x}`, `needs` and `parents` expect. */
export const IMAGE_NAME_RULE = 'up to 60 of a-z 0-9 . _ -, the first one a letter or digit'

/** A platform as plans and rows name it: operating system, architecture and, for some, a variant. */
export const PLATFORM_NAME = /^[a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9.]+)?$/

/** A platform as part of a tag or of the name of a row: `linux/arm/v7` is `linux-arm-v7`. */
export function platformTag(platform: string): string {
  return platform.replaceAll('/', '-')
}

/** Whether a tag names one commit or day: `{date}` and `{commit}` are filled at release. */
export function hasPlaceholder(tag: string): boolean {
  return tag.includes('{')
}

/** What the name of a build argument or environment variable looks like. */
export const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/

/** Names further away than this are not taken for a slip of the pen. */
const FARTHEST = 2

/** Images among which a misspelt one is searched; among more it would take too long. */
export const MOST_GUESSED_FROM = 1000

/** The candidate that a misspelt name probably means, at most `farthest` letters away; undefined when none is near. */
export function nearest(name: string, candidates: Iterable<string>, farthest = FARTHEST): string | undefined {
  let best: string | undefined
  let least = Math.min(farthest, Math.floor(name.length / 2)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= least) continue
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase())
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** Letters to insert, remove, replace or swap with their neighbour (Damerau-Levenshtein, optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + cost,
        swapped ? (before[column - 2] ?? 0) + 1 : Infinity
      )
    }
    before = previous
    previous = current
  }
  return previous[b.length] ?? 0
}
