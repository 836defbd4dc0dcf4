import { manifest } from '../support/bench.js'
import { programFiles } from '../support/machine.js'
import { makeRepository } from '../support/repository.js'
import type { Files, TestRepository } from '../support/repository.js'

/** The images of the tree, three levels. */
export const IMAGES = ['root', 'left', 'right', 'leaf'] as const

/** Seconds that a step of every image takes, so that kills also come while something runs. */
const STEP = '0.25'

/**
 * A repository with the tree. Images have no base: a program of this machine waits in a stage of its own, of which a file is
 * taken, since a RUN leaves the time of its folders in a layer, and digests are to be compared.
 */
export function makeTree(): TestRepository {
  const image = (name: string, from: string): Files => ({
    [`images/${name}/Dockerfile`]: [
      'FROM scratch AS work',
      'COPY --chmod=755 . /',
      `RUN ["/bin/sleep", "${STEP}"]`,
      `FROM ${from}`,
      `COPY --from=work /note /${name}`,
      ''
    ].join('\n')
  })
  const shared = ['context: shared']
  const repository = makeRepository({
    'images/manifest.yaml': manifest({ root: shared, left: shared, right: shared, leaf: shared }),
    ...image('root', 'scratch'),
    ...image('left', 'ghcr.io/acme/root'),
    ...image('right', 'ghcr.io/acme/root'),
    ...image('leaf', 'ghcr.io/acme/left'),
    'shared/note': 'a note\n',
    ...programFiles('shared', '/bin/sleep')
  })
  repository.git('remote', 'add', 'origin', 'https://git.example/acme/fixture.git')
  return repository
}
