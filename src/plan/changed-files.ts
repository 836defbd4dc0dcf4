import type { Tree } from '../context/types.js'
import { byCodeUnit } from '../diagnostics/code-unit.js'
import { objectBehind, supposition } from './simulate.js'

/** A file that differs between base and head. */
export interface ChangedFile {
  readonly path: string
  /** Such as `modified`, `added`, `deleted`, `mode changed`, `would change`. */
  readonly what: string
}

/** The files that differ between two trees, in order of their paths. */
export function changedFiles(before: Tree, after: Tree): readonly ChangedFile[] {
  const changed: ChangedFile[] = []
  for (const path of after.under('')) {
    const now = after.get(path)
    const was = before.get(path)
    if (now === undefined || (was?.blob === now.blob && was.mode === now.mode)) continue
    changed.push({ path, what: whatOf(was, now) })
  }
  for (const path of before.under('')) {
    if (after.get(path) === undefined) changed.push({ path, what: 'deleted' })
  }
  return changed.sort((a, b) => byCodeUnit(a.path, b.path))
}

function whatOf(
  was: { readonly blob: string; readonly mode: string } | undefined,
  now: { readonly blob: string; readonly mode: string }
): string {
  const supposed = supposition(now.blob)
  if (supposed !== undefined && was?.blob === objectBehind(now.blob)) return supposed
  if (supposed !== undefined || was === undefined) return supposed ?? 'added'
  return was.blob === now.blob ? 'mode changed' : 'modified'
}
