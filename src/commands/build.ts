import type { Progress } from '../build/progress.js'
import { isDone } from '../build/results.js'
import type { BuildResult } from '../build/results.js'
import { runSchedule } from '../build/scheduler.js'
import type { TaskEnd } from '../build/scheduler.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { isWork } from '../plan/actions.js'
import { onlyPlatforms, unknownPlatforms } from '../plan/platforms.js'
import type { Pace } from '../plan/rows.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { Plan } from '../plan/types.js'
import { blocked, endedLate, stranded, tooLate, unstarted } from './build-ends.js'
import { buildOne } from './build-one.js'
import type { StagingSurroundings, Task } from './build-one.js'
import { openBuilders } from './builders.js'
import type { Builder } from './builders.js'
import { needsOf, tasksOf } from './build-tasks.js'
import { externalDigests } from './external.js'
import { openPlan } from './opened.js'
import type { Outcome } from './outcome.js'
import { openPublished } from './published.js'
import { openStaged } from './staged.js'
import { storeFor } from './store.js'
import { openTriggers } from './triggers.js'
import { tellLines } from './tell-lines.js'
import { anyTroubleOf, isCancellation, isCutShort, isTrouble } from './trouble.js'
import { unknownImage } from './unknown-image.js'
import type { World } from '../world.js'

/** What to build. */
export interface BuildRequest {
  readonly plan: Plan
  /** What the plan was made of, where this process made it. */
  readonly snapshot?: Snapshot
  /** These images, as one row names them, whatever the plan does with them; all that it works on when absent. */
  readonly images?: readonly string[]
  /** Only this platform, as a row names it. */
  readonly platform?: string
  /** Only these platforms, in place of those of the plan. */
  readonly platforms?: readonly string[]
  /** Registry prefix in place of the manifest's, or `manifest`. */
  readonly registry?: string
  /** How many builds run at once on each builder. */
  readonly jobs?: number
  /** Names of the builders that the images are spread over; the one that buildx takes by itself when absent. */
  readonly builders?: readonly string[]
  /** Milliseconds after which the run ends whatever still builds; each build has a limit of its own when absent. */
  readonly timeoutMs?: number
  /** What images took in earlier runs, so that the longest chain of work goes first; all count the same when absent. */
  readonly pace?: Pick<Pace, 'past' | 'usual'>
  /** Folder that gets the builds in place of staging, which then is only read. */
  readonly folder?: string
  /** False leaves the layer cache alone. */
  readonly publish: boolean
  /** Hears what goes on; lines of the log tell it when absent. */
  readonly tell?: (progress: Progress) => void
}

/**
 * Builds what a plan says, parents before children, as much at once as there are slots; failures stay with their
 * descendants. The images of a builder that goes away are built on those that are left.
 */
export async function build(
  unlimited: World,
  request: BuildRequest
): Promise<Outcome<readonly BuildResult[]>> {
  const { world, over, isOver } = limitedBy(unlimited, request.timeoutMs)
  const plan = onlyPlatforms(request.plan, request.platforms ?? request.plan.platforms)
  const strange = [
    ...unknownPlatforms(plan, request.platforms ?? []),
    ...unknownImages(plan, request.images ?? [])
  ]
  if (strange.length > 0) return { kind: 'invalid', diagnostics: strange }
  const opened = await openPlan(world, plan, request.registry, request.snapshot)
  if (!('git' in opened)) return { kind: 'invalid', diagnostics: opened }
  const { git, snapshot, targets } = opened
  const tasks = tasksOf(request, plan, snapshot.images)
  if (tasks.size === 0) return { kind: 'done', value: [], warnings: [] }

  const store = await storeFor(world, targets.staging, request.folder)
  const { registry } = store
  const buildx = await world.buildx()
  const { signal } = world
  const builders = await openBuilders(world, buildx, request.builders ?? [], signal)
  if ('unknown' in builders) return { kind: 'invalid', diagnostics: builders.unknown }
  const tell = request.tell ?? tellLines(world.log)
  const around: StagingSurroundings = {
    world,
    git,
    buildx,
    targets,
    store,
    cacheWrite: request.publish && request.folder === undefined,
    signal,
    ...(over === undefined ? {} : { over }),
    registry,
    staged: openStaged(registry, targets.staging, plan, snapshot, {
      find: openPublished(registry, targets, snapshot, world.log),
      putBack: store.putBack
    }),
    external: externalDigests(registry, plan),
    triggers: openTriggers(await world.registry())
  }

  const worked = new Set(plan.images.filter(isWork).map(image => image.name))
  const value = await runTasks(request, { tasks, builders, around, worked, isOver, tell })
  return { kind: 'done', value, warnings: [] }
}

/** What is needed to bring the tasks of a run to their ends. */
interface Run {
  readonly tasks: ReadonlyMap<string, Task>
  readonly builders: readonly Builder[]
  readonly around: StagingSurroundings
  /** Names of the images that the plan works on. */
  readonly worked: ReadonlySet<string>
  readonly isOver: () => boolean
  readonly tell: (progress: Progress) => void
}

/** Runs all tasks on the builders; the results are in the order of the tasks. */
async function runTasks(
  { pace, jobs }: Pick<BuildRequest, 'pace' | 'jobs'>,
  { tasks, builders, around, worked, isOver, tell }: Run
): Promise<readonly BuildResult[]> {
  const { world, signal } = around
  const needs = (id: string): readonly string[] => needsOf(tasks.get(id))
  const results = new Map<string, BuildResult>()
  /** What the last try of an image came to when its builder went away. */
  const losses = new Map<string, BuildResult>()
  tell({
    kind: 'planned',
    tasks: [...tasks].map(([id, { planned, platform }]) => ({
      id,
      image: planned.name,
      platform,
      needs: needs(id)
    }))
  })
  await runSchedule<Try, Builder>({
    tasks: [...tasks.keys()],
    needs,
    seconds: id => secondsOf(pace, tasks.get(id) as Task),
    places: builders,
    slots: jobs ?? world.parallelism,
    run: async (id, builder) => {
      tell({ kind: 'started', id, builder: builder.name })
      const step = (words: string): void => tell({ kind: 'step', id, step: words })
      const here = { ...around, buildx: builder.buildx, signal: builder.signal, step }
      const result = await attempt(here, tasks.get(id) as Task, worked, isOver)
      // A machine that can start no process says nothing about the builder.
      const isGone = (): Promise<boolean> => builder.isGone().catch(() => false)
      const isLost = !isDone(result) && !signal.aborted && !isOver() && (await isGone())
      if (isLost) {
        losses.set(id, result)
        tell({ kind: 'waits', id })
      }
      return { result, isLost }
    },
    succeeded: ({ result }) => isDone(result),
    lost: ({ isLost }) => isLost,
    cancelled: () => signal.aborted || isOver(),
    ended: (id, end) => {
      const isCut = end.kind === 'blocked' && results.get(end.by)?.state === 'cancelled'
      const how = isCut ? { kind: 'cancelled' as const } : end
      const task = tasks.get(id) as Task
      const isLate = how.kind === 'cancelled' && !signal.aborted
      const result = isLate ? tooLate(task, losses.has(id)) : resultOf(task, how, losses.get(id))
      results.set(id, result)
      tell({ kind: 'ended', id, result })
    }
  })
  return [...tasks.keys()].flatMap(id => results.get(id) ?? [])
}

function unknownImages(plan: Plan, named: readonly string[]): readonly Diagnostic[] {
  const known = new Set(plan.images.map(image => image.name))
  return named.filter(name => !known.has(name)).map(name => unknownImage(name, known))
}

/** The world of a run with a time limit: nothing waits for a registry beyond it. */
function limitedBy(
  world: World,
  timeoutMs: number | undefined
): { readonly world: World; readonly over?: number; readonly isOver: () => boolean } {
  if (timeoutMs === undefined) return { world, isOver: () => false }
  const over = world.clock.now() + timeoutMs
  const { over: signal, ...waiting } = world.limited(timeoutMs)
  return { world: { ...world, ...waiting }, over, isOver: () => signal.aborted || world.clock.now() >= over }
}

/** One run of a task; it is lost when the builder went away under it. */
interface Try {
  readonly result: BuildResult
  readonly isLost: boolean
}

function resultOf(task: Task, end: TaskEnd<Try>, loss: BuildResult | undefined): BuildResult {
  if (end.kind === 'ended') return end.value.result
  if (end.kind === 'blocked') return blocked(task, end.by.split(' ')[0] ?? '')
  return end.kind === 'stranded' ? stranded(task, loss) : unstarted(task, 'cancelled')
}

function secondsOf(pace: BuildRequest['pace'], { planned, platform }: Task): number {
  return pace?.past?.(planned.name, platform) ?? pace?.usual ?? 1
}

/**
 * One image; what goes wrong around it is its failure and nobody else's. `worked` are the images that the plan works
 * on.
 */
async function attempt(
  around: StagingSurroundings,
  task: Task,
  worked: ReadonlySet<string>,
  isOver: () => boolean
): Promise<BuildResult> {
  const start = around.world.clock.now()
  try {
    const missing = await failedParent(around, task, worked)
    if (missing !== undefined) return blocked(task, missing)
    const result = await buildOne(around, task)
    // What buildx says when it is ended is no finding.
    const isCut = around.signal.aborted && result.state === 'failed'
    return isCut ? { ...result, state: 'cancelled', diagnostics: [] } : result
  } catch (error) {
    if (isCancellation(error, around.world.signal)) return unstarted(task, 'cancelled')
    const { spec } = task.image
    // Whoever reports a fault of ours needs to see where it was.
    if (!isTrouble(error) && !isCutShort(error) && error instanceof Error)
      around.world.log.error(error.stack ?? error.message)
    const diagnostics = [
      isOver() && isCutShort(error) ? endedLate(task, error) : anyTroubleOf(error, spec.name, spec.dockerfile)
    ]
    return { ...unstarted(task, 'failed'), milliseconds: around.world.clock.now() - start, diagnostics }
  }
}

/**
 * The first parent that the plan works on and that is not in staging: the job that should have brought it has failed. That
 * a parent is missing which the plan does nothing about is no job's failure, and told as B006.
 */
async function failedParent(
  { staged }: StagingSurroundings,
  { image, platform }: Task,
  worked: ReadonlySet<string>
): Promise<string | undefined> {
  for (const parent of image.platforms.get(platform)?.parents ?? []) {
    if (!worked.has(parent.image)) continue
    if ((await staged.digest(parent.image, parent.platform)) === undefined) return parent.image
  }
  return undefined
}
