import { MORE_TIME } from '../build/failure.js'
import type { BuildResult } from '../build/results.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Task } from './build-one.js'

/** Not tried, because a parent failed; `by` is the one that failed first. */
export function blocked(task: Task, by: string): BuildResult {
  const { name, dockerfile } = task.image.spec
  const remedy = `repair ${by}; ${name} is built as soon as it is there`
  const diagnostic = errorAt('B005', { file: dockerfile }, `${name} is not built: ${by} failed`, remedy)
  return { ...unstarted(task, 'blocked'), diagnostics: [diagnostic], blockedBy: by }
}

/** The time of the run was over before its turn came; `isLost` when it had begun on a builder that went away. */
export function tooLate(task: Task, isLost: boolean): BuildResult {
  const { name, dockerfile } = task.image.spec
  const again = isLost ? ' again on another builder' : ''
  const message = `${name} was not begun${again}: the time of this run is over`
  const diagnostic = errorAt('W007', { file: dockerfile }, message, `run again, or ${MORE_TIME}`)
  return { ...unstarted(task, 'cancelled'), diagnostics: [diagnostic] }
}

/** The time of the run was over while something of an image was still to be had, such as an answer of a registry. */
export function endedLate({ image, platform }: Task, error: Error): Diagnostic {
  const { name, dockerfile } = image.spec
  const message = `${name} ${platform}: the time of this run is over; the last was: ${error.message}`
  return errorAt('W007', { file: dockerfile }, message, `run again when that answers, or ${MORE_TIME}`)
}

/** No builder is left: what was tried on the last one tells why, the others say so. */
export function stranded(task: Task, loss: BuildResult | undefined): BuildResult {
  if (loss?.state === 'failed') return loss
  const { name, dockerfile } = task.image.spec
  const message = `${name} is not built: none of the builders answers any more`
  const remedy = 'start them and run the same command again; finished images stay finished'
  return {
    ...unstarted(task, 'failed'),
    diagnostics: [errorAt('W002', { file: dockerfile }, message, remedy)]
  }
}

/** Nothing but how it ended. */
export function unstarted(task: Task, state: BuildResult['state']): BuildResult {
  return {
    image: task.planned.name,
    platform: task.platform,
    state,
    parents: {},
    milliseconds: 0,
    diagnostics: []
  }
}
