import type { Jobs, Strategy } from '../plan/strategy.js'
import { InputError, nameList, optionalText } from './inputs.js'
import type { ReadInput } from './inputs.js'

const STRATEGIES: readonly Strategy[] = ['levels', 'single', 'auto']
const PLATFORM = /^[a-z0-9]+\/[a-z0-9]+(?:\/v[0-9]+)?$/
/** A label of a runner: nothing that YAML or an expression reads as something else. */
const RUNNER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

/** Reads how builds are to be dealt out to jobs: the inputs `strategy` and `runners`. */
export function readJobs(read: ReadInput): Jobs {
  const strategy = optionalText(read, 'strategy') ?? 'levels'
  if (!isStrategy(strategy)) throw wrong('strategy', `one of ${STRATEGIES.join(', ')}`, strategy)
  const runners: Record<string, string> = {}
  for (const pair of nameList(read, 'runners') ?? []) {
    const [platform = '', runner = '', ...more] = pair.split('=')
    if (!PLATFORM.test(platform) || !RUNNER.test(runner) || more.length > 0) {
      throw wrong('runners', 'pairs such as linux/amd64=ubuntu-24.04', pair)
    }
    runners[platform] = runner
  }
  return { strategy, runners }
}

/** The platforms that a run is for, by the input `platforms`; undefined for all of the manifest. */
export function readPlatforms(read: ReadInput): readonly string[] | undefined {
  const platforms = nameList(read, 'platforms')
  for (const platform of platforms ?? []) {
    if (!PLATFORM.test(platform)) throw wrong('platforms', 'platforms such as linux/amd64', platform)
  }
  return platforms
}

/** Whether a word of an input is one of two; the first is the default. */
export function choice<A extends string, B extends string>(
  read: ReadInput,
  name: string,
  words: readonly [A, B]
): A | B {
  const text = optionalText(read, name) ?? words[0]
  const found = words.find(word => word === text)
  if (found === undefined) throw wrong(name, words.join(' or '), text)
  return found
}

function isStrategy(text: string): text is Strategy {
  return STRATEGIES.some(strategy => strategy === text)
}

function wrong(input: string, expected: string, found: string): InputError {
  return new InputError(`input ${input}: expected ${expected}, found ${JSON.stringify(found.slice(0, 80))}`)
}
