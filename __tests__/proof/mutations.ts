import type { Content } from '../support/repository.js'
import { comment, type DockerfileModel, type StageModel } from './dockerfile.js'
import { instruction } from './instructions.js'
import type { ImageModel } from './model.js'
import type { Random } from './random.js'
import { ignoreLine, sceneOf, type RepositoryModel } from './repository.js'
import { below, fileFor, join, linkFor, PATHS, put, textOf } from './tree.js'

/** How often each change is made; printed with the results. */
export const MUTATIONS = {
  'edit file': 12,
  'add file': 8,
  'delete file': 6,
  'rename file': 5,
  chmod: 5,
  'retarget link': 4,
  'file to link': 2,
  'link to file': 2,
  'ignore file': 10,
  'Dockerfile comment': 4,
  'add instruction': 5,
  'delete instruction': 4,
  'swap instructions': 1,
  'ARG default': 4,
  'rename stage': 3,
  'unreachable stage': 3,
  'manifest argument': 4,
  'manifest target': 3,
  'manifest tags': 1,
  'file outside': 3,
  README: 2
} as const

/** The name of a change. */
export type Mutation = keyof typeof MUTATIONS

type Change = (model: RepositoryModel, random: Random) => boolean

/** Makes one change and gives its name; tries others while one does not fit. */
export function mutate(model: RepositoryModel, random: Random): Mutation {
  for (let tries = 0; tries < 50; tries += 1) {
    const name = random.weighted(MUTATIONS)
    if (CHANGES[name](model, random)) return name
  }
  model.files.set('README.md', textOf(random))
  return 'README'
}

const CHANGES: Readonly<Record<Mutation, Change>> = {
  'edit file': (model, random) => {
    const path = somePath(model, random, content => typeof content !== 'string' || content !== '')
    const old = path === undefined ? undefined : model.files.get(path)
    if (path === undefined || old === undefined || isLink(old) || old instanceof Uint8Array) return false
    const text = `${textOf(random)}edited ${random.between(0, 1e6)}\n`
    model.files.set(path, typeof old === 'string' ? text : { executable: text })
    return true
  },
  'add file': (model, random) => {
    const path = join(
      folderOf(model, random),
      random.pick([...PATHS, 'new.txt', 'app/new.py', 'fresh/x.txt', 'data/new.csv'])
    )
    if (model.files.has(path) || model.dockerfiles.has(path)) return false
    return put(model.files, path, fileFor(path, random))
  },
  'delete file': (model, random) => {
    const path = somePath(model, random)
    return path !== undefined && model.files.delete(path)
  },
  'rename file': (model, random) => {
    const path = somePath(model, random)
    const content = path === undefined ? undefined : model.files.get(path)
    if (path === undefined || content === undefined) return false
    const to = random.pick([
      `${path}.new`,
      path.replace(/[^/]+$/, 'z-$&'),
      join(folderOf(model, random), random.pick(PATHS))
    ])
    if (model.files.has(to) || model.dockerfiles.has(to) || !put(model.files, to, content)) return false
    return model.files.delete(path)
  },
  chmod: (model, random) => {
    const path = somePath(model, random, content => !isLink(content) && !(content instanceof Uint8Array))
    const old = path === undefined ? undefined : model.files.get(path)
    if (path === undefined || old === undefined || old instanceof Uint8Array) return false
    if (typeof old === 'string') model.files.set(path, { executable: old })
    else if ('executable' in old) model.files.set(path, old.executable)
    else return false
    return true
  },
  'retarget link': (model, random) => {
    const path = somePath(model, random, isLink)
    if (path === undefined) return false
    const before = JSON.stringify(model.files.get(path))
    const link = linkAt(model, path, random)
    model.files.set(path, link)
    return JSON.stringify(link) !== before
  },
  'file to link': (model, random) => {
    const path = somePath(model, random, content => !isLink(content))
    if (path === undefined || path.endsWith('dockerignore')) return false
    model.files.set(path, linkAt(model, path, random))
    return true
  },
  'link to file': (model, random) => {
    const path = somePath(model, random, isLink)
    if (path === undefined) return false
    model.files.set(path, fileFor(path, random))
    return true
  },
  'ignore file': changeIgnore,
  'Dockerfile comment': (model, random) => {
    const lines = random.pick(stagesOf(model)).stage.lines
    lines.splice(random.between(0, lines.length), 0, comment(random))
    return true
  },
  'add instruction': (model, random) => {
    const { image, dockerfile, stage } = random.pick(stagesOf(model))
    const scene = sceneOf(model, image, dockerfile, stage)
    const made = instruction({ ...scene, fresh: () => `/n${random.between(0, 999)}` }, random)
    stage.lines.splice(random.between(0, stage.lines.length), 0, made)
    return true
  },
  'delete instruction': (model, random) => {
    const { lines } = random.pick(stagesOf(model)).stage
    if (lines.length < 2) return false
    lines.splice(random.between(0, lines.length - 1), 1)
    return true
  },
  'swap instructions': (model, random) => {
    const { lines } = random.pick(stagesOf(model)).stage
    if (lines.length < 2) return false
    const at = random.between(1, lines.length - 1)
    lines.splice(at - 1, 2, lines[at] ?? '', lines[at - 1] ?? '')
    return true
  },
  'ARG default': (model, random) => {
    const dockerfile = random.pick([...model.dockerfiles.values()])
    const at = dockerfile.head.findIndex(line => line.startsWith('ARG V'))
    if (at < 0) {
      dockerfile.head.push('ARG V1=app')
      return true
    }
    dockerfile.head[at] = random.pick([
      'ARG V1=b.txt',
      'ARG V1=app',
      'ARG V1',
      'ARG V1="a.txt"',
      'ARG V2=${V1:-q}',
      `ARG V3=${random.between(0, 9)}`
    ])
    return true
  },
  'rename stage': renameStage,
  'unreachable stage': (model, random) => {
    const dockerfile = random.pick([...model.dockerfiles.values()])
    const stage: StageModel = {
      base: 'scratch',
      name: `unused${random.between(0, 99)}`,
      flags: '',
      lines: ['COPY . /unused/'],
      shell: false
    }
    // Stages that are named by number would shift.
    const numbered = dockerfile.stages.some(({ lines }) => lines.some(line => /from=\d/.test(line)))
    dockerfile.stages.splice(numbered ? Math.max(0, dockerfile.stages.length - 1) : 0, 0, stage)
    return true
  },
  'manifest argument': (model, random) => {
    const image = random.pick(model.images)
    const name = random.pick(['V1', 'V1', 'E1', 'NEVER'])
    const args = { ...image.args }
    if (name in args && random.chance(0.3)) Reflect.deleteProperty(args, name)
    else args[name] = random.pick(['b.txt', 'app', 'docs', `${random.between(0, 99)}`])
    return replaceImage(model, image, { ...image, args })
  },
  'manifest target': (model, random) => {
    const image = random.pick(model.images)
    const names = (model.dockerfiles.get(image.dockerfile)?.stages ?? []).flatMap(stage => stage.name ?? [])
    const { target, ...rest } = image
    const next = random.pick([...names.filter(name => name !== target), undefined])
    if (next === target) return false
    return replaceImage(model, image, next === undefined ? rest : { ...rest, target: next })
  },
  'manifest tags': (model, random) => {
    const image = random.pick(model.images)
    return replaceImage(model, image, { ...image, tags: [...image.tags, `extra-${random.between(0, 99)}`] })
  },
  'file outside': (model, random) => {
    model.files.set(
      random.pick(['outside.txt', 'elsewhere/new.txt', '.github/workflows/ci.yml', 'images/notes.txt']),
      textOf(random)
    )
    return true
  },
  README: (model, random) => {
    model.files.set('README.md', textOf(random))
    return true
  }
}

function changeIgnore(model: RepositoryModel, random: Random): boolean {
  const image = random.pick(model.images)
  const candidates = [`${image.dockerfile}.dockerignore`, join(image.context, '.dockerignore')]
  const path = candidates.find(candidate => model.files.has(candidate)) ?? random.pick(candidates)
  const old = model.files.get(path)
  if (old !== undefined && typeof old !== 'string') return false
  const lines = old === undefined ? [] : old.split('\n')
  const line = ignoreLine(below(model.files, image.context), random)
  const at = random.between(0, lines.length)
  const how = random.weighted({ add: 5, remove: 3, replace: 2, swap: 1, away: 1 })
  if (how === 'away') return model.files.delete(path)
  if (how === 'remove') lines.splice(at, 1)
  else if (how === 'replace') lines.splice(at, 1, line)
  else if (how === 'swap') lines.reverse()
  else lines.splice(at, 0, line)
  model.files.set(path, lines.join('\n'))
  return lines.join('\n') !== old
}

function renameStage(model: RepositoryModel, random: Random): boolean {
  const named = stagesOf(model).filter(({ stage }) => stage.name !== undefined)
  if (named.length === 0) return false
  const { dockerfile, stage } = random.pick(named)
  const old = stage.name ?? ''
  const name = random.pick([`renamed${random.between(0, 9)}`, old.toUpperCase(), old.toLowerCase()])
  if (name === old) return false
  const from = (line: string): string =>
    line.replaceAll(new RegExp(`from=${old.replace(/\./g, '\\.')}(?=[ ,])`, 'g'), `from=${name}`)
  stage.name = name
  for (const each of dockerfile.stages) {
    if (each.base === old) each.base = name.toLowerCase()
    each.lines = each.lines.map(from)
  }
  model.images = model.images.map(image =>
    image.target === old && model.dockerfiles.get(image.dockerfile) === dockerfile
      ? { ...image, target: name }
      : image
  )
  return true
}

function replaceImage(model: RepositoryModel, old: ImageModel, next: ImageModel): boolean {
  model.images = model.images.map(image => (image === old ? next : image))
  return true
}

interface Place {
  readonly image: ImageModel
  readonly dockerfile: DockerfileModel
  readonly stage: StageModel
}

function stagesOf(model: RepositoryModel): readonly Place[] {
  return model.images.flatMap(image => {
    const dockerfile = model.dockerfiles.get(image.dockerfile)
    return (dockerfile?.stages ?? []).flatMap(stage =>
      dockerfile === undefined ? [] : { image, dockerfile, stage }
    )
  })
}

function somePath(
  model: RepositoryModel,
  random: Random,
  fits: (content: Exclude<Content, null>) => boolean = () => true
): string | undefined {
  const paths = [...model.files].filter(([path, content]) => !path.endsWith('.dockerignore') && fits(content))
  return paths.length === 0 ? undefined : random.pick(paths)[0]
}

function linkAt(model: RepositoryModel, path: string, random: Random): { readonly link: string } {
  const contexts = model.images.map(image => image.context).filter(context => path.startsWith(`${context}/`))
  const context = contexts.length === 0 ? '.' : random.pick(contexts)
  return linkFor(model.files, context, context === '.' ? path : path.slice(context.length + 1), random)
}

function folderOf(model: RepositoryModel, random: Random): string {
  return random.pick([...new Set(model.images.map(image => image.context))].sort())
}

function isLink(content: Exclude<Content, null>): content is { readonly link: string } {
  return typeof content === 'object' && 'link' in content
}
