import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { useEngine } from './engine.js'
import { temporaryFolder } from './repository.js'

/** The text of a file in an image, as BuildKit unpacks it. `path` has no leading `/`; throws when it is not there. */
export function fileIn(repository: string, digest: string, path: string): string {
  const folder = temporaryFolder('file')
  writeFileSync(join(folder, 'Dockerfile'), `FROM scratch\nCOPY --from=image /${path} /file\n`)
  const args = [
    'build',
    '--quiet',
    `--build-context=image=docker-image://${repository}@${digest}`,
    `--output=type=local,dest=${folder}`,
    folder
  ]
  execFileSync(useEngine().environment['BASE_IMAGES_BUILDX'] ?? '', args, {
    env: { ...process.env },
    stdio: 'pipe'
  })
  return readFileSync(join(folder, 'file'), 'utf8')
}
