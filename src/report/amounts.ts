const SIZE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** Bytes for a person, in steps of 1000 as registries show them: `91.4 MB`. */
export function humanSize(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 999.95 && unit < SIZE_UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${unit === 0 ? String(value) : value.toFixed(1)} ${SIZE_UNITS[unit] ?? 'B'}`
}

/** Milliseconds for a person: `0.4 s`, `12 s`, `3 min 20 s`. */
export function humanTime(milliseconds: number): string {
  if (milliseconds < 9_950) return `${(milliseconds / 1000).toFixed(1)} s`
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 60) return `${seconds} s`
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** The first 12 hex digits of a digest, as `docker images` shows them. */
export function shortDigest(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, 12)
}

/** The first 7 digits of a commit id. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 7)
}

/** A number with its noun: `1 image`, `3 images`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
