import type { BuildResult } from './results.js'

/** What can be told of a run while it goes on; `id` is `image platform`. */
export type Progress =
  | { readonly kind: 'planned'; readonly tasks: readonly PlannedTask[] }
  /** `builder` is undefined where there is only one. */
  | { readonly kind: 'started'; readonly id: string; readonly builder: string | undefined }
  /** A step of BuildKit or of ours began, in words. */
  | { readonly kind: 'step'; readonly id: string; readonly step: string }
  /** Its builder went away: it waits for another. */
  | { readonly kind: 'waits'; readonly id: string }
  | { readonly kind: 'ended'; readonly id: string; readonly result: BuildResult }

/** One image on one platform that a run has to bring to an end, and the ids it waits for. */
export interface PlannedTask {
  readonly id: string
  readonly image: string
  readonly platform: string
  readonly needs: readonly string[]
}

/**
 * The step that a line of `buildx build --progress=plain` begins: `#7 [web 2/3] RUN make` gives `[web 2/3] RUN make`.
 * Undefined for output of a step, for its end and for what BuildKit does for itself.
 */
export function stepOf(line: string): string | undefined {
  const [, step = ''] =
    /^#\d+ (\[(?!internal\]|auth\]|context )[^\]]+\] \S.*|exporting (?:to|cache) .*)$/.exec(line) ?? []
  return step === '' ? undefined : step
}
