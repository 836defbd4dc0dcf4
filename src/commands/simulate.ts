import { COMMAND_LINE, errorAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { byCodeUnit } from '../diagnostics/code-unit.js'
import { someOf } from '../diagnostics/shown.js'
import type { Memory } from '../load/memory.js'
import { simulatedGit, supposedRecipes } from '../load/simulated.js'
import { readSnapshot, snapshotOf } from '../load/snapshot.js'
import type { Configs } from '../load/snapshot.js'
import { contextNameOf, normaliseReference } from '../manifest/reference.js'
import { supposedFiles, withMovedBases, withSupposedRecipes } from '../plan/simulate.js'
import type { Simulation, SupposedFiles } from '../plan/simulate.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { Git } from '../ports.js'

/** A commit as it is and as it is supposed to be. */
export interface SimulatedSides {
  readonly now: Snapshot
  readonly then: Snapshot
  /** The repository in which the supposed files have changed. */
  readonly git: Git
  /** What images hand on to children, as supposed and as they are. */
  readonly configs: { readonly head: Configs; readonly base: Configs }
  readonly sentences: readonly string[]
  readonly warnings: readonly Diagnostic[]
}

/** Names shown of what there is to choose from. */
const KNOWN_SHOWN = 20

/** Reads a tree and supposes changes to it; nothing is written anywhere. */
export async function simulate(
  git: Git,
  treeish: string,
  manifest: string,
  memory: Memory,
  simulation: Simulation
): Promise<SimulatedSides | readonly Diagnostic[]> {
  const reading = await readSnapshot(git, treeish, manifest, memory)
  const now = snapshotOf(reading)
  if (now === undefined) return reading.diagnostics
  const wrong = unknownBases(simulation.bases, now)
  if (wrong.length > 0) return wrong

  const tree = await git.tree(treeish)
  const files = supposedFiles(tree, simulation.paths)
  const recipes = supposedRecipes(now.manifest.images, manifest, tree, files)
  const recipePaths = new Set([...recipes.values()].flatMap(recipe => recipe.added))
  const supposed = simulatedGit(git, {
    ...files,
    // An empty ignore file in place of one that nobody knows would tell of changes that need not be.
    added: files.added.filter(path => !recipePaths.has(path))
  })
  const after = await readSnapshot(supposed, treeish, manifest, memory)
  const then = snapshotOf(after)
  if (then === undefined) return after.diagnostics
  const references = simulation.bases.flatMap(base => normaliseReference(base) ?? [])
  return {
    now,
    then: withMovedBases(withSupposedRecipes(then, recipes), references),
    git: supposed,
    configs: { head: after.configs, base: reading.configs },
    sentences: sentencesOf(simulation, files),
    warnings: reading.diagnostics
  }
}

function sentencesOf(simulation: Simulation, files: SupposedFiles): readonly string[] {
  const added = new Set(files.added)
  return [
    ...simulation.paths.map(path => `${path} would ${added.has(path) ? 'be added' : 'change'}`),
    ...simulation.bases.map(base => `base ${contextNameOf(base) ?? base} would move`)
  ]
}

function unknownBases(bases: readonly string[], snapshot: Snapshot): readonly Diagnostic[] {
  const known = new Map<string, string>()
  for (const image of snapshot.images.values()) {
    for (const inputs of image.platforms.values()) {
      for (const { reference, contextName } of inputs.externals) known.set(reference, contextName)
    }
  }
  const shown = someOf([...known.values()].sort(byCodeUnit), KNOWN_SHOWN)
  return bases
    .filter(base => !known.has(normaliseReference(base) ?? ''))
    .map(base =>
      errorAt(
        'E003',
        COMMAND_LINE,
        `no image is built on the base ${JSON.stringify(base)}; the bases are ${shown === '' ? 'none' : shown}`,
        'name one of these with --simulate-base; for an image of the manifest name a file of it with --simulate'
      )
    )
}
