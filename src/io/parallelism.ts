import { availableParallelism, totalmem } from 'node:os'

/** Memory that one build is thought to take at most of the time: compilers, package resolvers and compression of layers. */
const BUILD_BYTES = 2 * 1024 ** 3

/** How many builds a machine with these processors and bytes of memory runs at once. Two share one processor: builds wait a lot. */
export function buildsAtOnce(processors: number, memory: number): number {
  return Math.max(1, Math.min(Math.max(2, processors), Math.floor(memory / BUILD_BYTES)))
}

/** {@link buildsAtOnce} for what this process may use: with the limits of its container, where it has any. */
export function buildsHere(): number {
  // Node says 0 or an enormous number where nothing limits it.
  const limit = process.constrainedMemory()
  return buildsAtOnce(availableParallelism(), Math.min(totalmem(), limit > 0 ? limit : Infinity))
}
