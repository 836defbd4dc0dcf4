import { byCodeUnit } from '../diagnostics/code-unit.js'
import { canonicalJson } from '../keys/canonical.js'
import type { Json } from '../keys/canonical.js'
import type { WantedBase } from './bases.js'
import { laterEpoch } from './epoch.js'
import { lockedBase } from './lock.js'
import type { Lock, LockedBase, LockedEpoch } from './lock.js'

/** What the registry of a base answers now. */
export type Upstream =
  { readonly kind: 'found'; readonly base: LockedBase } | { readonly kind: 'failed'; readonly reason: string }

/** What became of a base of the lock. */
export interface BaseChange {
  readonly reference: string
  readonly platform: string
  /** `failed`: its registry did not give it, so it stays as it was; `gone`: no image takes it any more. */
  readonly state: 'new' | 'moved' | 'unchanged' | 'failed' | 'gone'
  readonly before: string | null
  readonly now: string | null
  /** Images that are affected when it moves. */
  readonly images: readonly string[]
  /** Why it failed. */
  readonly reason?: string
}

/** What became of the patch epoch of an image. */
export interface EpochChange {
  readonly image: string
  readonly before: string | null
  readonly now: string | null
}

/** A lock made anew, and how it differs from the one before. */
export interface Refresh {
  readonly lock: Lock
  readonly changed: boolean
  readonly bases: readonly BaseChange[]
  /** Only those that changed. */
  readonly epochs: readonly EpochChange[]
}

/** What the patch epochs are to be. */
export interface EpochOrder {
  /** Names of all images; the epoch of any other one goes. */
  readonly images: readonly string[]
  /** Images whose Dockerfile declares the argument: these get the epoch. One written by hand for another stays. */
  readonly declaring: readonly string[]
  /** The ISO week of now. */
  readonly week: string
  /** In place of the week, even when it is not later than what is there. */
  readonly asked?: string
}

/** Why an epoch that follows from the calendar was set. */
export const WEEKLY_REASON = 'weekly security updates'
/** Why an epoch that somebody named was set. */
export const ASKED_REASON = 'security updates asked for by --epoch'

/** Makes the lock anew from what the registries answer. A base without an answer keeps its entry. */
export function refreshLock(
  old: Lock,
  wanted: readonly WantedBase[],
  upstream: (base: WantedBase) => Upstream,
  order: EpochOrder
): Refresh {
  const bases: BaseChange[] = []
  const entries: (readonly [string, string, LockedBase])[] = []
  for (const base of wanted) {
    const before = lockedBase(old, base.reference, base.platform)
    const answer = upstream(base)
    const now = answer.kind === 'found' ? answer.base : before
    if (now !== undefined) entries.push([base.reference, base.platform, now])
    bases.push({
      reference: base.reference,
      platform: base.platform,
      state: answer.kind === 'failed' ? 'failed' : stateOf(before, answer.base),
      before: before?.digest ?? null,
      now: now?.digest ?? null,
      images: base.affected,
      ...(answer.kind === 'failed' ? { reason: answer.reason } : {})
    })
  }
  const { epochs, changes } = refreshEpochs(old, order)
  const lock = { bases: byReference(entries), epochs }
  return {
    lock,
    changed: !same(old, lock),
    bases: [...bases, ...gone(old, wanted)].sort(
      (a, b) => byCodeUnit(a.reference, b.reference) || byCodeUnit(a.platform, b.platform)
    ),
    epochs: changes
  }
}

function stateOf(before: LockedBase | undefined, now: LockedBase): BaseChange['state'] {
  if (before === undefined) return 'new'
  return same(before, now) ? 'unchanged' : 'moved'
}

/** Entries of the lock that no image takes. */
export function gone(old: Lock, wanted: readonly WantedBase[]): readonly BaseChange[] {
  const used = new Set(wanted.map(base => `${base.reference} ${base.platform}`))
  return Object.entries(old.bases).flatMap(([reference, platforms]) =>
    Object.entries(platforms)
      .filter(([platform]) => !used.has(`${reference} ${platform}`))
      .map(([platform, { digest }]): BaseChange => {
        return { reference, platform, state: 'gone', before: digest, now: null, images: [] }
      })
  )
}

function refreshEpochs(
  old: Lock,
  order: EpochOrder
): { readonly epochs: Lock['epochs']; readonly changes: readonly EpochChange[] } {
  const present = new Map(Object.entries(old.epochs))
  const epochs = new Map([...present].filter(([image]) => order.images.includes(image)))
  for (const image of order.declaring) {
    const before = present.get(image)
    const epoch = order.asked ?? laterEpoch(before?.epoch, order.week)
    if (before?.epoch === epoch) continue
    epochs.set(image, { epoch, reason: order.asked === undefined ? WEEKLY_REASON : ASKED_REASON })
  }
  const changes = [...new Set([...present.keys(), ...epochs.keys()])]
    .sort(byCodeUnit)
    .map(image => ({
      image,
      before: present.get(image)?.epoch ?? null,
      now: epochs.get(image)?.epoch ?? null
    }))
    .filter(({ before, now }) => before !== now)
  return { epochs: Object.fromEntries<LockedEpoch>(epochs), changes }
}

function byReference(entries: readonly (readonly [string, string, LockedBase])[]): Lock['bases'] {
  const bases = new Map<string, [string, LockedBase][]>()
  for (const [reference, platform, base] of entries) {
    bases.set(reference, [...(bases.get(reference) ?? []), [platform, base]])
  }
  return Object.fromEntries(
    [...bases].map(([reference, platforms]) => [reference, Object.fromEntries(platforms)] as const)
  )
}

function same(a: Lock | LockedBase, b: Lock | LockedBase): boolean {
  return canonicalJson(a as unknown as Json) === canonicalJson(b as unknown as Json)
}
