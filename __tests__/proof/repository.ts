import { posix } from 'node:path'
import { ignoreMatcher } from '../../src/context/ignore-match.js'
import { parseIgnore } from '../../src/context/ignore.js'
import { comment, dockerfileText, laidOut, type DockerfileModel, type StageModel } from './dockerfile.js'
import { instruction, type Scene } from './instructions.js'
import { referenceOf, type Argument, type ImageModel, type NamedContext, type Side } from './model.js'
import type { Random } from './random.js'
import { below, fillFolder, join, put, type FileMap } from './tree.js'

/** A repository that can be changed and written. */
export interface RepositoryModel {
  /** All files but manifest and Dockerfiles. */
  readonly files: FileMap
  /** By path; images may share one. */
  readonly dockerfiles: Map<string, DockerfileModel>
  /** Parents before children. */
  images: ImageModel[]
  readonly locked: boolean
}

/** The commit that a model stands for. */
export function sideOf(model: RepositoryModel): Side {
  const files = new Map(model.files)
  for (const [path, dockerfile] of model.dockerfiles) files.set(path, dockerfileText(dockerfile))
  return { images: model.images, files: Object.fromEntries(files), locked: model.locked }
}

/** A copy that shares nothing that changes. */
export function copyOf(model: RepositoryModel): RepositoryModel {
  return {
    files: new Map(model.files),
    dockerfiles: new Map([...model.dockerfiles].map(([path, text]) => [path, structuredClone(text)])),
    images: [...model.images],
    locked: model.locked
  }
}

/** A random repository of one to four images. */
export function repository(random: Random): RepositoryModel {
  const model: RepositoryModel = {
    files: new Map(),
    dockerfiles: new Map(),
    images: [],
    locked: random.chance(0.92)
  }
  put(model.files, 'README.md', 'read me\n')
  put(model.files, 'outside.txt', 'outside\n')
  if (random.chance(0.3)) fillFolder(model.files, 'shared', random)
  const count = random.between(1, 4)
  for (let number = 0; number < count; number += 1) addImage(model, `i${number}`, random)
  return model
}

function addImage(model: RepositoryModel, name: string, random: Random): void {
  const sibling = model.images.length > 0 && random.chance(0.12) ? random.pick(model.images) : undefined
  const shape = sibling ?? newShape(model, name, random)
  const contexts: Record<string, NamedContext> = {}
  if (model.files.has('shared/a.txt') && random.chance(0.25)) contexts['assets'] = 'shared'
  const parent = model.images.length > 0 && random.chance(0.15) ? random.pick(model.images) : undefined
  if (parent !== undefined) contexts['named'] = { image: parent.name }
  const args: Record<string, Argument> = {}
  if (random.chance(0.35)) args['V1'] = random.pick(['app', 'a.txt', 'data', '7'])
  if (random.chance(0.15)) args['E1'] = 'never'
  const base = model.images.length > 0 && random.chance(0.2) ? random.pick(model.images) : undefined
  if (base !== undefined) args['BASE'] = { image: base.name }
  const image: ImageModel = {
    name,
    dockerfile: shape.dockerfile,
    context: shape.context,
    args: sibling === undefined ? args : { ...args, ...sibling.args },
    contexts: sibling === undefined ? contexts : sibling.contexts,
    tags: [random.pick(['latest', 'latest', '1.0'])]
  }
  const known = model.dockerfiles.get(shape.dockerfile)
  const dockerfile = known ?? newDockerfile(model, image, random)
  model.dockerfiles.set(shape.dockerfile, dockerfile)
  const names = dockerfile.stages.flatMap(stage => stage.name ?? [])
  const target =
    names.length > 0 && random.chance(sibling === undefined ? 0.25 : 0.8) ? random.pick(names) : undefined
  model.images.push(target === undefined ? image : { ...image, target })
}

function newShape(
  model: RepositoryModel,
  name: string,
  random: Random
): { readonly dockerfile: string; readonly context: string } {
  const kind = random.weighted({ own: 6, root: 2, shared: 1 })
  const context = kind === 'own' ? `images/${name}` : kind === 'root' ? '.' : 'shared'
  if (below(model.files, context).length < 4)
    fillFolder(model.files, context === '.' ? 'src' : context, random)
  if (kind === 'root' && random.chance(0.5)) fillFolder(model.files, '.', random)
  const dockerfile =
    kind === 'own'
      ? `images/${name}/${random.pick(['Dockerfile', 'Dockerfile', 'Build.file'])}`
      : `docker/${name}.Dockerfile`
  const paths = below(model.files, context)
  if (random.chance(0.45)) model.files.set(join(context, '.dockerignore'), ignoreText(paths, random))
  if (random.chance(0.2)) model.files.set(`${dockerfile}.dockerignore`, ignoreText(paths, random))
  return { dockerfile, context }
}

/** The text of an ignore file: patterns about the paths that are there, and some about none. */
export function ignoreText(paths: readonly string[], random: Random): string {
  const lines: string[] = []
  const count = random.between(1, 5)
  for (let line = 0; line < count; line += 1) lines.push(ignoreLine(paths, random))
  return lines.join('\n') + (random.chance(0.8) ? '\n' : '')
}

/** One line of an ignore file. */
export function ignoreLine(paths: readonly string[], random: Random): string {
  const path = paths.length === 0 ? 'a.txt' : random.pick(paths).replace(/[\n\r\\]/g, '')
  const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : 'docs'
  return random.pick([
    path,
    folder,
    `${folder}/`,
    `/${path}`,
    `./${folder}`,
    `!${path}`,
    `!${folder}/**`,
    `${folder}/*`,
    '**/*.md',
    '*.txt',
    '**/deep',
    '!**/one*',
    'node_modules',
    'tmp/**',
    '# nothing',
    '',
    `  ${folder}  `,
    `${folder}/../${folder}`,
    '[a-b].txt',
    '?.txt',
    '*/*.csv',
    'Dockerfile*',
    '.dockerignore',
    'nowhere/at/all',
    ...(random.chance(0.08) ? ['*', '**', '!a.txt', '\\!bang.txt', '#hash.txt'] : [])
  ])
}

function newDockerfile(model: RepositoryModel, image: ImageModel, random: Random): DockerfileModel {
  const head: string[] = random.chance(0.3) ? [comment(random)] : []
  if (random.chance(0.4)) head.push('ARG V1=a.txt', 'ARG V2=${V1}-x')
  if ('BASE' in image.args || random.chance(0.1)) head.push('ARG BASE=scratch')
  const dockerfile: DockerfileModel = {
    escape: random.chance(0.07) ? '`' : '\\',
    head,
    stages: [],
    crlf: random.chance(0.05)
  }
  const count = random.weighted({ one: 5, two: 4, three: 2 })
  const stages = { one: 1, two: 2, three: 3 }[count]
  for (let number = 0; number < stages; number += 1)
    addStage(model, image, dockerfile, number === stages - 1, random)
  return dockerfile
}

function addStage(
  model: RepositoryModel,
  image: ImageModel,
  dockerfile: DockerfileModel,
  last: boolean,
  random: Random
): void {
  const stage = newStage(model, image, dockerfile, last, random)
  const count = random.between(1, 4)
  if (random.chance(0.35)) stage.lines.push('ARG V1', 'ENV E1=env-${V1:-none}')
  for (let line = 0; line < count; line += 1) {
    if (random.chance(0.15)) stage.lines.push(comment(random))
    stage.lines.push(laidOut(instruction(sceneOf(model, image, dockerfile, stage), random), random))
  }
  const previous = dockerfile.stages.at(-1)
  // What a stage before makes is nearly always taken along, as in real Dockerfiles; else it is not reached.
  if (previous !== undefined && stage.base !== previous.name && random.chance(0.85)) {
    stage.lines.push(
      `COPY --from=${previous.name ?? dockerfile.stages.length - 1} / /stage${dockerfile.stages.length - 1}/`
    )
  }
  if (random.chance(0.12)) stage.lines.push(`ONBUILD ${triggerOf(model, image, dockerfile, stage, random)}`)
  dockerfile.stages.push(stage)
}

function newStage(
  model: RepositoryModel,
  image: ImageModel,
  dockerfile: DockerfileModel,
  last: boolean,
  random: Random
): StageModel {
  const number = dockerfile.stages.length
  const name = random.chance(last ? 0.4 : 0.75)
    ? random.pick([`s${number}`, `Stage-${number}`, `build.${number}`])
    : undefined
  const { base, shell } = baseOf(model, image, dockerfile, random)
  const flags = random.chance(0.04) ? '--platform=$BUILDPLATFORM ' : ''
  return { base, flags, shell, lines: [], ...(name === undefined ? {} : { name }) }
}

function baseOf(
  model: RepositoryModel,
  image: ImageModel,
  dockerfile: DockerfileModel,
  random: Random
): { readonly base: string; readonly shell: boolean } {
  const kind = random.weighted({
    scratch: 5,
    shell: 2.5,
    onbuild: 0.5,
    stage: 2,
    image: 5,
    argument: 3,
    named: 2
  })
  const stages = dockerfile.stages.filter(
    stage => stage.name !== undefined && stage.name === stage.name.toLowerCase()
  )
  if (kind === 'shell') return { base: 'proof-shell:1', shell: true }
  // Without a lock nobody can know that this base has a trigger.
  if (kind === 'onbuild' && model.locked) return { base: 'proof-onbuild:1', shell: true }
  if (kind === 'stage' && stages.length > 0) {
    const { name = '', shell } = random.pick(stages)
    return { base: name, shell }
  }
  if (kind === 'image' && model.images.length > 0) {
    const parent = random.pick(model.images)
    return { base: writtenReference(parent, random), shell: hasShell(model, parent) }
  }
  const argument = image.args['BASE']
  if (kind === 'argument' && argument !== undefined && typeof argument !== 'string') {
    const parent = model.images.find(each => each.name === argument.image)
    return {
      base: random.pick(['${BASE}', '$BASE', '${BASE:-scratch}']),
      shell: parent !== undefined && hasShell(model, parent)
    }
  }
  const named = image.contexts['named']
  if (kind === 'named' && named !== undefined && typeof named !== 'string') {
    const parent = model.images.find(each => each.name === named.image)
    return { base: 'named', shell: parent !== undefined && hasShell(model, parent) }
  }
  return { base: 'scratch', shell: false }
}

function writtenReference(image: ImageModel, random: Random): string {
  const reference = referenceOf(image)
  return image.tags[0] === 'latest' && random.chance(0.3) ? `${reference}:latest` : reference
}

/** Whether the stage that an image is made of has a shell. */
function hasShell(model: RepositoryModel, image: ImageModel): boolean {
  const stages = model.dockerfiles.get(image.dockerfile)?.stages ?? []
  const stage = image.target === undefined ? stages.at(-1) : stages.find(each => each.name === image.target)
  return stage?.shell ?? false
}

/** What an instruction of a stage may name. */
export function sceneOf(
  model: RepositoryModel,
  image: ImageModel,
  dockerfile: DockerfileModel,
  stage: StageModel
): Scene {
  const index = dockerfile.stages.indexOf(stage)
  const earlier = index < 0 ? dockerfile.stages : dockerfile.stages.slice(0, index)
  const own = model.images.findIndex(each => each.name === image.name)
  const images = own < 0 ? model.images : model.images.slice(0, own)
  const named = Object.entries(image.contexts)
  let count = stage.lines.length
  return {
    paths: visible(model, image),
    stages: earlier.map((each, number) => each.name ?? String(number)),
    images: [
      ...images.map(referenceOf),
      ...named.flatMap(([name, to]) => (typeof to === 'string' ? [] : name))
    ],
    folders: named.flatMap(([name, to]) => (typeof to === 'string' ? name : [])),
    shell: stage.shell,
    variables: stage.lines.includes('ARG V1')
      ? new Map([
          ['V1', 'a.txt'],
          ['E1', 'env']
        ])
      : new Map(),
    fresh: () => `${count % 7 === 6 ? '' : '/'}${image.name}-${earlier.length}-${(count += 1)}`
  }
}

/** Paths of a build context that are not ignored and lead somewhere, so that most builds succeed. */
function visible(model: RepositoryModel, image: ImageModel): readonly string[] {
  const candidates = [`${image.dockerfile}.dockerignore`, join(image.context, '.dockerignore')]
  const text = candidates.map(path => model.files.get(path)).find(content => content !== undefined)
  const matcher = ignoreMatcher(typeof text === 'string' ? parseIgnore(text).patterns : [])
  const paths = below(model.files, image.context).filter(path => !matcher.judge(path).ignored)
  const targets = new Map(
    paths.flatMap(path => {
      const content = model.files.get(join(image.context, path))
      return typeof content === 'object' && 'link' in content ? [[path, content.link] as const] : []
    })
  )
  return paths.filter(path => leads(path, paths, targets))
}

/** Whether a path ends at a file or folder, its links followed inside the context. */
function leads(
  path: string,
  paths: readonly string[],
  targets: ReadonlyMap<string, string>,
  links = 0
): boolean {
  if (path === '' || path === '.') return true
  const parts = path.split('/')
  for (let length = 1; length <= parts.length; length += 1) {
    const start = parts.slice(0, length).join('/')
    const target = targets.get(start)
    if (target === undefined) continue
    const from = target.startsWith('/') ? '' : parts.slice(0, length - 1).join('/')
    const next = posix
      .normalize(`/${from}/${target}/${parts.slice(length).join('/')}`)
      .replace(/^\/|\/$/g, '')
    return links < 8 && leads(next, paths, targets, links + 1)
  }
  return paths.some(each => each === path || each.startsWith(`${path}/`))
}

function triggerOf(
  model: RepositoryModel,
  image: ImageModel,
  dockerfile: DockerfileModel,
  stage: StageModel,
  random: Random
): string {
  const scene = sceneOf(model, image, dockerfile, stage)
  const number = random.between(0, 99)
  return random.pick([
    `COPY . /onbuild-${number}/`,
    `COPY *.txt /onbuild-${number}/`,
    `ADD ${random.pick(['[a-d]*', 'a.txt*', '*.md'])} /onbuild-${number}/`,
    `ENV ON=${number}`,
    ...(scene.shell
      ? [`RUN --mount=target=/in cp -a /in /onbuild-${number}`, `RUN echo ${number} > /onbuild`]
      : [])
  ])
}
