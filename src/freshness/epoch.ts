const DAY_MS = 24 * 60 * 60 * 1000

/** The ISO 8601 week of a time in UTC, such as `2026-W47`; `time` in milliseconds since the epoch. */
export function isoWeek(time: number): string {
  const date = new Date(time)
  // A week belongs to the year of its Thursday.
  const fromMonday = (date.getUTCDay() + 6) % 7
  const thursday = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - fromMonday + 3)
  const year = new Date(thursday).getUTCFullYear()
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`
}

/**
 * The epoch of a week, or the one that is there when it is as new: `2026-W47.2`, written by hand within the week, must not
 * fall back to `2026-W47`, whose images are built already.
 */
export function laterEpoch(present: string | undefined, week: string): string {
  const isWeek = present !== undefined && /^\d{4}-W\d{2}(?![0-9])/.test(present)
  return isWeek && present >= week ? present : week
}

/** Weeks from an epoch that begins with an ISO week until a time; undefined when it begins with something else. */
export function epochAge(epoch: string, now: number): number | undefined {
  const found = /^(\d{4})-W(\d{2})(?![0-9])/.exec(epoch)
  if (found === null) return undefined
  const begin = mondayOf(Number(found[1]), Number(found[2]))
  return Math.floor((now - begin) / (7 * DAY_MS))
}

/** What `--epoch` may be: it becomes a build argument and a line of the lock. */
export function isEpoch(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text)
}

/** The Monday of an ISO week; week 1 is the one with January 4th. */
function mondayOf(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4)
  const fromMonday = (new Date(fourth).getUTCDay() + 6) % 7
  return fourth - fromMonday * DAY_MS + (week - 1) * 7 * DAY_MS
}
