import type { BuildResult } from '../build/results.js'
import { runSchedule } from '../build/scheduler.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import { isTaken, onlyPlatforms, unknownPlatforms } from '../plan/platforms.js'
import type { Plan, PlannedImage } from '../plan/types.js'
import { buildOne } from './build-one.js'
import type { StagingSurroundings, Task } from './build-one.js'
import { externalDigests } from './external.js'
import { openPlan } from './opened.js'
import type { Outcome } from './outcome.js'
import { openStaged } from './staged.js'
import { storeFor } from './store.js'
import { openTriggers } from './triggers.js'
import { troubleOf } from './trouble.js'
import type { World } from '../world.js'

/** What to build. */
export interface BuildRequest {
  readonly plan: Plan
  /** Only these images, as one row names them; all that are planned when absent. */
  readonly images?: readonly string[]
  /** Only this platform, as a row names it. */
  readonly platform?: string
  /** Only these platforms, in place of those of the plan. */
  readonly platforms?: readonly string[]
  /** Registry prefix in place of the manifest's, or `manifest`. */
  readonly registry?: string
  /** How many builds run at once. */
  readonly jobs?: number
  /** Folder that gets the builds in place of staging, which then is only read. */
  readonly folder?: string
  /** False leaves the layer cache alone. */
  readonly publish: boolean
  readonly signal?: AbortSignal
}

/** Builds what a plan says, parents before children, as much at once as there are slots; failures stay with their descendants. */
export async function build(world: World, request: BuildRequest): Promise<Outcome<readonly BuildResult[]>> {
  const plan = onlyPlatforms(request.plan, request.platforms ?? request.plan.platforms)
  const strange = unknownPlatforms(plan, request.platforms ?? [])
  if (strange.length > 0) return { kind: 'invalid', diagnostics: strange }
  const opened = await openPlan(world, plan, request.registry)
  if (!('git' in opened)) return { kind: 'invalid', diagnostics: opened }
  const { git, snapshot, targets } = opened
  const tasks = tasksOf(request, plan, snapshot.images)
  if (tasks.size === 0) return { kind: 'done', value: [], warnings: [] }

  const store = await storeFor(world, targets.staging, request.folder)
  const { registry } = store
  const buildx = await world.buildx()
  const staged = openStaged(registry, targets.staging, plan, snapshot)
  const signal = request.signal ?? new AbortController().signal
  const external = externalDigests(registry, plan)
  const around: StagingSurroundings = {
    world,
    git,
    buildx,
    targets,
    store,
    cacheWrite: request.publish && request.folder === undefined,
    signal,
    registry,
    staged,
    external,
    triggers: openTriggers(await world.registry())
  }

  const ends = await runSchedule<BuildResult>({
    tasks: [...tasks.keys()],
    needs: id => {
      const task = tasks.get(id)
      if (task === undefined) return []
      const parents = task.image.platforms.get(task.platform)?.parents ?? []
      const needs = task.planned.needs.map(name => `${name} ${task.platform}`)
      return [...parents.map(parent => `${parent.image} ${parent.platform}`), ...needs]
    },
    slots: request.jobs ?? world.parallelism,
    run: async id => {
      const task = tasks.get(id) as Task
      world.log.info(`${id}: started`)
      const result = await attempt(around, task, plan)
      world.log.info(`${id}: ${result.state} in ${(result.milliseconds / 1000).toFixed(1)} s`)
      return result
    },
    succeeded: result => result.state === 'built' || result.state === 'reused',
    cancelled: () => signal.aborted
  })
  const results = [...tasks].map(([id, task]) => {
    const end = ends.get(id)
    if (end?.kind === 'ended') return end.value
    if (end?.kind === 'blocked') return blocked(task, end.by.split(' ')[0] ?? '')
    return unstarted(task, 'cancelled')
  })
  return { kind: 'done', value: results, warnings: [] }
}

function tasksOf(
  request: BuildRequest,
  plan: Plan,
  images: ReadonlyMap<string, Task['image']>
): ReadonlyMap<string, Task> {
  const tasks = new Map<string, Task>()
  const wanted = request.images === undefined ? undefined : new Set(request.images)
  const wantsPlatform = (platform: string): boolean =>
    request.platform === undefined ? isTaken(plan, platform) : request.platform === platform
  for (const planned of plan.images) {
    const image = images.get(planned.name)
    const work = planned.action === 'build' || planned.action === 'test'
    if (image === undefined || !work || wanted?.has(planned.name) === false) continue
    for (const platform of image.platforms.keys()) {
      if (!wantsPlatform(platform)) continue
      tasks.set(`${planned.name} ${platform}`, { planned, image, platform })
    }
  }
  if (request.platform !== undefined || plan.platforms !== undefined) {
    addCrossing(tasks, plan, images, wantsPlatform)
  }
  return tasks
}

/**
 * Adds what the images of a row, or of a run for some platforms, take on another platform and no earlier level brings:
 * with one job for each platform nobody else would have built it before.
 */
function addCrossing(
  tasks: Map<string, Task>,
  plan: Plan,
  images: ReadonlyMap<string, Task['image']>,
  wantsPlatform: (platform: string) => boolean
): void {
  const planned = new Map(plan.images.map(image => [image.name, image]))
  const level = (name: string, platform: string): number =>
    plan.levels.findIndex(rows => rows.some(row => row.platform === platform && row.images.includes(name)))
  const open = [...tasks.values()]
  for (let task = open.pop(); task !== undefined; task = open.pop()) {
    const own = level(task.planned.name, task.platform)
    for (const parent of task.image.platforms.get(task.platform)?.parents ?? []) {
      const id = `${parent.image} ${parent.platform}`
      const image = images.get(parent.image)
      const above = planned.get(parent.image)
      const there = level(parent.image, parent.platform)
      const isSame = parent.platform === task.platform && wantsPlatform(parent.platform)
      const isBrought = isSame || (there >= 0 && there < own)
      if (isBrought || tasks.has(id) || image === undefined || above === undefined || !isWork(above)) continue
      const added = { planned: above, image, platform: parent.platform }
      tasks.set(id, added)
      open.push(added)
    }
  }
}

/** One image; what goes wrong around it is its failure and nobody else's. */
async function attempt(around: StagingSurroundings, task: Task, plan: Plan): Promise<BuildResult> {
  const start = around.world.clock.now()
  try {
    const missing = await failedAncestor(around, task, plan)
    if (missing !== undefined) return blocked(task, missing)
    const result = await buildOne(around, task)
    return around.signal.aborted && result.state === 'failed' ? { ...result, state: 'cancelled' } : result
  } catch (error) {
    const { spec } = task.image
    const diagnostics = [troubleOf(error, spec.name, spec.dockerfile)]
    return { ...unstarted(task, 'failed'), milliseconds: around.world.clock.now() - start, diagnostics }
  }
}

/**
 * The first planned ancestor that another job should have brought into staging and did not. An ancestor that is not
 * planned is no job's failure: that is told as B006.
 */
async function failedAncestor(
  around: StagingSurroundings,
  task: Task,
  plan: Plan
): Promise<string | undefined> {
  const planned = new Map(plan.images.map(image => [image.name, image]))
  const missing = async (image: Task['image'], platform: string): Promise<string | undefined> => {
    for (const parent of image.platforms.get(platform)?.parents ?? []) {
      const above = planned.get(parent.image)
      if (!isWork(above) || (await around.staged.digest(parent.image, parent.platform)) !== undefined)
        continue
      return parent.image
    }
    return undefined
  }
  return missing(task.image, task.platform)
}

function isWork(image: PlannedImage | undefined): boolean {
  return image?.action === 'build' || image?.action === 'test'
}

function blocked(task: Task, by: string): BuildResult {
  const { name, dockerfile } = task.image.spec
  const remedy = `repair ${by}; ${name} is built as soon as it is there`
  const diagnostic = errorAt('B005', { file: dockerfile }, `${name} is not built: ${by} failed`, remedy)
  return { ...unstarted(task, 'blocked'), diagnostics: [diagnostic], blockedBy: by }
}

function unstarted(task: Task, state: BuildResult['state']): BuildResult {
  return {
    image: task.planned.name,
    platform: task.platform,
    state,
    parents: {},
    milliseconds: 0,
    diagnostics: []
  }
}
