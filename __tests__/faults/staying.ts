import type { Bench } from '../support/bench.js'
import { manifestOf, pull, tagsOf } from '../support/registry-view.js'
import { attempt } from './attempt.js'
import type { Ending, Fault } from './attempt.js'
import type { Kind } from './kinds.js'
import { kindOf } from './kinds.js'
import { wrongIn } from './passing.js'
import { IMAGES } from './rig.js'
import type { Rig } from './rig.js'

/** A fault that stays, and how the run has to end. */
export interface Staying {
  readonly what: string
  readonly fault: Fault
  /** What the findings have to say; absent where the run has to end green all the same. */
  readonly says?: RegExp
}

const BUILD = 'fixture-build'
/** Requests of BuildKit only: the client of the product uploads nothing to staging, and does not read layers there. */
const PUSHES = new RegExp(`^(?:POST|PUT|PATCH) .*/${BUILD}/blobs/uploads`)
const TAGS = new RegExp(`^PUT .*/${BUILD}/manifests/(?!sha256:)`)
const PUBLIC_TAGS = /^PUT .*\/manifests\/latest$/
const PUBLIC_HEADS = /^HEAD .*\/manifests\/latest$/
const CACHE = /fixture-cache\/(?!.*mount=)/
const READS = new RegExp(`^GET .*/${BUILD}/(?:manifests|blobs)/sha256`)

const stays = (
  what: string,
  kind: string | Kind,
  says?: RegExp,
  only?: RegExp,
  { at = 1, spares = 0 }: { readonly at?: number; readonly spares?: number } = {}
): Staying => ({
  what,
  fault: {
    kind: typeof kind === 'string' ? kindOf(kind) : kind,
    at,
    stays: true,
    spares,
    ...(only === undefined ? {} : { only })
  },
  ...(says === undefined ? {} : { says })
})

const status = (number: number, body?: string): Kind => ({
  name: String(number),
  fits: () => true,
  treatment: () => (body === undefined ? number : { status: number, body })
})

/** Every fault that stays, each with its cause in words. */
export const STAYING: readonly Staying[] = [
  stays('401 everywhere', status(401), /W002 .*does not accept the credentials, or has none \(401\)/),
  stays('401, whatever the token', '401 new token', /W002 .*\(401\)/),
  stays('401 for uploads', status(401), /W002 root .*401 Unauthorized/, PUSHES),
  stays('403 everywhere', '403', /W002 .*refuses the right to pull \(403\)/),
  stays('403 for uploads', '403', /W002 root .*denied: denied/, PUSHES),
  stays('403 for tags of staging', '403', /W002 root.*refuses the right to push \(403\)/, TAGS),
  stays(
    '403 for public tags',
    '403',
    /W002 .*refuses the right to push \(403\).*writing latest/,
    PUBLIC_TAGS
  ),
  stays('403 rate limit for uploads', '403 rate limit', /W002 root .*secondary rate limit/, PUSHES),
  stays('404 for uploads', '404 upload', /W002 (?:root|middle|leaf) .*blob upload unknown/, PUSHES),
  stays('404 for uploads without a body', status(404, ''), /W002 root .*404 Not Found/, PUSHES),
  stays('408 for uploads', '408', /W002 root .*408 Request Timeout/, PUSHES),
  stays('408 everywhere', '408', /W002 .*status 408/),
  stays('429 everywhere', '429', /W002 .*limits the rate of requests \(429\)/),
  stays('429 for uploads', '429', /W002 root .*toomanyrequests/, PUSHES),
  stays('500 everywhere', '500', /W002 .*has an error of its own \(500\)/),
  stays('500 for uploads', '500', /W002 root .*500 Internal Server Error/, PUSHES),
  stays('502 for tags of staging', '502', /W002 root.*error of its own \(502\)/, TAGS),
  stays(
    'another digest of public tags',
    { ...kindOf('wrong bytes'), fits: () => true },
    /W002 .*never read back/,
    PUBLIC_HEADS
  ),
  stays('503 for public tags', '503', /W002 .*error of its own \(503\).*writing latest/, PUBLIC_TAGS),
  stays('500 after the middle of the run', '500', /W002 .*500/, undefined, { at: 60 }),
  stays('500 after the first public tag', '500', /W002 .*error of its own \(500\)/, PUBLIC_TAGS, {
    spares: 1
  }),
  stays('reset everywhere', 'reset', /W002 .*broke the connection/),
  stays('reset for uploads', 'reset', /W002 root .*(?:connection reset|EOF)/, PUSHES),
  stays('answers lost', 'answer lost', /W002 .*broke the connection/),
  stays('bodies cut', 'body cut', /W002 .*broke off in the middle of its answer/),
  stays('wrong bytes everywhere', 'wrong bytes', /W002 .*(?:digest|bytes)/),
  stays('wrong bytes of parents', 'wrong bytes', /W002 .*digest/, READS),
  // A layer cache is a convenience.
  stays('401 for the cache', status(401), undefined, CACHE),
  stays('403 for the cache', '403', undefined, CACHE),
  stays('500 for the cache', '500', undefined, CACHE),
  stays('reset for the cache', 'reset', undefined, CACHE),
  stays('wrong bytes of the cache', 'wrong bytes', undefined, CACHE),
  stays('silence everywhere', 'silence', /W002 .*stopped answering/),
  stays(
    'silence for uploads',
    'silence',
    /W002 root .*said anything for 30 minutes; the last was: pushing/,
    PUSHES
  )
]

/** How a run with a fault that stays ended, and what was not as it should be. */
export interface StayingTrial {
  readonly staying: Staying
  readonly ending: Ending
  readonly repeated: Ending
  readonly wrong: string
  readonly log: string
}

/**
 * Runs the tree with a fault that stays: it has to end red with the cause named, and whatever is public then has to be
 * whole and of this run. When the fault is gone, the same run again has to end as an undisturbed one.
 */
export async function tryStaying(
  rig: Rig,
  staying: readonly Staying[],
  tell: (trial: StayingTrial) => void
): Promise<void> {
  const undisturbed = await attempt(rig, rig.bench('cold'))
  for (const each of staying) {
    const bench = rig.bench('cold', each.says === undefined)
    const ending = await attempt(rig, bench, each.fault)
    const log = bench.log()
    const halves = await halvesIn(bench, ending, undisturbed)
    const repeated = await attempt(rig, bench)
    const again = wrongIn(repeated, undisturbed)
    const wrong = [notRed(each, ending, undisturbed), halves, again === '' ? '' : `the repeat: ${again}`]
    tell({ staying: each, ending, repeated, wrong: wrong.filter(text => text !== '').join('; '), log })
  }
}

function notRed({ says }: Staying, ending: Ending, undisturbed: Ending): string {
  if (says === undefined) return wrongIn(ending, undisturbed)
  if (ending.end !== 'red') return `ended as ${ending.end}: ${ending.says}`
  return says.test(ending.says) ? '' : `the cause is not named: ${ending.says}`
}

/** What is public and not whole, or not what this commit is. */
async function halvesIn(bench: Bench, ending: Ending, undisturbed: Ending): Promise<string> {
  for (const image of IMAGES) {
    const digest = ending.digests[image]
    if (digest !== undefined && digest !== undisturbed.digests[image])
      return `${image} is public as ${digest}`
    for (const tag of await tagsOf(bench.published(image))) {
      const index = await manifestOf(bench.published(image), tag)
      if (index === undefined) return `${image}:${tag} leads nowhere`
      await pull(bench.published(image), index.digest)
    }
  }
  return ''
}
