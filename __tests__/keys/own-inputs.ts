import type { InputFile } from '../../src/context/types.js'
import type { OwnInputs } from '../../src/keys/inputs.js'

/** A file at the same path in repository and build context. */
export function file(path: string, parts: Partial<InputFile> = {}): InputFile {
  return { path, contextPath: path, mode: '100644', blob: 'a'.repeat(40), ...parts }
}

/** The inputs of an image that takes something of every kind. */
export function ownInputs(parts: Partial<OwnInputs> = {}): OwnInputs {
  return {
    platform: 'linux/amd64',
    instructions: ['FROM base', 'COPY a b /'],
    args: { VERSION: '1', EMPTY: null },
    files: new Map([['', [file('a'), file('b')]]]),
    folders: new Map(),
    extra: [file('extra')],
    parents: [{ contextName: 'ghcr.io/acme/base', image: 'base', platform: 'linux/amd64' }],
    externals: [
      {
        reference: 'docker.io/library/debian:12',
        contextName: 'debian:12',
        lock: { digest: `sha256:${'0'.repeat(64)}`, onbuild: [], env: [] },
        frontend: false
      }
    ],
    labels: { source: 'https://example.org' },
    epoch: '2026-W02',
    unfollowed: [],
    ...parts
  }
}
