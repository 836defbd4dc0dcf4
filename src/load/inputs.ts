import { contextInputs } from '../context/inputs.js'
import type { UnmatchedSource } from '../context/inputs.js'
import { insideRoot } from '../context/paths.js'
import type { FileSource, InputFile, Tree } from '../context/types.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { errorAt, warningAt } from '../diagnostics/diagnostic.js'
import { resolveBuild } from '../dockerfile/resolve.js'
import type {
  BuildCircumstances,
  InheritedConfig,
  ParsedDockerfile,
  ResolvedBuild
} from '../dockerfile/types.js'
import type { Lock } from '../freshness/lock.js'
import { epochOf } from '../freshness/lock.js'
import type { Json } from '../keys/canonical.js'
import type { OwnInputs, Unfollowed } from '../keys/inputs.js'
import type { Owner } from '../manifest/owners.js'
import type { ImageSpec, Manifest } from '../manifest/types.js'
import { argumentsOf } from './arguments.js'
import type { Dockerfiles } from './dockerfiles.js'
import { extraInputs } from './extra-inputs.js'
import { lockedConfig } from './locked-config.js'
import { takenImages } from './taken-images.js'

/** What the inputs of every image of a commit are worked out from. */
export interface Recipe {
  readonly manifest: Manifest
  readonly lock: Lock
  readonly tree: Tree
  readonly dockerfiles: Dockerfiles
  /** Whose image a normalised reference is; made once, since it knows every image. */
  readonly owner: (reference: string) => Owner
}

/** The inputs of one image on one platform, what it hands on, and what is wrong with it. */
export interface InputsReading {
  readonly inputs: OwnInputs
  readonly config: InheritedConfig
  readonly diagnostics: readonly Diagnostic[]
}

/** Works out everything that can change an image on a platform; `configOf` is what a parent hands on. */
export function inputsOf(
  spec: ImageSpec,
  platform: string,
  recipe: Recipe,
  configOf: (image: string) => InheritedConfig | undefined
): InputsReading {
  const parsed = recipe.dockerfiles.parsed(spec.dockerfile) ?? EMPTY
  const build = resolveBuild(parsed, circumstancesOf(spec, platform, recipe, configOf))
  const taken = takenImages(spec, platform, recipe, build.references)
  const files = filesOf(spec, recipe, build)
  const extra = extraInputs(spec, recipe)
  const inputs: OwnInputs = {
    platform,
    instructions: build.canonical,
    args: build.args,
    files: files.files,
    folders: files.folders,
    extra: extra.files,
    parents: taken.parents,
    externals: taken.externals,
    labels: labelsOf(spec, build),
    epoch: epochOf(recipe.lock, spec.name),
    unfollowed: [
      ...build.problems.map(problem => ({ file: spec.dockerfile, ...problem })),
      ...files.unfollowed
    ]
  }
  const errors = build.errors.map(error =>
    errorAt(error.code, { file: spec.dockerfile, line: error.line }, error.message, error.remedy)
  )
  const warnings = inputs.unfollowed.map(each =>
    warningAt('D005', { file: each.file, line: each.line }, `${spec.name}: ${each.message}`, each.remedy)
  )
  return {
    inputs,
    config: build.config,
    diagnostics: [...errors, ...taken.diagnostics, ...extra.diagnostics, ...warnings]
  }
}

const EMPTY: ParsedDockerfile = { directives: { escape: '\\' }, instructions: [], problems: [] }

/** The circumstances of a build for the Dockerfile reader. */
export function circumstancesOf(
  spec: ImageSpec,
  platform: string,
  recipe: Recipe,
  configOf: (image: string) => InheritedConfig | undefined
): BuildCircumstances {
  const { owner } = recipe
  return {
    ...(spec.target === undefined ? {} : { target: spec.target }),
    args: argumentsOf(spec, recipe.manifest, recipe.lock),
    platform,
    contexts: Object.fromEntries(
      Object.entries(spec.contexts).map(([name, context]) => [name, context.kind])
    ),
    inherited: contextName => {
      const given = spec.contexts[contextName]
      if (given?.kind === 'image') return configOf(given.image)
      const own = owner(contextName)
      if (own.kind === 'image') return configOf(own.name)
      return own.kind === 'external' ? lockedConfig(recipe.lock, contextName, platform) : undefined
    }
  }
}

/** The files of every build context that the build can read. */
function filesOf(
  spec: ImageSpec,
  recipe: Recipe,
  build: ResolvedBuild
): Pick<OwnInputs, 'files' | 'folders' | 'unfollowed'> {
  const files = new Map<string, readonly InputFile[]>()
  const folders = new Map<string, readonly string[]>()
  const unfollowed: Unfollowed[] = []
  const contexts = new Map<string, FileSource[]>([['', []]])
  for (const source of build.sources) {
    const context = contexts.get(source.context ?? '')
    if (context === undefined) contexts.set(source.context ?? '', [source])
    else context.push(source)
  }
  for (const name of build.contexts) if (!contexts.has(name)) contexts.set(name, [])
  for (const [name, sources] of contexts) {
    const given = spec.contexts[name]
    if (name !== '' && given?.kind !== 'path') continue
    const root = name === '' ? spec.context : given?.kind === 'path' ? given.path : ''
    const ignore = name === '' ? recipe.dockerfiles.ignore(spec) : recipe.dockerfiles.folderIgnore(root)
    // `FROM folder` takes all of a named context.
    const wanted = sources.length === 0 && name !== '' ? [wholeContext(name)] : sources
    const read = contextInputs(recipe.tree, {
      root,
      ignore: ignore?.file,
      sources: wanted
    })
    // Nothing hides a file of a named context, which has no ignore file of the builder's.
    files.set(name, name === '' ? read.files : read.files.filter(file => file.hidden !== true))
    folders.set(
      name,
      read.folders.map(folder => insideContext(folder, root)).filter(folder => folder !== '')
    )
    // A wildcard that matches nothing copies nothing; a plain path stops the build.
    const lost = read.unmatched.filter(source => !source.optional)
    unfollowed.push(...lost.map(source => unmatched(spec, source, recipe)))
    for (const problem of read.problems) unfollowed.push({ file: spec.dockerfile, ...problem })
  }
  return { files, folders, unfollowed }
}

function wholeContext(context: string): FileSource {
  return { kind: 'copy', pattern: '.', context, exclude: [], parents: false, line: 1 }
}

function insideContext(folder: string, root: string): string {
  return root === '' ? folder : folder.slice(root.length + 1)
}

function unmatched(spec: ImageSpec, source: UnmatchedSource, { manifest, tree }: Recipe): Unfollowed {
  const given = source.context === undefined ? undefined : spec.contexts[source.context]
  const root = given?.kind === 'path' ? given.path : spec.context
  const context = given === undefined ? 'build context' : `named context ${source.context ?? ''},`
  const what = `${JSON.stringify(source.pattern)} in the ${context} ${root || '.'}`
  const place = { file: spec.dockerfile, line: source.line }
  if (source.ignoredBy !== undefined) {
    const { pattern, line } = source.ignoredBy
    const message = `${what} is left out by the ignore file (line ${line}: ${pattern})`
    return { ...place, message, remedy: 'take it out of the ignore file, or do not copy it' }
  }
  const outside = source.context === undefined ? outsideOf(spec.context, source.pattern, tree) : undefined
  const isEmpty = root !== '' && tree.under(root).length === 0
  const key = given === undefined ? 'context:' : `contexts:`
  const otherwise = isEmpty
    ? `${root} has no tracked file: correct \`${key}\` of ${spec.name} in ${manifest.path}, or commit the files`
    : 'commit the file, or correct the path'
  const remedy =
    outside === undefined
      ? otherwise
      : `${outside} is tracked, and outside of the build context: write \`context: .\` for ${spec.name} in ` +
        `${manifest.path}, and all sources of the Dockerfile from the root of the repository`
  return { ...place, message: `${UNMATCHED} ${what}`, remedy }
}

const UNMATCHED = 'no tracked file matches'

/** Whether a finding is about a source that nothing matches: what to do about it depends on the whole tree. */
export function isUnmatched({ code, message }: Diagnostic): boolean {
  return code === 'D005' && message.includes(UNMATCHED)
}

/** What a source means when it is read from the root of the repository, or from the folder of the context upwards. */
function outsideOf(context: string, pattern: string, tree: Tree): string | undefined {
  if (context === '') return undefined
  const paths = [
    insideRoot(pattern),
    ...(pattern.startsWith('../') ? [insideRoot(`${context}/${pattern}`)] : [])
  ]
  return paths.find(path => path !== '' && (tree.get(path) !== undefined || tree.under(path).length > 0))
}

/** Labels that follow from the inputs; the digest of the base joins them when it is known. */
function labelsOf(spec: ImageSpec, build: ResolvedBuild): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {}
  if (spec.source !== undefined) labels['org.opencontainers.image.source'] = spec.source
  const base = build.references.filter(reference => reference.use === 'from').at(-1)
  if (base !== undefined) labels['org.opencontainers.image.base.name'] = base.reference
  return labels
}

/** What decides about the smoke test beside the digest: the script's content, or the command. */
export function testInputs(spec: ImageSpec, tree: Tree): Json {
  if (spec.test === undefined) return null
  if (spec.test.kind === 'exec') return { exec: spec.test.command }
  const entry = tree.get(spec.test.path)
  return { script: spec.test.path, mode: entry?.mode ?? null, blob: entry?.blob ?? null }
}
