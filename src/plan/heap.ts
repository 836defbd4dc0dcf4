/** Numbers of which the first by an order is taken next. */
export interface Heap {
  readonly push: (item: number) => void
  /** Undefined when it is empty. */
  readonly pop: () => number | undefined
}

/** An empty binary heap; `compare` is negative when its first number comes before the second. */
export function openHeap(compare: (a: number, b: number) => number): Heap {
  const items: number[] = []
  const at = (index: number): number => items[index] ?? 0
  const swap = (a: number, b: number): void => {
    const item = at(a)
    items[a] = at(b)
    items[b] = item
  }
  return {
    push: item => {
      items.push(item)
      for (let index = items.length - 1; index > 0;) {
        const parent = (index - 1) >> 1
        if (compare(at(index), at(parent)) >= 0) return
        swap(index, parent)
        index = parent
      }
    },
    pop: () => {
      const first = items[0]
      const last = items.pop()
      if (first === undefined || last === undefined || items.length === 0) return first
      items[0] = last
      for (let index = 0; ;) {
        let least = index
        for (const child of [2 * index + 1, 2 * index + 2]) {
          if (child < items.length && compare(at(child), at(least)) < 0) least = child
        }
        if (least === index) return first
        swap(least, index)
        index = least
      }
    }
  }
}
