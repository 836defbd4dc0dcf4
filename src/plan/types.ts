import type { Diagnostic } from '../diagnostics/diagnostic.js'

/** What a run does with an image: build it, test or tag an existing digest again, take it from staging, or nothing. */
export type Action = 'build' | 'test' | 'retag' | 'reuse' | 'none'

/** Why an image is in the plan, in words a person can act on. */
export interface Reason {
  readonly kind:
    | 'context'
    | 'file'
    | 'instruction'
    | 'argument'
    | 'parent'
    | 'base'
    | 'epoch'
    | 'label'
    | 'platform'
    | 'unfollowed'
    | 'no-base'
    | 'new'
    | 'asked'
    | 'rebuild'
    | 'missing'
    | 'test'
    | 'tags'
  readonly text: string
}

/** One platform of a planned image. */
export interface PlannedPlatform {
  /** SHA-256, 64 hex digits. */
  readonly key: string
  /** Mixed into key and trace key when the inputs cannot be followed or a rebuild was asked for. */
  readonly salt?: string
  /** False when the key is the same at base and head. */
  readonly affected: boolean
  /** Compressed bytes of the newest release; absent where the registry was not asked or there was none. */
  readonly bytes?: number
  /** Parents that are taken on another platform than this one (`FROM --platform`); absent when there are none. */
  readonly crossing?: readonly { readonly image: string; readonly platform: string }[]
}

/** One image of the manifest, affected or not. */
export interface PlannedImage {
  readonly name: string
  readonly action: Action
  /** Direct causes first, inherited ones after. */
  readonly reasons: readonly Reason[]
  /** Length of the longest chain of parents above it. */
  readonly level: number
  readonly parents: readonly string[]
  readonly children: readonly string[]
  /** Images that must be done before, without being taken from. */
  readonly needs: readonly string[]
  /** Normalised references of bases that the manifest does not own. */
  readonly externalBases: readonly string[]
  /** How many files can change it. */
  readonly inputs: number
  readonly platforms: Readonly<Record<string, PlannedPlatform>>
}

/** One matrix entry: an ordered list of images that one job builds for one platform. */
export interface Row {
  readonly id: string
  readonly images: readonly string[]
  readonly platform: string
  readonly runner: string
  /**
   * `late`: only levels after the next wait for it; `leaf`: none does. Absent when the next level waits, and in the
   * last.
   */
  readonly lane?: 'late' | 'leaf'
  /** Bytes of disk that its images are thought to need together; absent where the size of none is known. */
  readonly bytes?: number
}

/** What a run of the rows is thought to take, in whole seconds: a guess from durations, no promise. */
export interface Estimate {
  /** From the first runner that starts to the last row that ends. */
  readonly seconds: number
  /** The longest chain of images with one start before it: no rows end earlier. */
  readonly criticalPath: number
  /** How much earlier it would end if each image began as soon as its parents were done. */
  readonly barriers: number
  /** Seconds of all images by platform, without starts. */
  readonly work: Readonly<Record<string, number>>
  /** Jobs that are thought to run at once. */
  readonly machines: number
  /** Seconds until a runner works. */
  readonly start: number
  /** How many images on platforms were timed in earlier runs, and the seconds of each other; absent when none was. */
  readonly timed?: { readonly builds: number; readonly usual: number }
}

/** What was compared with what. */
export interface Comparison {
  /** Commit id, and how it was found; null when everything is planned. */
  readonly base: { readonly commit: string | null; readonly how: string }
  /** Commit id with committer time (seconds since the epoch); `dirty` when the working tree counts too. */
  readonly head: {
    readonly commit: string
    readonly tree: string
    readonly time: number
    readonly dirty: boolean
  }
  /** What is supposed to change, in sentences, when the plan is a simulation: base and head are the same then. */
  readonly simulation?: readonly string[]
}

/** The plan: the only thing that later steps read. */
export interface Plan extends Comparison {
  /** Format of this document. */
  readonly version: 1
  /** Path of the manifest from the repository root. */
  readonly manifest: string
  readonly images: readonly PlannedImage[]
  readonly levels: readonly (readonly Row[])[]
  /** Absent when there are no rows. */
  readonly estimate?: Estimate
  /** The run builds these platforms only; all when absent. */
  readonly platforms?: readonly string[]
  /** Digests that external bases are pinned to in this run, by reference; empty before a registry was asked. */
  readonly pins: Readonly<Record<string, string>>
  readonly warnings: readonly Diagnostic[]
}
