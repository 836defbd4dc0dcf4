import { isWork } from '../plan/actions.js'
import { isTaken } from '../plan/platforms.js'
import type { Plan } from '../plan/types.js'
import type { BuildRequest } from './build.js'
import type { Task } from './build-one.js'

/**
 * What a run has to do, by `image platform`: the images that a plan works on, or those that are named, whatever the plan
 * does with them: what staging lacks of its commit may be built under its keys too. On the wanted platforms.
 */
export function tasksOf(
  request: Pick<BuildRequest, 'images' | 'platform'>,
  plan: Plan,
  images: ReadonlyMap<string, Task['image']>
): ReadonlyMap<string, Task> {
  const tasks = new Map<string, Task>()
  const wanted = request.images === undefined ? undefined : new Set(request.images)
  const wantsPlatform = (platform: string): boolean =>
    request.platform === undefined ? isTaken(plan, platform) : request.platform === platform
  for (const planned of plan.images) {
    const image = images.get(planned.name)
    const isWanted = wanted?.has(planned.name) ?? isWork(planned)
    if (image === undefined || !isWanted) continue
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

/** The ids of the tasks that a task waits for. */
export function needsOf(task: Task | undefined): readonly string[] {
  if (task === undefined) return []
  const parents = task.image.platforms.get(task.platform)?.parents ?? []
  const needs = task.planned.needs.map(name => `${name} ${task.platform}`)
  return [...parents.map(parent => `${parent.image} ${parent.platform}`), ...needs]
}
