import {
  LONGEST_DURATIONS,
  durationsOf,
  joinDurations,
  paceOf,
  parseDurations,
  renderDurations
} from '../build/durations.js'
import type { Durations } from '../build/durations.js'
import type { BuildResult } from '../build/results.js'
import type { ActionsHost } from '../io/actions-host.js'
import { messageOf } from '../io/thrown.js'
import { sha256 } from '../keys/canonical.js'
import { openRunCache } from '../io/run-cache.js'
import type { RunCache } from '../io/run-cache.js'
import type { Pace } from '../plan/rows.js'
import type { Plan } from '../plan/types.js'
import type { World } from '../world.js'
import type { RowInput } from './row.js'

/**
 * How long builds took is told from run to run through the cache service of Actions: each build job keeps the times of its
 * row, the report gathers them into one record, and the next plan lays its rows by it. Nothing depends on it but the rows:
 * a cache that is away or holds nonsense is a line in the log.
 */

const FILE = 'durations.json'
/** Rows that the report asks for at once, and how long it goes on with it: a service that is away makes each wait. */
const AT_ONCE = 8
const LONGEST_ASKING_MS = 60_000

/** How long builds of earlier runs took; undefined when that is not known. */
export async function pastPace(host: ActionsHost, world: World, manifest: string): Promise<Pace | undefined> {
  const cache = await openRunCache(world.environment, LONGEST_DURATIONS)
  return cache === undefined ? undefined : paceOf(await find(host, cache, recordKey(manifest), FILE))
}

/** Keeps what the builds of a row took, for the report of the run. */
export async function keepRow(
  host: ActionsHost,
  world: World,
  row: RowInput,
  results: readonly BuildResult[]
): Promise<void> {
  const durations = durationsOf(results)
  const cache = durations.size === 0 ? undefined : await openRunCache(world.environment, LONGEST_DURATIONS)
  if (cache === undefined) return
  await keep(host, cache, `${rowKey(world, row)}${attempt(world)}`, rowFile(row), durations)
}

/** Adds what this run built to the record of earlier ones: results of the same job, or what the build jobs kept. */
export async function keepRecord(
  host: ActionsHost,
  world: World,
  plan: Plan,
  results: readonly BuildResult[]
): Promise<void> {
  // A pull request would keep it for itself alone.
  if ((await host.event())?.name === 'pull_request') return
  const cache = await openRunCache(world.environment, LONGEST_DURATIONS)
  if (cache === undefined) return
  const own = durationsOf(results)
  const added = own.size > 0 ? own : await ofRows(host, world, cache, plan)
  if (added.size === 0) return
  const key = recordKey(plan.manifest)
  const joined = joinDurations(await find(host, cache, key, FILE), added, plan)
  await keep(host, cache, `${key}${runOf(world)}-${attempt(world)}`, FILE, joined)
}

async function ofRows(host: ActionsHost, world: World, cache: RunCache, plan: Plan): Promise<Durations> {
  const rows = plan.levels.flat()
  const all = new Map<string, readonly number[]>()
  const until = world.clock.now() + LONGEST_ASKING_MS
  for (let at = 0; at < rows.length && world.clock.now() < until; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE)
    const found = await Promise.all(some.map(row => find(host, cache, rowKey(world, row), rowFile(row))))
    for (const durations of found) for (const [build, list] of durations) all.set(build, list)
  }
  return all
}

/** Empty where nothing was kept or what was kept is not right. */
async function find(host: ActionsHost, cache: RunCache, beginning: string, file: string): Promise<Durations> {
  try {
    const text = await cache.find(beginning, file)
    const durations = text === undefined ? new Map<string, readonly number[]>() : parseDurations(text)
    if (typeof durations !== 'string') return durations
    host.log.warn(`durations of earlier builds are not used: ${durations}`)
  } catch (error) {
    host.log.warn(`durations of earlier builds are not used: ${messageOf(error)}`)
  }
  return new Map()
}

async function keep(
  host: ActionsHost,
  cache: RunCache,
  key: string,
  file: string,
  durations: Durations
): Promise<void> {
  try {
    await cache.keep(key, file, renderDurations(durations))
  } catch (error) {
    host.log.warn(`durations of builds are not kept: ${messageOf(error)}`)
  }
}

/** Beginning of the keys of the records of a manifest; keys must hold no comma, and no beginning may be that of another. */
function recordKey(manifest: string): string {
  return `base-images-durations-${hashOf(manifest)}-`
}

/** Beginning of the keys of a row in this run, whichever attempt kept it. */
function rowKey(world: World, row: RowInput): string {
  return `base-images-row-${runOf(world)}-${rowHash(row)}-`
}

function rowFile(row: RowInput): string {
  return `row-${rowHash(row)}.json`
}

function rowHash({ images, platform }: RowInput): string {
  return hashOf([platform, ...images].join(' '))
}

function hashOf(text: string): string {
  return sha256(text).slice(0, 16)
}

function runOf({ environment }: World): string {
  return environment['GITHUB_RUN_ID'] ?? ''
}

function attempt({ environment }: World): string {
  return environment['GITHUB_RUN_ATTEMPT'] ?? '1'
}
