import { describe, expect, test } from '@jest/globals'
import type { BuildOrder } from '../../src/build/arguments.js'
import { buildArguments, buildEnvironment } from '../../src/build/arguments.js'
import { contextArguments, handExternal, handLayout, handParent, sourceOf } from '../../src/build/handover.js'
import { sourcePolicy } from '../../src/build/policy.js'

const DIGEST = `sha256:${'1'.repeat(64)}`
const ORDER: BuildOrder = {
  dockerfile: '/s/Dockerfile',
  context: '/s/context',
  folders: {},
  platform: 'linux/amd64',
  args: {},
  labels: {},
  secrets: [],
  handed: [],
  repository: 'ghcr.io/acme/shop-build',
  cacheWrite: false,
  noCache: false,
  metadata: '/s/metadata.json'
}
const OUTPUT =
  '--output=type=image,name=ghcr.io/acme/shop-build,push-by-digest=true,name-canonical=true,push=true,oci-mediatypes=true,compression=zstd'
const CACHE = 'ghcr.io/acme/shop-cache:web-linux-amd64'

/** The arguments between those that every build has. */
function between(parts: Partial<BuildOrder>): readonly string[] {
  const args = buildArguments({ ...ORDER, ...parts })
  expect(args.slice(0, 6)).toEqual([
    'build',
    '--progress=plain',
    '--provenance=false',
    '--sbom=false',
    `--platform=${parts.platform ?? ORDER.platform}`,
    `--file=${parts.dockerfile ?? ORDER.dockerfile}`
  ])
  expect(args.slice(-3)).toEqual(['--metadata-file=/s/metadata.json', OUTPUT, '/s/context'])
  return args.slice(6, -3)
}

describe('the arguments of a build', () => {
  const cases: readonly (readonly [string, Partial<BuildOrder>, readonly string[]])[] = [
    ['nothing special', {}, []],
    ['another platform', { platform: 'linux/arm/v7' }, []],
    ['a target', { target: 'runtime' }, ['--target=runtime']],
    [
      'build arguments, in the order of their names',
      { args: { B: '2', A: '1' } },
      ['--build-arg', 'A=1', '--build-arg', 'B=2']
    ],
    [
      'values that a shell would take apart stay one argument',
      { args: { A: '$(touch /tmp/x) "; rm\n-rf', B: '' } },
      ['--build-arg', 'A=$(touch /tmp/x) "; rm\n-rf', '--build-arg', 'B=']
    ],
    ['a value that looks like an option', { args: { A: '--push' } }, ['--build-arg', 'A=--push']],
    ['labels', { labels: { b: '2', a: 'x=y' } }, ['--label', 'a=x=y', '--label', 'b=2']],
    [
      'secrets, from the environment or a file, never by value',
      {
        secrets: [
          { id: 'pip', env: 'PIP_TOKEN' },
          { id: 'npm', file: '/home/a/.npmrc' }
        ]
      },
      ['--secret=id=pip,env=PIP_TOKEN', '--secret=id=npm,src=/home/a/.npmrc']
    ],
    [
      'images that are handed over',
      { handed: [{ contextName: 'acme/base', reference: `r.example/build@${DIGEST}` }] },
      ['--build-context', `acme/base=docker-image://r.example/build@${DIGEST}`]
    ],
    [
      'a folder as a context',
      { folders: { assets: '/s/named-1' } },
      ['--build-context', 'assets=/s/named-1']
    ],
    ['a cache to read', { cache: CACHE }, [`--cache-from=type=registry,ref=${CACHE}`]],
    [
      'a cache to read and write',
      { cache: CACHE, cacheWrite: true },
      [
        `--cache-from=type=registry,ref=${CACHE}`,
        `--cache-to=type=registry,ref=${CACHE},mode=max,compression=zstd,image-manifest=true,oci-mediatypes=true,ignore-error=true`
      ]
    ],
    ['no cache to write without one', { cacheWrite: true }, []],
    ['no cached layers', { noCache: true }, ['--no-cache']]
  ]
  test.each(cases)('%s', (_, parts, expected) => {
    expect(between(parts)).toEqual(expected)
  })

  test('everything at once, in this order', () => {
    const all = between({
      target: 't',
      args: { A: '1' },
      labels: { l: '1' },
      secrets: [{ id: 's', env: 'S' }],
      handed: [{ contextName: 'p', reference: `r@${DIGEST}` }],
      folders: { f: '/f' },
      cache: CACHE,
      noCache: true
    })
    expect(all).toEqual([
      '--target=t',
      '--build-arg',
      'A=1',
      '--label',
      'l=1',
      '--secret=id=s,env=S',
      '--build-context',
      `p=docker-image://r@${DIGEST}`,
      '--build-context',
      'f=/f',
      `--cache-from=type=registry,ref=${CACHE}`,
      '--no-cache'
    ])
  })

  test('a build that ends in a folder writes an OCI layout there and pushes nothing', () => {
    const args = buildArguments({ ...ORDER, layout: '/job/store' })
    expect(args).toContain('--output=type=oci,dest=/job/store,tar=false,oci-mediatypes=true,compression=zstd')
    expect(args.join(' ')).not.toMatch(/push|cache-to/)
  })

  test('the environment names the policy, asks for materials and fixes the time', () => {
    expect(buildEnvironment('/s/policy.json')).toEqual({
      EXPERIMENTAL_BUILDKIT_SOURCE_POLICY: '/s/policy.json',
      BUILDX_METADATA_PROVENANCE: 'max',
      BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
      SOURCE_DATE_EPOCH: '946684800'
    })
  })
})

describe('what is handed over', () => {
  test('a parent is staging by digest, under the name that the Dockerfile produces', () => {
    expect(handParent('ghcr.io/acme/base', 'ghcr.io/acme/shop-build', DIGEST)).toEqual({
      contextName: 'ghcr.io/acme/base',
      reference: `ghcr.io/acme/shop-build@${DIGEST}`
    })
  })

  test('a staging repository on Docker Hub is written out as BuildKit writes it', () => {
    expect(handParent('base', 'acme/build', DIGEST).reference).toBe(`docker.io/acme/build@${DIGEST}`)
    expect(handParent('base', 'localhost:5000/build', DIGEST).reference).toBe(
      `localhost:5000/build@${DIGEST}`
    )
  })

  test('an external base keeps its name and tag and gets its digest', () => {
    expect(handExternal('debian:12', 'docker.io/library/debian:12', DIGEST).reference).toBe(
      `docker.io/library/debian:12@${DIGEST}`
    )
    const pinned = `docker.io/library/debian@${DIGEST}`
    expect(handExternal(`debian@${DIGEST}`, pinned, DIGEST).reference).toBe(pinned)
  })

  test('a parent in a folder is a layout by tag and digest, and is named after its context', () => {
    const handed = handLayout('acme/base:3', '/job/store', DIGEST)
    expect(contextArguments([handed])).toEqual([
      '--build-context',
      `acme/base:3=oci-layout:///job/store:build@${DIGEST}`
    ])
    expect(sourceOf(handed)).toBe(`oci-layout://docker.io/acme/base:3@${DIGEST}`)
    expect(sourceOf(handLayout('base', '/job/store', DIGEST))).toBe(
      `oci-layout://docker.io/library/base@${DIGEST}`
    )
  })

  test('nothing handed over needs no argument', () => {
    expect(contextArguments([])).toEqual([])
  })
})

describe('the source policy', () => {
  test('refuses every image, then allows exactly these: the last rule that matches wins', () => {
    const allowed = [`ghcr.io/acme/shop-build@${DIGEST}`, `docker.io/library/debian:12@${DIGEST}`]
    expect(JSON.parse(sourcePolicy(allowed.map(reference => ({ reference }))))).toEqual({
      rules: [
        { action: 'DENY', selector: { identifier: 'docker-image://*', matchType: 'WILDCARD' } },
        { action: 'DENY', selector: { identifier: 'oci-layout://*', matchType: 'WILDCARD' } },
        ...allowed.map(reference => ({
          action: 'ALLOW',
          selector: { identifier: `docker-image://${reference}`, matchType: 'EXACT' }
        }))
      ]
    })
  })

  test('of nothing refuses everything', () => {
    expect((JSON.parse(sourcePolicy([])) as { rules: unknown[] }).rules).toHaveLength(2)
  })
})
