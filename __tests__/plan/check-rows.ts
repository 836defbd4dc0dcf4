import type { Plan, Row } from '../../src/plan/types.js'

/** A parent that an image takes on another platform than its own (`FROM --platform`). */
export type Crossing = (image: string, platform: string) => readonly { image: string; platform: string }[]

/**
 * Everything that is wrong with the rows of a plan, as sentences; written from the design's words (§2 "row", "level",
 * §4.6) and from what jobs of the workflow wait for, not from the code that lays them.
 */
export function rowFaults(plan: Plan, crossing: Crossing = () => []): readonly string[] {
  const faults: string[] = []
  if (plan.levels.length > 8) faults.push(`${plan.levels.length} levels`)
  const ids = new Set<string>()
  const at = new Map<string, { level: number; row: number; index: number; lane: Row['lane'] }>()
  for (const [level, rows] of plan.levels.entries()) {
    if (rows.length === 0) faults.push(`level ${level} is empty`)
    if (rows.length > 256) faults.push(`level ${level} has ${rows.length} rows`)
    for (const [row, { id, images, platform, lane }] of rows.entries()) {
      if (ids.has(id)) faults.push(`two rows are called ${id}`)
      ids.add(id)
      // The workflow has no jobs for late rows that no level could wait for, nor for leaf rows of the last level.
      const later = plan.levels.length - 1 - level
      if (later < (lane === 'late' ? 2 : lane === 'leaf' ? 1 : 0))
        faults.push(`row ${id} is ${lane ?? ''} at the end`)
      if (images.length === 0) faults.push(`row ${id} is empty`)
      for (const [index, image] of images.entries()) {
        if (at.has(`${image} ${platform}`)) faults.push(`${image} on ${platform} is there twice`)
        at.set(`${image} ${platform}`, { level, row, index, lane })
      }
    }
  }
  let expected = 0
  for (const image of plan.images) {
    const work = image.action === 'build' || image.action === 'test'
    for (const platform of Object.keys(image.platforms)) {
      const place = at.get(`${image.name} ${platform}`)
      if (!work) continue
      expected += 1
      if (place === undefined) {
        faults.push(`${image.name} on ${platform} is in no row`)
        continue
      }
      const before = [...image.parents, ...image.needs].map(name => ({ image: name, platform }))
      for (const parent of [...before, ...crossing(image.name, platform)]) {
        const above = at.get(`${parent.image} ${parent.platform}`)
        if (above === undefined) continue
        // The level after a late row does not wait for it, and no level waits for a leaf row.
        const first = above.lane === 'leaf' ? Infinity : above.level + (above.lane === 'late' ? 2 : 1)
        const earlier =
          place.level >= first ||
          (above.level === place.level && above.row === place.row && above.index < place.index)
        if (!earlier)
          faults.push(`${image.name} on ${platform} is not after ${parent.image} on ${parent.platform}`)
      }
    }
  }
  faults.push(...diskFaults(plan, crossing))
  if (at.size !== expected) faults.push(`${at.size} images in rows, ${expected} to do`)
  return faults
}

/**
 * What is wrong with what rows are thought to need of a disk, by docs/plan.md "Disk": four times the compressed bytes on
 * 14 GB, an image that was never released like the heaviest below it. All runners of tests are hosted ones.
 */
function diskFaults(plan: Plan, crossing: Crossing): readonly string[] {
  const faults: string[] = []
  const images = new Map(plan.images.map(image => [image.name, image]))
  const seen = new Map<string, number>()
  const bytes = (name: string, platform: string): number => {
    const id = `${name} ${platform}`
    let found = seen.get(id)
    if (found !== undefined) return found
    const image = images.get(name)
    const of = image?.platforms[platform]
    if (image === undefined || of === undefined) return 0
    const below = image.parents.map(parent => ({ image: parent, platform }))
    found =
      of.bytes ??
      Math.max(0, ...[...below, ...crossing(name, platform)].map(each => bytes(each.image, each.platform)))
    seen.set(id, found)
    return found
  }
  const isFull = plan.levels.length === 8 || plan.levels.some(rows => rows.length === 256)
  for (const row of plan.levels.flat()) {
    const needs = 4 * row.images.reduce((sum, name) => sum + bytes(name, row.platform), 0)
    if (Math.abs(needs - (row.bytes ?? 0)) > 1)
      faults.push(`row ${row.id} says ${row.bytes ?? 0} of ${needs} bytes`)
    const told = plan.warnings.filter(
      ({ code, message }) => code === 'W006' && message.includes(`${(needs / 1e9).toFixed(1)} GB of disk`)
    )
    const isTold = told.some(({ message }) =>
      row.images.slice(0, 1).some(name => row.images.length > 5 || message.includes(`${name} (`))
    )
    if (needs > 14e9 && !isTold) faults.push(`row ${row.id} needs ${needs} bytes without a word`)
    if (needs > 14e9 && row.images.length > 1 && !isFull) faults.push(`row ${row.id} could have been parted`)
  }
  const heavy = plan.levels.flat().filter(row => (row.bytes ?? 0) > 14e9)
  const warnings = plan.warnings.filter(({ code }) => code === 'W006')
  if (warnings.length !== heavy.length) faults.push(`${warnings.length} warnings for ${heavy.length} rows`)
  return faults
}
