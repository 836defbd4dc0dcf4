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

/** In `--progress=plain` every line of a step begins with its number. */
const OF_STEP = /^#\d+ /
/**
 * Below all steps each one that failed is quoted between two of these lines, after its name; its lines may begin with
 * anything.
 */
const RULE = '------'
const FAILED_STEP = /^ > (.*):$/
/** Below that stands the error. */
const ERROR = /^ERROR: /
/** The command is in the error as a quoted string on one line, whatever it says. */
const FAILED_RUN = /process ".*" did not complete successfully/

/** Reads the last words in the output of `buildx build --progress=plain`. */
export function lastWords(stderr: string): LastWords {
  const lines = stderr.split('\n').map(line => line.trimEnd())
  const below = lines.slice(lines.findLastIndex(line => OF_STEP.test(line)) + 1)
  const end = below.lastIndexOf(RULE) + 1
  const block = below.slice(0, end)
  const isName = (line: string, index: number): boolean => block[index - 1] === RULE && FAILED_STEP.test(line)
  const error = errorIn(below.slice(end)).replace(/^ERROR: (?:failed to build: )?(?:failed to solve: )?/, '')
  return {
    error,
    ofRun: FAILED_RUN.test(error),
    quoted: block.filter((line, index) => line !== RULE && !isName(line, index)),
    failed: block.filter(isName).map(line => FAILED_STEP.exec(line)?.[1] ?? '')
  }
}

/**
 * The error may have several lines: refusals of a registry, or a page that a proxy answers with. Without an error the last
 * line is taken.
 */
function errorIn(lines: readonly string[]): string {
  const said = lines.map(line => line.trim())
  const start = said.findIndex(line => ERROR.test(line))
  const own = said.slice(Math.max(start, 0)).filter(line => line !== '')
  return start === -1 ? (own.at(-1) ?? '') : own.join(' ')
}
