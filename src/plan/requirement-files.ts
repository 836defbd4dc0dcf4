import { insideRoot, joinPath } from '../context/paths.js'
import { isRegularFile } from '../context/tree.js'
import { requirementUse } from '../dockerfile/requirement-use.js'
import type { RequirementUse } from '../keys/requirements.js'
import { reads } from './readers.js'
import type { TextlessView } from './view.js'

/**
 * The files that reach an image only by bind mounts, each by itself, for pip to read as requirements or constraints: by
 * path, with how they are used. Any other use of a file, by any instruction, leaves it out.
 */
export function requirementFiles(view: TextlessView): ReadonlyMap<string, RequirementUse> {
  if (isToldByVariable(view)) return new Map()
  const found = new Map<string, RequirementUse | undefined>()
  for (const { root, sources } of view.contexts.values()) {
    for (const { kind, pattern, line } of sources) {
      const path = joinPath(root, insideRoot(pattern))
      if (kind !== 'bind' || !isRegularFile(view.tree.get(path))) continue
      const run = view.parsed.instructions.find(instruction => instruction.line === line)
      const use = run === undefined ? undefined : requirementUse(run, pattern)
      found.set(path, found.has(path) ? worse(found.get(path), use) : use)
    }
  }
  const files = new Map<string, RequirementUse>()
  for (const [path, use] of found) {
    if (use !== undefined && !isReadOtherwise(view, path)) files.set(path, use)
  }
  return files
}

/** Variables by which pip and uv take files without an option; pip gives these to the builds of packages too. */
const VARIABLES = /\b(?:PIP|UV)_\w*(?:CONSTRAINT|REQUIREMENT)/

function isToldByVariable({ listing, build }: TextlessView): boolean {
  return (
    listing.reached.some(({ text }) => VARIABLES.test(text)) ||
    [...Object.keys(build.config.env), ...Object.keys(build.args)].some(name => VARIABLES.test(name))
  )
}

function worse(a: RequirementUse | undefined, b: RequirementUse | undefined): RequirementUse | undefined {
  if (a === undefined || b === undefined) return undefined
  return a === 'requirement' ? a : b
}

/** Whether an instruction reads the file as part of something larger, copies it, or the manifest names it. */
function isReadOtherwise(view: TextlessView, path: string): boolean {
  for (const context of view.contexts.values()) {
    for (const source of context.sources) {
      const alone = source.kind === 'bind' && joinPath(context.root, insideRoot(source.pattern)) === path
      if (!alone && reads(view, context, source, path)) return true
    }
  }
  return false
}
