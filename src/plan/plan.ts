import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { descendants } from '../graph/closure.js'
import type { Json } from '../keys/canonical.js'
import { canonicalJson } from '../keys/canonical.js'
import { contextReasons, directReasons } from './compare.js'
import type { KeysByImage, KnownKeys } from './keys.js'
import { keysOf } from './keys.js'
import { supposition } from './simulate.js'
import { externalBases } from './snapshot.js'
import type { BaseSnapshot, ImageInputs, Snapshot } from './snapshot.js'
import { publicationChange } from './publication.js'
import type { Action, Comparison, Plan, PlannedImage, PlannedPlatform, Reason } from './types.js'

/** Of an image whose key differs and of which no comparison says in what. */
export const UNEXPLAINED = 'its inputs are put together in another way'

/** What was asked for beside the comparison. */
export interface PlanOptions {
  /** Only these images; empty for all. */
  readonly images: readonly string[]
  /** Every image, changed or not. */
  readonly all: boolean
  /** Build what is selected even when its key exists already. */
  readonly rebuild: boolean
  /** Identifies the run; mixed into the keys of what cannot be followed or must be rebuilt. */
  readonly run: string
}

/**
 * Decides what a change does to every image: from two snapshots (no base: everything) to a plan without rows.
 * An image is affected when its key differs; the reasons say why.
 */
export function makePlan(
  head: Snapshot,
  base: BaseSnapshot | undefined,
  comparison: Comparison,
  options: PlanOptions,
  warnings: readonly Diagnostic[]
): Plan {
  const selected = selection(head, options)
  const known: KnownKeys = new Map()
  const { standing } = head
  const salt = (image: ImageInputs): string | undefined => saltOf(image, options, selected)
  const baseSalt = (image: ImageInputs): string | undefined => (unfollowed(image) ? 'base' : undefined)
  const now = keysOf(head.images, head.order.names, standing, salt, known)
  const before = base && keysOf(base.images, base.order, standing, baseSalt, known)
  const affected = affectedImages(head, now, before)

  const images = head.manifest.images.map(spec => {
    const stands = standing.get(spec.name)
    if (stands !== undefined) return { ...stands, ...placeOf(spec.name, head) }
    const image = head.images.get(spec.name)
    if (image === undefined) throw new Error(`Internal error: ${spec.name} has no inputs`)
    const reasons = [
      ...askedReasons(image, options, selected),
      ...reasonsOf(image, base, comparison, affected, head)
    ]
    // No decision goes without a reason, also where the comparison has no words for what differs.
    const isExplained = reasons.some(({ kind }) => kind !== 'test' && kind !== 'tags')
    if (!isExplained && affected.has(spec.name)) reasons.push(unexplained(spec.dockerfile))
    const planned = planImage(image, head, now, before, reasons)
    return { ...planned, action: actionOf(image, base, options, selected, affected) }
  })
  return {
    version: 1,
    manifest: head.manifest.path,
    ...comparison,
    images: images.map(image => (image.action === 'none' ? { ...image, reasons: [] } : image)),
    levels: [],
    pins: {},
    warnings
  }
}

function unexplained(dockerfile: string): Reason {
  return { kind: 'instruction', text: `${dockerfile}: ${UNEXPLAINED}` }
}

/** Images that `--image` names, and what is built on them when they are rebuilt. */
function selection(head: Snapshot, options: PlanOptions): ReadonlySet<string> | undefined {
  if (options.images.length === 0)
    return options.all || options.rebuild ? new Set(head.images.keys()) : undefined
  if (!options.rebuild) return new Set(options.images)
  return new Set([...options.images, ...descendants(head.graph, options.images)])
}

function saltOf(
  image: ImageInputs,
  options: PlanOptions,
  selected: ReadonlySet<string> | undefined
): string | undefined {
  const name = image.spec.name
  const rebuilt = options.rebuild && (options.images.length === 0 || options.images.includes(name))
  return unfollowed(image) || (rebuilt && selected?.has(name) === true) ? `run ${options.run}` : undefined
}

function unfollowed(image: ImageInputs): boolean {
  for (const inputs of image.platforms.values()) if (inputs.unfollowed.length > 0) return true
  return false
}

function affectedImages(
  head: Snapshot,
  now: KeysByImage,
  before: KeysByImage | undefined
): ReadonlySet<string> {
  const affected = new Set<string>()
  for (const name of head.images.keys()) {
    for (const [platform, { key }] of now.get(name) ?? []) {
      if (before?.get(name)?.get(platform)?.key !== key) affected.add(name)
    }
  }
  return affected
}

function planImage(
  image: ImageInputs,
  head: Snapshot,
  now: KeysByImage,
  before: KeysByImage | undefined,
  reasons: readonly Reason[]
): PlannedImage {
  const { name } = image.spec
  const platforms: Record<string, PlannedPlatform> = {}
  for (const [platform, { key, salt }] of now.get(name) ?? []) {
    const affected = before?.get(name)?.get(platform)?.key !== key
    platforms[platform] = {
      key,
      ...(salt === undefined ? {} : { salt }),
      affected,
      ...crossingOf(image, platform)
    }
  }
  return {
    name,
    action: 'none',
    reasons,
    ...placeOf(name, head),
    needs: image.spec.needs,
    externalBases: externalBases(image),
    inputs: countInputs(image),
    platforms
  }
}

function placeOf(name: string, head: Snapshot): Pick<PlannedImage, 'level' | 'parents' | 'children'> {
  return {
    level: head.order.level.get(name) ?? 0,
    parents: head.graph.parents(name),
    children: head.graph.children(name)
  }
}

function crossingOf(image: ImageInputs, platform: string): Pick<PlannedPlatform, 'crossing'> {
  const parents = image.platforms.get(platform)?.parents ?? []
  const crossing = parents
    .filter(parent => parent.platform !== platform)
    .map(parent => ({ image: parent.image, platform: parent.platform }))
  return crossing.length === 0 ? {} : { crossing }
}

function countInputs(image: ImageInputs): number {
  const paths = new Set<string>()
  for (const inputs of image.platforms.values()) {
    for (const files of inputs.files.values()) for (const file of files) paths.add(file.path)
    for (const file of inputs.extra) paths.add(file.path)
  }
  return paths.size
}

function actionOf(
  image: ImageInputs,
  base: BaseSnapshot | undefined,
  options: PlanOptions,
  selected: ReadonlySet<string> | undefined,
  affected: ReadonlySet<string>
): Action {
  const { name } = image.spec
  if (selected !== undefined && (options.images.length > 0 || selected.has(name))) {
    return selected.has(name) ? 'build' : 'none'
  }
  if (affected.has(name)) return 'build'
  const was = base?.images.get(name)
  if (was === undefined || was === image) return 'none'
  if (canonicalJson(was.test) !== canonicalJson(image.test)) return 'test'
  if (canonicalJson(was.publication) !== canonicalJson(image.publication)) return 'retag'
  return 'none'
}

function askedReasons(
  image: ImageInputs,
  options: PlanOptions,
  selected: ReadonlySet<string> | undefined
): readonly Reason[] {
  const { name } = image.spec
  if (options.images.includes(name)) {
    return [
      { kind: 'asked', text: options.rebuild ? 'a rebuild was asked for by --image' : 'asked for by --image' }
    ]
  }
  if (options.images.length > 0 || selected?.has(name) !== true) return []
  return options.rebuild
    ? [{ kind: 'rebuild', text: 'asked for by --rebuild' }]
    : [{ kind: 'asked', text: 'asked for by --all' }]
}

function reasonsOf(
  image: ImageInputs,
  base: BaseSnapshot | undefined,
  comparison: Comparison,
  affected: ReadonlySet<string>,
  head: Snapshot
): readonly Reason[] {
  const { name, dockerfile } = image.spec
  const followed = unfollowedReasons(image)
  if (base === undefined) {
    return [...followed, { kind: 'no-base', text: `no trustworthy base commit: ${comparison.base.how}` }]
  }
  const why = base.unreadable.get(name)
  if (why !== undefined)
    return [...followed, { kind: 'no-base', text: `cannot be read at the base commit: ${why}` }]
  const was = base.images.get(name)
  if (was === undefined) return [...followed, { kind: 'new', text: 'new in the manifest' }]

  const direct = new Map<string, Reason>()
  for (const [platform, inputs] of image.platforms) {
    const old = was.platforms.get(platform)
    if (old === inputs) continue
    if (old === undefined) direct.set(platform, { kind: 'platform', text: `platform ${platform} is new` })
    else for (const reason of directReasons(dockerfile, old, inputs)) direct.set(reason.text, reason)
  }
  const inherited = head.graph
    .parents(name)
    .filter(parent => affected.has(parent))
    .map((parent): Reason => ({ kind: 'parent', text: `parent ${parent} affected` }))
  const contexts = affected.has(name) ? contextReasons(head.manifest.path, was.spec, image.spec) : []
  return [...followed, ...contexts, ...direct.values(), ...inherited, ...quietReasons(was, image)]
}

function unfollowedReasons(image: ImageInputs): readonly Reason[] {
  const reasons = new Map<string, Reason>()
  for (const inputs of image.platforms.values()) {
    for (const place of inputs.unfollowed) {
      const text = `${place.file}:${place.line}: ${place.message}; ${place.remedy}`
      reasons.set(text, { kind: 'unfollowed', text })
    }
  }
  return [...reasons.values()]
}

/** Changes that build nothing. */
function quietReasons(was: ImageInputs, now: ImageInputs): readonly Reason[] {
  if (was === now) return []
  const reasons: Reason[] = []
  if (canonicalJson(was.test) !== canonicalJson(now.test)) {
    reasons.push({ kind: 'test', text: `smoke test ${isSupposed(now.test) ? 'would change' : 'changed'}` })
  }
  const published = publicationChange(was.publication, now.publication)
  if (published !== undefined) reasons.push({ kind: 'tags', text: published })
  return reasons
}

function isSupposed(test: Json): boolean {
  const script = test as { readonly blob?: unknown } | null
  return typeof script?.blob === 'string' && supposition(script.blob) !== undefined
}
