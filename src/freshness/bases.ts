import { descendants } from '../graph/closure.js'
import { byCodeUnit } from '../graph/graph.js'
import { parseReference } from '../manifest/reference.js'
import type { Snapshot } from '../plan/snapshot.js'

/** An external base on one platform that images take and that the lock can hold. */
export interface WantedBase {
  /** Normalised reference. */
  readonly reference: string
  readonly platform: string
  /** Nothing but the frontend of `# syntax=`: it runs on the platform of the builder, so the index is locked. */
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
    { reference: string; platform: string; frontend: boolean; takers: string[] }
  >()
  for (const image of snapshot.manifest.images) {
    for (const inputs of snapshot.images.get(image.name)?.platforms.values() ?? []) {
      for (const { reference, platform, frontend } of inputs.externals) {
        if (platform === undefined || parseReference(reference)?.digest !== undefined) continue
        const key = `${reference} ${platform}`
        const base = found.get(key) ?? { reference, platform, frontend: true, takers: [] }
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
