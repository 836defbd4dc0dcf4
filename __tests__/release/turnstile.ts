import type { Registry } from '../../src/ports.js'

/** One request of a run, as the scheduler sees it before it is let through. */
export interface Waiting {
  readonly run: number
  /** Whether it looks at or writes a tag: all else is content by digest, the same for everybody and at any time. */
  readonly isShared: boolean
}

/** A request that was let through. */
export interface Passed {
  readonly run: number
  readonly method: string
  readonly args: readonly unknown[]
}

/** The end of a run that was killed: this request and all after it were never made. */
export class Killed extends Error {}

/** Lets requests of several runs through one at a time. */
export interface Turnstile {
  /** The registry as a run sees it. */
  readonly gate: (run: number) => Registry
  /** Tells that a run has ended. */
  readonly leave: (run: number) => void
}

/**
 * Makes a turnstile for runs 0 to `runs` - 1. `choose` gets the first waiting request of every run that is still there
 * and says whose turn it is, or which run is killed.
 */
export function turnstile(
  registry: Registry,
  runs: number,
  choose: (waiting: readonly Waiting[]) => { readonly run: number; readonly kill?: boolean },
  passed: (request: Passed) => void = () => undefined
): Turnstile {
  interface Place extends Waiting {
    readonly enter: (end: 'passed' | 'killed') => void
  }
  const queues = Array.from({ length: runs }, (): Place[] => [])
  const gone = new Set<number>()
  const killed = new Set<number>()
  let busy = false
  let asked = false
  const next = (): void => {
    // A turn is given only when every run that is still there waits, so the order is the chosen one and not the network's.
    if (busy || asked || queues.some((queue, run) => !gone.has(run) && queue.length === 0)) return
    const waiting = queues.flatMap(queue => queue[0] ?? [])
    if (waiting.length === 0) return
    const { run, kill = false } = choose(waiting)
    busy = true
    if (kill) {
      killed.add(run)
      busy = false
      for (const place of queues[run]?.splice(0) ?? []) place.enter('killed')
      return
    }
    queues[run]?.shift()?.enter('passed')
  }
  const turn = async (run: number, method: string, args: readonly unknown[]): Promise<unknown> => {
    if (killed.has(run)) throw new Killed()
    const end = await new Promise<'passed' | 'killed'>(enter => {
      queues[run]?.push({ run, isShared: isShared(method, args), enter })
      next()
    })
    if (end === 'killed') throw new Killed()
    const call = registry[method as keyof Registry] as (...rest: readonly unknown[]) => Promise<unknown>
    try {
      return await call(...args)
    } finally {
      passed({ run, method, args })
      busy = false
      // What this run asks next has to be waiting before the next turn is given.
      asked = true
      setImmediate(() => {
        asked = false
        next()
      })
    }
  }
  const gate = (run: number): Registry =>
    Object.fromEntries(
      Object.keys(registry).map(name => [name, (...args: unknown[]) => turn(run, name, args)])
    ) as unknown as Registry
  return {
    gate,
    leave: run => {
      gone.add(run)
      next()
    }
  }
}

/** Nobody writes staging during these runs, so its tags are as good as content. */
function isShared(method: string, args: readonly unknown[]): boolean {
  const [repository, reference] = args as readonly string[]
  if (method === 'tags') return true
  if (!['head', 'manifest', 'putManifest'].includes(method)) return false
  return !String(reference).startsWith('sha256:') && !String(repository).endsWith('/build')
}
