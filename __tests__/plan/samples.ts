import { graphOf } from '../../src/graph/graph.js'
import { orderOf } from '../../src/graph/order.js'
import type { Json } from '../../src/keys/canonical.js'
import type { OwnInputs } from '../../src/keys/inputs.js'
import type { ImageSpec, Manifest } from '../../src/manifest/types.js'
import { makePlan } from '../../src/plan/plan.js'
import type { PlanOptions } from '../../src/plan/plan.js'
import type { BaseSnapshot, ImageInputs, Snapshot } from '../../src/plan/snapshot.js'
import type { Comparison, Plan, PlannedImage } from '../../src/plan/types.js'

/** What a test says about an image; everything else has a usual value. */
export interface ImageSketch {
  readonly parents?: readonly string[]
  readonly needs?: readonly string[]
  readonly platforms?: readonly string[]
  readonly inputs?: Partial<OwnInputs>
  readonly test?: Json
  readonly publication?: Json
}

const PLATFORM = 'linux/amd64'

export const COMPARISON: Comparison = {
  base: { commit: 'c'.repeat(40), how: 'the commit before the push' },
  head: { commit: 'd'.repeat(40), tree: 'd'.repeat(40), time: 1_767_571_200, dirty: false }
}

export const OPTIONS: PlanOptions = { images: [], all: false, rebuild: false, run: '7' }

/** The snapshot of a commit with these images. */
export function snapshot(sketches: Readonly<Record<string, ImageSketch>>): Snapshot {
  const names = Object.keys(sketches)
  const graph = graphOf(new Map(names.map(name => [name, sketches[name]?.parents ?? []])))
  const before = names.map(
    name => [name, [...(sketches[name]?.parents ?? []), ...(sketches[name]?.needs ?? [])]] as const
  )
  const order = orderOf(graphOf(new Map(before)))
  if (order.kind !== 'ordered') throw new Error('the sketch has a cycle')
  return {
    manifest: manifestOf(names.map(name => spec(name, sketches[name] ?? {}))),
    images: new Map(names.map(name => [name, imageInputs(name, sketches[name] ?? {})])),
    standing: new Map(),
    graph,
    order
  }
}

/** The same at the base commit; `unreadable` says why an image could not be read there. */
export function base(
  sketches: Readonly<Record<string, ImageSketch>>,
  unreadable: Readonly<Record<string, string>> = {}
): BaseSnapshot {
  const { images, order } = snapshot(sketches)
  const readable = [...images].filter(([name]) => !Object.hasOwn(unreadable, name))
  return {
    images: new Map(readable),
    order: order.names,
    unreadable: new Map(Object.entries(unreadable))
  }
}

/** Plans the change from one set of images to the next. */
export function planChange(
  before: Readonly<Record<string, ImageSketch>> | undefined,
  after: Readonly<Record<string, ImageSketch>>,
  options: Partial<PlanOptions> = {}
): Plan {
  const was = before === undefined ? undefined : base(before)
  return makePlan(snapshot(after), was, COMPARISON, { ...OPTIONS, ...options }, [])
}

/** Name and action of every image that something happens to. */
export function actions(plan: Plan): Readonly<Record<string, string>> {
  const worked = plan.images.filter(image => image.action !== 'none')
  return Object.fromEntries(worked.map(image => [image.name, image.action]))
}

/** The reasons of an image as texts. */
export function reasons(plan: Plan, name: string): readonly string[] {
  return planned(plan, name).reasons.map(reason => reason.text)
}

/** An image of a plan. */
export function planned(plan: Plan, name: string): PlannedImage {
  const image = plan.images.find(each => each.name === name)
  if (image === undefined) throw new Error(`the plan has no image ${name}`)
  return image
}

/** The manifest of a test. */
export function manifestOf(images: readonly ImageSpec[]): Manifest {
  return {
    path: 'images/manifest.yaml',
    registry: 'ghcr.io/acme',
    runners: { 'linux/amd64': 'ubuntu-24.04', 'linux/arm64': 'ubuntu-24.04-arm' },
    images
  }
}

/** An image of the manifest. */
export function spec(name: string, sketch: ImageSketch = {}): ImageSpec {
  return {
    name,
    dockerfile: `images/${name}/Dockerfile`,
    context: `images/${name}`,
    args: {},
    contexts: {},
    secrets: [],
    platforms: sketch.platforms ?? [PLATFORM],
    repository: `ghcr.io/acme/${name}`,
    tags: ['latest'],
    aliases: [],
    inputs: [],
    needs: sketch.needs ?? [],
    publish: true
  }
}

function imageInputs(name: string, sketch: ImageSketch): ImageInputs {
  const own = (platform: string): OwnInputs => ({
    platform,
    instructions: [`LABEL name=${name}`],
    args: {},
    files: new Map(),
    folders: new Map(),
    extra: [],
    parents: (sketch.parents ?? []).map(image => ({ contextName: `ghcr.io/acme/${image}`, image, platform })),
    externals: [],
    labels: {},
    epoch: null,
    unfollowed: [],
    ...sketch.inputs
  })
  return {
    spec: spec(name, sketch),
    dockerfileBlob: 'f'.repeat(40),
    args: {},
    platforms: new Map((sketch.platforms ?? [PLATFORM]).map(platform => [platform, own(platform)])),
    test: sketch.test ?? null,
    publication: sketch.publication ?? { tags: ['latest'] }
  }
}
