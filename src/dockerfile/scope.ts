import { expand } from './expand.js'
import { quotedWords } from './words.js'
import type { BuildCircumstances, Instruction, ParsedDockerfile, Problem } from './types.js'

/** What is wrong and stops the plan. */
export type BuildError = Problem & { readonly code: 'D003' | 'D004' | 'D006' }

/** The arguments that FROM lines see. */
export interface GlobalScope {
  /** Values by name; a name that is declared without a value is absent. */
  readonly values: ReadonlyMap<string, string>
  readonly errors: readonly BuildError[]
}

/** Name and default of every word of an ARG. */
export function argWords(
  instruction: Instruction,
  escape: string
): readonly (readonly [string, string | undefined])[] {
  return quotedWords(instruction.rest, escape).map(word => {
    const equals = word.indexOf('=')
    return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)]
  })
}

/**
 * Works out the arguments before the first FROM: platform arguments, then ARG lines in order, where build arguments go over
 * defaults and a default may use what stands above (BuildKit, `buildMetaArgs`).
 */
export function globalScope(
  parsed: ParsedDockerfile,
  circumstances: BuildCircumstances,
  targetName: string
): GlobalScope {
  const values = platformArguments(circumstances, targetName)
  const errors: BuildError[] = []
  const { escape } = parsed.directives
  for (const instruction of parsed.instructions) {
    if (instruction.keyword === 'FROM') break
    if (instruction.keyword !== 'ARG') continue
    for (const [name, standard] of argWords(instruction, escape)) {
      const given = buildArgument(circumstances, name)
      if (given !== undefined) values.set(name, given)
      else if (standard !== undefined) {
        const { text, error } = expand(standard, key => values.get(key), { escape })
        if (error === undefined) values.set(name, text)
        else errors.push(argError(instruction.line, name, error))
      }
    }
  }
  return { values, errors }
}

function argError(line: number, name: string, error: string): BuildError {
  const message = `the default of ARG ${name} cannot be expanded: ${error}`
  return { code: 'D003', line, message, remedy: `correct the default, or give ${name} a value under args` }
}

/** A build argument that the circumstances give. */
export function buildArgument(circumstances: BuildCircumstances, name: string): string | undefined {
  return Object.hasOwn(circumstances.args, name) ? circumstances.args[name] : undefined
}

/** The arguments that need no declaration before FROM; the builder's platform is taken to be the target's. */
function platformArguments(circumstances: BuildCircumstances, targetName: string): Map<string, string> {
  const values = new Map(ofPlatform(circumstances.platform))
  values.set('TARGETSTAGE', targetName === '' ? 'default' : targetName)
  for (const name of Object.keys(circumstances.args)) {
    if (values.has(name)) values.set(name, circumstances.args[name] ?? '')
  }
  return values
}

const known = new Map<string, ReadonlyMap<string, string>>()

function ofPlatform(platform: string): ReadonlyMap<string, string> {
  const [os = '', architecture = '', variant = ''] = platform.split('/')
  const values =
    known.get(platform) ??
    new Map([
      ['BUILDPLATFORM', platform],
      ['BUILDOS', os],
      ['BUILDOSVERSION', ''],
      ['BUILDARCH', architecture],
      ['BUILDVARIANT', variant],
      ['TARGETPLATFORM', platform],
      ['TARGETOS', os],
      ['TARGETOSVERSION', ''],
      ['TARGETARCH', architecture],
      ['TARGETVARIANT', variant]
    ])
  known.set(platform, values)
  return values
}
