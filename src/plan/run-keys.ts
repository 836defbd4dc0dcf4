import type { PlannedImage } from './types.js'

/**
 * Whether the key of an image was salted with the run that planned it, so that only the same plan finds what is built under
 * it and under the keys of its descendants.
 */
export function isOfRun({ platforms }: Pick<PlannedImage, 'platforms'>): boolean {
  return Object.values(platforms).some(({ salt }) => salt !== undefined)
}
