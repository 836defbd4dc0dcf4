import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import { placeFinder } from '../manifest/lines.js'
import { isList, isMapping, isUnquoted } from '../manifest/values.js'
import type { KeyPath, YamlMap, YamlValue } from '../manifest/values.js'
import { readYaml } from '../manifest/yaml.js'
import { EMPTY_LOCK } from './lock.js'
import type { Lock, LockedBase, LockedEpoch } from './lock.js'

/** A lock as read: empty when anything is wrong with it, and then every finding. */
export interface LockReading {
  readonly lock: Lock
  readonly diagnostics: readonly Diagnostic[]
}

/** Largest lock that is read, in UTF-16 units. */
const LARGEST = 4 * 1024 * 1024
const REMEDY = 'write the file again with `base-images lock --refresh`'

/** Reads the lock: text of the file to a checked lock, or all that is wrong with it, each with line and column. */
export function readLock(text: string, file: string): LockReading {
  if (text.length > LARGEST) {
    return broken([errorAt('M010', { file }, 'the lock is larger than 4 MB', REMEDY)])
  }
  const { value, faults, offsetOf } = readYaml(text)
  const place = placeFinder(text)
  if (value === undefined || faults.length > 0) {
    return broken(
      faults.map(({ offset, message }) => {
        const at = offset === undefined ? { file } : { file, ...place(offset) }
        return errorAt('M010', at, `the lock is no YAML that can be read: ${message}`, REMEDY)
      })
    )
  }
  if (value === null) return { lock: EMPTY_LOCK, diagnostics: [] }
  const wrong: Wrong[] = []
  const lock = lockOf(value, wrong)
  if (wrong.length === 0) return { lock, diagnostics: [] }
  return broken(
    wrong.map(({ path, at, message }) =>
      errorAt('M010', { file, ...place(offsetOf(path, at)) }, message, REMEDY)
    )
  )
}

function broken(diagnostics: readonly Diagnostic[]): LockReading {
  return { lock: EMPTY_LOCK, diagnostics }
}

/** Something of the wrong shape, and where. */
interface Wrong {
  readonly path: KeyPath
  readonly at: 'key' | 'value'
  readonly message: string
}

function lockOf(value: YamlValue, wrong: Wrong[]): Lock {
  const fields = closedMap(value, [], ['version', 'bases', 'epochs'], wrong)
  const version = fields?.get('version')
  if (fields !== undefined && !(version !== undefined && isUnquoted(version) && version.value === 1)) {
    wrong.push({ path: ['version'], at: 'value', message: 'the lock must be a map with `version: 1`' })
  }
  const bases = entries(fields?.get('bases'), ['bases'], wrong).map(
    ([reference, platforms]) =>
      [
        reference,
        Object.fromEntries(
          entries(platforms, ['bases', reference], wrong).map(
            ([platform, base]) => [platform, baseOf(base, ['bases', reference, platform], wrong)] as const
          )
        )
      ] as const
  )
  const epochs = entries(fields?.get('epochs'), ['epochs'], wrong).map(
    ([image, epoch]) => [image, epochOf(epoch, ['epochs', image], wrong)] as const
  )
  return { bases: Object.fromEntries(bases), epochs: Object.fromEntries(epochs) }
}

function baseOf(value: YamlValue, path: KeyPath, wrong: Wrong[]): LockedBase {
  const fields = closedMap(value, path, ['digest', 'index', 'onbuild', 'env'], wrong)
  const digest = textAt(fields, path, 'digest', wrong)
  if (typeof fields?.get('digest') === 'string' && !/^sha256:[0-9a-f]{64}$/.test(digest)) {
    const message = '`digest` must be sha256: and 64 hex digits'
    wrong.push({ path: [...path, 'digest'], at: 'value', message })
  }
  const index = fields?.get('index')
  const isIndex = index !== undefined && isUnquoted(index) && index.value === true
  if (index !== undefined && !isIndex) {
    wrong.push({ path: [...path, 'index'], at: 'value', message: '`index` must be true, or left out' })
  }
  return {
    digest,
    ...(isIndex ? { index: true } : {}),
    onbuild: textsAt(fields, path, 'onbuild', wrong),
    env: textsAt(fields, path, 'env', wrong)
  }
}

function epochOf(value: YamlValue, path: KeyPath, wrong: Wrong[]): LockedEpoch {
  const fields = closedMap(value, path, ['epoch', 'reason'], wrong)
  return { epoch: textAt(fields, path, 'epoch', wrong), reason: textAt(fields, path, 'reason', wrong) }
}

/** A mapping with no other keys than these; undefined when it is none. */
function closedMap(
  value: YamlValue,
  path: KeyPath,
  keys: readonly string[],
  wrong: Wrong[]
): YamlMap | undefined {
  const name = path.length === 0 ? 'the lock' : `\`${path.join(' ')}\``
  if (!isMapping(value)) {
    const expected = path.length === 0 ? 'a map with `version: 1`' : `a map of ${keys.join(', ')}`
    wrong.push({ path, at: 'value', message: `${name} must be ${expected}` })
    return undefined
  }
  for (const key of value.keys()) {
    if (keys.includes(key)) continue
    const message = `${name} has the unknown key ${JSON.stringify(key)}; it may have ${keys.join(', ')}`
    wrong.push({ path: [...path, key], at: 'key', message })
  }
  return value
}

/** The members of a mapping with any keys; none when there is nothing. */
function entries(
  value: YamlValue | undefined,
  path: KeyPath,
  wrong: Wrong[]
): readonly (readonly [string, YamlValue])[] {
  // `bases:` with nothing behind it is as good as no key; below it, nothing is a mistake.
  if (value === undefined || (value === null && path.length === 1)) return []
  if (isMapping(value)) return [...value]
  const expected = path[0] === 'epochs' ? 'images to {epoch, reason}' : EXPECTED_BASES[path.length]
  wrong.push({ path, at: 'value', message: `\`${path.join(' ')}\` must map ${expected ?? 'keys'}` })
  return []
}

const EXPECTED_BASES: Readonly<Record<number, string>> = {
  1: 'references to platforms to {digest, onbuild, env}',
  2: 'platforms to {digest, onbuild, env}'
}

function textAt(fields: YamlMap | undefined, path: KeyPath, key: string, wrong: Wrong[]): string {
  const value = fields?.get(key)
  if (typeof value === 'string') return value
  if (fields !== undefined) {
    wrong.push({
      path: [...path, key],
      at: 'value',
      message: `\`${key}\` must be a text, in quotes if need be`
    })
  }
  return ''
}

function textsAt(fields: YamlMap | undefined, path: KeyPath, key: string, wrong: Wrong[]): readonly string[] {
  const value = fields?.get(key)
  if (value !== undefined && isList(value)) {
    const texts = value.filter(item => typeof item === 'string')
    if (texts.length === value.length) return texts
  }
  if (fields !== undefined) {
    wrong.push({ path: [...path, key], at: 'value', message: `\`${key}\` must be a list of texts` })
  }
  return []
}
