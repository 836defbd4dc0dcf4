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
import { resultsOf } from './results.js'
import { settle } from './settle.js'
import { stagedSet } from './staged.js'
import { tagsToMove, targetOf } from './target.js'
import type {
  ImageResult,
  ReleaseImage,
  ReleasePorts,
  ReleaseRequest,
  ReleaseResult,
  ReleaseTarget
} from './types.js'

const IMAGES_AT_ONCE = 4

/**
 * Makes what is public equal to the keys at one commit, for every image of the manifest, whichever run built it. It looks
 * first and refuses the whole set when one image is missing, was built on another parent, or would move a tag backwards.
 * Then it writes: everything by digest, then tags with parents before children, then the release record. A repetition is
 * a no-op, and a repetition after any failure ends in the same state. Failures of the registry are thrown.
 */
export async function release(request: ReleaseRequest, ports: ReleasePorts): Promise<ReleaseResult> {
  const images = parentsFirst(request.images)
  const staged = await stagedSet(request, ports)
  if (staged.kind === 'refused') return refused(staged.diagnostics)

  const published = images.filter(image => image.publish)
  const targets = await inParallel(IMAGES_AT_ONCE, published, image =>
    targetOf(request, ports, image, staged.images.get(image.name) ?? [])
  )
  const record = await planRecord(request, ports, targets)
  const diagnostics = [...(await checkMoves(request, ports, targets)), ...record.diagnostics]
  const changed = targets.filter(target => tagsToMove(target).length > 0)
  diagnostics.push(...(await checkPlatforms(request, ports, changed)))
  if (hasErrors(diagnostics)) return refused(diagnostics)

  const result = { images: resultsOf(images, staged.images, targets), record: record.result, diagnostics }
  if (request.dryRun) return { state: 'dry run', ...result }
  const { done, finding } = await write(request, ports, changed, record)
  if (finding === undefined) return { state: 'released', ...result }
  const { images: wanted } = result
  return { state: 'stopped', images: onlyDone(wanted, done), diagnostics: [...diagnostics, finding] }
}

interface Written {
  readonly done: readonly TagMove[]
  /** Set when a newer release was met, which ends this one. */
  readonly finding?: Diagnostic
}

/** Everything that writes, in the order that never shows half a release. */
async function write(
  request: ReleaseRequest,
  ports: ReleasePorts,
  changed: readonly ReleaseTarget[],
  record: RecordPlan
): Promise<Written> {
  for (const level of levelsOf(changed)) {
    await inParallel(IMAGES_AT_ONCE, level, target => publishByDigest(request, ports, target))
  }
  const written = await moveAll(request, ports, [...movesOf(changed, false), ...movesOf(changed, true)])
  const complete =
    written.finding === undefined ? await writeRecord(request, ports, record, written.done) : written
  // Also after a stop: what was moved before it may have come too late.
  if (complete.done.length > 0) await settle(request, ports, record.before, complete.done)
  return complete
}

async function moveAll(
  request: ReleaseRequest,
  ports: ReleasePorts,
  moves: readonly TagMove[]
): Promise<Written> {
  const done: TagMove[] = []
  for (const move of moves) {
    const outcome = await moveTag(request, ports, move)
    if (outcome.kind === 'overtaken') return { done, finding: outcome.finding }
    ports.log?.info(`${move.repository}:${move.tag} → ${move.target.descriptor.digest}`)
    done.push(move)
  }
  return { done }
}

async function writeRecord(
  request: ReleaseRequest,
  ports: ReleasePorts,
  { record, own, latest }: RecordPlan,
  before: readonly TagMove[]
): Promise<Written> {
  if (own !== undefined) {
    await putArtifactBlobs(ports.registry, request.record, record.digests)
    await putReadBack(ports, request.record, own, record.manifest)
  }
  const { done, ...rest } = await moveAll(request, ports, latest === undefined ? [] : [latest])
  return { done: [...before, ...done], ...rest }
}

function onlyDone(images: readonly ImageResult[], done: readonly TagMove[]): readonly ImageResult[] {
  const references = new Set(done.map(({ repository, tag }) => `${repository}:${tag}`))
  return images.map(image => ({
    ...image,
    moved: image.moved.filter(tag => references.has(`${image.repository}:${tag}`))
  }))
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
