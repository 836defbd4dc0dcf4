import { byCodeUnit } from '../diagnostics/code-unit.js'
import { isWork } from './actions.js'
import { bytesOfImages } from './rows-bytes.js'
import type { PlannedImage } from './types.js'

/** Images on platforms ("steps") as a graph of numbers: packing visits each of them some hundred times. */
export interface Work {
  /** Image of each step. */
  readonly images: readonly string[]
  readonly platforms: readonly string[]
  /** Index in `platforms` of each step. */
  readonly platform: Int32Array
  /** How long each step is thought to take. */
  readonly seconds: Float64Array
  /** Compressed bytes that each step is thought to have; 0 where that is not known. */
  readonly bytes: Float64Array
  /** Steps that must be done before each step; only those that are in this work. */
  readonly above: readonly (readonly number[])[]
  /** Steps that wait for each step. */
  readonly below: readonly (readonly number[])[]
  /** Seconds of the longest chain that starts with each step. */
  readonly tail: Float64Array
  /** The most changes of platform on a chain that starts with each step: each of them needs a level of its own. */
  readonly crossings: Int32Array
  /** All steps, longest tail first; parents stand before their children. */
  readonly order: Int32Array
}

/** Seconds that an image on a platform is thought to take. */
export type SecondsOf = (image: string, platform: string) => number

/** No step takes less: a tail must grow with every step, so that parents stand before their children. */
const LEAST_SECONDS = 1

/** Takes what is built or tested, on these platforms only when they are given, as a graph. */
export function workOf(
  planned: readonly PlannedImage[],
  only: readonly string[] | undefined,
  secondsOf: SecondsOf
): Work {
  const steps = planned
    .filter(isWork)
    .sort((a, b) => byCodeUnit(a.name, b.name))
    .flatMap(image =>
      Object.keys(image.platforms)
        .filter(platform => only?.includes(platform) !== false)
        .sort(byCodeUnit)
        .map(platform => ({ image, platform }))
    )
  const platforms = [...new Set(steps.map(step => step.platform))].sort(byCodeUnit)
  const index = new Map(platforms.map(platform => [platform, new Map<string, number>()]))
  steps.forEach(({ image, platform }, at) => index.get(platform)?.set(image.name, at))
  const above = steps.map(({ image, platform }) => {
    const own = index.get(platform)
    const found = new Set<number | undefined>([...image.parents, ...image.needs].map(name => own?.get(name)))
    for (const taken of image.platforms[platform]?.crossing ?? []) {
      found.add(index.get(taken.platform)?.get(taken.image))
    }
    return [...found].filter(step => step !== undefined)
  })
  const seconds = Float64Array.from(steps, ({ image, platform }) =>
    Math.max(LEAST_SECONDS, secondsOf(image.name, platform))
  )
  const bytesOf = bytesOfImages(planned)
  const bytes = Float64Array.from(steps, ({ image, platform }) => bytesOf(image.name, platform))
  const platform = Int32Array.from(steps, step => platforms.indexOf(step.platform))
  const images = steps.map(step => step.image.name)
  const below: number[][] = steps.map(() => [])
  above.forEach((parents, step) => parents.forEach(parent => below[parent]?.push(step)))
  return { images, platforms, platform, seconds, bytes, above, below, ...weighed(above, seconds, platform) }
}

/** Longest chains, from the last children upwards. */
function weighed(
  above: Work['above'],
  seconds: Float64Array,
  platform: Int32Array
): Pick<Work, 'tail' | 'crossings' | 'order'> {
  const count = above.length
  const tail = Float64Array.from(seconds)
  const crossings = new Int32Array(count)
  const open = new Int32Array(count)
  for (const parents of above) for (const parent of parents) open[parent] = (open[parent] ?? 0) + 1
  const ready = [...above.keys()].filter(step => open[step] === 0)
  for (let step = ready.pop(); step !== undefined; step = ready.pop()) {
    for (const parent of above[step] ?? []) {
      tail[parent] = Math.max(tail[parent] ?? 0, (seconds[parent] ?? 0) + (tail[step] ?? 0))
      const crosses = platform[parent] === platform[step] ? 0 : 1
      crossings[parent] = Math.max(crossings[parent] ?? 0, (crossings[step] ?? 0) + crosses)
      open[parent] = (open[parent] ?? 0) - 1
      if (open[parent] === 0) ready.push(parent)
    }
  }
  const order = Int32Array.from(above.keys()).sort((a, b) => (tail[b] ?? 0) - (tail[a] ?? 0) || a - b)
  return { tail, crossings, order }
}

/** Seconds of all these steps together. */
export function secondsOfAll(work: Work, steps: Iterable<number>): number {
  let total = 0
  for (const step of steps) total += work.seconds[step] ?? 0
  return total
}
