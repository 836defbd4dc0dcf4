import { ignoreMatcher, ignored } from '../context/ignore-match.js'
import { parsePatterns } from '../context/ignore.js'
import type { InputFile } from '../context/types.js'
import { byCodeUnit } from '../diagnostics/code-unit.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { warningAt } from '../diagnostics/diagnostic.js'
import type { ImageSpec } from '../manifest/types.js'
import type { Recipe } from './inputs.js'

/** The files that `inputs:` names, in path order; a glob that matches nothing is a warning. */
export function extraInputs(
  spec: ImageSpec,
  recipe: Recipe
): { readonly files: readonly InputFile[]; readonly diagnostics: readonly Diagnostic[] } {
  const files = new Map<string, InputFile>()
  const diagnostics: Diagnostic[] = []
  for (const glob of spec.inputs) {
    // The grammar of ignore files: `**`, and a folder means everything below it.
    const matcher = ignoreMatcher(parsePatterns([glob]).patterns)
    const found = recipe.tree.under(literalFolder(glob)).filter(path => ignored(matcher, path).ignored)
    for (const path of found) {
      const entry = recipe.tree.get(path)
      if (entry !== undefined) files.set(path, { path, contextPath: path, ...entry })
    }
    if (found.length === 0) {
      const message = `\`inputs:\` of ${spec.name} names ${JSON.stringify(glob)}, which matches no tracked file`
      const remedy = 'correct the glob, or remove it'
      diagnostics.push(warningAt('C003', { file: recipe.manifest.path }, message, remedy))
    }
  }
  return { files: [...files.values()].sort((a, b) => byCodeUnit(a.path, b.path)), diagnostics }
}

/** The folder that every match of a glob is in: the part before the first special character. */
function literalFolder(glob: string): string {
  const special = glob.search(/[*?[\\]/)
  const literal = special === -1 ? glob : glob.slice(0, special)
  return literal.slice(0, Math.max(0, literal.lastIndexOf('/')))
}
