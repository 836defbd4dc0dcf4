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

/** A trigger is a text of the image's configuration that is read as a Dockerfile of its own, with the usual escape. */
function triggerOf(text: string): Instruction | undefined {
  const { instructions, problems } = parseDockerfile(text)
  const [instruction] = instructions
  if (instruction === undefined || instructions.length > 1 || problems.length > 0) return undefined
  return { ...instruction, source: text }
}

function variable(text: string): readonly [string, string] {
  const equals = text.indexOf('=')
  return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)]
}
