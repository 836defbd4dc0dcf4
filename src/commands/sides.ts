import { eventOf } from '../changes/event.js'
import type { RunEvent } from '../changes/event.js'
import { errorsIn, hasErrors } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { findBase } from '../load/base.js'
import { readBaseSnapshot } from '../load/base-snapshot.js'
import { snapshotSince } from '../load/last-plan.js'
import type { Since } from '../load/last-plan.js'
import { isUnmatched } from '../load/inputs.js'
import { openMemory } from '../load/memory.js'
import type { Memory } from '../load/memory.js'
import { readSnapshot, readTree, snapshotOf } from '../load/snapshot.js'
import type { Configs, Reading } from '../load/snapshot.js'
import type { BaseSnapshot, Snapshot } from '../plan/snapshot.js'
import type { Comparison } from '../plan/types.js'
import type { CommitInfo, Git } from '../ports.js'
import { noCommit } from './opened.js'
import type { PlanRequest } from './plan.js'
import { recall } from './recall.js'
import { simulate } from './simulate.js'
import type { World } from '../world.js'

/** The two things that are compared. */
export interface Sides {
  readonly comparison: Comparison
  readonly head: Snapshot
  /** Undefined when everything is planned. */
  readonly base: BaseSnapshot | undefined
  /** The repository in which head is read: one with supposed changes in a simulation. */
  readonly headGit: Git
  readonly baseGit: Git
  /** What images hand on to children, at head and at base. */
  readonly configs: { readonly head: Configs; readonly base: Configs }
  /** What was read once. */
  readonly memory: Memory
  readonly warnings: readonly Diagnostic[]
}

/** What is read: every image, or those that changed since the last plan of this clone. */
export type Extent = 'all' | 'what changed'

/** Sides with what the next plan can follow from. */
export interface ReadSides extends Sides {
  readonly kept?: { readonly reading: Reading; readonly since: Since | undefined }
}

/**
 * Finds what a request compares and reads both sides: all of them, or with `what changed` no more than is needed beside
 * the last plan of this clone. The findings when head cannot be read, or a commit that was named is not there.
 */
export async function readSides(
  world: World,
  git: Git,
  request: PlanRequest,
  manifest: string,
  extent: Extent
): Promise<ReadSides | readonly Diagnostic[]> {
  const memory = openMemory()
  if (request.simulation !== undefined) return simulatedSides(git, request, manifest, memory)
  const compared = await compare(git, request)
  if ('diagnostics' in compared) return compared.diagnostics
  const { comparison } = compared
  const { commit } = comparison.base
  const changes = commit === null ? Promise.resolve([]) : git.changes(commit, comparison.head.tree)
  // It is waited for further down; that it fails must not end the process before.
  changes.catch(() => undefined)
  const recalled = extent === 'all' ? undefined : await recall(world, git, manifest, comparison, changes)
  const short = recalled && (await readSince(git, recalled, comparison, manifest, memory))
  const reading = short?.reading ?? (await readSnapshot(git, comparison.head.tree, manifest, memory))
  const head = short?.head ?? snapshotOf(reading)
  if (head === undefined) return reading.diagnostics
  const since = short && recalled
  const before =
    commit === null
      ? undefined
      : await readBaseSnapshot(git, await changes, reading, manifest, memory, since?.standing)
  const base = before && baseOf(before, head)
  const configs = { head: reading.configs, base: before?.configs ?? new Map() }
  return {
    comparison,
    head,
    base,
    headGit: git,
    baseGit: git,
    configs,
    memory,
    warnings: reading.diagnostics,
    ...(extent === 'all' ? {} : { kept: { reading, since } })
  }
}

/** Reads what changed since the last plan; undefined when that is not enough to know everything. */
async function readSince(
  git: Git,
  since: Since,
  { head }: Comparison,
  manifest: string,
  memory: Memory
): Promise<{ readonly reading: Reading; readonly head: Snapshot } | undefined> {
  const read = async (paths: Since['paths']): Promise<Reading> =>
    readTree(git, await git.tree(head.tree, paths), manifest, memory, { standing: since.standing })
  const part = await read(since.paths)
  // Where a missing source is instead, only the whole tree can say.
  const reading = part.diagnostics.some(isUnmatched) ? await read(undefined) : part
  const snapshot = snapshotSince(reading, since)
  return snapshot && { reading, head: snapshot }
}

/** What is there now, compared with what is supposed. */
async function simulatedSides(
  git: Git,
  request: PlanRequest,
  manifest: string,
  memory: Memory
): Promise<Sides | readonly Diagnostic[]> {
  const found = await findHead(git, request)
  if ('diagnostics' in found) return found.diagnostics
  const supposed = request.simulation ?? { paths: [], bases: [] }
  const sides = await simulate(git, found.head.tree, manifest, memory, supposed)
  if (!('now' in sides)) return sides
  const { head } = found
  const comparison = {
    base: { commit: head.commit, how: 'a simulation' },
    head,
    simulation: sides.sentences
  }
  const { images, order } = sides.now
  const base = { images, order: order.names, unreadable: new Map<string, string>() }
  const { then, git: headGit, configs, warnings } = sides
  return { comparison, head: then, base, headGit, baseGit: git, configs, memory, warnings }
}

async function compare(
  git: Git,
  request: PlanRequest
): Promise<{ readonly comparison: Comparison } | { readonly diagnostics: readonly Diagnostic[] }> {
  const found = await findHead(git, request)
  if ('diagnostics' in found) return found
  const { head, tip } = found
  const base = await findBase(git, eventFor(request), tip, head.dirty)
  if ('missing' in base) return { diagnostics: [noCommit('--base', base.missing)] }
  return { comparison: { base, head } }
}

/** The commit or working tree to plan, and the commit that it is or stands on. */
async function findHead(
  git: Git,
  request: PlanRequest
): Promise<
  | { readonly head: Comparison['head']; readonly tip: CommitInfo }
  | { readonly diagnostics: readonly Diagnostic[] }
> {
  const tip = await git.resolve(request.head ?? 'HEAD')
  if (tip === undefined) return { diagnostics: [noCommit('--head', request.head ?? 'HEAD')] }
  const local = request.head === undefined && request.event === undefined
  const { tree, dirty } = local ? await git.workTree() : { tree: tip.id, dirty: false }
  return { head: { commit: tip.id, tree: dirty ? tree : tip.id, time: tip.time, dirty }, tip }
}

function eventFor(request: PlanRequest): RunEvent {
  if (request.base !== undefined) return { kind: 'given', base: request.base }
  if (request.event === undefined) return { kind: 'local' }
  return eventOf(request.event.name, request.event.payload)
}

/**
 * What cannot be read at the base makes its images affected, never an error. Of a manifest that is new every image is
 * new.
 */
function baseOf(reading: Reading, head: Snapshot): BaseSnapshot {
  if (reading.tree.get(head.manifest.path) === undefined)
    return { images: new Map(), order: [], unreadable: new Map() }
  const unreadable = new Map(reading.unreadable)
  if (reading.manifest === undefined || reading.order === undefined || hasManifestErrors(reading)) {
    const why = errorsIn(reading.diagnostics)[0]?.message ?? 'the manifest'
    for (const name of head.images.keys()) unreadable.set(name, why)
    return { images: new Map(), order: [], unreadable }
  }
  return { images: reading.images, order: reading.order.names, unreadable }
}

function hasManifestErrors(reading: Reading): boolean {
  return hasErrors(reading.diagnostics.filter(each => each.code.startsWith('M')))
}
