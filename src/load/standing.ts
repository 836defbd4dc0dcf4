import type { InheritedConfig } from '../dockerfile/types.js'
import type { ManifestAndLock } from './read-manifest.js'

/** An image that stands as an earlier plan found it: what it hands on to children, by `image platform`. */
export interface StandingImage {
  readonly configs: Readonly<Record<string, InheritedConfig>>
}

/** The images that nothing touched since an earlier plan, and the manifest of both, where there was one. */
export interface StandingImages {
  readonly given: ManifestAndLock | undefined
  readonly images: ReadonlyMap<string, StandingImage>
}

/** Without an earlier plan. */
export const NOTHING_STANDS: StandingImages = { given: undefined, images: new Map() }
