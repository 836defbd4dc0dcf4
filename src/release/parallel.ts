/** How many questions a registry is asked at once. */
export const QUESTIONS_AT_ONCE = 8

/**
 * Runs `work` for every item, at most `limit` at a time, and returns the results in the order of the items. After a
 * failure nothing new is started, what runs is waited for, and the first failure is thrown: no work outlives the call.
 */
export async function inParallel<T, R>(
  limit: number,
  items: readonly T[],
  work: (item: T) => Promise<R>
): Promise<readonly R[]> {
  const results = new Map<number, R>()
  const failures: unknown[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < items.length && failures.length === 0) {
      const index = next
      next += 1
      try {
        results.set(index, await work(items[index] as T))
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
  if (failures.length > 0) throw failures[0]
  return items.map((_, index) => results.get(index) as R)
}
