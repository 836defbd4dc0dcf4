import { ignoreMatcher, ignored } from '../context/ignore-match.js'
import { someOf } from '../diagnostics/shown.js'
import type { ListedInstruction } from '../dockerfile/listing.js'
import { pinChanges } from '../keys/pin-changes.js'
import { shortened } from './line-changes.js'
import { filesRead, insideContext, instructionAt } from './readers.js'
import { requirementFiles } from './requirement-files.js'
import type { ContextView, ImageView } from './view.js'

/** Says why a file of a build context does not count; undefined for a file that is in none. */
export type Judge = (path: string, before: ImageView | undefined) => string | undefined

/** Makes patterns ready and finds what `--exclude` leaves out once for all files. */
export function judgeOf(view: ImageView): Judge {
  const { dockerfile } = view.spec
  const requirements = requirementFiles(view)
  const contexts = [...view.contexts.values()].map(context => ({
    context,
    matcher: ignoreMatcher(context.ignore?.file.patterns ?? []),
    leftOut: leftOutIn(view, context)
  }))
  return (path, before) => {
    for (const { context, matcher, leftOut } of contexts) {
      const inside = insideContext(context, path)
      if (inside === undefined) continue
      const { ignored: hidden, pattern = '', line = 1 } = ignored(matcher, inside)
      if (hidden)
        return `${path} is excluded by ${context.ignore?.path ?? ''}:${line} (${shortened(pattern)})`
      if (requirements.has(path)) return pinWords(path, before, view)
      const by = leftOut.get(path)
      if (by === undefined) return `${path} is in no COPY, ADD or bind mount of ${dockerfile}`
      return `${path} is left out by --exclude of ${dockerfile}:${by.line} \`${shortened(by.text)}\``
    }
    return undefined
  }
}

/** Files that an instruction would read without its `--exclude`. */
function leftOutIn(view: ImageView, context: ContextView): ReadonlyMap<string, ListedInstruction> {
  const leftOut = new Map<string, ListedInstruction>()
  for (const source of context.sources) {
    if (source.exclude.length === 0) continue
    const instruction = instructionAt(view, source.line)
    for (const path of filesRead(view, context, { ...source, exclude: [] })) leftOut.set(path, instruction)
  }
  return leftOut
}

/** A requirements file that is only mounted: what changed in it concerns no package that is installed. */
function pinWords(path: string, before: ImageView | undefined, after: ImageView): string {
  const changes = pinChanges(before?.text(path) ?? '', after.text(path) ?? '')
  if (changes.length === 0) return `${path}: comments or the order of its lines changed only`
  const verb = changes.length === 1 ? 'is' : 'are'
  return `${path}: ${someOf(changes, PINS_SHOWN)} ${verb} not installed here, says ${after.spec.installed ?? 'the manifest'}`
}

const PINS_SHOWN = 5
