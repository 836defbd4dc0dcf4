import { eventOf } from '../changes/event.js'
import type { RunEvent } from '../changes/event.js'
import { errorAt, hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { findBase } from '../load/base.js'
import { openMemory } from '../load/memory.js'
import { DEFAULT_MANIFEST } from '../load/read-manifest.js'
import { readSnapshot, snapshotOf } from '../load/snapshot.js'
import type { Reading } from '../load/snapshot.js'
import { makePlan } from '../plan/plan.js'
import { withRows } from '../plan/rows.js'
import type { BaseSnapshot, Snapshot } from '../plan/snapshot.js'
import type { Comparison, Plan } from '../plan/types.js'
import type { Git } from '../ports.js'
import { NO_REPOSITORY } from './opened.js'
import type { Outcome } from './outcome.js'
import { askStaging } from './ask-staging.js'
import type { World } from '../world.js'

/** What to plan; everything has a default that fits a usual repository. */
export interface PlanRequest {
  readonly manifest?: string
  /** Revision to compare with; found from the event when absent. */
  readonly base?: string
  /** Revision to plan; the working tree (locally) or HEAD (in a workflow) when absent. */
  readonly head?: string
  readonly images?: readonly string[]
  readonly all?: boolean
  readonly rebuild?: boolean
  /** Registry prefix in place of the manifest's, or `manifest`; when set, the registry is asked what is there. */
  readonly registry?: string
  /** The event of a workflow run with its payload. */
  readonly event?: { readonly name: string; readonly payload: unknown }
  /** Identifies the run. */
  readonly run?: string
}

/** Compares two commits and says what has to be built and why. Without `registry`: git only, no network. */
export async function plan(world: World, request: PlanRequest): Promise<Outcome<Plan>> {
  const git = await world.git()
  if (git === undefined) return invalid([NO_REPOSITORY])
  const manifest = request.manifest ?? DEFAULT_MANIFEST
  const compared = await compare(git, request, manifest)
  if ('diagnostics' in compared) return invalid(compared.diagnostics)

  const { comparison } = compared
  const memory = openMemory()
  const [reading, baseReading] = await Promise.all([
    readSnapshot(git, comparison.head.tree, manifest, memory),
    comparison.base.commit === null ? undefined : readSnapshot(git, comparison.base.commit, manifest, memory)
  ])
  const snapshot = snapshotOf(reading)
  if (snapshot === undefined) return invalid(reading.diagnostics)
  const unknown = unknownImages(request.images ?? [], snapshot)
  if (unknown.length > 0) return invalid(unknown)

  const base = baseReading && baseOf(baseReading, snapshot)
  const options = {
    images: request.images ?? [],
    all: request.all ?? false,
    rebuild: request.rebuild ?? false,
    run: request.run ?? `local ${world.clock.now()}`
  }
  const warnings = sortDiagnostics(reading.diagnostics)
  const draft = makePlan(snapshot, base, comparison, options, warnings)
  const asked =
    request.registry === undefined
      ? draft
      : await askStaging(world, git, draft, snapshot, request.registry, wantsAll(request))
  return { kind: 'done', value: withRows(asked, snapshot.manifest), warnings }
}

/** A run that publishes wants every image of the manifest in staging; a pull request only what it builds on. */
function wantsAll(request: PlanRequest): boolean {
  const selecting = (request.images ?? []).length > 0
  return !selecting && request.event?.name !== 'pull_request' && request.event?.name !== 'merge_group'
}

async function compare(
  git: Git,
  request: PlanRequest,
  manifest: string
): Promise<{ readonly comparison: Comparison } | { readonly diagnostics: readonly Diagnostic[] }> {
  const head = await git.resolve(request.head ?? 'HEAD')
  if (head === undefined) return { diagnostics: [noCommit(manifest, request.head ?? 'HEAD')] }
  const local = request.head === undefined && request.event === undefined
  const { tree, dirty } = local ? await git.workTree() : { tree: head.id, dirty: false }
  const base = await findBase(git, eventFor(request), head, dirty)
  if ('missing' in base) return { diagnostics: [noCommit(manifest, base.missing)] }
  return {
    comparison: {
      base,
      head: { commit: head.id, tree: dirty ? tree : head.id, time: head.time, dirty }
    }
  }
}

function eventFor(request: PlanRequest): RunEvent {
  if (request.base !== undefined) return { kind: 'given', base: request.base }
  if (request.event === undefined) return { kind: 'local' }
  return eventOf(request.event.name, request.event.payload)
}

function noCommit(file: string, revision: string): Diagnostic {
  const message = `${JSON.stringify(revision)} names no commit of this clone`
  return errorAt(
    'E001',
    { file },
    message,
    'fetch it (`git fetch --unshallow` for a shallow clone), or name another commit'
  )
}

/** What cannot be read at the base makes its images affected, never an error. */
function baseOf(reading: Reading, head: Snapshot): BaseSnapshot {
  const unreadable = new Map(reading.unreadable)
  if (reading.manifest === undefined || reading.order === undefined || hasManifestErrors(reading)) {
    const why = reading.diagnostics.find(each => each.severity === 'error')?.message ?? 'the manifest'
    for (const name of head.images.keys()) unreadable.set(name, why)
    return { images: new Map(), graph: head.graph, unreadable }
  }
  return { images: reading.images, graph: reading.graph, unreadable }
}

function hasManifestErrors(reading: Reading): boolean {
  return hasErrors(reading.diagnostics.filter(each => each.code.startsWith('M')))
}

function unknownImages(names: readonly string[], snapshot: Snapshot): readonly Diagnostic[] {
  const known = [...snapshot.images.keys()]
  return names
    .filter(name => !snapshot.images.has(name))
    .map(name =>
      errorAt(
        'E003',
        { file: snapshot.manifest.path },
        `the manifest has no image ${JSON.stringify(name)}; it has ${known.slice(0, 20).join(', ')}${known.length > 20 ? ', …' : ''}`,
        'name one of these with --image'
      )
    )
}

function invalid(diagnostics: readonly Diagnostic[]): Outcome<Plan> {
  return { kind: 'invalid', diagnostics: sortDiagnostics(diagnostics) }
}
