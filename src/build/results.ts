import type { Diagnostic } from '../diagnostics/diagnostic.js'

/** How an image on a platform ended in a run. */
export type BuildState =
  /** Built, verified, tested and tagged. */
  | 'built'
  /** Found in staging by its trace key or content id, or public; nothing was built, or what was built is what was there. */
  | 'reused'
  /** Failed: build, guard, smoke test or push. */
  | 'failed'
  /** Not tried, because an image it is built on failed or was blocked. */
  | 'blocked'
  /** Not brought to an end, because the run was cancelled or its time was over. */
  | 'cancelled'

/** What a run did with one image on one platform. */
export interface BuildResult {
  readonly image: string
  readonly platform: string
  readonly state: BuildState
  /** Digest of the platform manifest in staging; absent unless built or reused. */
  readonly digest?: string
  /** Compressed bytes of configuration and layers; absent unless known. */
  readonly size?: number
  /** Digests of the parents it was built on, by image name. */
  readonly parents: Readonly<Record<string, string>>
  readonly milliseconds: number
  /** Why it failed, or what blocks it. */
  readonly diagnostics: readonly Diagnostic[]
  /** For `blocked`: the image that failed first. */
  readonly blockedBy?: string
}

/** Whether an image is there in the end: built in this run, or found. */
export function isDone({ state }: Pick<BuildResult, 'state'>): boolean {
  return state === 'built' || state === 'reused'
}

/** Counts that add up to the number of planned images and platforms. */
export type BuildCounts = Readonly<Record<BuildState, number>>

/** Counts results by state. */
export function countResults(results: readonly BuildResult[]): BuildCounts {
  const count = (state: BuildState): number => results.filter(result => result.state === state).length
  return {
    built: count('built'),
    reused: count('reused'),
    failed: count('failed'),
    blocked: count('blocked'),
    cancelled: count('cancelled')
  }
}
