import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { parsePlan } from '../plan/parse.js'
import type { BuildResult } from '../build/results.js'
import type { Plan } from '../plan/types.js'
import type { ReleaseResult } from '../release/types.js'
import { InputError } from './inputs.js'

/**
 * The longest plan, in characters, that travels as a job output. The next step gets it as one environment variable, and
 * Linux allows 128 KiB for one (`MAX_ARG_STRLEN`), of which names and other inputs take a part.
 */
export const PLAN_CHARACTERS = 90 * 1024
/** Nothing that travels is larger unpacked; stops a crafted input from filling the memory. */
const LARGEST = 256 * 1024 * 1024

/** Packs a plan for a job output. Throws when it is too long to travel. */
export function packPlan(plan: Plan): string {
  const packed = packJson(plan)
  if (packed.length > PLAN_CHARACTERS) {
    throw new InputError(
      `the plan has ${packed.length} characters compressed and a job output may have ${PLAN_CHARACTERS}: ` +
        `plan fewer images at once with the input images`
    )
  }
  return packed
}

/** Unpacks what {@link packPlan} packed; a plan as plain JSON, as the command line prints it, is taken too. */
export function unpackPlan(text: string): Plan {
  const plan = parsePlan(JSON.stringify(unpackJson('plan', text)))
  if (typeof plan !== 'string') return plan
  throw new InputError(
    `input plan: no plan can be read: ${plan}; use one version of base-images for all steps of a workflow`
  )
}

/** Packs a release for the report in another job; one of too many images travels as its state and findings alone. */
export function packRelease(release: ReleaseResult): string {
  const packed = packJson(release)
  return packed.length > PLAN_CHARACTERS ? packJson({ ...release, images: [] }) : packed
}

/** Unpacks what {@link packRelease} packed. */
export function unpackRelease(text: string): ReleaseResult {
  return unpackJson('release', text) as ReleaseResult
}

/** The longest results of one platform; those of all platforms are one input of the report. */
const RESULTS_CHARACTERS = 40 * 1024

/** Packs results for the report in another job; of very many images digests, then findings are left out. */
export function packResults(results: readonly BuildResult[]): string {
  const whole = packJson(results)
  if (whole.length <= RESULTS_CHARACTERS) return whole
  const short = results.map(
    ({ image, platform, state, milliseconds, blockedBy, diagnostics }): BuildResult => ({
      image,
      platform,
      state,
      milliseconds,
      parents: {},
      diagnostics: state === 'failed' ? diagnostics.slice(0, 1) : [],
      ...(blockedBy === undefined ? {} : { blockedBy })
    })
  )
  const packed = packJson(short)
  return packed.length <= RESULTS_CHARACTERS
    ? packed
    : packJson(short.map(each => ({ ...each, diagnostics: [] })))
}

/**
 * Unpacks what {@link packResults} packed: that of several jobs, separated by spaces; the word `none` stands for
 * nothing.
 */
export function unpackResults(text: string): readonly BuildResult[] {
  return text
    .split(/\s+/)
    .filter(part => part !== '' && part !== 'none')
    .flatMap(part => unpackJson('results', part) as readonly BuildResult[])
}

/** One line of text: Base64 of Brotli of JSON. */
function packJson(value: object): string {
  const json = Buffer.from(JSON.stringify(value))
  return brotliCompressSync(json, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: json.length }
  }).toString('base64')
}

function unpackJson(input: string, text: string): object {
  let value: unknown
  try {
    const json = text.startsWith('{')
      ? text
      : brotliDecompressSync(Buffer.from(text, 'base64'), { maxOutputLength: LARGEST }).toString('utf8')
    value = JSON.parse(json)
  } catch {
    value = undefined
  }
  if (typeof value === 'object' && value !== null) return value
  throw new InputError(
    `input ${input}: expected the output of that name of an earlier step, found something else`
  )
}
