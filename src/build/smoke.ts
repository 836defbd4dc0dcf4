import { contextArguments } from './handover.js'
import { testTag } from './staging.js'
import type { HandedImage } from './handover.js'
import type { SmokeTest } from '../manifest/types.js'
import { canonicalJson, sha256 } from '../keys/canonical.js'
import type { Json } from '../keys/canonical.js'

/** Folder in the container under which the test script is mounted. */
const MOUNT = '/run/base-images'

/** The name under which the image under test is handed over. */
export const IMAGE_UNDER_TEST = 'image-under-test'

/**
 * The Dockerfile that runs a smoke test inside BuildKit: one RUN on top of the image, nothing kept. A script is mounted
 * read-only from the build context, so it needs an interpreter in the image and nothing else; a command runs in exec
 * form, which needs no shell.
 */
export function smokeDockerfile(test: SmokeTest): string {
  const from = `FROM ${IMAGE_UNDER_TEST}\n`
  if (test.kind === 'exec') return `${from}RUN ${JSON.stringify(test.command)}\n`
  const script = `${MOUNT}/${scriptName(test.path)}`
  const mount = `--mount=type=bind,target=${MOUNT}`
  return `${from}RUN ${mount} ${JSON.stringify([script])}\n`
}

/** The name of the test script in its build context. */
export function scriptName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The arguments of `buildx build` for a test: nothing cached, nothing exported. Paths are absolute. */
export function smokeArguments(order: {
  readonly dockerfile: string
  readonly context: string
  readonly platform: string
  /** The image under test, handed over as {@link IMAGE_UNDER_TEST}. */
  readonly handed: HandedImage
}): readonly string[] {
  return [
    'build',
    '--progress=plain',
    '--no-cache',
    '--provenance=false',
    `--platform=${order.platform}`,
    `--file=${order.dockerfile}`,
    ...contextArguments([order.handed]),
    '--output=type=cacheonly',
    order.context
  ]
}

/** The tag of staging that records that an image's test with these inputs has passed on a digest. */
export function passedTag(image: string, platform: string, digest: string, inputs: Json): string {
  return testTag(image, platform, testHash(digest, inputs))
}

/** What a passed test is recorded under: SHA-256 (64 hex) over the tested digest and the inputs of the test. */
export function testHash(digest: string, inputs: Json): string {
  return sha256(canonicalJson(['test', digest, inputs]))
}
