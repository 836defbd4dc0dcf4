import { durationsOf, joinDurations, parseDurations, renderDurations } from '../build/durations.js'
import type { Durations } from '../build/durations.js'
import type { BuildResult } from '../build/results.js'
import type { Plan } from '../plan/types.js'
import type { World } from '../world.js'

/** What builds of this clone took in earlier runs; empty where that is not known. It only decides what goes first. */
export async function ownDurations(world: World): Promise<Durations> {
  const path = await pathOf(world)
  const text = path && (await world.files.read(path).catch(() => undefined))
  const durations = parseDurations(text ?? '')
  return typeof durations === 'string' ? new Map<string, readonly number[]>() : durations
}

/** Adds what a run built; that this fails, as on a clone that may only be read, costs time and nothing else. */
export async function keepDurations(
  world: World,
  before: Durations,
  plan: Plan,
  results: readonly BuildResult[]
): Promise<void> {
  const path = await pathOf(world)
  const added = durationsOf(results)
  if (path === undefined || added.size === 0) return
  await world.files.write(path, renderDurations(joinDurations(before, added, plan))).catch(() => undefined)
}

async function pathOf(world: World): Promise<string | undefined> {
  const git = await world.git()
  return git && `${git.ownFolder}/durations.json`
}
