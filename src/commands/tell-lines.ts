import type { Progress } from '../build/progress.js'
import type { Log } from '../ports.js'

/** Tells a run in lines of a log: what starts, and how what was tried ended. */
export function tellLines(log: Log): (progress: Progress) => void {
  const tried = new Set<string>()
  return progress => {
    if (progress.kind === 'started') {
      tried.add(progress.id)
      log.info(`${progress.id}: started${progress.builder === undefined ? '' : ` on ${progress.builder}`}`)
    }
    if (progress.kind === 'ended' && tried.has(progress.id)) {
      const { state, milliseconds } = progress.result
      log.info(`${progress.id}: ${state} in ${(milliseconds / 1000).toFixed(1)} s`)
    }
  }
}
