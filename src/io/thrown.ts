/** What was thrown says of itself, in words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The system's code of what was thrown, such as `ENOENT`; undefined when it has none. */
export function codeOf(error: unknown): unknown {
  // No `instanceof Error`: in a test runner the file system throws errors of another realm.
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}

/** The HTTP status of what a client of GitHub's API threw; undefined when there was no answer. */
export function statusOf(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  return typeof status === 'number' ? status : undefined
}
