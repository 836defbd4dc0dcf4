import fc from 'fast-check'

type Edges = ReadonlyMap<string, readonly string[]>

/** One to 14 images whose parents are any of them: often with cycles. */
export function anyEdges(): fc.Arbitrary<Edges> {
  return fc.integer({ min: 1, max: 14 }).chain(count => {
    const names = Array.from({ length: count }, (_, at) => `i${at}`)
    return fc
      .tuple(...names.map(() => fc.subarray(names, { maxLength: Math.min(3, count) })))
      .map(parents => new Map(names.map((name, at) => [name, parents[at] ?? []])))
  })
}

/** One to `most` images with names in no special order, each with up to `parents` parents and no cycle. */
export function acyclicEdges(most = 14, parents = 3): fc.Arbitrary<Edges> {
  return fc.integer({ min: 1, max: most }).chain(count => {
    const numbers = Array.from({ length: count }, (_, at) => at)
    return fc
      .tuple(
        fc.shuffledSubarray(
          numbers.map(number => `i${number}`),
          { minLength: count, maxLength: count }
        ),
        fc.tuple(...numbers.map(at => fc.uniqueArray(fc.nat(Math.max(0, at - 1)), { maxLength: parents })))
      )
      .map(
        ([names, above]) =>
          new Map(
            names.map((name, at) => [
              name,
              at === 0 ? [] : (above[at] ?? []).map(number => names[number] ?? '')
            ])
          )
      )
  })
}
