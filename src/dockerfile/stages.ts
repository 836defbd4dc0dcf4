import {
  contextNameFor,
  contextNameOf,
  formatReference,
  parseReference,
  withTag
} from '../manifest/reference.js'
import { expand } from './expand.js'
import { isMisspeltFrom } from './forms.js'
import { normalisePlatform } from './platform.js'
import { globalScope, type BuildError } from './scope.js'
import { wordsOf } from './words.js'
import type { BuildCircumstances, Instruction, ParsedDockerfile } from './types.js'

/** What a stage begins with, or a `from` names. */
export type Origin =
  | { readonly kind: 'stage'; readonly index: number }
  | { readonly kind: 'nothing' }
  /** A folder that the manifest names; `key` as the manifest writes it. */
  | { readonly kind: 'folder'; readonly key: string }
  /** An image; `key` when the manifest names it as a context. */
  | {
      readonly kind: 'image'
      readonly reference: string
      readonly contextName: string
      readonly key?: string
    }
  /** No image reference. */
  | { readonly kind: 'invalid' }

/** One stage of a Dockerfile. */
export interface Stage {
  /** From 0. */
  readonly index: number
  /** In lower case; absent without AS. */
  readonly name?: string
  readonly head: Instruction
  /** Base as written. */
  readonly written: string
  readonly origin: Origin
  /** A named context of the stage's own name takes its place: its instructions do not run. */
  readonly replaced: boolean
  /** Global arguments that the FROM line uses. */
  readonly used: readonly string[]
  readonly platform?: string
  /** Without FROM. */
  readonly commands: readonly Instruction[]
}

/** The stages of a Dockerfile under given circumstances. */
export interface StageTable {
  readonly stages: readonly Stage[]
  /** Number of the stage to build; undefined when there is none. */
  readonly target?: number
  /** Arguments that FROM lines see. */
  readonly globals: ReadonlyMap<string, string>
  /** The escape character of the Dockerfile. */
  readonly escape: string
  readonly errors: readonly BuildError[]
  /** What a `from` of COPY or RUN names. */
  readonly find: (text: string) => Origin
}

/**
 * Lays out the stages: bases expanded with global arguments, names resolved by BuildKit's rules: FROM finds an earlier
 * stage by the exact text, and names are kept in lower case.
 */
export function stagesOf(parsed: ParsedDockerfile, circumstances: BuildCircumstances): StageTable {
  const { target = null, platform, args, contexts } = circumstances
  const id = JSON.stringify([target, platform, args, contexts])
  const last = tables.get(parsed)
  if (last?.id === id) return last.table
  const table = layOut(parsed, circumstances)
  tables.set(parsed, { id, table })
  return table
}

/** The last table of a Dockerfile: the graph and the inputs ask for the same one. */
const tables = new WeakMap<ParsedDockerfile, { readonly id: string; readonly table: StageTable }>()

function layOut(parsed: ParsedDockerfile, circumstances: BuildCircumstances): StageTable {
  const groups = groupStages(parsed.instructions)
  const last = nameOf(groups.at(-1)?.[0])
  const scope = globalScope(parsed, circumstances, circumstances.target ?? last ?? '')
  const errors: BuildError[] = [...scope.errors]
  const contexts = contextKeys(circumstances)
  const names = new Map<string, number>()
  const stages: Stage[] = []
  groups.forEach(([head, ...commands], index) => {
    if (head === undefined) return
    const stage = readStage(head, commands, index, { parsed, globals: scope.values, contexts, names, errors })
    stages.push(stage)
    if (stage.name !== undefined) names.set(stage.name, index)
  })
  const target =
    circumstances.target === undefined ? stages.length - 1 : names.get(circumstances.target.toLowerCase())
  // A target that a misspelt FROM may name is not told on top; the image is built, and refused, whatever it is.
  const isTold = circumstances.target !== undefined && target === undefined
  if (isTold && !parsed.instructions.some(isMisspeltFrom)) {
    errors.push(targetError(circumstances.target ?? '', [...names.keys()]))
  }
  const find = (text: string): Origin => {
    const named = names.get(text.toLowerCase())
    return named === undefined ? originOf(text, contexts) : { kind: 'stage', index: named }
  }
  const found = target === undefined || target < 0 ? {} : { target }
  return { stages, ...found, globals: scope.values, escape: parsed.directives.escape, errors, find }
}

function targetError(target: string, names: readonly string[]): BuildError {
  const known = names.length === 0 ? 'no stage has a name' : `stages are ${names.join(', ')}`
  const message = `the target stage ${JSON.stringify(target)} does not exist; ${known}`
  return { code: 'D004', line: 1, message, remedy: 'correct the target, or name the stage with FROM … AS' }
}

function groupStages(instructions: readonly Instruction[]): readonly (readonly Instruction[])[] {
  const groups: Instruction[][] = []
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') groups.push([instruction])
    else groups.at(-1)?.push(instruction)
  }
  return groups
}

function nameOf(head: Instruction | undefined): string | undefined {
  const words = head === undefined ? [] : wordsOf(head)
  return words.length === 3 ? words[2]?.toLowerCase() : undefined
}

type Contexts = ReadonlyMap<string, { readonly key: string; readonly kind: 'path' | 'image' }>

/** Contexts by the name under which BuildKit looks them up. */
function contextKeys(circumstances: BuildCircumstances): Contexts {
  return new Map(
    Object.entries(circumstances.contexts).map(([key, kind]) => [contextNameOf(key) ?? key, { key, kind }])
  )
}

interface Surroundings {
  readonly parsed: ParsedDockerfile
  readonly globals: ReadonlyMap<string, string>
  readonly contexts: Contexts
  readonly names: ReadonlyMap<string, number>
  readonly errors: BuildError[]
}

function readStage(
  head: Instruction,
  commands: readonly Instruction[],
  index: number,
  around: Surroundings
): Stage {
  const written = wordsOf(head)[0] ?? ''
  const name = nameOf(head)
  const base = expandHead(head, written, around)
  const platform = readPlatform(head, around)
  const own =
    name === undefined || around.contexts.size === 0
      ? undefined
      : around.contexts.get(contextNameOf(name) ?? name)
  const origin = own === undefined ? baseOf(base.text, around) : originOf(name ?? '', around.contexts)
  const bad = base.failed || own !== undefined || origin.kind !== 'invalid'
  if (!bad) around.errors.push(invalidBase(head, written, base.text, base.unset))
  return {
    index,
    ...(name === undefined ? {} : { name }),
    head,
    written,
    origin,
    replaced: own !== undefined,
    used: [...base.used, ...(platform?.used ?? [])],
    ...(platform?.text === undefined ? {} : { platform: platform.text }),
    commands
  }
}

function baseOf(text: string, { names, contexts }: Surroundings): Origin {
  const named = names.get(text)
  return named === undefined ? originOf(text, contexts) : { kind: 'stage', index: named }
}

function originOf(text: string, contexts: Contexts): Origin {
  if (text === 'scratch') return { kind: 'nothing' }
  const parts = parseReference(text)
  if (parts === undefined) return { kind: 'invalid' }
  const contextName = contextNameFor(parts)
  const reference = formatReference(withTag(parts))
  const given = contextName === 'context' ? undefined : contexts.get(contextName)
  if (given === undefined) return { kind: 'image', reference, contextName }
  if (given.kind === 'path') return { kind: 'folder', key: given.key }
  return { kind: 'image', reference, contextName: given.key, key: given.key }
}

interface Expanded {
  readonly text: string
  readonly used: readonly string[]
  readonly unset: readonly string[]
  /** The error is reported already. */
  readonly failed: boolean
}

function expandHead(head: Instruction, written: string, { parsed, globals, errors }: Surroundings): Expanded {
  const result = expand(written, name => globals.get(name), { escape: parsed.directives.escape })
  const unset = [...result.unset]
  const missing = unset.find(name => usedPlainly(written, name))
  const failed = result.error !== undefined || missing !== undefined
  if (result.error !== undefined) {
    const message = `FROM ${written} cannot be expanded: ${result.error}`
    errors.push({ code: 'D003', line: head.line, message, remedy: 'correct the expression' })
  } else if (missing !== undefined) errors.push(unsetVariable(head, written, missing))
  return { text: failed ? '' : result.text, used: [...result.used], unset, failed }
}

/** `$X` or `${X}`, not `${X:-y}` or `${X:+y}`, which provide for the missing value. */
function usedPlainly(written: string, name: string): boolean {
  const operators = new RegExp(`\\$\\{${name.replace(/[^\p{L}\p{Nd}_]/gu, '\\$&')}:?[-+]`, 'gu')
  return written.replace(operators, '').includes(name)
}

function unsetVariable(head: Instruction, written: string, name: string): BuildError {
  const message = `FROM ${written} uses ${name}, which has no value here`
  const remedy = `write ARG ${name}=value before the first FROM, or give ${name} a value under args`
  return { code: 'D003', line: head.line, message, remedy }
}

function invalidBase(head: Instruction, written: string, text: string, unset: readonly string[]): BuildError {
  if (text === '' || unset.length > 0) {
    const message = `FROM ${written} gives ${text === '' ? 'nothing' : text}, which is no image reference`
    return { code: 'D003', line: head.line, message, remedy: 'give the arguments it uses a value' }
  }
  const message = `${JSON.stringify(text)} is no valid image reference`
  const remedy = 'write it as repository:tag in lower case, or correct the name of the stage'
  return { code: 'D006', line: head.line, message, remedy }
}

function readPlatform(head: Instruction, around: Surroundings): Expanded | undefined {
  const flag = head.flags.find(({ name }) => name === 'platform')
  if (flag?.value === undefined || flag.value === '') return undefined
  const expanded = expandHead(head, flag.value, around)
  if (expanded.failed) return undefined
  if (expanded.text !== '') return { ...expanded, text: normalisePlatform(expanded.text) }
  const message = `--platform=${flag.value} of FROM gives nothing`
  around.errors.push({ code: 'D003', line: head.line, message, remedy: 'give the arguments it uses a value' })
  return undefined
}
