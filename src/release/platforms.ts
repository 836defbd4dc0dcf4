import { errorAt, type Diagnostic } from '../diagnostics/diagnostic.js'
import { suggestedCommand } from '../diagnostics/suggested.js'
import { blobsOf, documentOf } from './contents.js'
import { inParallel, QUESTIONS_AT_ONCE } from './parallel.js'
import type { ReleasePorts, ReleaseRequest, ReleaseTarget } from './types.js'

/**
 * Holds the configs of what is about to be published against the platforms it is published for: an index that lies about
 * a platform fails on the machines of its users. Errors name image, planned and found platform.
 */
export async function checkPlatforms(
  request: ReleaseRequest,
  ports: ReleasePorts,
  targets: readonly ReleaseTarget[]
): Promise<readonly Diagnostic[]> {
  const all = targets.flatMap(({ image, staged }) => staged.map(one => ({ image, ...one })))
  const checked = await inParallel(QUESTIONS_AT_ONCE, all, async ({ image, platform, manifest }) => {
    const config = blobsOf(manifest)[0]
    const bytes = config && (await ports.registry.blob(request.staging, config.digest))
    const found = bytes === undefined ? 'an image without config' : platformOf(bytes)
    if (agrees(platform, found)) return []
    const message = `${image.name} for ${platform} is in staging as ${found}; nothing was released`
    const remedy = `Build it again: ${suggestedCommand('build', { ...request.given, images: [image.name] })}`
    return [errorAt('R003', { file: request.manifest }, message, remedy)]
  })
  return checked.flat()
}

/** Configs may leave the variant out, or name one where the manifest does not (`linux/arm64/v8`). */
function agrees(planned: string, found: string): boolean {
  const [os, architecture, variant] = planned.split('/')
  const [foundOs, foundArchitecture, foundVariant] = found.split('/')
  if (os !== foundOs || architecture !== foundArchitecture) return false
  return variant === undefined || foundVariant === undefined || variant === foundVariant
}

function platformOf(config: Uint8Array): string {
  const { os, architecture, variant } = documentOf(config)
  return [os, architecture, variant].filter(part => typeof part === 'string' && part !== '').join('/')
}
