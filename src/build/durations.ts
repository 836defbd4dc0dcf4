import { byCodeUnit } from '../diagnostics/code-unit.js'
import { isObject } from '../keys/json.js'
import { IMAGE_NAME, PLATFORM_NAME } from '../manifest/names.js'
import type { Pace } from '../plan/rows.js'
import type { Plan } from '../plan/types.js'
import type { BuildResult } from './results.js'

/** Milliseconds of the last few builds, the newest last, by `image platform`. */
export type Durations = ReadonlyMap<string, readonly number[]>

/** So many are kept: the one in the middle stays where it is when one build was slow or found all its layers. */
const KEPT = 5
/** A longer text is no record of durations: 10,000 images on two platforms need a fifth of it. */
export const LONGEST_DURATIONS = 4_000_000
const LONGEST_MS = 24 * 60 * 60 * 1000

/**
 * Reads what an earlier run wrote, or whoever else could write to its cache. Returns the durations, or a sentence about
 * what is wrong.
 */
export function parseDurations(text: string): Durations | string {
  if (text.length > LONGEST_DURATIONS) return 'it is too long'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'it is no JSON'
  }
  if (!isObject(value) || value['version'] !== 1) return 'it is no record of version 1'
  const { milliseconds } = value
  if (!isObject(milliseconds)) return '`milliseconds` is missing'
  const durations = new Map<string, readonly number[]>()
  for (const [build, list] of Object.entries(milliseconds)) {
    const [image = '', platform = '', ...more] = build.split(' ')
    if (more.length > 0 || !IMAGE_NAME.test(image) || !PLATFORM_NAME.test(platform)) {
      return `${JSON.stringify(build.slice(0, 80))} is no image and platform`
    }
    if (!Array.isArray(list) || list.length === 0 || list.length > KEPT || !list.every(isDuration)) {
      return `${build} has no durations`
    }
    durations.set(build, list)
  }
  return durations
}

/** The text that {@link parseDurations} reads; equal for equal durations. */
export function renderDurations(durations: Durations): string {
  const sorted = [...durations].sort(([a], [b]) => byCodeUnit(a, b))
  return JSON.stringify({ version: 1, milliseconds: Object.fromEntries(sorted) })
}

/**
 * What a run adds: the builds that it did. What was found in staging or did not end well took no time that tells
 * anything.
 */
export function durationsOf(results: readonly BuildResult[]): Durations {
  const built = results.filter(({ state, milliseconds }) => state === 'built' && milliseconds > 0)
  return new Map(
    built.map(({ image, platform, milliseconds }) => [
      `${image} ${platform}`,
      [Math.min(Math.ceil(milliseconds), LONGEST_MS)]
    ])
  )
}

/** Earlier durations with those of a run behind; what is no longer in the plan goes. */
export function joinDurations(before: Durations, added: Durations, plan: Plan): Durations {
  const joined = new Map<string, readonly number[]>()
  for (const { name, platforms } of plan.images) {
    for (const platform of Object.keys(platforms)) {
      const build = `${name} ${platform}`
      const list = [...(before.get(build) ?? []), ...(added.get(build) ?? [])].slice(-KEPT)
      if (list.length > 0) joined.set(build, list)
    }
  }
  return joined
}

/**
 * How long builds are thought to take by what they took: the middle of their last few, and for images that were not timed
 * the middle of all others. Undefined when nothing was timed.
 */
export function paceOf(durations: Durations): Pace | undefined {
  if (durations.size === 0) return undefined
  const seconds = new Map([...durations].map(([build, list]) => [build, middleOf(list) / 1000]))
  return {
    past: (image, platform) => seconds.get(`${image} ${platform}`),
    usual: middleOf([...seconds.values()])
  }
}

/** The number in the middle; the higher one of two. */
function middleOf(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

function isDuration(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value <= LONGEST_MS
}
