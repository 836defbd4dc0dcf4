import { buildEnvironment } from '../build/arguments.js'
import { sourcePolicy } from '../build/policy.js'
import { IMAGE_UNDER_TEST, smokeArguments, smokeDockerfile, scriptName } from '../build/smoke.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { materialise } from '../io/materialise.js'
import type { ImageInputs } from '../plan/snapshot.js'
import type { BuildSurroundings } from './build-image.js'
import { runBuildx } from './run-buildx.js'

/** A smoke test may take this long. */
const TEST_TIMEOUT_MS = 10 * 60 * 1000

/** Runs an image's smoke test inside BuildKit on exactly the staged digest; empty when it passed or there is none. */
export async function smokeTest(
  around: BuildSurroundings,
  image: ImageInputs,
  platform: string,
  digest: string
): Promise<readonly Diagnostic[]> {
  const { test, name, dockerfile } = image.spec
  if (test === undefined) return []
  const { world } = around
  const scratch = await world.files.scratch(`test-${name}`)
  try {
    const context = `${scratch.path}/context`
    const script = test.kind === 'script' ? scriptInput(image, test.path) : undefined
    if (test.kind === 'script' && script === undefined) {
      const message = `${name}: the smoke test ${test.path} is not tracked as a regular file`
      return [errorAt('B002', { file: dockerfile }, message, 'add the script to git, or correct `test:`')]
    }
    await materialise(around.git, script === undefined ? [] : [script], [], context)
    const file = `${scratch.path}/Dockerfile`
    await world.files.write(file, smokeDockerfile(test))
    await world.files.write(`${file}.dockerignore`, '# nothing is left out\n')
    const handed = await around.store.hand(IMAGE_UNDER_TEST, digest)
    const policy = `${scratch.path}/policy.json`
    await world.files.write(policy, sourcePolicy([handed]))
    const args = smokeArguments({ dockerfile: file, context, platform, handed })
    const title = `${name} ${platform} smoke test`
    around.step?.('smoke test')
    const { buildx, signal, over } = around
    const quiet = { world, buildx, signal, ...(over === undefined ? {} : { over }) }
    const ran = await runBuildx(quiet, title, args, buildEnvironment(policy), TEST_TIMEOUT_MS)
    if (ran.kind !== 'failed') return []
    const place = { file: test.kind === 'script' ? test.path : dockerfile }
    const code = ran.code === 'B001' ? 'B002' : ran.code
    const remedy = 'read the log of the test above; the image is not tagged, its children are not built'
    return [errorAt(code, place, ran.message, code === 'B002' ? remedy : ran.remedy)]
  } finally {
    await scratch.dispose()
  }
}

/** The script as it is mounted: executable whatever its mode in git, since it is run and not read. */
function scriptInput(
  image: ImageInputs,
  path: string
): Parameters<typeof materialise>[1][number] | undefined {
  const test = image.test
  if (typeof test !== 'object' || test === null || !('blob' in test) || typeof test.blob !== 'string') {
    return undefined
  }
  return { path, contextPath: scriptName(path), mode: '100755', blob: test.blob }
}
