import { byCodeUnit } from '../diagnostics/code-unit.js'
import type { ImageGraph } from '../graph/graph.js'
import type { Json } from '../keys/canonical.js'
import type { OwnInputs } from '../keys/inputs.js'
import type { ImageSpec, Manifest } from '../manifest/types.js'
import type { PlannedImage } from './types.js'

/** One image of a commit with everything that can change it. */
export interface ImageInputs {
  readonly spec: ImageSpec
  /** Object id of the Dockerfile. */
  readonly dockerfileBlob: string
  /** Build arguments as texts. */
  readonly args: Readonly<Record<string, string>>
  /** By platform, in the order of the manifest. */
  readonly platforms: ReadonlyMap<string, OwnInputs>
  /** What decides about its smoke test beside the digest; null without a test. */
  readonly test: Json
  /** What is published beside the bytes: repository, tags, descriptions. */
  readonly publication: Json
}

/** Normalised references of the bases of an image that the manifest does not own, on all its platforms, in order. */
export function externalBases({ platforms }: ImageInputs): readonly string[] {
  const bases = [...platforms.values()].flatMap(({ externals }) => externals)
  return [...new Set(bases.map(({ reference }) => reference))].sort(byCodeUnit)
}

/** All images of a commit or working tree, parents before children in `order`. */
export interface Snapshot {
  readonly manifest: Manifest
  readonly images: ReadonlyMap<string, ImageInputs>
  /** Images that are not in `images`, because nothing touched them since an earlier plan, which said this of them. */
  readonly standing: ReadonlyMap<string, PlannedImage>
  /** Edges of FROM, COPY --from, mounts and contexts: what a key inherits. */
  readonly graph: ImageGraph
  /** The same with `needs`: what must be done before. */
  readonly order: { readonly names: readonly string[]; readonly level: ReadonlyMap<string, number> }
}

/** What the base commit holds: images that can be read there, and for the others why not. */
export interface BaseSnapshot {
  readonly images: ReadonlyMap<string, ImageInputs>
  /** Names, parents before children. */
  readonly order: readonly string[]
  readonly unreadable: ReadonlyMap<string, string>
}
