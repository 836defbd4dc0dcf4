/** What became of one task. */
export type TaskEnd<T> =
  | { readonly kind: 'ended'; readonly value: T }
  /** Not started, because `by` did not succeed. */
  | { readonly kind: 'blocked'; readonly by: string }
  | { readonly kind: 'cancelled' }

/** Tasks by id with the ids they wait for; ids that are no task count as done. */
export interface Schedule<T> {
  readonly tasks: readonly string[]
  readonly needs: (id: string) => readonly string[]
  /** How many run at once. */
  readonly slots: number
  readonly run: (id: string) => Promise<T>
  /** False keeps everything that waits for the task from starting. */
  readonly succeeded: (value: T) => boolean
  readonly cancelled: () => boolean
}

/**
 * Runs tasks as soon as what they need is done: a child starts when its own parents are done, a failure blocks its
 * descendants only. Of several that could start, the one with the longest chain of waiting tasks below it goes first,
 * then by id. Resolves when nothing runs any more; `run` must not reject.
 */
export async function runSchedule<T>(schedule: Schedule<T>): Promise<ReadonlyMap<string, TaskEnd<T>>> {
  const known = new Set(schedule.tasks)
  const ends = new Map<string, TaskEnd<T>>()
  const running = new Map<string, Promise<void>>()
  const waiting = new Set(schedule.tasks)
  const height = heights(schedule)
  const order = [...schedule.tasks].sort(
    (a, b) => (height.get(b) ?? 0) - (height.get(a) ?? 0) || (a < b ? -1 : 1)
  )
  const needs = (id: string): readonly string[] => schedule.needs(id).filter(need => known.has(need))

  for (;;) {
    blockAndCancel()
    for (const id of order) {
      if (running.size >= schedule.slots) break
      if (waiting.has(id) && needs(id).every(isDone)) start(id)
    }
    if (running.size === 0) return ends
    await Promise.race(running.values())
  }

  function start(id: string): void {
    waiting.delete(id)
    const done = schedule.run(id).then(value => {
      ends.set(id, { kind: 'ended', value })
      running.delete(id)
    })
    running.set(id, done)
  }

  function isDone(id: string): boolean {
    const end = ends.get(id)
    return end?.kind === 'ended' && schedule.succeeded(end.value)
  }

  /** Blocking goes down the whole tree: `order` has parents before children, since they are higher. */
  function blockAndCancel(): void {
    for (const id of order) {
      if (!waiting.has(id)) continue
      const by = blocker(id)
      if (by !== undefined) ends.set(id, { kind: 'blocked', by })
      else if (schedule.cancelled()) ends.set(id, { kind: 'cancelled' })
      else continue
      waiting.delete(id)
    }
  }

  function blocker(id: string): string | undefined {
    for (const need of needs(id)) {
      const end = ends.get(need)
      if (end?.kind === 'blocked') return end.by
      if (end?.kind === 'ended' && !schedule.succeeded(end.value)) return need
    }
    return undefined
  }
}

/** Length of the longest chain of tasks that wait for each task, itself included. */
function heights<T>(schedule: Schedule<T>): ReadonlyMap<string, number> {
  const below = new Map<string, string[]>()
  for (const id of schedule.tasks) {
    for (const need of schedule.needs(id)) below.set(need, [...(below.get(need) ?? []), id])
  }
  const height = new Map<string, number>()
  for (const first of schedule.tasks) {
    const open = [first]
    for (let id = open.at(-1); id !== undefined; id = open.at(-1)) {
      const missing = (below.get(id) ?? []).filter(child => !height.has(child))
      if (missing.length > 0) open.push(...missing)
      else {
        height.set(id, 1 + Math.max(0, ...(below.get(id) ?? []).map(child => height.get(child) ?? 0)))
        open.pop()
      }
    }
  }
  return height
}
