import { joinPath, parentOf } from '../context/paths.js'
import { sortDiagnostics } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { originsOf, readEntries } from '../lint/entries.js'
import { stagesWithInstalls } from '../lint/installs.js'
import type { Stage } from '../lint/installs.js'
import { ownPackages, withList } from '../lint/packages.js'
import type { Package, Packages } from '../lint/packages.js'
import { readInstall } from '../lint/reading.js'
import type { Reading, RequirementFile } from '../lint/reading.js'
import { checkInstall } from '../lint/rules.js'
import type { ImageInputs, Snapshot } from '../plan/snapshot.js'
import type { Look } from './look.js'
import type { Source } from './source.js'

/** The findings about requirements, and the text of each file that they are about. */
export interface RequirementFindings {
  readonly diagnostics: readonly Diagnostic[]
  readonly text: (path: string) => string | undefined
}

/** Requirements files by path; each is read once, however many images it belongs to. */
type Files = Map<string, RequirementFile & { readonly text: string }>

/** What an image hands on to images that are built on it. */
interface HandedOn {
  readonly packages: Packages
  readonly workdir: string
}

/**
 * Holds what every image installs against what the images below have installed, parents first, on each platform. What
 * several images or platforms find in one line is told once.
 */
export async function lintRequirements(
  snapshot: Snapshot,
  look: Look,
  source: Source
): Promise<RequirementFindings> {
  const files: Files = new Map()
  const found = new Map<string, Diagnostic>()
  const handedOn = new Map<string, HandedOn>()
  for (const name of snapshot.order.names) {
    const image = snapshot.images.get(name)
    for (const platform of image?.platforms.keys() ?? []) {
      const view = await look(name, platform)
      if (image === undefined || view === undefined) continue
      const below = parentsOf(image, platform, handedOn)
      const stages = stagesWithInstalls(view, contextName => below(contextName)?.workdir ?? '/')
      const readings = await readStages(stages, image.spec.dockerfile, source, files)
      const inherited = inheritedBy(stages, readings, below, name, platform)
      stages.forEach((_, index) => {
        for (const reading of readings[index] ?? []) {
          const check = { image: name, dockerfile: image.spec.dockerfile, platform, reading }
          for (const each of checkInstall({ ...check, inherited: inherited[index] ?? new Map() })) {
            const id = [each.code, each.file, each.line, each.column].join(' ')
            if (!found.has(id)) found.set(id, each)
          }
        }
      })
      const packages = await packagesOf(image, platform, readings.flat(), inherited, source)
      handedOn.set(`${name} ${platform}`, { packages, workdir: stages.at(-1)?.workdir ?? '/' })
    }
  }
  return { diagnostics: sortDiagnostics([...found.values()]), text: path => files.get(path)?.text }
}

/** What the parents of an image hand on, by context name. */
function parentsOf(
  image: ImageInputs,
  platform: string,
  handedOn: ReadonlyMap<string, HandedOn>
): (contextName: string) => HandedOn | undefined {
  const parents = new Map(
    (image.platforms.get(platform)?.parents ?? []).map(parent => [parent.contextName, parent])
  )
  return contextName => {
    const parent = parents.get(contextName)
    return parent === undefined ? undefined : handedOn.get(`${parent.image} ${parent.platform}`)
  }
}

/** Reads all installs of a Dockerfile; files name files, so texts are fetched until none is missing. */
async function readStages(
  stages: readonly Stage[],
  dockerfile: string,
  source: Source,
  files: Files
): Promise<readonly (readonly Reading[])[]> {
  for (;;) {
    const known = { tree: source.tree, file: (path: string) => files.get(path) }
    const readings = stages.map(({ installs }) =>
      installs.map(install => readInstall(install, dockerfile, known))
    )
    const wanted = new Set(readings.flat().flatMap(reading => reading.wanted))
    if (wanted.size === 0) return readings
    const fetched = await source.texts(wanted)
    for (const path of wanted) {
      const text = fetched.get(path) ?? ''
      files.set(path, { text, entries: readEntries(text), origins: originsOf(text) })
    }
  }
}

/** What is installed below each stage: by the image, or by the stage, that it begins with. */
function inheritedBy(
  stages: readonly Stage[],
  readings: readonly (readonly Reading[])[],
  below: (contextName: string) => HandedOn | undefined,
  image: string,
  platform: string
): readonly Packages[] {
  const inherited: Packages[] = []
  stages.forEach((stage, index) => {
    if (stage.on !== undefined) {
      const own = ownPackages(image, readings[stage.on] ?? [], platform)
      inherited[index] = new Map([...own, ...(inherited[stage.on] ?? [])])
    } else
      inherited[index] = (stage.image === undefined ? undefined : below(stage.image)?.packages) ?? new Map()
  })
  return inherited
}

/** What an image has installed: all that its stages install and begin with, completed by its list. */
async function packagesOf(
  { spec }: ImageInputs,
  platform: string,
  readings: readonly Reading[],
  inherited: readonly Packages[],
  source: Source
): Promise<Packages> {
  const below = new Map(inherited.flatMap(packages => [...packages]))
  const own = ownPackages(spec.name, readings, platform)
  const computed = new Map([...below, ...[...own].filter(([, each]) => !isKept(each, below))])
  const list = spec.installed ?? joinPath(parentOf(spec.dockerfile), LIST)
  const text = (await source.texts([list])).get(list)
  return text === undefined ? computed : withList(computed, spec.name, list, text)
}

/** The list of an image whose manifest entry names none; beside its Dockerfile, and no input of it. */
const LIST = 'installed.txt'

/** An install leaves alone what is there in a version that it asks for. */
function isKept({ name, version }: Package, below: Packages): boolean {
  const there = below.get(name)
  return there !== undefined && (version === undefined || version === there.version)
}
