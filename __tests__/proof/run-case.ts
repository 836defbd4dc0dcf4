import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { plan } from '../../src/commands/plan.js'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { ignoreText } from '../../src/context/hidden.js'
import { materialise } from '../../src/io/materialise.js'
import type { OwnInputs } from '../../src/keys/inputs.js'
import { readSnapshot } from '../../src/load/snapshot.js'
import type { ImageInputs } from '../../src/plan/snapshot.js'
import type { Reason } from '../../src/plan/types.js'
import type { Git } from '../../src/ports.js'
import type { World } from '../../src/world.js'
import { PLATFORM } from '../support/engine.js'
import { build, type Ended, type Order, type Place } from './buildkit.js'
import {
  argumentText,
  filesOf,
  MANIFEST,
  referenceOf,
  type ImageModel,
  type ProofCase,
  type Side
} from './model.js'
import { checkOut, commitAll } from './store.js'

/** A build that ended, or that could not begin because a parent failed. */
export type Outcome = Ended | 'blocked'

/** What became of one image of a case. */
export interface ImageRun {
  readonly name: string
  readonly affected: boolean
  readonly reasons: readonly Reason[]
  /** From the full folder. Before: undefined when the image was not there. */
  readonly before: Outcome | undefined
  readonly after: Outcome
  /** After, from the context that the product writes. */
  readonly materialised: Outcome
}

/** What became of a case; refused when the planner finds the commit wrong. */
export interface CaseRun {
  readonly images: readonly ImageRun[]
  readonly refused?: readonly Diagnostic[]
  /** How the images ended of a commit that the planner refuses. */
  readonly refusedBuilds?: readonly Outcome[]
}

/** What cases run on. */
export interface Rig {
  readonly place: Place
  readonly world: World
  readonly git: Git
  /** The repository of the commits, and a folder for what is built from. */
  readonly store: string
  readonly scratch: string
}

/** Runs a case: the planner's answer beside what BuildKit makes of both commits. */
export async function runCase(rig: Rig, proof: ProofCase): Promise<CaseRun> {
  const name = proof.id.replaceAll(':', '-')
  const folder = join(rig.scratch, name)
  try {
    const files = [filesOf(proof.before, PLATFORM), filesOf(proof.after, PLATFORM)] as const
    const [base = '', head = ''] = commitAll(rig.store, name, files)
    checkOut(join(folder, 'before'), files[0])
    checkOut(join(folder, 'after'), files[1])
    const done = new Map<string, Promise<Outcome>>()
    const [planned, before, after] = await Promise.all([
      plan(rig.world, { base, head, manifest: MANIFEST, run: 'proof' }),
      buildSide(rig, proof.before, files[0], join(folder, 'before'), done),
      buildSide(rig, proof.after, files[1], join(folder, 'after'), done)
    ])
    if (planned.kind !== 'done') {
      return { images: [], refused: planned.diagnostics, refusedBuilds: [...after.values()] }
    }
    const reading = await readSnapshot(rig.git, head, MANIFEST)
    const images = planned.value.images.map(
      async ({ name: image, platforms, reasons }): Promise<ImageRun> => {
        const inputs = reading.images.get(image)
        const own = inputs?.platforms.get(PLATFORM)
        if (inputs === undefined || own === undefined) throw new Error(`${proof.id}: ${image} was not read`)
        const affected = platforms[PLATFORM]?.affected ?? true
        const ended = after.get(image) ?? 'blocked'
        const again =
          ended === 'blocked' ? ended : await buildMaterialised(rig, inputs, own, after, join(folder, image))
        return {
          name: image,
          affected,
          reasons,
          before: before.get(image),
          after: ended,
          materialised: again
        }
      }
    )
    return { images: await Promise.all(images) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Builds all images of a commit from its full folder, parents first. */
async function buildSide(
  rig: Rig,
  side: Side,
  files: Files,
  root: string,
  done: Map<string, Promise<Outcome>>
): Promise<ReadonlyMap<string, Outcome>> {
  const ended = new Map<string, Outcome>()
  for (const image of side.images) {
    const order = orderOf(rig.place, image, side, root, ended)
    if (order === undefined) {
      ended.set(image.name, 'blocked')
      continue
    }
    const told = everythingTold(image, files, root, order)
    const running = done.get(told) ?? build(rig.place, order)
    done.set(told, running)
    ended.set(image.name, await running)
  }
  return ended
}

type Files = ReturnType<typeof filesOf>

/** A hash of all that BuildKit gets, whole folders: where it is the same on both sides, one build stands for both. */
function everythingTold(image: ImageModel, files: Files, root: string, order: Order): string {
  const hash = createHash('sha256')
  const folders = [image.context, ...Object.values(image.contexts).filter(to => typeof to === 'string')]
  const near = [image.dockerfile, `${image.dockerfile}.dockerignore`]
  for (const [path, content] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const told =
      near.includes(path) || folders.some(folder => folder === '.' || path.startsWith(`${folder}/`))
    if (!told) continue
    hash.update(`${path}\0`)
    hash.update(content instanceof Uint8Array ? content : JSON.stringify(content))
  }
  hash.update(JSON.stringify(order).replaceAll(root, ''))
  return hash.digest('hex')
}

/** Hands over every image of the commit that is there, under all its names: no knowledge of the planner's is used. */
function orderOf(
  place: Place,
  image: ImageModel,
  side: Side,
  root: string,
  ended: ReadonlyMap<string, Outcome>
): Order | undefined {
  const contexts: Record<string, string> = { ...place.bases }
  const dockerfile = side.files[image.dockerfile]
  const text = typeof dockerfile === 'string' ? dockerfile : ''
  for (const other of side.images) {
    if (other === image) break
    const there = parentOf(place, ended.get(other.name))
    const named = Object.entries(image.contexts).filter(
      ([, to]) => typeof to !== 'string' && to.image === other.name
    )
    // What stands on an image that failed says nothing.
    const argued = Object.values(image.args).some(
      each => typeof each !== 'string' && each.image === other.name
    )
    const used = text.includes(referenceOf(other)) || named.length > 0 || argued
    if (there === undefined && used) return undefined
    if (there === undefined) continue
    for (const tag of other.tags) contexts[referenceOf({ name: other.name, tags: [tag] })] = there
    for (const [key] of named) contexts[key] = there
  }
  for (const [key, to] of Object.entries(image.contexts))
    if (typeof to === 'string') contexts[key] = join(root, to)
  const args = Object.entries(image.args).map(
    ([name, value]) => [name, argumentText(value, side.images)] as const
  )
  return {
    context: join(root, image.context),
    dockerfile: join(root, image.dockerfile),
    ...(image.target === undefined ? {} : { target: image.target }),
    args: Object.fromEntries(args),
    contexts,
    push: side.images.at(-1) !== image
  }
}

function parentOf(place: Place, ended: Outcome | undefined): string | undefined {
  if (ended === undefined || ended === 'blocked' || 'failure' in ended) return undefined
  return `docker-image://${place.host}/proof/images@${ended.digest}`
}

/** Builds from what the product writes, with what the plan names and nothing else. */
async function buildMaterialised(
  rig: Rig,
  image: ImageInputs,
  inputs: OwnInputs,
  after: ReadonlyMap<string, Outcome>,
  folder: string
): Promise<Ended> {
  const contexts: Record<string, string> = {}
  for (const [index, [name, files]] of [...inputs.files].entries()) {
    const to = name === '' ? join(folder, 'context') : join(folder, `named-${index}`)
    mkdirSync(to, { recursive: true })
    await materialise(rig.git, files, inputs.folders.get(name) ?? [], to)
    if (name !== '') contexts[name] = to
  }
  const blobs = await rig.git.blobs([image.dockerfileBlob])
  const dockerfile = join(folder, 'Dockerfile')
  writeFileSync(dockerfile, blobs.get(image.dockerfileBlob) ?? '')
  writeFileSync(`${dockerfile}.dockerignore`, ignoreText(inputs.files.get('') ?? []))
  for (const parent of inputs.parents) {
    const to = parentOf(rig.place, after.get(parent.image))
    if (to !== undefined) contexts[parent.contextName] = to
  }
  for (const { contextName } of inputs.externals) {
    const base = rig.place.bases[contextName]
    if (base !== undefined) contexts[contextName] = base
  }
  return build(rig.place, {
    context: join(folder, 'context'),
    dockerfile,
    ...(image.spec.target === undefined ? {} : { target: image.spec.target }),
    args: image.args,
    contexts,
    push: false
  })
}
