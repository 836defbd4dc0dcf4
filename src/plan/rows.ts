import type { Manifest } from '../manifest/types.js'
import { byCodeUnit } from '../diagnostics/code-unit.js'
import type { Plan, PlannedImage, Row } from './types.js'

/** GitHub refuses a matrix of more rows (docs.github.com, "Usage limits"); the workflow has this many level jobs. */
export const MAX_ROWS = 256
export const MAX_LEVELS = 8

/** A row before it has an id: images in parent order for one platform. */
interface Chain {
  readonly platform: string
  readonly images: readonly string[]
  readonly level: number
}

/**
 * Lays what must be built or tested into levels of rows: every parent of an image is in an earlier level or earlier in
 * its row. A child that is the only one of its only parent shares its row, which saves a job and loses no parallelism;
 * what is deeper than the workflow has levels, or wider than a matrix may be, shares rows too. Nothing is refused.
 */
export function withRows(plan: Plan, manifest: Manifest): Plan {
  const work = plan.images.filter(image => image.action === 'build' || image.action === 'test')
  const chains = chainsOf(work)
  const levels: Chain[][] = []
  for (const chain of chains) {
    while (levels.length <= chain.level) levels.push([])
    levels[chain.level]?.push(chain)
  }
  const folded = foldDeep(levels, work).map(foldWide)
  return { ...plan, levels: folded.map((level, depth) => level.map(chain => rowOf(chain, depth, manifest))) }
}

/** One image on one platform. */
interface Step {
  readonly image: PlannedImage
  readonly platform: string
}

/** Images with the only child of an only parent joined to it, platform by platform. */
function chainsOf(work: readonly PlannedImage[]): readonly Chain[] {
  const steps = new Map(
    work.flatMap(image =>
      Object.keys(image.platforms).map(platform => [idOf(image.name, platform), { image, platform }] as const)
    )
  )
  const above = (step: Step): readonly string[] => stepsBefore(step).filter(id => steps.has(id))
  const below = new Map<string, string[]>()
  for (const [id, step] of steps) {
    for (const parent of above(step)) below.set(parent, [...(below.get(parent) ?? []), id])
  }
  const joined = (step: Step): boolean => {
    const [id, ...others] = above(step)
    const parent = id === undefined ? undefined : steps.get(id)
    if (id === undefined || others.length > 0 || parent?.platform !== step.platform) return false
    return below.get(id)?.length === 1
  }
  const level = new Map<string, number>()
  const chains: Chain[] = []
  const ordered = [...steps].sort(
    ([, a], [, b]) => a.image.level - b.image.level || byCodeUnit(a.image.name, b.image.name)
  )
  for (const [id, step] of ordered) {
    if (joined(step)) {
      level.set(id, level.get(above(step)[0] ?? '') ?? 0)
      continue
    }
    const depth = Math.max(-1, ...above(step).map(parent => level.get(parent) ?? 0)) + 1
    level.set(id, depth)
    const images = [step.image.name]
    for (let at = id; ;) {
      const [child] = below.get(at) ?? []
      const next = child === undefined ? undefined : steps.get(child)
      if (child === undefined || next === undefined || !joined(next)) break
      images.push(next.image.name)
      at = child
    }
    chains.push({ platform: step.platform, images, level: depth })
  }
  return chains.sort((a, b) => byCodeUnit(a.platform, b.platform))
}

/** Images and platforms that must be done before, those that are taken on another platform included. */
function stepsBefore({ image, platform }: Step): readonly string[] {
  const crossing = image.platforms[platform]?.crossing ?? []
  return [
    ...new Set([
      ...before(image).map(name => idOf(name, platform)),
      ...crossing.map(parent => idOf(parent.image, parent.platform))
    ])
  ]
}

function idOf(image: string, platform: string): string {
  return `${image} ${platform}`
}

/** What must be done before an image: its parents and what it needs. */
function before(image: PlannedImage): readonly string[] {
  return [...new Set([...image.parents, ...image.needs])]
}

/** Everything below the last level that the workflow has becomes rows of that level, one for each connected piece. */
function foldDeep(
  levels: readonly (readonly Chain[])[],
  work: readonly PlannedImage[]
): readonly (readonly Chain[])[] {
  if (levels.length <= MAX_LEVELS) return levels
  const deep = levels.slice(MAX_LEVELS - 1).flat()
  const above = new Map(work.map(image => [image.name, before(image)]))
  const piece = new Map<Chain, Chain>(deep.map(chain => [chain, chain]))
  const root = (chain: Chain): Chain => {
    let at = chain
    for (let up = piece.get(at); up !== undefined && up !== at; up = piece.get(at)) at = up
    return at
  }
  const home = new Map(
    deep.flatMap(chain => chain.images.map(name => [`${chain.platform} ${name}`, chain] as const))
  )
  for (const chain of deep) {
    for (const name of chain.images) {
      for (const parent of above.get(name) ?? []) {
        const other = home.get(`${chain.platform} ${parent}`)
        if (other !== undefined) piece.set(root(chain), root(other))
      }
    }
  }
  const pieces = new Map<Chain, Chain[]>()
  for (const chain of deep) pieces.set(root(chain), [...(pieces.get(root(chain)) ?? []), chain])
  const last = [...pieces.values()].map(chains => merge(chains))
  return [...levels.slice(0, MAX_LEVELS - 1), last]
}

/** A level of more rows than a matrix may have: rows are dealt out in turn. */
function foldWide(level: readonly Chain[]): readonly Chain[] {
  if (level.length <= MAX_ROWS) return level
  const platforms = [...new Set(level.map(chain => chain.platform))]
  const share = Math.floor(MAX_ROWS / platforms.length)
  return platforms.flatMap(platform => {
    const here = level.filter(chain => chain.platform === platform)
    const hands: Chain[][] = Array.from({ length: Math.min(share, here.length) }, () => [])
    here.forEach((chain, index) => hands[index % hands.length]?.push(chain))
    return hands.map(hand => merge(hand))
  })
}

function merge(chains: readonly Chain[]): Chain {
  const ordered = [...chains].sort((a, b) => a.level - b.level)
  const platform = ordered[0]?.platform ?? ''
  return { platform, images: ordered.flatMap(chain => chain.images), level: ordered[0]?.level ?? 0 }
}

function rowOf(chain: Chain, level: number, manifest: Manifest): Row {
  const more = chain.images.length > 1 ? `+${chain.images.length - 1}` : ''
  return {
    id: `${level}-${chain.images[0] ?? ''}${more}-${chain.platform.replaceAll('/', '-')}`,
    images: chain.images,
    platform: chain.platform,
    runner: manifest.runners[chain.platform] ?? 'ubuntu-24.04'
  }
}
