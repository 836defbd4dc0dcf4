import { posix } from 'node:path'
import { sha256 } from '../keys/canonical.js'
import { isOfRun } from '../plan/run-keys.js'
import type { Plan } from '../plan/types.js'
import type { World } from '../world.js'

/** How many plans a clone keeps: enough for every build that is still to be released. */
const MOST_KEPT = 20

/**
 * Keeps a plan that was made for one build and has keys of its own run: no other plan finds what is built under them.
 * Under a name of its own, since a clone and its worktrees may build side by side, and nobody must release what another
 * one built. Returns its path from the folder the command was started in; undefined where nothing is kept, since every
 * plan finds it, since what is not committed is not released, or since the clone may only be read.
 */
export async function keepRunPlan(world: World, plan: Plan): Promise<string | undefined> {
  if (plan.head.dirty || !plan.images.some(isOfRun)) return undefined
  const git = await world.git()
  if (git === undefined) return undefined
  const text = JSON.stringify(plan)
  const folder = `${git.ownFolder}/plans`
  const path = `${folder}/${sha256(text).slice(0, 12)}.json`
  try {
    await world.files.write(path, text)
    await world.files.keepNewest(folder, MOST_KEPT)
  } catch {
    return undefined
  }
  return posix.relative(world.folder, path)
}
