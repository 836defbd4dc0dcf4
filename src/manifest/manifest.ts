import { errorAt, hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { readArgs } from './arguments.js'
import type { TextFault } from './bounds.js'
import { wrong, wrongType } from './fields.js'
import type { Field, Problem, Reader } from './fields.js'
import { readLine, readWebAddress } from './image-fields.js'
import { folderOf, readPlatforms, readTags, record } from './image.js'
import { imagesOf, namesIn, readImages } from './images.js'
import { placeFinder } from './lines.js'
import { objectOf } from './objects.js'
import { checkPlatformKey } from './platform.js'
import { mapOf } from './readers.js'
import { checkRelations } from './relations.js'
import { readRegistry, readRepository } from './repositories.js'
import type { Manifest, ManifestPlace, Platform } from './types.js'
import { isUnquoted } from './values.js'
import { readYaml } from './yaml.js'

/** What reading a manifest gives: the manifest when nothing is wrong with it, and everything there is to tell. */
export interface ManifestReading {
  readonly manifest: Manifest | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads the text of a manifest (design §3). Every error of the file is told at once with line and column; warnings leave
 * the manifest usable. `path` is the file's path from the repository root. Never throws on any text.
 */
export function readManifest(text: string, path: string): ManifestReading {
  const source = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  const yaml = readYaml(source)
  const problems: Problem[] = []
  const manifest =
    yaml.value === undefined
      ? undefined
      : manifestOf({ value: yaml.value, path: [], report: problem => problems.push(problem) }, path)
  const placeOf = placeFinder(source)
  const diagnostics = sortDiagnostics([
    ...yaml.faults.map(fault => faultDiagnostic(fault, path, placeOf)),
    ...limited(problems).map(({ code, severity, message, remedy, path: keys, at }) => ({
      ...{ code, severity, message, file: path, remedy },
      ...placeOf(yaml.offsetOf(keys, at))
    }))
  ])
  return { manifest: hasErrors(diagnostics) ? undefined : manifest, diagnostics }
}

const BYTE_ORDER_MARK = '\ufeff'
/** Findings told of one file; nobody reads more. */
const MOST_FINDINGS = 1000

const DEFAULT_RUNNERS: readonly (readonly [Platform, string])[] = [
  ['linux/amd64', 'ubuntu-24.04'],
  ['linux/arm64', 'ubuntu-24.04-arm']
]

const readVersion: Reader<1> = field => {
  if (!isUnquoted(field.value) || typeof field.value.value !== 'number')
    return wrongType(field, 'the number 1', '1')
  if (field.value.value === 1) return 1
  const message = `The manifest has version ${field.value.written}, this program reads version 1`
  return wrong(field, 'M010', message, 'Write version: 1, or use a newer release of base-images')
}

const readTop = objectOf(
  {
    version: readVersion,
    registry: readRegistry,
    staging: readRepository,
    cache: readRepository,
    record: readRepository,
    source: readWebAddress,
    defaults: objectOf({ platforms: readPlatforms, tags: readTags, args: readArgs }),
    runners: mapOf(checkPlatformKey, readLine),
    images: readImages
  },
  ['version', 'registry', 'images']
)

function manifestOf(field: Field, path: string): Manifest | undefined {
  const top = readTop(field)
  if (top?.images === undefined) return undefined
  const { registry = UNREADABLE_REGISTRY, defaults } = top
  const images = imagesOf(top.images, {
    folder: folderOf(path),
    registry,
    source: top.source,
    platforms: defaults?.platforms ?? ['linux/amd64'],
    tags: defaults?.tags ?? ['latest'],
    args: defaults?.args ?? new Map()
  })
  const { staging, cache, record: released } = top
  const manifest: Manifest = {
    path,
    registry,
    ...(staging === undefined ? {} : { staging }),
    ...(cache === undefined ? {} : { cache }),
    ...(released === undefined ? {} : { record: released }),
    runners: record([...DEFAULT_RUNNERS, ...(top.runners ?? [])]),
    images: images.map(image => image.spec)
  }
  checkRelations(manifest, images, namesIn(field), field.report)
  return manifest
}

/** Stands in where the registry cannot be read, so that what depends on it is still checked. */
const UNREADABLE_REGISTRY = 'registry.invalid'

function limited(problems: readonly Problem[]): readonly Problem[] {
  const more = problems.length - MOST_FINDINGS
  if (more <= 0) return problems
  const last: Problem = {
    ...{ code: 'M014', severity: 'error', path: [], at: 'value' },
    message: `${more} more findings are not told, a manifest has at most ${MOST_FINDINGS}`,
    remedy: 'Repair the ones that are told first'
  }
  return [...problems.slice(0, MOST_FINDINGS), last]
}

function faultDiagnostic(
  { code, offset, message, remedy }: TextFault,
  file: string,
  placeOf: (offset: number) => ManifestPlace
): Diagnostic {
  const place = offset === undefined ? { file } : { file, ...placeOf(offset) }
  return errorAt(code, place, message, remedy)
}
