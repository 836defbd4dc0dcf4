import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js'
import { graphOf } from '../graph/graph.js'
import { orderOf } from '../graph/order.js'
import { checkForward } from './forward.js'
import { moveTag, type TagMove } from './move.js'
import { inParallel } from './parallel.js'
import { checkPlatforms } from './platforms.js'
import { publishByDigest, putReadBack } from './publish.js'
import { putArtifactBlobs } from './artifact.js'
import { planRecord, type RecordPlan } from './record-plan.js'
import { continued, resultsOf } from './results.js'
import { isDisplaced, settle } from './settle.js'
import { stagedSet } from './staged.js'
import { UnsettledError } from './unsettled.js'
import { tagsToMove, targetOf } from './target.js'
import type {
  ImageResult,
  ReleaseImage,
  ReleasePorts,
  ReleaseRequest,
  ReleaseResult,
  ReleaseTarget,
  StagedPlatform
} from './types.js'

const IMAGES_AT_ONCE = 4

/** A release that has to begin again met others that were at work; so many of them in a row are something else. */
const MOST_ROUNDS = 5

/**
 * Makes what is public equal to the keys at one commit, for every image of the manifest, whichever run built it. It looks
 * first and refuses the whole set when one image is missing, was built on another parent, or would move a tag backwards.
 * Then it writes: everything by digest, then tags with parents before children, then the release record. A tag that it
 * left alone, since it pointed to the right index, and that another release moved meanwhile makes it begin again. A
 * repetition is a no-op, and a repetition after any failure ends in the same state. One that is cancelled moves
 * no further tag, settles what it moved and leaves the record. Failures of the registry are thrown, and so is a cancellation
 * before the first move.
 */
export async function release(request: ReleaseRequest, ports: ReleasePorts): Promise<ReleaseResult> {
  const images = parentsFirst(request.images)
  const staged = await stagedSet(request, ports)
  if (staged.kind === 'refused') return refused(staged.diagnostics)
  // Before everything else is looked at: what appears from here on is of a release that may not have seen this one.
  const before = new Set(await ports.registry.tags(request.record))
  let result: ReleaseResult | undefined
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    const round = await releaseRound(request, ports, images, staged.images, before)
    result = result === undefined ? round.result : continued(result, round.result)
    if (!round.displaced) return result
  }
  throw new UnsettledError(
    `other releases moved tags of ${request.record} ${String(MOST_ROUNDS)} times during this one`
  )
}

interface Round {
  readonly result: ReleaseResult
  /** Whether a tag that was left alone points elsewhere now. */
  readonly displaced: boolean
}

async function releaseRound(
  request: ReleaseRequest,
  ports: ReleasePorts,
  images: readonly ReleaseImage[],
  staged: ReadonlyMap<string, readonly StagedPlatform[]>,
  before: ReadonlySet<string>
): Promise<Round> {
  const published = images.filter(image => image.publish)
  const targets = await inParallel(IMAGES_AT_ONCE, published, image =>
    targetOf(request, ports, image, staged.get(image.name) ?? [])
  )
  const record = await planRecord(request, ports, targets, before)
  const diagnostics = [...(await checkMoves(request, ports, targets)), ...record.diagnostics]
  const changed = targets.filter(target => tagsToMove(target).length > 0)
  diagnostics.push(...(await checkPlatforms(request, ports, changed)))
  if (hasErrors(diagnostics)) return { result: refused(diagnostics), displaced: false }

  const result = { images: resultsOf(images, staged, targets), record: record.result, diagnostics }
  if (request.dryRun) return { result: { state: 'dry run', ...result }, displaced: false }
  const { done, finding, isCancelled } = await write(request, ports, targets, record, before)
  if (isCancelled === true) {
    return {
      result: { state: 'cancelled', images: onlyDone(result.images, done), diagnostics },
      displaced: false
    }
  }
  if (finding !== undefined) {
    const findings = [...diagnostics, finding]
    const stopped = { images: onlyDone(result.images, done), diagnostics: findings }
    return { result: { state: 'stopped', ...stopped }, displaced: false }
  }
  // Who writes nothing says nothing new: what others do at the same time is theirs.
  const displaced = record.result.state === 'written' && (await isDisplaced(ports, targets))
  return { result: { state: 'released', ...result }, displaced }
}

interface Written {
  readonly done: readonly TagMove[]
  /** Set when a newer release was met, which ends this one. */
  readonly finding?: Diagnostic
  /** Whether it ended because it was asked to. */
  readonly isCancelled?: boolean
}

/** Everything that writes, in the order that never shows half a release. */
async function write(
  request: ReleaseRequest,
  ports: ReleasePorts,
  targets: readonly ReleaseTarget[],
  record: RecordPlan,
  before: ReadonlySet<string>
): Promise<Written> {
  for (const level of levelsOf(targets)) {
    await inParallel(IMAGES_AT_ONCE, level, target => {
      ports.signal?.throwIfAborted()
      return publishByDigest(request, ports, target)
    })
  }
  const written = await moveAll(request, ports, [...movesOf(targets, false), ...movesOf(targets, true)])
  const complete =
    written.finding === undefined && written.isCancelled !== true
      ? await writeRecord(request, ports, record, written.done)
      : written
  // Also after a stop: what was moved before it may have come too late.
  if (complete.done.length > 0) await settle(request, ports, before, complete.done)
  return complete
}

async function moveAll(
  request: ReleaseRequest,
  ports: ReleasePorts,
  moves: readonly TagMove[]
): Promise<Written> {
  const done: TagMove[] = []
  for (const move of moves) {
    if (ports.signal?.aborted === true) return { done, isCancelled: true }
    const outcome = await moveTag(request, ports, move)
    if (outcome.kind === 'overtaken') return { done, finding: outcome.finding }
    ports.log?.info(`${move.repository}:${move.tag} → ${move.target.descriptor.digest}`)
    done.push(move)
  }
  return { done }
}

/**
 * `latest` goes first: a release that looks in between must not take the record for one that was there all along, but find
 * `latest` newer than itself.
 */
async function writeRecord(
  request: ReleaseRequest,
  ports: ReleasePorts,
  { record, own, latest }: RecordPlan,
  before: readonly TagMove[]
): Promise<Written> {
  if (own !== undefined || latest !== undefined) {
    await putArtifactBlobs(ports.registry, request.record, record.digests)
  }
  const { done, ...how } = await moveAll(request, ports, latest === undefined ? [] : [latest])
  const all = [...before, ...done]
  if (how.finding !== undefined || how.isCancelled === true) return { ...how, done: all }
  if (own !== undefined) await putReadBack(ports, request.record, own, record.manifest)
  return { done: all }
}

function onlyDone(images: readonly ImageResult[], done: readonly TagMove[]): readonly ImageResult[] {
  const references = new Set(done.map(({ repository, tag }) => `${repository}:${tag}`))
  return images.map(image => {
    const moved = image.moved.filter(tag => references.has(`${image.repository}:${tag}`))
    return {
      ...image,
      state: image.state === 'moved' && moved.length === 0 ? 'unchanged' : image.state,
      moved
    }
  })
}

async function checkMoves(
  request: ReleaseRequest,
  ports: ReleasePorts,
  targets: readonly ReleaseTarget[]
): Promise<Diagnostic[]> {
  const findings: Diagnostic[] = []
  for (const target of targets) {
    for (const { tag, current } of tagsToMove(target)) {
      const reference = `${target.image.repository}:${tag}`
      const move = { reference, revision: target.revision, ...(current === undefined ? {} : { current }) }
      findings.push(...(await checkForward(request, ports, move)))
    }
  }
  return findings
}

function movesOf(targets: readonly ReleaseTarget[], moving: boolean): readonly TagMove[] {
  return targets.flatMap(target =>
    tagsToMove(target)
      .filter(state => state.moving === moving)
      .map(({ tag, current }) => ({
        repository: target.image.repository,
        tag,
        target: target.index,
        ...(current === undefined ? {} : { seen: current.descriptor.digest })
      }))
  )
}

function parentsFirst(images: readonly ReleaseImage[]): readonly ReleaseImage[] {
  const byName = new Map(images.map(image => [image.name, image]))
  const order = orderOf(graphOf(new Map(images.map(image => [image.name, image.parents]))))
  if (order.kind === 'cyclic') throw new Error(`the images ${order.cycle.join(', ')} depend on one another`)
  return order.names.flatMap(name => byName.get(name) ?? [])
}

/** Targets by depth below one another, so that children find their parents' layers at the registry. */
function levelsOf(targets: readonly ReleaseTarget[]): readonly (readonly ReleaseTarget[])[] {
  const order = orderOf(graphOf(new Map(targets.map(({ image }) => [image.name, image.parents]))))
  if (order.kind === 'cyclic') return [targets]
  const levels: ReleaseTarget[][] = []
  for (const target of targets) (levels[order.level.get(target.image.name) ?? 0] ??= []).push(target)
  return levels
}

function refused(diagnostics: readonly Diagnostic[]): ReleaseResult {
  return { state: 'refused', images: [], diagnostics }
}
