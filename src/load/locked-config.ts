import { parseDockerfile } from '../dockerfile/parse.js'
import type { InheritedConfig, Instruction } from '../dockerfile/types.js'
import { lockedBase } from '../freshness/lock.js'
import type { Lock } from '../freshness/lock.js'
import { normaliseReference } from '../manifest/reference.js'

/**
 * What an external base hands on, as the lock has it: all its variables and its ONBUILD triggers, so that what these copy
 * counts as an input. Undefined when the lock has no entry, or a trigger that cannot be read: nothing is known then.
 */
export function lockedConfig(lock: Lock, contextName: string, platform: string): InheritedConfig | undefined {
  const reference = normaliseReference(contextName)
  const base = reference === undefined ? undefined : lockedBase(lock, reference, platform)
  if (base === undefined) return undefined
  const onbuild = base.onbuild.map(triggerOf)
  if (onbuild.includes(undefined)) return undefined
  return {
    env: Object.fromEntries(base.env.map(variable)),
    complete: true,
    onbuild: onbuild.filter(trigger => trigger !== undefined)
  }
}

/** The trigger that a text of an image's configuration is: what stood behind ONBUILD when that image was built. */
function triggerOf(text: string): Instruction | undefined {
  const { instructions, problems } = parseDockerfile(`FROM scratch\nONBUILD ${text}`)
  const [, onbuild] = instructions
  return instructions.length === 2 && problems.length === 0 ? onbuild?.trigger : undefined
}

function variable(text: string): readonly [string, string] {
  const equals = text.indexOf('=')
  return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)]
}
