import type { Waiting } from './turnstile.js'

/** A stretch of one run: so many looks at tags and writes of tags, with all that lies between, and then perhaps its end. */
export interface Stretch {
  readonly run: number
  readonly steps: number
  /** The run is killed where the stretch ends. */
  readonly kill?: boolean
}

/** Who has the next turn, by stretches and then each run to its end in `order`. */
export function byStretches(
  stretches: readonly Stretch[],
  order: readonly number[]
): (waiting: readonly Waiting[]) => { readonly run: number; readonly kill?: boolean } {
  let at = 0
  let left = stretches[0]?.steps ?? 0
  const go = (): void => {
    at += 1
    left = stretches[at]?.steps ?? 0
  }
  return waiting => {
    for (let stretch = stretches[at]; stretch !== undefined; stretch = stretches[at]) {
      const { run, kill } = stretch
      const place = waiting.find(each => each.run === run)
      if (place !== undefined && (!place.isShared || left > 0)) {
        if (place.isShared) left -= 1
        return { run }
      }
      go()
      if (place !== undefined && kill === true) return { run, kill }
    }
    const run = order.find(each => waiting.some(place => place.run === each)) ?? waiting[0]?.run ?? 0
    return { run }
  }
}
