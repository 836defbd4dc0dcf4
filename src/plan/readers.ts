import { contextInputs } from '../context/inputs.js'
import type { FileSource } from '../context/types.js'
import type { ListedInstruction } from '../dockerfile/listing.js'
import type { ContextView, TextlessView } from './view.js'

/** An instruction that reads a file, and as what. */
export interface ReadBy extends ListedInstruction {
  readonly kind: FileSource['kind']
}

/** The instructions of an image through which a file of the repository is an input of it, in order of lines. */
export function readersOf(view: TextlessView, path: string): readonly ReadBy[] {
  const readers: ReadBy[] = []
  for (const context of view.contexts.values()) {
    if (insideContext(context, path) === undefined) continue
    for (const source of context.sources) {
      if (!reads(view, context, source, path)) continue
      const { line, text } = instructionAt(view, source.line)
      readers.push({ line, text: mountIn(view, source) ?? text, kind: source.kind })
    }
  }
  return readers.sort((a, b) => a.line - b.line)
}

/** Whether an instruction reads a file of a context. */
export function reads(view: TextlessView, context: ContextView, source: FileSource, path: string): boolean {
  return filesRead(view, context, source).includes(path)
}

/** The files of a context that an instruction reads, from the repository root. */
export function filesRead(
  view: TextlessView,
  { root, ignore }: ContextView,
  source: FileSource
): readonly string[] {
  const { files } = contextInputs(view.tree, { root, ignore: ignore?.file, sources: [source] })
  return files.map(({ path }) => path)
}

/** The path of a file inside a context; undefined when it is outside. */
export function insideContext({ root }: ContextView, path: string): string | undefined {
  if (root === '') return path
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined
}

/** The instruction that starts at a line; for what an inherited trigger does that is FROM. */
export function instructionAt(view: TextlessView, line: number): ListedInstruction {
  const { reached, others } = view.listing
  return [...reached, ...others].find(each => each.line === line) ?? { line, text: '' }
}

/** Of a RUN only the mount that is meant: the command behind it may be long and says nothing about the file. */
function mountIn(view: TextlessView, { kind, line, pattern }: FileSource): string | undefined {
  if (kind !== 'bind') return undefined
  const instruction = view.parsed.instructions.find(each => each.line === line)
  const mount = instruction?.flags.find(
    ({ name, value }) => name === 'mount' && value?.split(',').some(field => field.endsWith(`=${pattern}`))
  )
  return mount === undefined ? undefined : `RUN --mount=${mount.value ?? ''} …`
}
