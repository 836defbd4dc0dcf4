import { lastPlanOf, standingSince } from '../load/last-plan.js'
import type { LastPlan, Since } from '../load/last-plan.js'
import type { Reading } from '../load/snapshot.js'
import type { Comparison, Plan } from '../plan/types.js'
import type { Git, TreeChange } from '../ports.js'
import type { World } from '../world.js'

/**
 * Looks for a plan of this clone that most of the new one follows from, and says what of it still holds. Undefined
 * without one, and whenever anything about it is in doubt: the whole tree is read then. `changes` is what differs
 * between the two commits that are compared.
 */
export async function recall(
  world: World,
  git: Git,
  manifestPath: string,
  { base, head }: Comparison,
  changes: Promise<readonly TreeChange[]>
): Promise<Since | undefined> {
  if (world.build === undefined || base.commit === null) return undefined
  try {
    const last = await readLastPlan(world, git)
    if (last?.build !== world.build || last.manifestPath !== manifestPath) return undefined
    const after = last.tree === head.tree ? [] : await git.changes(last.tree, head.tree)
    return standingSince(
      last,
      [...after, ...(await changes)].map(change => change.path)
    )
  } catch {
    // The tree of the last plan may be gone, as after `git gc`.
    return undefined
  }
}

/** Keeps a plan for the next one; that this fails, as on a clone that may only be read, costs time and nothing else. */
export async function keepPlan(
  world: World,
  git: Git,
  plan: Plan,
  reading: Reading,
  since: Since | undefined
): Promise<void> {
  if (world.build === undefined || (since !== undefined && !isFarFrom(since))) return
  const last = lastPlanOf(world.build, plan, reading, since)
  await world.files.write(fileOf(git), JSON.stringify(last)).catch(() => undefined)
}

/** One image in this many may have to be read again before a newer plan is worth writing. */
const WORTH_WRITING = 20

function isFarFrom({ planned, standing }: Since): boolean {
  return (planned.size - standing.images.size) * WORTH_WRITING >= planned.size
}

async function readLastPlan(world: World, git: Git): Promise<LastPlan | undefined> {
  try {
    const text = await world.files.read(fileOf(git))
    // Written by this program inside of the clone's own folder: whoever can write there owns the clone.
    return text === undefined ? undefined : (JSON.parse(text) as LastPlan)
  } catch {
    return undefined
  }
}

function fileOf(git: Git): string {
  return `${git.ownFolder}/last-plan.json`
}
