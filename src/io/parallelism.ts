import { availableParallelism, totalmem } from 'node:os'

/** Memory that one build is thought to take at most of the time: compilers, package resolvers and compression of layers. */
const BUILD_BYTES = 2 * 1024 ** 3

/** A build waits for downloads, registries and disks for much of its time, so two share a processor. */
const BUILDS_PER_PROCESSOR = 2

/** How many builds a machine with these processors and bytes of memory runs at once. */
export function buildsAtOnce(processors: number, memory: number): number {
  return Math.max(1, Math.min(BUILDS_PER_PROCESSOR * processors, Math.floor(memory / BUILD_BYTES)))
}

/** {@link buildsAtOnce} for what this process may use: with the limits of its container, where it has any. */
export function buildsHere(): number {
  // Node says 0 or an enormous number where nothing limits it.
  const limit = process.constrainedMemory()
  return buildsAtOnce(availableParallelism(), Math.min(totalmem(), limit > 0 ? limit : Infinity))
}
