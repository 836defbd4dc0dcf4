import type { ProcessResult } from '../ports.js'
import { classifyBuildxError, DENIED_BY_POLICY } from './retry.js'

/** What a failed build says, for a person: code, line of the Dockerfile, sentence and remedy. */
export interface BuildFailure {
  readonly code: 'B001' | 'B003' | 'W002' | 'W003'
  readonly place: { readonly line?: number }
  readonly message: string
  readonly remedy: string
}

const NO_BUILDER = /^no builder ".*" found$/

/** Finds the cause in the output of `buildx build --progress=plain`. */
export function findFailure(title: string, result: ProcessResult, timeoutMs: number): BuildFailure {
  const { stderr } = result
  if (result.timedOut) {
    const minutes = Math.round(timeoutMs / 60_000)
    return {
      code: 'B001',
      place: {},
      message: `${title}: ended after ${minutes} minutes without an end`,
      remedy: 'look at the last step of the log for what it waits for'
    }
  }
  const said = lastError(stderr)
  if (/no space left on device/i.test(stderr)) {
    return {
      code: 'W003',
      place: {},
      message: `${title}: no space left on the device of the builder: ${said}`,
      remedy:
        'free space (`docker buildx prune`), or give the image a runner with a larger disk; finished images are kept'
    }
  }
  const line = dockerfileLine(stderr)
  const place = line === undefined ? {} : { line }
  if (DENIED_BY_POLICY.test(stderr)) {
    return {
      code: 'B003',
      place,
      message: `${title} takes an image that the plan does not name: ${said}`,
      remedy:
        'write the reference in the Dockerfile so that it can be followed; `base-images graph` shows what was found'
    }
  }
  if (NO_BUILDER.test(said) || classifyBuildxError(stderr) !== 'final') {
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

/** BuildKit prints `Dockerfile:12` above the lines of the instruction that failed. */
function dockerfileLine(stderr: string): number | undefined {
  const match = /^Dockerfile:(\d+)$/m.exec(stderr) ?? /dockerfile parse error on line (\d+)/i.exec(stderr)
  return match?.[1] === undefined ? undefined : Number(match[1])
}

function lastError(stderr: string): string {
  const lines = stderr.split('\n').map(line => line.trim())
  const error = lines.filter(line => /^ERROR: /.test(line)).at(-1) ?? lines.filter(line => line !== '').at(-1)
  return (error ?? 'no output').replace(/^ERROR: (failed to build: )?(failed to solve: )?/, '').slice(0, 600)
}
