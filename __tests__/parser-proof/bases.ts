/** An image that generated files stand on, below docker.io, which the engine mirrors. */
export interface Base {
  readonly name: string
  /** Its instructions after FROM. */
  readonly lines: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Triggers as its configuration holds them. */
  readonly onbuild: readonly string[]
}

const env = { PATH: '/bin', BASED: 'on-base', EMPTY: '' }
const set = 'ENV PATH=/bin BASED=on-base EMPTY='

/** Images by name; the registry holds them under `parser/…`. */
export const BASES: readonly Base[] = [
  { name: 'parser/base:1', lines: [set], env, onbuild: [] },
  { name: 'parser/base:latest', lines: [set], env, onbuild: [] },
  { name: 'parser/base:2.0', lines: [set], env, onbuild: [] },
  { name: 'parser/tools:2.0', lines: [set], env, onbuild: [] },
  triggering('parser/onbuild:1', [
    'RUN --mount=type=secret,id=of-trigger true',
    'COPY --from=parser/tools:2.0 / /tools',
    'ARG OF_TRIGGER=${BASED}-triggered'
  ])
]

function triggering(name: string, onbuild: readonly string[]): Base {
  return { name, lines: [set, ...onbuild.map(each => `ONBUILD ${each}`)], env, onbuild }
}
