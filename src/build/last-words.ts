/** What buildx and BuildKit themselves say of a build that failed. What its steps printed is no word of theirs. */
export interface LastWords {
  /** The error, on one line and without the words that every error begins with; empty when there is none. */
  readonly error: string
  /** Whether the error is that a RUN ended with another exit code than 0. */
  readonly ofRun: boolean
  /** The last lines that the failed steps printed, as BuildKit quotes them: up to ten of each. */
  readonly quoted: readonly string[]
  /** Names of the steps that failed. */
  readonly failed: readonly string[]
}

/** In `--progress=plain` every line of a step begins with its number, so that only buildx itself begins a line so. */
const ERROR = /^ERROR: /
const OF_STEP = /^#\d+ /
/** BuildKit quotes a failed step below ` > name:`, each line with the seconds since the step began. */
const QUOTED = /^\d+\.\d+ /
const FAILED_STEP = /^ > (.*):$/
/** The command is in the error as a quoted string on one line, whatever it says. */
const FAILED_RUN = /process ".*" did not complete successfully/

/** Reads the last words in the output of `buildx build --progress=plain`. */
export function lastWords(stderr: string): LastWords {
  const lines = stderr.split('\n').map(line => line.trimEnd())
  const error = errorIn(lines).replace(/^ERROR: (?:failed to build: )?(?:failed to solve: )?/, '')
  return {
    error,
    ofRun: FAILED_RUN.test(error),
    quoted: lines.filter(line => QUOTED.test(line)),
    failed: lines.flatMap(line => FAILED_STEP.exec(line)?.[1] ?? [])
  }
}

/**
 * The error stands below all steps and may have several lines: refusals of a registry, or a page that a proxy answers with.
 * Without an error the last line of buildx is taken.
 */
function errorIn(lines: readonly string[]): string {
  const steps = lines.findLastIndex(line => OF_STEP.test(line))
  const start = lines.findIndex((line, index) => index > steps && ERROR.test(line))
  const said = lines.map(line => line.trim()).filter((line, index) => line !== '' && index >= start)
  return start === -1 ? (said.filter(line => !OF_STEP.test(line)).at(-1) ?? '') : said.join(' ')
}
