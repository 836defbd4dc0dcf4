import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { plan as planCommand } from '../../src/commands/plan.js'
import { actionsOf, digestOf, done, makeBench } from '../support/bench.js'
import type { Bench, Run } from '../support/bench.js'
import { ownPrefix, PLATFORM, PYTHON } from '../support/engine.js'
import { fileIn } from '../support/image-file.js'
import { disposeRepositories } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(300_000)

afterAll(disposeRepositories)

const [, ARCH = ''] = PLATFORM.split('/')

/** Where each parent is published, by the name of its image; `hub` and `team` are images of Docker Hub. */
const PARENTS: Readonly<Record<string, string>> = {
  kit: '{ tags: [latest, "1.0"], aliases: ["kit-of-old:*", "short"] }',
  hub: '{ repository: hub-of-acme }',
  team: '{ repository: acme/team }',
  ported: '{ repository: "registry.acme.example:5000/tools/ported" }',
  [`kit-${ARCH}`]: '{}'
}

/** A way to take one parent or several: the Dockerfile, what the manifest says beside it, and whom it takes. */
interface Spelling {
  readonly what: string
  readonly lines: string
  readonly manifest?: string
  readonly takes: readonly string[]
}

const from = (reference: string, takes: string): Spelling => ({
  what: `FROM ${reference}`,
  lines: `FROM ${reference}`,
  takes: [takes]
})
const KIT = 'ghcr.io/acme/kit'

const SPELLINGS: readonly Spelling[] = [
  from(KIT, 'kit'),
  from(`${KIT}:latest`, 'kit'),
  from(`${KIT}:1.0`, 'kit'),
  from(`"${KIT}:1.0"`, 'kit'),
  from('kit-of-old', 'kit'),
  from('docker.io/library/kit-of-old:7', 'kit'),
  from('short', 'kit'),
  from('GHCR.IO/acme/kit', 'kit'),
  from('Ghcr.io/acme/kit:1.0', 'kit'),
  from('ghcr.io:443/acme/kit', 'kit'),
  from('hub-of-acme', 'hub'),
  from('hub-of-acme:latest', 'hub'),
  from('library/hub-of-acme', 'hub'),
  from('docker.io/hub-of-acme', 'hub'),
  from('docker.io/library/hub-of-acme', 'hub'),
  from('docker.io/library/hub-of-acme:latest', 'hub'),
  from('index.docker.io/library/hub-of-acme', 'hub'),
  from('index.docker.io/hub-of-acme', 'hub'),
  from('registry-1.docker.io/library/hub-of-acme', 'hub'),
  from('acme/team', 'team'),
  from('docker.io/acme/team:latest', 'team'),
  from('registry.acme.example:5000/tools/ported', 'ported'),
  from('REGISTRY.acme.example:5000/tools/ported:latest', 'ported'),
  {
    what: 'an ARG with a default',
    lines: `ARG BASE=${KIT}\nARG TAG=1.0\nFROM \${BASE}:\${TAG}`,
    takes: ['kit']
  },
  {
    what: 'an ARG from the manifest',
    lines: 'ARG BASE\nFROM $BASE',
    manifest: 'args: { BASE: { image: hub } }',
    takes: ['hub']
  },
  {
    what: 'an ARG that the manifest gives as text',
    lines: 'ARG BASE\nFROM $BASE:latest',
    manifest: 'args: { BASE: docker.io/acme/team }',
    takes: ['team']
  },
  { what: 'a parent of its own for each platform', lines: `FROM ${KIT}-$TARGETARCH`, takes: [`kit-${ARCH}`] },
  { what: 'FROM --platform', lines: `FROM --platform=${PLATFORM} ${KIT}`, takes: ['kit'] },
  {
    what: 'FROM --platform=$TARGETPLATFORM',
    lines: `FROM --platform=$TARGETPLATFORM ${KIT}:1.0`,
    takes: ['kit']
  },
  {
    what: 'several parents, one of them twice and by two names',
    lines: `FROM ${KIT} AS a\nFROM acme/team AS b\nFROM ${KIT}:1.0\nCOPY --from=a /kit /again\nCOPY --from=b /team /`,
    takes: ['kit', 'team']
  },
  {
    what: 'a stage with the name of a parent',
    lines: 'FROM hub-of-acme AS short\nFROM scratch\nCOPY --from=short /hub /',
    takes: ['hub']
  },
  {
    what: 'COPY --from',
    lines: 'FROM scratch\nCOPY --from=GHCR.io/acme/kit:1.0 /kit /\nCOPY --from=docker.io/hub-of-acme /hub /',
    takes: ['kit', 'hub']
  },
  {
    what: 'RUN --mount=from',
    lines: `FROM ${PYTHON}\nRUN --mount=type=bind,from=index.docker.io/acme/team,target=/t --mount=from=${KIT},target=/k cat /t/team > /team && cat /k/kit > /kit`,
    takes: ['kit', 'team']
  },
  {
    what: 'a named context',
    lines: 'FROM box\nCOPY --from=tools /team /',
    manifest: 'contexts: { box: { image: kit }, tools: { image: team } }',
    takes: ['kit', 'team']
  }
].map(spelling => ({ ...spelling, what: spelling.what.replaceAll('"', "'") }))

const nameOf = (index: number): string => `child-${String(index).padStart(2, '0')}`

function files(): Readonly<Record<string, string>> {
  const lines = [
    'version: 1',
    'registry: ghcr.io/acme',
    `defaults: { platforms: [${PLATFORM}] }`,
    'images:',
    ...Object.entries(PARENTS).map(([name, entry]) => `  ${name}: ${entry}`)
  ]
  const all: Record<string, string> = {}
  for (const name of Object.keys(PARENTS)) {
    all[`images/${name}/Dockerfile`] = `FROM scratch\nCOPY text /${name}\n`
    all[`images/${name}/text`] = `${name} 1\n`
  }
  for (const [index, { lines: dockerfile, manifest }] of SPELLINGS.entries()) {
    lines.push(manifest === undefined ? `  ${nameOf(index)}: {}` : `  ${nameOf(index)}:\n    ${manifest}`)
    all[`images/${nameOf(index)}/Dockerfile`] = `${dockerfile}\nCOPY own /own\n`
    all[`images/${nameOf(index)}/own`] = `${nameOf(index)}\n`
  }
  return { ...all, 'images/manifest.yaml': [...lines, ''].join('\n') }
}

describe('a reference to an own image, however it is spelt, is handed over exactly', () => {
  let bench: Bench
  let run: Run
  beforeAll(async () => {
    bench = makeBench(files(), { hurry: true })
    run = await bench.run()
  })

  test('all are built and released as one set', () => {
    expect(run.results.flatMap(result => result.diagnostics)).toEqual([])
    expect(run.released.state).toBe('released')
  })

  test.each(SPELLINGS.map((spelling, index) => ({ ...spelling, image: nameOf(index) })))(
    '$what',
    ({ image, takes }) => {
      const planned = run.plan.images.find(each => each.name === image)
      expect([...(planned?.parents ?? [])].sort()).toEqual([...takes].sort())
      const materials = bench.builds.find(each => each.image === image)?.materials ?? []
      const parents = takes.map(parent => digestOf(run.results, parent))
      expect(materials).toEqual(expect.arrayContaining(parents))
      expect(run.results.find(each => each.image === image)?.parents).toEqual(
        Object.fromEntries(takes.map((parent, index) => [parent, parents[index]]))
      )
      for (const parent of takes) {
        expect(fileIn(bench.staging, digestOf(run.results, image), parent)).toBe(`${parent} 1\n`)
      }
    }
  )

  test('a change of the parents affects every one of them', async () => {
    bench.commit(Object.fromEntries(Object.keys(PARENTS).map(name => [`images/${name}/text`, `${name} 2\n`])))
    const actions = actionsOf(await bench.plan())
    expect(Object.entries(actions).filter(([, action]) => action !== 'build')).toEqual([])
  })
})

describe('a reference that cannot be handed over exactly is refused with its reason', () => {
  const OTHER = PLATFORM === 'linux/amd64' ? 'linux/386' : 'linux/arm/v7'

  test.each([
    {
      what: 'a tag that nobody publishes',
      lines: `FROM ${KIT}:1.O`,
      code: 'G002',
      says: `${KIT}:1.O is an own repository with a tag that no image publishes; published are latest, 1.0`
    },
    {
      what: 'the same in another spelling of the host',
      lines: 'FROM GHCR.IO/acme/kit:2',
      code: 'G002',
      says: 'GHCR.IO/acme/kit:2 is an own repository with a tag that no image publishes'
    },
    {
      what: 'upper case in the path',
      lines: 'FROM ghcr.io/Acme/kit',
      code: 'D006',
      says: 'ghcr.io/Acme/kit'
    },
    { what: 'an argument without a value', lines: 'ARG BASE\nFROM $BASE', code: 'D003', says: 'BASE' },
    { what: 'an empty tag', lines: `ARG TAG=\nFROM ${KIT}:$TAG`, code: 'D006', says: `${KIT}:` },
    {
      what: 'a platform that the parent does not have',
      lines: `FROM --platform=linux/s390x ${KIT}`,
      code: 'G004',
      says: `parent kit is not built for linux/s390x, only for ${OTHER}, ${PLATFORM}`
    },
    {
      what: 'one name for two platforms of a parent',
      lines: `FROM --platform=${OTHER} ${KIT} AS other\nFROM ${KIT}\nCOPY --from=other /text /other`,
      code: 'G005',
      says: `${KIT} is taken for ${OTHER} and for ${PLATFORM}`
    },
    {
      what: 'a parent that the Dockerfile does not take',
      lines: 'FROM scratch',
      manifest: 'parents: [kit]',
      code: 'G003',
      says: 'declares the parents kit, but its Dockerfile takes none'
    }
  ])('$what', async ({ lines, manifest, code, says }) => {
    const { world } = makeBench({
      'images/manifest.yaml': [
        'version: 1',
        'registry: ghcr.io/acme',
        `defaults: { platforms: [${PLATFORM}] }`,
        `runners: { ${OTHER}: any }`,
        'images:',
        `  kit: { tags: [latest, "1.0"], platforms: [${OTHER}, ${PLATFORM}] }`,
        manifest === undefined ? '  child: {}' : `  child:\n    ${manifest}`,
        ''
      ].join('\n'),
      'images/kit/Dockerfile': 'FROM scratch\nCOPY text /\n',
      'images/kit/text': 'kit 1\n',
      'images/child/Dockerfile': `${lines}\n`
    })
    const planned = await planCommand(world, { head: 'HEAD' })
    expect(planned.kind).toBe('invalid')
    expect(planned.kind === 'invalid' ? planned.diagnostics : []).toMatchObject([
      { code, file: 'images/child/Dockerfile', message: expect.stringContaining(says) }
    ])
  })

  test.each([
    {
      what: 'a repository that is like an own one',
      lines: (prefix: string) => `FROM ${prefix}/kitt`,
      code: 'W002',
      line: 1,
      says: '/kitt:latest does not exist in its registry'
    },
    {
      what: 'a variable in COPY --from',
      lines: (prefix: string) => `ARG BASE=${prefix}/kit\nFROM scratch\nCOPY --from=$BASE /text /`,
      code: 'B001',
      says: 'variable expansion is not supported for --from'
    }
  ])('$what, at the latest when it is built', async ({ lines, code, line, says }) => {
    const prefix = ownPrefix()
    const bench = makeBench(
      {
        'images/manifest.yaml': `version: 1\nregistry: ${prefix}\ndefaults: { platforms: [${PLATFORM}] }\nimages:\n  kit: {}\n  child: {}\n`,
        'images/kit/Dockerfile': 'FROM scratch\nCOPY text /\n',
        'images/kit/text': 'kit 1\n',
        'images/child/Dockerfile': `${lines(prefix)}\n`
      },
      { hurry: true, prefix }
    )
    const plan = done(await planCommand(bench.world, { head: 'HEAD' }))
    const results = await bench.build(plan)
    expect(results.find(each => each.image === 'child')).toMatchObject({
      state: 'failed',
      diagnostics: [
        {
          code,
          file: 'images/child/Dockerfile',
          ...(line === undefined ? {} : { line }),
          message: expect.stringContaining(says)
        }
      ]
    })
    expect((await bench.release(plan)).state).toBe('refused')
  })
})
