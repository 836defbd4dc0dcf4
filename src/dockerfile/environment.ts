import { expand, LONGEST } from './expand.js'
import { argWords, buildArgument } from './scope.js'
import { pairs } from './words.js'
import type { BuildCircumstances, InheritedConfig, Instruction } from './types.js'

/** A text with its variables filled in. */
export interface Filled {
  readonly text: string
  /** Variables whose value only the base image knows; the text is not to be trusted then. */
  readonly unknown: readonly string[]
  readonly error?: string
}

/** The value of a variable; undefined when only the base image knows it. */
type Values = Map<string, string | undefined>

/** Variables as a stage sees them while its instructions run. */
export interface Environment {
  readonly fill: (text: string) => Filled
  /** Takes an ARG; gives every name with its value, undefined when it has none. */
  readonly arg: (
    instruction: Instruction,
    escape: string
  ) => readonly (readonly [string, string | undefined])[]
  /** Takes an ENV. */
  readonly env: (instruction: Instruction, escape: string) => void
  /** What a stage that begins with this one sees: arguments too, but ENV goes over them. */
  readonly child: () => Environment
  /** What the image hands on: ENV only. */
  readonly config: () => Pick<InheritedConfig, 'env' | 'complete'>
}

/** What a stage knows when it begins. */
export interface Surroundings {
  readonly circumstances: BuildCircumstances
  readonly globals: ReadonlyMap<string, string>
  /** Escape character when words are expanded. */
  readonly escape: string
  /** What the values of all stages together have taken so far. */
  readonly spent: { characters: number; copies: number }
}

/**
 * No build needs more values, while a small text can make more than a machine holds. What comes after is not known, so
 * that a source which uses it is told and its image always affected.
 */
const MOST_CHARACTERS = 64 * 1_048_576
const MOST_COPIES = 2_000_000

/** BuildKit's own switches, which are no variables. */
const NO_VARIABLES = new Set(['BUILDKIT_SBOM_SCAN_CONTEXT', 'BUILDKIT_SBOM_SCAN_STAGE'])
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/**
 * Begins a stage on an image whose variables are known (`complete`), known in part, or not at all. An image without PATH
 * gets the usual one.
 */
export function environmentOn(
  config: Pick<InheritedConfig, 'env' | 'complete'>,
  around: Surroundings
): Environment {
  const image: Values = new Map(Object.entries(config.env))
  if (config.complete === true && !image.has('PATH')) image.set('PATH', PATH)
  return make(new Map(image), image, config.complete === true, around)
}

/** `seen`: what instructions see; `image`: what the configuration of the image holds. */
function make(seen: Values, image: Values, complete: boolean, around: Surroundings): Environment {
  const { circumstances, globals, escape } = around
  const fill = (text: string): Filled => {
    const { text: filled, unset, error } = expand(text, name => seen.get(name), { escape })
    const unknown = [...unset].filter(name => !complete || seen.has(name))
    return error === undefined ? { text: filled, unknown } : { text: filled, unknown, error }
  }
  const known = (text: string): string | undefined => {
    if (around.spent.characters > MOST_CHARACTERS) return undefined
    const { text: filled, unknown, error } = fill(text)
    // An expansion that was broken off has cost as much as one may.
    around.spent.characters += error === undefined ? filled.length : LONGEST
    return unknown.length > 0 || error !== undefined ? undefined : filled
  }
  return {
    fill,
    arg: (instruction, wordEscape) =>
      argWords(instruction, wordEscape).map(([name, standard]) => {
        const given =
          buildArgument(circumstances, name) ?? (standard === undefined ? globals.get(name) : undefined)
        if (given === undefined && standard === undefined) return [name, undefined]
        const value = given ?? known(standard ?? '')
        if (!NO_VARIABLES.has(name)) seen.set(name, value)
        return [name, value ?? standard]
      }),
    env: (instruction, wordEscape) => {
      const filled = (pairs(instruction.rest, wordEscape) ?? []).map(
        ([name, value]) => [fill(name).text, known(value)] as const
      )
      for (const [name, value] of filled) {
        seen.set(name, value)
        image.set(name, value)
      }
    },
    child: () => {
      around.spent.copies += seen.size + image.size
      if (around.spent.copies > MOST_COPIES) return make(new Map(), new Map(), false, around)
      const values = new Map([...seen, ...image])
      if (complete && !image.has('PATH')) values.set('PATH', PATH)
      return make(values, new Map(image), complete, around)
    },
    config: () => {
      const env: Record<string, string> = Object.create(null) as Record<string, string>
      for (const [name, value] of image) if (value !== undefined) env[name] = value
      const allKnown = complete && [...image.values()].every(value => value !== undefined)
      return { env, complete: allKnown }
    }
  }
}
