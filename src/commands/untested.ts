import { passedTag } from '../build/smoke.js'
import { keyTag } from '../build/staging.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { PlannedImage } from '../plan/types.js'
import type { Registry } from '../ports.js'

/** The images of a plan that are in staging without a record that their present smoke test passed. */
export async function untested(
  registry: Registry,
  staging: string,
  images: readonly PlannedImage[],
  snapshot: Snapshot
): Promise<readonly Diagnostic[]> {
  const failures: Diagnostic[] = []
  for (const { name, platforms } of images) {
    const image = snapshot.images.get(name)
    if (image === undefined || image.test === null) continue
    for (const [platform, { key }] of Object.entries(platforms)) {
      const found = await registry.head(staging, keyTag(name, platform, key))
      if (found === undefined) continue
      const tag = passedTag(name, platform, found.digest, image.test)
      if ((await registry.head(staging, tag)) !== undefined) continue
      const message = `${name} for ${platform} is built, but its smoke test has not passed`
      const remedy = 'repair the image or the test and run again; nothing was released'
      failures.push(errorAt('B002', { file: image.spec.dockerfile }, message, remedy))
    }
  }
  return failures
}
