import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { GivenOptions } from '../diagnostics/suggested.js'
import type { Json } from '../keys/canonical.js'
import type { Log, ManifestBytes, Registry } from '../ports.js'

/** What people read about an image at the registry; becomes annotations of its index. */
export interface ReleaseTexts {
  readonly title: string
  readonly description?: string
  readonly licenses?: string
  /** URL of the source repository. */
  readonly source?: string
  /** What to use instead of a deprecated image. */
  readonly deprecated?: string
}

/** One image of the manifest as the release sees it. */
export interface ReleaseImage {
  readonly name: string
  /** Public repository without tag. */
  readonly repository: string
  /** Tags, unexpanded. */
  readonly tags: readonly string[]
  readonly texts: ReleaseTexts
  /** False for images that are only handed on: checked, not released. */
  readonly publish: boolean
  /** Key (64 hex digits) by platform. */
  readonly platforms: Readonly<Record<string, string>>
  /** Names of the images it takes from; all of them are in the release too. */
  readonly parents: readonly string[]
  /** Inputs of the smoke test that passed on it; absent without one. */
  readonly test?: Json
}

/** What is to be made public: all images of the manifest at one commit. */
export interface ReleaseRequest {
  /** Path of the manifest, the place of every finding. */
  readonly manifest: string
  /** Full id, and committer time in seconds since the epoch. */
  readonly commit: { readonly id: string; readonly time: number }
  /** Repository where builds lie by key. */
  readonly staging: string
  /** Repository of the release record. */
  readonly record: string
  readonly images: readonly ReleaseImage[]
  /** Lets tags move to a commit that does not descend from the one they carry. */
  readonly allowRewind: boolean
  /** Looks and decides, writes nothing. */
  readonly dryRun: boolean
  /** What a command that a remedy suggests has to repeat. */
  readonly given: GivenOptions
  /** Whether the plan was made for this release and has keys of its own run, under which no build can be found. */
  readonly isOtherRun: boolean
}

/** The world of a release. */
export interface ReleasePorts {
  readonly registry: Registry
  /**
   * Trace key (64 hex digits) of an image on a platform, where `digestOf` gives the digest of each parent for the platform
   * that is taken, which may be another one (`FROM --platform=$BUILDPLATFORM`); undefined for a parent that is not there.
   */
  readonly traceKey: (
    image: string,
    platform: string,
    digestOf: (parent: string, platform: string) => string | undefined
  ) => string
  /** As `Git.isAncestor`. */
  readonly isAncestor: (ancestor: string, commit: string) => Promise<boolean | undefined>
  /** As `Git.descendants`. */
  readonly descendants: (commit: string, some: readonly string[]) => Promise<readonly string[]>
  readonly log?: Log
  /** Ends the release between two moves of tags when it aborts. */
  readonly signal?: AbortSignal
}

/** A platform manifest found in staging. */
export interface StagedPlatform {
  readonly platform: string
  readonly key: string
  /** Own inputs and the parents of this set, on which it was built (64 hex digits). */
  readonly trace: string
  readonly manifest: ManifestBytes
}

/** A tag of a published image: where it points now and whether it moves. */
export interface TagState {
  readonly tag: string
  /** False for tags with a placeholder: those name one commit or day. */
  readonly moving: boolean
  readonly current?: ManifestBytes
}

/** The index that an image's tags are to point to. */
export interface ReleaseTarget {
  readonly image: ReleaseImage
  readonly staged: readonly StagedPlatform[]
  readonly index: ManifestBytes
  /** Commit that the index carries: ours, or the earlier one of an index that is public already and equal to ours. */
  readonly revision: string
  readonly tags: readonly TagState[]
}

/** Compressed bytes of one platform: layers and config. */
export interface PlatformResult {
  readonly platform: string
  readonly key: string
  readonly digest: string
  readonly size: number
}

/** What became of one image. */
export interface ImageResult {
  readonly name: string
  readonly repository: string
  /** `handed on` is for images that are not published. */
  readonly state: 'moved' | 'unchanged' | 'handed on'
  /** Digest of the index; absent when not published. */
  readonly digest?: string
  /** Commit that the index carries. */
  readonly revision?: string
  /** Tags that this run moved; in a dry run those that would move. */
  readonly moved: readonly string[]
  readonly unchanged: readonly string[]
  readonly platforms: readonly PlatformResult[]
}

/** What became of the release record. */
export interface RecordResult {
  readonly repository: string
  readonly digest: string
  readonly tags: readonly string[]
  readonly state: 'written' | 'unchanged'
}

/** The outcome of a release. */
export interface ReleaseResult {
  /**
   * `refused`: nothing was written; `stopped`: a newer release took over while this one moved tags; `cancelled`: asked to
   * end between two moves, and a repetition makes the others.
   */
  readonly state: 'released' | 'dry run' | 'refused' | 'stopped' | 'cancelled'
  /** Parents before children; empty when refused. */
  readonly images: readonly ImageResult[]
  readonly record?: RecordResult
  /** Errors and warnings. */
  readonly diagnostics: readonly Diagnostic[]
}
