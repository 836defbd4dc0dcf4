import type { Tree } from '../context/types.js'
import { byCodeUnit } from '../diagnostics/code-unit.js'

/** Paths of the files that differ between two trees in content or mode, or are in one of them only; in order. */
export function changedFiles(before: Tree, after: Tree): readonly string[] {
  const changed: string[] = []
  for (const path of after.under('')) {
    const now = after.get(path)
    const was = before.get(path)
    if (now === undefined || (was?.blob === now.blob && was.mode === now.mode)) continue
    changed.push(path)
  }
  for (const path of before.under('')) {
    if (after.get(path) === undefined) changed.push(path)
  }
  return changed.sort(byCodeUnit)
}
