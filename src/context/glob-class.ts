/** Reads `[…]` from `start`; undefined when it is broken: empty, without end, or with a bare `-` or `]` as a bound. */
export function readClass(
  chars: readonly string[],
  start: number
): { readonly test: (char: string) => boolean; readonly end: number } | undefined {
  let at = start + 1
  const negated = chars[at] === '^'
  if (negated) at++
  const ranges: (readonly [low: number, high: number])[] = []
  const bound = (): number | undefined => {
    let char = chars[at]
    if (char === undefined || char === '-' || char === ']') return undefined
    if (char === '\\') char = chars[++at]
    at++
    // The class must go on after a bound.
    return char === undefined || at >= chars.length ? undefined : char.codePointAt(0)
  }
  while (chars[at] !== ']' || ranges.length === 0) {
    const low = bound()
    if (low === undefined) return undefined
    let high: number | undefined = low
    if (chars[at] === '-') {
      at++
      high = bound()
    }
    if (high === undefined) return undefined
    ranges.push([low, high])
  }
  const test = (char: string): boolean => {
    const code = char.codePointAt(0) ?? -1
    return ranges.some(([low, high]) => low <= code && code <= high) !== negated
  }
  return { test, end: at + 1 }
}
