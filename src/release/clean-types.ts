import type { Diagnostic } from '../diagnostics/diagnostic.js'

/** A manifest or index as far as cleaning has to know it. */
export interface KnownManifest {
  readonly digest: string
  /** Bytes of the document itself. */
  readonly size: number
  /** Config and layers, each once. */
  readonly blobs: readonly { readonly digest: string; readonly size: number }[]
  /** Digests of what it cannot be pulled or understood without: what an index lists, and the subject of an artifact. */
  readonly names: readonly string[]
  /** What it is attached to; as long as that stays, this stays too. */
  readonly subject?: string
}

/** What one repository holds, as far as anybody can list it. */
export interface Inventory {
  readonly repository: string
  /** Digest by tag. */
  readonly tags: ReadonlyMap<string, string>
  /** By digest; everything that tags lead to, and what was looked up beside. */
  readonly manifests: ReadonlyMap<string, KnownManifest>
}

/** A repository with what may go of it. */
export interface CleanRepository extends Inventory {
  /** Tags that need not stay for their own sake, with the reason; every other tag keeps all that it leads to. */
  readonly freeTags: ReadonlyMap<string, string>
  /** Digests that are needed though no tag may name them: what the newest release record lists. */
  readonly needed: ReadonlySet<string>
}

/** When a digest was first seen unneeded, with the tags that it had then; by `repository@digest`. */
export type Seen = ReadonlyMap<string, SeenUnneeded>

/** `since` is in milliseconds since the epoch. */
export interface SeenUnneeded {
  readonly since: number
  readonly tags: readonly string[]
}

/** A manifest that nothing needs. */
export interface CleanItem {
  readonly repository: string
  readonly digest: string
  /** Sorted; all of them go with it. */
  readonly tags: readonly string[]
  readonly why: string
  /** Milliseconds since the epoch at which it was first seen unneeded. */
  readonly since: number
  /** Compressed bytes of it that nothing else has, each blob counted once over the whole list. */
  readonly bytes: number
}

/** What may be deleted, and what may be once it has been unneeded for long enough. */
export interface CleanPlan {
  readonly deletions: readonly CleanItem[]
  readonly waiting: readonly CleanItem[]
}

/** An image on a platform; `present` when the manifest of a commit that counts still has it. */
export interface ImagePlatform {
  readonly image: string
  readonly platform: string
  readonly present: boolean
}

/** A commit whose builds are needed. */
export interface CountedCommit {
  /** As it was asked for, such as `HEAD` or `refs/remotes/origin/main`. */
  readonly revision: string
  readonly commit: string
}

/** A manifest that nothing needs, and what becomes of it. */
export interface CleanRow extends CleanItem {
  readonly state: 'may go' | 'waits' | 'deleted' | 'kept' | 'not deleted'
}

/** What cleaning found and did. */
export interface CleanReport {
  /**
   * `refused`: something could not be listed, nothing was deleted; `stopped`: deleting failed half-way; `cancelled`:
   * asked to end.
   */
  readonly state: 'dry run' | 'cleaned' | 'refused' | 'stopped' | 'cancelled'
  /** Commits whose builds are needed. */
  readonly commits: readonly CountedCommit[]
  /** Milliseconds since the epoch at which it looked, and for which something has to be unneeded. */
  readonly now: number
  readonly keep: number
  readonly rows: readonly CleanRow[]
  /** Compressed bytes that may go or went. */
  readonly bytes: number
  readonly diagnostics: readonly Diagnostic[]
}
