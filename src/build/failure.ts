import type { ProcessResult } from '../ports.js'
import { lastWords } from './last-words.js'
import type { LastWords } from './last-words.js'
import { classifyBuildxError, isDeniedByPolicy } from './retry.js'
import { SILENCE_MS } from './silence.js'

/** What a failed build says, for a person: code, line of the Dockerfile, sentence and remedy. */
export interface BuildFailure {
  readonly code: 'B001' | 'B003' | 'W002' | 'W003' | 'W007'
  readonly place: { readonly line?: number }
  readonly message: string
  readonly remedy: string
}

/** What to do when the time of a run is over. */
export const MORE_TIME = 'give the run more time (`--timeout`; `timeout-minutes` of the workflow)'

/** Not worth another try, and not the Dockerfile's fault. */
const NOT_LOGGED_IN = /\b401 Unauthorized|\bunauthorized: /i
const NO_SPACE = /no space left on device/i
/**
 * No builder of that name, no Docker behind it, or Docker's own builder, which pushes nothing by digest and exports no layer
 * cache (buildx 0.36, `build/opt.go`).
 */
const NO_BUILDER =
  /^no builder ".*" found$|^failed to connect to the docker API|^Cannot connect to the Docker daemon|\bnot (?:supported|implemented) for (?:the )?docker driver\b/i

/** The time that a run of buildx had: of its own, or what was left of the time of the whole run. */
export interface TimeLimit {
  readonly ms: number
  readonly ofRun: boolean
}

/** Finds the cause in the output of `buildx build --progress=plain`. */
export function findFailure(title: string, result: ProcessResult, limit: TimeLimit): BuildFailure {
  const { stderr } = result
  if (result.timedOut) return overdue(title, stderr, limit)
  if (result.wentSilent === true) return silenceOf(title, stderr)
  const words = lastWords(stderr)
  const said = tellable(words.error, stderr)
  if (isFullDisk(words)) {
    return {
      code: 'W003',
      place: {},
      message: `${title}: no space left on the device of the builder: ${said}`,
      remedy:
        'free space (`docker buildx prune`), or give the image a runner with a larger disk; finished images are kept'
    }
  }
  const line = dockerfileLine(stderr, words.error)
  const place = line === undefined ? {} : { line }
  if (isDeniedByPolicy(words.error)) {
    return {
      code: 'B003',
      place,
      message: `${title} takes an image that the plan does not name: ${said}`,
      remedy:
        'write the reference in the Dockerfile so that it can be followed; `base-images graph` shows what was found'
    }
  }
  if (NO_BUILDER.test(words.error) && !words.ofRun) {
    return {
      code: 'W002',
      place: {},
      message: `${title}: there is no builder that can build this: ${said}`,
      remedy:
        'make one (`docker buildx create --use`), or name one of `docker buildx ls` with `--builder`, then run again'
    }
  }
  if (isWorld(words) || classifyBuildxError(stderr) !== 'final') {
    return {
      code: 'W002',
      place: {},
      message: `${title}: the registry or the builder does not answer as it should: ${said}`,
      remedy:
        'check the login and the rights to the staging repository and that the builder runs, then run again'
    }
  }
  return {
    code: 'B001',
    place,
    message: `${title}: ${said}`,
    remedy: 'read the log of the step above; images that are finished stay finished'
  }
}

/**
 * Whether the builder has no space left, by its own word. A RUN that fails tells it only in what it prints: there the last
 * lines count, not its command, and never the output of a step that went well.
 */
function isFullDisk({ error, ofRun, quoted }: LastWords): boolean {
  return ofRun ? quoted.some(line => NO_SPACE.test(line)) : NO_SPACE.test(error)
}

/** Whether an error that no other try would cure is one of the builder or of a login. */
function isWorld({ error, ofRun }: LastWords): boolean {
  return NOT_LOGGED_IN.test(error) && !ofRun
}

/** BuildKit prints `Dockerfile:12` above the lines of the instruction that failed. */
function dockerfileLine(stderr: string, error: string): number | undefined {
  const match =
    /(?:^|\n)Dockerfile:(\d+)\n/.exec(stderr) ?? /dockerfile parse error on line (\d+)/i.exec(error)
  return match?.[1] === undefined ? undefined : Number(match[1])
}

/** A build that was ended because its time was over, with what it was at. */
function overdue(title: string, stderr: string, { ms, ofRun }: TimeLimit): BuildFailure {
  const last = lastStep(stderr)
  const at = last === undefined ? '' : `; the last was: ${last}`
  if (ofRun) {
    return {
      code: 'W007',
      place: {},
      message: `${title}: the time of this run is over${at}`,
      remedy: `${MORE_TIME}, unless that step hangs`
    }
  }
  return {
    code: 'B001',
    place: {},
    message: `${title}: ended after ${Math.round(ms / 60_000)} minutes without an end${at}`,
    remedy: 'look at the last step of the log for what it waits for'
  }
}

/**
 * A build that was ended because nothing more came. A builder that has not even begun is stuck itself: BuildKit 0.33 waits
 * without a time limit for the layer cache that another build reads.
 */
function silenceOf(title: string, stderr: string): BuildFailure {
  const minutes = Math.round(SILENCE_MS / 60_000)
  const last = lastStep(stderr)
  const found =
    last === undefined
      ? `the builder said nothing for ${minutes} minutes`
      : `neither the registry nor the builder said anything for ${minutes} minutes; the last was: ${last}`
  const remedy =
    last === undefined
      ? 'start the builder anew (`docker buildx stop`, then `docker buildx inspect --bootstrap`), then run again'
      : 'check that the registry and the builder answer, then run again; images that are finished stay finished'
  return { code: 'W002', place: {}, message: `${title}: ${found}`, remedy }
}

/** The last that a build said of a step before it was ended, without the step's number and at most 200 letters. */
function lastStep(stderr: string): string | undefined {
  const steps = stderr.split('\n').filter(line => /^#[1-9]\d* (?!CANCELED|ERROR)/.test(line))
  return steps
    .at(-1)
    ?.replace(/^#\d+ /, '')
    .trim()
    .slice(0, 200)
}

/** The error as it is told: without the state that registries put into the address of an upload, and cut. */
function tellable(error: string, stderr: string): string {
  const lastLine = stderr.trimEnd().split('\n').at(-1)?.trim() ?? ''
  const said = error === '' ? lastLine : error.replace(/(\/blobs\/uploads\/[^\s?]*)\?\S*(?=: )/g, '$1?...')
  return said === '' ? 'no output' : said.slice(0, 600)
}
