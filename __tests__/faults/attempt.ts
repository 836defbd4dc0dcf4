import type { BuildResult } from '../../src/build/results.js'
import { isTrouble, troubleOf } from '../../src/commands/trouble.js'
import type { Bench } from '../support/bench.js'
import { PLATFORM } from '../support/engine.js'
import { publicDigest } from '../support/registry-view.js'
import type { Asked, Kind } from './kinds.js'
import { TOKEN } from './kinds.js'
import { IMAGES } from './rig.js'
import type { Rig } from './rig.js'

/** Where a fault strikes: at one request, or at every fitting one from there on. */
export interface Fault {
  readonly kind: Kind
  /** Number of the request, 1 is the first. */
  readonly at: number
  readonly stays: boolean
  /** Requests that it may strike, beside the kind's own choice: `METHOD path`. */
  readonly only?: RegExp
  /** How many of those requests it leaves alone at first. */
  readonly spares?: number
}

/** How a run of plan, build and release ended. */
export interface Ending {
  readonly end: 'green' | 'red' | 'internal error'
  /** Whether the fault struck. */
  readonly struck: string | undefined
  /** Findings, or the error with its stack. */
  readonly says: string
  /** Platform digest that each image has under its public tag. */
  readonly digests: Readonly<Record<string, string>>
  readonly requests: readonly Asked[]
  readonly milliseconds: number
}

/** Something that somebody else does when a request comes in, before it is passed on. */
export interface Meanwhile {
  /** Number of the request, 1 is the first. */
  readonly at: number
  readonly does: () => Promise<void>
}

/** Plans, builds and releases the tree on a bench of the rig, with at most one fault. */
export async function attempt(
  { front }: Rig,
  bench: Bench,
  fault?: Fault,
  meanwhile?: Meanwhile
): Promise<Ending> {
  const requests: Asked[] = []
  let struck: string | undefined
  let spared = 0
  front.answer = async request => {
    const asked = { method: request.method ?? '', path: request.url ?? '' }
    if (asked.path.startsWith('/token')) return TOKEN
    requests.push(asked)
    if (requests.length === meanwhile?.at) await meanwhile.does()
    if (fault === undefined || requests.length < fault.at || !fault.kind.fits(asked)) return undefined
    if (fault.only?.test(`${asked.method} ${asked.path}`) === false) return undefined
    if (spared < (fault.spares ?? 0)) {
      spared += 1
      return undefined
    }
    if (!fault.stays && struck !== undefined) return undefined
    struck ??= `${asked.method} ${asked.path}`
    return fault.kind.treatment(front.host)
  }
  const start = Date.now()
  const ended = await ending(bench)
  const milliseconds = Date.now() - start
  front.answer = () => undefined
  return { ...ended, struck, digests: await digestsOf(bench), requests, milliseconds }
}

async function ending(bench: Bench): Promise<Pick<Ending, 'end' | 'says'>> {
  try {
    const plan = await bench.plan()
    const results = await bench.build(plan)
    const failed = results.filter(isBad)
    if (failed.length > 0) return { end: 'red', says: textOf(failed.flatMap(each => each.diagnostics)) }
    const released = await bench.release(plan)
    if (released.state !== 'released') return { end: 'red', says: textOf(released.diagnostics) }
    return { end: 'green', says: '' }
  } catch (error) {
    // As the command line tells it: what the world did is a finding, everything else a fault of ours.
    if (isTrouble(error)) return { end: 'red', says: textOf([troubleOf(error, 'base-images', '.')]) }
    return { end: 'internal error', says: error instanceof Error ? String(error.stack) : String(error) }
  }
}

function isBad({ state }: BuildResult): boolean {
  return state !== 'built' && state !== 'reused'
}

function textOf(diagnostics: BuildResult['diagnostics']): string {
  return diagnostics.map(each => `${each.code} ${each.message}`).join('\n')
}

/** What is public under `latest`, by image; nothing for an image that is not. */
async function digestsOf(bench: Bench): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {}
  for (const image of IMAGES) {
    const digest = await publicDigest(bench.published(image), 'latest', PLATFORM)
    if (digest !== undefined) found[image] = digest
  }
  return found
}
