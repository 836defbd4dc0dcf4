import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { sortDiagnostics } from '../diagnostics/diagnostic.js'
import { DEFAULT_MANIFEST } from '../load/read-manifest.js'
import { makePlan } from '../plan/plan.js'
import { onlyPlatforms, unknownPlatforms } from '../plan/platforms.js'
import { withRows } from '../plan/rows.js'
import type { Pace } from '../plan/rows.js'
import type { Simulation } from '../plan/simulate.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { Plan } from '../plan/types.js'
import { NO_REPOSITORY } from './opened.js'
import type { Outcome } from './outcome.js'
import { askStaging } from './ask-staging.js'
import { keepPlan } from './recall.js'
import { readSides } from './sides.js'
import type { Extent, Sides } from './sides.js'
import { unknownImage } from './unknown-image.js'
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
  /** What is supposed to change, in place of a comparison of two commits. */
  readonly simulation?: Simulation
  /** Builds these platforms only; all of the manifest when absent. */
  readonly platforms?: readonly string[]
  /** Identifies the run. */
  readonly run?: string
  /** What the time of the run is estimated from, for laying the rows. */
  readonly pace?: Pace
}

/** A plan with what it was made of. */
export interface PlanAndSides {
  /** Without rows. */
  readonly plan: Plan
  readonly sides: Sides
}

/** Compares two commits and says what has to be built and why. Without `registry`: git only, no network. */
export async function plan(world: World, request: PlanRequest): Promise<Outcome<Plan>> {
  const planned = await planOf(world, request, isPlain(request) ? 'what changed' : 'all')
  if (planned.kind === 'invalid') return planned
  const { plan: value, sides } = planned.value
  const laid = withRows(value, sides.head.manifest, request.pace)
  return { kind: 'done', value: laid, warnings: laid.warnings }
}

/** The same without rows, together with what was compared; every image is read. */
export function planWithSides(world: World, request: PlanRequest): Promise<Outcome<PlanAndSides>> {
  return planOf(world, request, 'all')
}

/** A comparison at a person's own machine, where the last plan of the clone may help. */
function isPlain(request: PlanRequest): boolean {
  const asksForMore = request.all === true || request.rebuild === true || (request.images ?? []).length > 0
  const { registry, simulation, event } = request
  return !asksForMore && registry === undefined && simulation === undefined && event === undefined
}

async function planOf(world: World, request: PlanRequest, extent: Extent): Promise<Outcome<PlanAndSides>> {
  const git = await world.git()
  if (git === undefined) return invalid([NO_REPOSITORY])
  const manifest = request.manifest ?? DEFAULT_MANIFEST
  const sides = await readSides(world, git, request, manifest, extent)
  if (!('head' in sides)) return invalid(sides)
  const unknown = unknownImages(request.images ?? [], sides.head)
  if (unknown.length > 0) return invalid(unknown)

  const options = {
    images: request.images ?? [],
    all: request.all ?? false,
    rebuild: request.rebuild ?? false,
    run: request.run ?? `local ${world.clock.now()}`
  }
  const { head, base, comparison } = sides
  const warnings = sortDiagnostics(sides.warnings)
  const made = makePlan(head, base, comparison, options, warnings)
  const strange = unknownPlatforms(made, request.platforms ?? [])
  if (strange.length > 0) return invalid(strange)
  if (sides.kept !== undefined) await keepPlan(world, git, made, sides.kept.reading, sides.kept.since)
  const draft = onlyPlatforms(made, request.platforms)
  const asked =
    request.registry === undefined
      ? draft
      : await askStaging(world, git, draft, head, request.registry, wantsAll(request))
  return { kind: 'done', value: { plan: asked, sides }, warnings }
}

/** A run that publishes wants every image of the manifest in staging; a pull request only what it builds on. */
function wantsAll(request: PlanRequest): boolean {
  const selecting = (request.images ?? []).length > 0
  return !selecting && request.event?.name !== 'pull_request' && request.event?.name !== 'merge_group'
}

function unknownImages(names: readonly string[], snapshot: Snapshot): readonly Diagnostic[] {
  const { images } = snapshot
  return names.filter(name => !images.has(name)).map(name => unknownImage(name, images.keys()))
}

function invalid(diagnostics: readonly Diagnostic[]): Outcome<never> {
  return { kind: 'invalid', diagnostics: sortDiagnostics(diagnostics) }
}
