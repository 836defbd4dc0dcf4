import { descendants } from '../graph/closure.js'
import { byCodeUnit } from '../diagnostics/code-unit.js'
import { parseReference } from '../manifest/reference.js'
import type { Snapshot } from '../plan/snapshot.js'

/** An external base on one platform that images take and that the lock can hold. */
export interface WantedBase {
  /** Normalised reference. */
  readonly reference: string
  readonly platform: string
  /** Its index is locked, because an image takes it for several platforms or for the builder's (as a frontend is). */
  readonly whole: boolean
  /** Nothing but a frontend (`# syntax=`), whose configuration reaches no image. */
  readonly frontend: boolean
  /** Images that take it, in the order of the manifest. */
  readonly takers: readonly string[]
  /** The takers and all that is built on them, in the order of the build. */
  readonly affected: readonly string[]
}

/** All external bases of a commit that the lock can hold, by reference and platform; not those pinned by digest. */
export function wantedBases(snapshot: Snapshot): readonly WantedBase[] {
  const found = new Map<
    string,
    { reference: string; platform: string; whole: boolean; frontend: boolean; takers: string[] }
  >()
  for (const image of snapshot.manifest.images) {
    for (const inputs of snapshot.images.get(image.name)?.platforms.values() ?? []) {
      for (const { reference, platform, whole, frontend } of inputs.externals) {
        if (platform === undefined || parseReference(reference)?.digest !== undefined) continue
        const key = `${reference} ${platform}`
        const base = found.get(key) ?? { reference, platform, whole: false, frontend: true, takers: [] }
        base.whole ||= whole === true
        base.frontend &&= frontend
        if (!base.takers.includes(image.name)) base.takers.push(image.name)
        found.set(key, base)
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => byCodeUnit(a.reference, b.reference) || byCodeUnit(a.platform, b.platform))
    .map(base => ({ ...base, affected: affectedBy(base.takers, snapshot) }))
}

function affectedBy(takers: readonly string[], snapshot: Snapshot): readonly string[] {
  const all = new Set([...takers, ...descendants(snapshot.graph, takers)])
  return snapshot.order.names.filter(name => all.has(name))
}

/** Images whose Dockerfile declares the argument that carries the patch epoch, in the order of the manifest. */
export function declaring(argument: string, snapshot: Snapshot): readonly string[] {
  const declares = (name: string): boolean => name === argument || name.startsWith(`${argument}#`)
  return snapshot.manifest.images
    .map(image => image.name)
    .filter(name =>
      [...(snapshot.images.get(name)?.platforms.values() ?? [])].some(inputs =>
        Object.keys(inputs.args).some(declares)
      )
    )
}
