import { posix } from 'node:path'
import { isOfRun } from '../plan/run-keys.js'
import type { Plan } from '../plan/types.js'
import type { World } from '../world.js'

/**
 * Keeps a plan that was made for one build and has keys of its own run: no other plan finds what is built under them.
 * Returns its path from the folder the command was started in; undefined where nothing is kept, since every plan finds it,
 * since what is not committed is not released, or since the clone may only be read.
 */
export async function keepRunPlan(world: World, plan: Plan): Promise<string | undefined> {
  if (plan.head.dirty || !plan.images.some(isOfRun)) return undefined
  const git = await world.git()
  if (git === undefined) return undefined
  const path = `${git.ownFolder}/plan.json`
  return world.files.write(path, JSON.stringify(plan)).then(
    () => posix.relative(world.folder, path),
    () => undefined
  )
}
