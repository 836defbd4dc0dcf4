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
  if (at.size !== expected) faults.push(`${at.size} images in rows, ${expected} to do`)
  return faults
}
