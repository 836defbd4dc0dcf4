import { contextNameOf, normaliseReference } from '../manifest/reference.js'
import { reachPlainly, type Reached } from './reach.js'
import type { BuildError } from './scope.js'
import { buildArgument } from './scope.js'
import { stagesOf, type Origin } from './stages.js'
import type {
  BuildCircumstances,
  ImageReference,
  Instruction,
  ParsedDockerfile,
  Problem,
  ReferenceUse
} from './types.js'

/** The images that a build takes from outside of its Dockerfile. */
export interface FoundReferences {
  readonly references: readonly ImageReference[]
  readonly problems: readonly Problem[]
  readonly errors: readonly BuildError[]
}

/**
 * Finds the images that the reachable stages take. Triggers that an image brings along by ONBUILD are not looked at: they are
 * known only when that image is resolved (`resolveBuild`).
 */
export function findReferences(parsed: ParsedDockerfile, circumstances: BuildCircumstances): FoundReferences {
  const table = stagesOf(parsed, circumstances)
  const reached = reachPlainly(table)
  return {
    references: referencesOf(parsed, circumstances, reached),
    problems: [...parsed.problems, ...reached.problems],
    errors: table.errors
  }
}

/** The references of the stages that are reached, each once, the frontend first. */
export function referencesOf(
  parsed: ParsedDockerfile,
  circumstances: BuildCircumstances,
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
    add(
      imageReference(
        'from',
        stage.replaced ? (stage.name ?? '') : written,
        stage.origin,
        head,
        head.line,
        platform
      )
    )
    for (const { instruction, line, takes } of steps) {
      for (const take of takes)
        add(imageReference(take.use, take.written, take.origin, instruction, line, undefined))
    }
  }
  return [...found.values()]
}

function imageReference(
  use: ReferenceUse,
  written: string,
  origin: Origin,
  instruction: Instruction,
  line: number,
  platform: string | undefined
): ImageReference | undefined {
  if (origin.kind !== 'image') return undefined
  const { reference, contextName } = origin
  const column = (instruction.firstLine?.indexOf(written) ?? -1) + 1 || 1
  return {
    use,
    written,
    reference,
    contextName,
    ...(platform === undefined ? {} : { platform }),
    ...(use === 'from' && followsBuilder(instruction) ? { onBuilder: true } : {}),
    line,
    column
  }
}

/** The image of `# syntax=`; BuildKit lets the argument BUILDKIT_SYNTAX go over it, in which alone `dockerfile.v0` means none. */
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
