/**
 * Makes a gate that lets at most so many operations run at once; the others wait in the order in which they came. What an
 * operation resolves or rejects with is passed on.
 */
export function atMost(most: number): <T>(operation: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async operation => {
    if (running >= most) await new Promise<void>(resolve => waiting.push(resolve))
    else running += 1
    try {
      return await operation()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
