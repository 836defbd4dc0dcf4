/** What is in an image, with the installed size of every package: the list from which `lint` takes the cost of findings. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Runs in the image. A file counts for the package whose list of files names it, compiled modules too. */
const LIST = `
import importlib.metadata, os, re
lines = []
for found in importlib.metadata.distributions():
    paths = {os.path.realpath(found.locate_file(file)) for file in found.files or ()}
    size = sum(os.path.getsize(path) for path in paths if os.path.isfile(path))
    name = re.sub("[-_.]+", "-", found.metadata["Name"]).lower()
    lines.append(f"{name}=={found.version}  # {size} bytes")
print(*sorted(set(lines)), sep="\\n", file=open("/tmp/list/installed.txt", "w"))
`

/**
 * @param {object} order
 * @param {string} order.reference host, path and digest of the image
 * @param {string} order.buildx program
 * @param {NodeJS.ProcessEnv} order.env of the engine
 * @returns {Promise<string>} one \`name==version  # N bytes\` a line, by name
 */
export async function installedList({ reference, buildx, env }) {
  const folder = await mkdtemp(join(tmpdir(), 'base-images-sizes-'))
  const run = `RUN --network=none ${JSON.stringify(['python3', '-c', LIST])}`
  const steps = [
    'FROM image AS look',
    'WORKDIR /tmp/list',
    'USER 0',
    run,
    'FROM scratch',
    'COPY --from=look /tmp/list/ /'
  ]
  try {
    await writeFile(join(folder, 'Dockerfile'), `${steps.join('\n')}\n`)
    const from = ['--build-context', `image=docker-image://${reference}`]
    const args = ['build', '--quiet', ...from, `--output=type=local,dest=${join(folder, 'out')}`, folder]
    await promisify(execFile)(buildx, args, { env })
    return await readFile(join(folder, 'out', 'installed.txt'), 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
