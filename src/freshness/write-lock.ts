import { stringify } from 'yaml'
import { byCodeUnit } from '../diagnostics/code-unit.js'
import type { Lock } from './lock.js'

const HEADER = `# Digests of external bases and patch epochs of images. Both are inputs: a change of this file is planned, built,
# tested and released like any other, and reverting its commit goes back. \`base-images lock --refresh\` writes it.
`

/** The text of the lock: everything in code-unit order, so that equal locks have equal bytes on every machine. */
export function renderLock(lock: Lock): string {
  const bases = sorted(lock.bases).map(([reference, platforms]) => [
    reference,
    Object.fromEntries(
      sorted(platforms).map(([platform, { digest, index, onbuild, env }]) => [
        platform,
        { digest, ...(index === true ? { index } : {}), onbuild, env }
      ])
    )
  ])
  const epochs = sorted(lock.epochs).map(([image, { epoch, reason }]) => [image, { epoch, reason }])
  const document = { version: 1, bases: Object.fromEntries(bases), epochs: Object.fromEntries(epochs) }
  return (
    HEADER +
    stringify(document, { version: '1.2', schema: 'core', lineWidth: 0, aliasDuplicateObjects: false })
  )
}

function sorted<T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(record).sort(([a], [b]) => byCodeUnit(a, b))
}
