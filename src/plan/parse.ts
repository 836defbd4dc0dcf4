import { isObject } from '../keys/json.js'
import { IMAGE_NAME, PLATFORM_NAME } from '../manifest/names.js'
import { isEstimate } from './rows-estimate.js'
import type { Plan } from './types.js'

const COMMIT = /^[0-9a-f]{40,64}$/
const KEY = /^[0-9a-f]{64}$/
const ACTIONS = new Set(['build', 'test', 'retag', 'reuse', 'none'])

/**
 * Reads a plan that an earlier step wrote: checks everything that later becomes a name, a tag or an argument. Returns the
 * plan, or a sentence about what is wrong.
 */
export function parsePlan(text: string): Plan | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'it is no JSON'
  }
  if (!isObject(value)) return 'it is no JSON object'
  if (value['version'] !== 1) return `it has version ${JSON.stringify(value['version'])}, expected 1`
  const head = value['head']
  if (!isObject(head) || !matches(COMMIT, head['commit']) || !matches(COMMIT, head['tree'])) {
    return '`head` names no commit'
  }
  if (typeof head['time'] !== 'number' || typeof head['dirty'] !== 'boolean') return '`head` is not complete'
  if (typeof value['manifest'] !== 'string') return '`manifest` is no path'
  if (!isObject(value['base']) || !isObject(value['pins'])) return '`base` or `pins` is missing'
  const { simulation = [] } = value
  if (!Array.isArray(simulation) || !simulation.every(each => typeof each === 'string')) {
    return '`simulation` is no list of texts'
  }
  const { platforms = [] } = value
  if (!Array.isArray(platforms) || !platforms.every(each => matches(PLATFORM_NAME, each))) {
    return '`platforms` is no list of platforms'
  }
  if (!Array.isArray(value['images']) || !value['images'].every(isImage)) return '`images` is not complete'
  if (!Array.isArray(value['levels']) || !value['levels'].every(isLevel)) return '`levels` is not complete'
  if (value['estimate'] !== undefined && !isEstimate(value['estimate'])) return '`estimate` is not complete'
  return value as unknown as Plan
}

function isImage(value: unknown): boolean {
  return (
    isObject(value) &&
    matches(IMAGE_NAME, value['name']) &&
    typeof value['action'] === 'string' &&
    ACTIONS.has(value['action']) &&
    isObject(value['platforms']) &&
    Object.values(value['platforms']).every(
      platform => isObject(platform) && matches(KEY, platform['key']) && isBytes(platform['bytes'])
    ) &&
    ['parents', 'children', 'needs'].every(key => isNames(value[key])) &&
    Array.isArray(value['reasons'])
  )
}

function isLevel(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      row =>
        isObject(row) &&
        isNames(row['images']) &&
        typeof row['platform'] === 'string' &&
        isBytes(row['bytes'])
    )
  )
}

function isBytes(value: unknown): boolean {
  return value === undefined || (Number.isSafeInteger(value) && (value as number) >= 0)
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every(name => matches(IMAGE_NAME, name))
}

function matches(pattern: RegExp, value: unknown): boolean {
  return typeof value === 'string' && pattern.test(value)
}
