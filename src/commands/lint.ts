import { hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { lintRequirements } from '../load/lint.js'
import { openLook } from '../load/look.js'
import { openMemory } from '../load/memory.js'
import { DEFAULT_MANIFEST } from '../load/read-manifest.js'
import { readSnapshot, snapshotOf } from '../load/snapshot.js'
import { openSource } from '../load/source.js'
import { unusedGifts } from '../load/unused.js'
import type { World } from '../world.js'
import { headOf } from './graph.js'

/** What the lint says. */
export interface LintView {
  /** Findings of every kind, by place. */
  readonly findings: readonly Diagnostic[]
  /** Text of a file that was read, to show the line of a finding. */
  readonly text: (file: string) => string | undefined
}

/**
 * Checks the working tree, or `head`: manifest, Dockerfiles and lock, and, when these can be read, what the images install
 * against what the images below have installed, and what the manifest gives that no Dockerfile takes.
 */
export async function lint(
  world: World,
  request: { readonly manifest?: string; readonly head?: string }
): Promise<LintView> {
  const manifest = request.manifest ?? DEFAULT_MANIFEST
  const opened = await headOf(world, request.head)
  if (opened.kind === 'invalid') return { findings: opened.diagnostics, text: () => undefined }
  const { git, treeish } = opened.value
  const memory = openMemory()
  const reading = await readSnapshot(git, treeish, manifest, memory)
  const snapshot = snapshotOf(reading)
  if (snapshot === undefined || hasErrors(reading.diagnostics)) {
    return { findings: sortDiagnostics(reading.diagnostics), text: () => undefined }
  }
  const look = await openLook(git, reading.tree, manifest, memory, reading.configs)
  const source = openSource(git, reading.tree, memory.texts)
  const found = await lintRequirements(snapshot, look, source)
  const unused = await unusedGifts(snapshot, look, source)
  return {
    findings: sortDiagnostics([...reading.diagnostics, ...found.diagnostics, ...unused]),
    text: found.text
  }
}
