/** Follows the plain progress of one build and knows whether silence may be the work of a command. */
export interface ProgressWatch {
  /** Takes the next line of `buildx build --progress=plain`. */
  readonly line: (text: string) => void
  /** True while a RUN is under way: a compiler may say nothing for an hour, a registry may not. */
  readonly works: () => boolean
}

/** A build without a word for so long, while no RUN is under way, waits for somebody who does not answer. */
export const SILENCE_MS = 30 * 60_000

const BEGUN = /^#(\d+) \[[^\]]*\] RUN /
const ENDED = /^#(\d+) (?:DONE|CACHED|CANCELED|ERROR)\b/

/** Begins to follow a build. */
export function watchProgress(): ProgressWatch {
  const running = new Set<string>()
  return {
    line: text => {
      const begun = BEGUN.exec(text)?.[1]
      if (begun !== undefined) running.add(begun)
      const ended = ENDED.exec(text)?.[1]
      if (ended !== undefined) running.delete(ended)
    },
    works: () => running.size > 0
  }
}
