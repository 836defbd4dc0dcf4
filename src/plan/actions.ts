import type { PlannedImage } from './types.js'

/** Whether a run builds or tests an image: of what is reused, gets other tags or stays it does nothing. */
export function isWork({ action }: Pick<PlannedImage, 'action'>): boolean {
  return action === 'build' || action === 'test'
}

/** Whether the key of an image differs from that at the base, on any platform. */
export function isAffected({ platforms }: Pick<PlannedImage, 'platforms'>): boolean {
  return Object.values(platforms).some(({ affected }) => affected)
}
