import type { InputFile } from '../context/types.js'
import { canonicalJson } from '../keys/canonical.js'
import { pinChanges } from '../keys/pin-changes.js'
import type { ExternalInput, OwnInputs } from '../keys/inputs.js'
import type { ImageSpec } from '../manifest/types.js'
import { byCodeUnit } from '../diagnostics/code-unit.js'
import { someOf } from '../diagnostics/shown.js'
import { isSupposedMove, supposition } from './simulate.js'
import type { Reason } from './types.js'

/**
 * The direct causes why two sets of inputs of one image differ, files first; parents are told by the caller.
 * Files explain, they do not judge: whether an image is affected is decided by its key.
 */
export function directReasons(dockerfile: string, before: OwnInputs, after: OwnInputs): readonly Reason[] {
  return [
    ...fileReasons(before, after),
    ...folderReasons(before, after),
    ...instructionReasons(dockerfile, before.instructions, after.instructions),
    ...valueReasons('argument', before.args, after.args),
    ...externalReasons(before, after),
    ...parentReasons(before, after),
    ...valueReasons('label', before.labels, after.labels),
    ...epochReasons(before, after)
  ]
}

/** Build contexts of an image that are other folders now: they come before the files that are read of them. */
export function contextReasons(manifest: string, was: ImageSpec, now: ImageSpec): readonly Reason[] {
  const folders = (spec: ImageSpec): ReadonlyMap<string, string> => {
    const named = Object.entries(spec.contexts).flatMap(([name, given]) =>
      given.kind === 'path' ? [[`build context ${name}`, given.path] as const] : []
    )
    return new Map([['build context', spec.context], ...named])
  }
  const before = folders(was)
  return [...folders(now)].flatMap(([what, folder]): readonly Reason[] => {
    const old = before.get(what)
    if (old === undefined || old === folder) return []
    const text = `${manifest}: ${what} of ${now.name} changed from ${old || '.'} to ${folder || '.'}`
    return [{ kind: 'context', text }]
  })
}

function fileReasons(before: OwnInputs, after: OwnInputs): readonly Reason[] {
  const old = allFiles(before)
  const now = allFiles(after)
  const [oldExtra, extra] = [extraPaths(before), extraPaths(after)]
  const reasons = new Map<string, string>()
  for (const [path, file] of now) {
    const was = old.get(path)
    const supposed = supposition(file.blob)
    if (supposed !== undefined) reasons.set(path, supposed)
    else if (was === undefined) reasons.set(path, 'added')
    else if (!sameContent(was, file)) reasons.set(path, contentWords(was, file))
    else if (was.mode !== file.mode) reasons.set(path, `mode changed from ${was.mode} to ${file.mode}`)
    else if (was.contextPath !== file.contextPath) reasons.set(path, 'has another place in the build context')
    else if (was.hidden !== file.hidden) reasons.set(path, `is ${hiddenWords(file)} by the ignore file`)
    else if (oldExtra.has(path) !== extra.has(path))
      reasons.set(path, `is ${extra.has(path) ? 'now' : 'no longer'} named by \`inputs\` of the manifest`)
  }
  for (const path of old.keys()) if (!now.has(path)) reasons.set(path, 'deleted, or no longer read')
  return [...reasons]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([path, what]) => ({ kind: 'file', text: `${path} ${what}` }))
}

function hiddenWords({ hidden }: InputFile): string {
  return hidden === true ? 'hidden now' : 'no longer hidden'
}

function extraPaths({ extra }: OwnInputs): ReadonlySet<string> {
  return new Set(extra.map(({ path }) => path))
}

/**
 * Folders that are in a build context at one of two commits only, without a file that counts: BuildKit copies them empty.
 * One that has such a file at the other commit is told by that file.
 */
function folderReasons(before: OwnInputs, after: OwnInputs): readonly Reason[] {
  const told = (from: OwnInputs, to: OwnInputs, what: string): readonly Reason[] =>
    [...from.folders].flatMap(([context, folders]) =>
      folders
        .filter(folder => !hasFolder(to, context, folder))
        .map((folder): Reason => {
          const where = context === '' ? 'build context' : `build context ${context}`
          return { kind: 'context', text: `empty folder ${folder} of the ${where} ${what}` }
        })
    )
  return [...told(after, before, 'is new'), ...told(before, after, 'is gone')]
}

function hasFolder({ files, folders }: OwnInputs, context: string, folder: string): boolean {
  const below = (path: string): boolean => path.startsWith(`${folder}/`)
  const isListed = folders.get(context)?.some(path => path === folder || below(path)) === true
  return isListed || files.get(context)?.some(({ contextPath }) => below(contextPath)) === true
}

function sameContent(was: InputFile, file: InputFile): boolean {
  if (was.pins === undefined || file.pins === undefined)
    return was.blob === file.blob && was.pins === file.pins
  return was.pins.join('\n') === file.pins.join('\n')
}

const PINS_SHOWN = 5

/** `modified`, and of a requirements file that counts by its pins, by which. */
function contentWords(was: InputFile, file: InputFile): string {
  if (was.pins === undefined || file.pins === undefined) {
    if (was.blob !== file.blob) return 'modified'
    return file.pins === undefined ? 'counts whole now' : 'counts by the pins of what is installed now'
  }
  const changes = pinChanges(was.pins.join('\n'), file.pins.join('\n'))
  const word = was.blob === file.blob ? 'counts otherwise' : 'modified'
  if (changes.length === 0) return `${word}: its lines are in another order`
  return `${word}: ${someOf(changes, PINS_SHOWN)}`
}

function allFiles(inputs: OwnInputs): ReadonlyMap<string, InputFile> {
  const files = new Map<string, InputFile>()
  for (const list of inputs.files.values()) for (const file of list) files.set(file.path, file)
  for (const file of inputs.extra) files.set(file.path, file)
  return files
}

function instructionReasons(
  dockerfile: string,
  before: readonly string[],
  after: readonly string[]
): readonly Reason[] {
  const old = new Set(before)
  const now = new Set(after)
  const changed = after.some(line => !old.has(line)) || before.some(line => !now.has(line))
  const moved = !changed && canonicalJson(before) !== canonicalJson(after)
  if (changed) return [{ kind: 'instruction', text: `${dockerfile}: instructions changed` }]
  if (moved) return [{ kind: 'instruction', text: `${dockerfile}: instructions are in another order` }]
  return []
}

function valueReasons(
  kind: 'argument' | 'label',
  before: Readonly<Record<string, string | null>>,
  after: Readonly<Record<string, string | null>>
): readonly Reason[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(byCodeUnit)
  return names
    .filter(name => before[name] !== after[name])
    .map(name => ({ kind, text: `${kind} ${name} changed` }))
}

function externalReasons(before: OwnInputs, after: OwnInputs): readonly Reason[] {
  const old = new Map(before.externals.map(external => [external.reference, canonicalJson(external.lock)]))
  return after.externals
    .filter(external => old.get(external.reference) !== canonicalJson(external.lock))
    .map(external => ({
      kind: 'base',
      text: `base ${external.contextName} ${baseMove(external, old.has(external.reference))}`
    }))
}

function baseMove(external: ExternalInput, known: boolean): string {
  if (isSupposedMove(external.lock)) return 'would move'
  return known ? 'moved in the lock' : 'is new'
}

function parentReasons(before: OwnInputs, after: OwnInputs): readonly Reason[] {
  const old = new Map(before.parents.map(parent => [parent.contextName, parent.image]))
  return after.parents
    .filter(parent => old.get(parent.contextName) !== parent.image)
    .map(parent => ({ kind: 'parent', text: `parent ${parent.image} is new` }))
}

function epochReasons(before: OwnInputs, after: OwnInputs): readonly Reason[] {
  if (canonicalJson(before.epoch) === canonicalJson(after.epoch)) return []
  const epoch = after.epoch
  const text = typeof epoch === 'string' ? `patch epoch ${epoch}` : 'patch epoch changed'
  return [{ kind: 'epoch', text }]
}
