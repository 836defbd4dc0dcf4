/**
 * Writes one line of progress to standard error, so that standard output stays free for results.
 * @param {string} line
 */
export const say = line => {
  process.stderr.write(`engine: ${line}\n`)
}

/**
 * A stopwatch for progress lines.
 * @returns {() => string} the time since the call, in seconds with one digit, such as `1.4 s`
 */
export const stopwatch = () => {
  const start = process.hrtime.bigint()
  return () => `${(Number(process.hrtime.bigint() - start) / 1e9).toFixed(1)} s`
}
