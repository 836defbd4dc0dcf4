import { nearest } from '../manifest/names.js'
import { contextNameOf, normaliseReference } from '../manifest/reference.js'
import { reachPlainly, type Reached } from './reach.js'
import { buildArgument } from './scope.js'
import { stagesOf, type Origin, type Stage, type StageTable } from './stages.js'
import type {
  BuildCircumstances,
  ImageReference,
  Instruction,
  ParsedDockerfile,
  ReferenceUse
} from './types.js'

/**
 * Finds the images that the reachable stages take. Triggers that an image brings along by ONBUILD are not looked at: they
 * are known only when that image is resolved (`resolveBuild`), which also tells what is wrong.
 */
export function findReferences(
  parsed: ParsedDockerfile,
  circumstances: BuildCircumstances
): readonly ImageReference[] {
  const table = stagesOf(parsed, circumstances)
  return referencesOf(parsed, circumstances, table, reachPlainly(table))
}

/** The references of the stages that are reached, each once, the frontend first. */
export function referencesOf(
  parsed: ParsedDockerfile,
  circumstances: BuildCircumstances,
  table: StageTable,
  reached: Reached
): readonly ImageReference[] {
  const found = new Map<string, ImageReference>()
  const add = (reference: ImageReference | undefined): void => {
    if (reference === undefined) return
    const { use, reference: full, contextName, platform } = reference
    const id = [use, full, contextName, platform].join('\n')
    if (!found.has(id)) found.set(id, reference)
  }
  add(frontendOf(parsed, circumstances))
  for (const { stage, steps } of reached.stages) {
    const { head, written, platform } = stage
    const before = table.stages.slice(0, stage.index)
    const base = stage.replaced ? (stage.name ?? '') : written
    const begin = { use: 'from', written: base, origin: stage.origin } as const
    add(imageReference(begin, head, head.line, platform, before))
    for (const { instruction, line, takes } of steps) {
      for (const take of takes) add(imageReference(take, instruction, line, undefined, before))
    }
  }
  return [...found.values()]
}

function imageReference(
  { use, written, origin }: { readonly use: ReferenceUse; readonly written: string; readonly origin: Origin },
  instruction: Instruction,
  line: number,
  platform: string | undefined,
  before: readonly Stage[]
): ImageReference | undefined {
  if (origin.kind !== 'image') return undefined
  const { reference, contextName } = origin
  const column = (instruction.firstLine?.indexOf(written) ?? -1) + 1 || 1
  const near = origin.key === undefined ? nearStage(written, reference, before) : undefined
  return {
    use,
    written,
    reference,
    contextName,
    ...(platform === undefined ? {} : { platform }),
    ...(use === 'from' && followsBuilder(instruction) ? { onBuilder: true } : {}),
    ...(near === undefined ? {} : { nearStage: near }),
    line,
    column
  }
}

/** Names below this length are near only when one letter differs: `rust` is not a misspelt `test`. */
const SHORT = 6

/**
 * The stage that a bare name without a tag is near to. A stage that begins with this very image is often named after it
 * (`FROM node AS node1`), and is not meant.
 */
function nearStage(written: string, reference: string, before: readonly Stage[]): string | undefined {
  if (!/^[\w.-]+$/.test(written)) return undefined
  const names = before.flatMap(({ name, origin }) =>
    name === undefined || (origin.kind === 'image' && origin.reference === reference) ? [] : [name]
  )
  return nearest(written, names, written.length < SHORT ? 1 : undefined)
}

/**
 * The image of `# syntax=`; BuildKit lets the argument BUILDKIT_SYNTAX go over it, in which alone `dockerfile.v0` means
 * none.
 */
function frontendOf(parsed: ParsedDockerfile, circumstances: BuildCircumstances): ImageReference | undefined {
  const given = buildArgument(circumstances, 'BUILDKIT_SYNTAX')
  const written = (given ?? parsed.directives.syntax ?? '').trim().split(' ')[0] ?? ''
  const reference = normaliseReference(written)
  const contextName = contextNameOf(written)
  if (
    reference === undefined ||
    contextName === undefined ||
    (given !== undefined && written === 'dockerfile.v0')
  )
    return undefined
  return { use: 'syntax', written, reference, contextName, line: 1, column: 1 }
}

/** Whether `FROM --platform` uses anything but `$TARGET…`: another variable may hold the platform of the builder. */
function followsBuilder(head: Instruction): boolean {
  const platform = head.flags.find(({ name }) => name === 'platform')?.value ?? ''
  return platform.replace(/\$\{?TARGET[A-Z]+\b/g, '').includes('$')
}
