import type { PlannedImage } from '../plan/types.js'
import type { ManifestAndLock } from './read-manifest.js'
import type { Configs } from './snapshot.js'

/** An image that stands as an earlier plan found it, and what it hands on to children. */
export interface StandingImage {
  readonly planned: PlannedImage
  readonly configs: Configs
}

/** The images that nothing touched since an earlier plan, and the manifest of both, where there was one. */
export interface StandingImages {
  readonly given: ManifestAndLock | undefined
  readonly images: ReadonlyMap<string, StandingImage>
}

/** Without an earlier plan. */
export const NOTHING_STANDS: StandingImages = { given: undefined, images: new Map() }
