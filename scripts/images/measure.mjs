/** What is measured in a built image, by BuildKit on the image itself: packages that fit each other, memory at start. */
import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const HERE = dirname(fileURLToPath(import.meta.url))
const PYTHON = '/opt/venv/bin/python3'

/**
 * Runs `uv pip check` over an image's packages and starts a process that imports all that the image names.
 * @param {{image: string, uv: string, modules: readonly string[], buildx: string, env: NodeJS.ProcessEnv}} order
 *   references by digest of the image and of one that has uv, and the modules to import
 * @returns {Promise<number>} memory of that process in bytes, as the kernel counts it (VmRSS)
 * @throws {Error} with the log when packages do not fit or do not import
 */
export async function memoryAtStart({ image, uv, modules, buildx, env }) {
  const folder = await mkdtemp(join(tmpdir(), 'base-images-measure-'))
  try {
    await copyFile(join(HERE, 'memory.py'), join(folder, 'memory.py'))
    // Exec form throughout: one of the images has no shell.
    const check = ['/tmp/uv', 'pip', 'check', '--no-cache', '--python', PYTHON]
    const start = [PYTHON, '/tmp/measure/memory.py', ...modules]
    const dockerfile = `FROM image-under-test
RUN --mount=type=bind,from=uv,source=/opt/venv/bin/uv,target=/tmp/uv ${JSON.stringify(check)}
RUN --mount=type=bind,target=/tmp/measure ${JSON.stringify(start)}
`
    await writeFile(join(folder, 'Dockerfile'), dockerfile)
    const args = ['build', '--progress=plain', '--no-cache', '--provenance=false', '--output=type=cacheonly']
    const contexts = [`image-under-test=docker-image://${image}`, `uv=docker-image://${uv}`]
    const all = [...args, ...contexts.flatMap(context => ['--build-context', context]), folder]
    const { stderr } = await promisify(execFile)(buildx, all, { env, maxBuffer: 1 << 28 })
    const measured = /memory at start: (\d+) bytes/.exec(stderr)?.[1]
    if (measured === undefined) throw new Error(`${image}: no memory was measured\n${stderr}`)
    return Number(measured)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
