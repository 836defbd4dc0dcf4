import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { build } from '../../src/commands/build.js'
import { plan as planCommand } from '../../src/commands/plan.js'
import { release as releaseCommand } from '../../src/commands/release.js'
import { status } from '../../src/commands/status.js'
import type { Plan } from '../../src/plan/types.js'
import { renderPlanText, renderRunText } from '../../src/report/text.js'
import { runCli } from '../support/cli.js'
import { actionsOf, done, makeBench } from '../support/bench.js'
import type { Bench } from '../support/bench.js'
import { PLATFORM } from '../support/engine.js'
import { manifestOf } from '../support/registry-view.js'
import { disposeRepositories } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

afterAll(disposeRepositories)

const OTHER = PLATFORM === 'linux/amd64' ? 'linux/arm64' : 'linux/amd64'
const MANIFEST = `version: 1
registry: ghcr.io/acme
defaults: { platforms: [${PLATFORM}, ${OTHER}] }
images:
  base: {}
  web: {}
  far: { platforms: [${OTHER}] }
`
const FILES = {
  'images/manifest.yaml': MANIFEST,
  'images/base/Dockerfile': 'FROM scratch\nCOPY Dockerfile /base\n',
  'images/web/Dockerfile': 'FROM ghcr.io/acme/base\nCOPY Dockerfile /web\n',
  'images/far/Dockerfile': 'FROM ghcr.io/acme/base\nCOPY Dockerfile /far\n'
}
const HERE = [PLATFORM]

/** The platforms of an index as the registry has it; undefined when the tag is not there. */
async function publicPlatforms(bench: Bench, image: string): Promise<readonly string[] | undefined> {
  const index = await manifestOf(bench.published(image), 'latest')
  const { manifests } = (
    index === undefined ? {} : JSON.parse(Buffer.from(index.bytes).toString('utf8'))
  ) as {
    readonly manifests?: readonly {
      readonly platform: { readonly os: string; readonly architecture: string }
    }[]
  }
  return manifests?.map(({ platform }) => `${platform.os}/${platform.architecture}`).sort()
}

describe('a run for one platform', () => {
  let bench: Bench
  let all: Plan
  let plan: Plan
  beforeAll(async () => {
    bench = makeBench(FILES)
    all = await bench.plan()
    plan = await bench.plan({ platforms: HERE })
  })

  test('has rows of that platform only, and the keys and actions of a run for all', () => {
    expect(plan.platforms).toEqual(HERE)
    expect(plan.levels.flat().map(row => [row.platform, ...row.images])).toEqual([[PLATFORM, 'base', 'web']])
    expect(plan.images).toEqual(all.images)
    expect(all.platforms).toBeUndefined()
  })

  test('says what it leaves out', () => {
    expect(renderPlanText(plan)).toContain(`Only for ${PLATFORM}; left out, having none of them: far.\n`)
    expect(renderPlanText(all)).not.toContain('Only for')
    const far = { ...plan, images: plan.images.filter(({ name }) => name === 'far') }
    expect(renderPlanText(far)).toContain('left out, having none of them: far.')
  })

  test('builds that platform, and is not released as if it were all', async () => {
    const results = await bench.build(plan)
    expect(results.map(({ image, platform, state }) => [image, platform, state])).toEqual([
      ['base', PLATFORM, 'built'],
      ['web', PLATFORM, 'built']
    ])
    const released = await bench.release(plan)
    expect(released.state).toBe('refused')
    expect(released.diagnostics.map(({ code, message }) => [code, message.split(' is not ')[0]])).toEqual([
      ['R003', `base for ${OTHER}`],
      ['R003', `web for ${OTHER}`],
      ['R003', `far for ${OTHER}`]
    ])
    expect(await publicPlatforms(bench, 'base')).toBeUndefined()
  })

  test('is told by staging as what it is: no other platform failed, since none was to be built', async () => {
    const told = await status(bench.world, { plan, registry: bench.prefix })
    const results = told.kind === 'done' ? told.value : []
    expect(results.map(({ image, platform, state }) => [image, platform, state])).toEqual([
      ['base', PLATFORM, 'built'],
      ['web', PLATFORM, 'built']
    ])
    expect(renderRunText(plan, results, undefined)).not.toContain(OTHER)
  })

  test('is released for that platform when the release says so too', async () => {
    const { world, prefix } = bench
    const outcome = await releaseCommand(world, { plan, registry: prefix, platforms: HERE })
    expect(outcome.kind === 'done' && outcome.warnings).toMatchObject([
      {
        code: 'R003',
        severity: 'warning',
        message: `--platform publishes base without ${OTHER}, web without ${OTHER}: a tag that moves loses what it had there`
      }
    ])
    const released = done(outcome)
    expect(released.state).toBe('released')
    expect(released.images.map(image => image.name)).toEqual(['base', 'web'])
    expect(await publicPlatforms(bench, 'base')).toEqual(HERE)
    expect(await publicPlatforms(bench, 'web')).toEqual(HERE)
    expect(await publicPlatforms(bench, 'far')).toBeUndefined()
  })

  test('takes what is built for reused, while a run for all goes on with the rest', async () => {
    expect(actionsOf(await bench.plan({ platforms: HERE }))).toEqual({
      base: 'reuse',
      web: 'reuse',
      far: 'build'
    })
    const rest = await bench.run()
    expect(rest.results.map(({ image, platform, state }) => `${image} ${platform} ${state}`).sort()).toEqual(
      [
        `base ${PLATFORM} reused`,
        `base ${OTHER} built`,
        `far ${OTHER} built`,
        `web ${PLATFORM} reused`,
        `web ${OTHER} built`
      ].sort()
    )
    expect(rest.released.state).toBe('released')
    for (const image of ['base', 'web']) {
      expect(await publicPlatforms(bench, image)).toEqual([PLATFORM, OTHER].sort())
    }
  })

  test('may be a build of some platforms of a plan for all', async () => {
    const other = makeBench(FILES)
    const results = await other.build(await other.plan(), { platforms: [OTHER] })
    expect(results.map(({ image, platform }) => `${image} ${platform}`)).toEqual([
      `base ${OTHER}`,
      `web ${OTHER}`,
      `far ${OTHER}`
    ])
  })
})

describe('platforms that do not fit', () => {
  const bench = (): Bench => makeBench(FILES)

  test('are named by the plan and by the build: no image has them', async () => {
    const { world, plan } = bench()
    const made = await plan()
    const finding = {
      kind: 'invalid',
      diagnostics: [
        {
          code: 'E004',
          severity: 'error',
          file: 'command line',
          message: `no image has the platform "linux/amd46"; there are linux/amd64, linux/arm64`,
          remedy: 'name one of these, or add it to `platforms:` of an image'
        }
      ]
    }
    expect(await planCommand(world, { head: 'HEAD', platforms: [PLATFORM, 'linux/amd46'] })).toEqual(finding)
    expect(await build(world, { plan: made, publish: true, platforms: ['linux/amd46'] })).toEqual(finding)
  })

  test.each([
    { what: 'a plan for all', made: undefined, given: HERE },
    { what: 'a plan for another', made: [OTHER], given: HERE },
    { what: 'a plan for fewer', made: HERE, given: [PLATFORM, OTHER] }
  ])('are refused by the release of $what', async ({ made, given }) => {
    const { world, plan, prefix } = bench()
    const value = await plan(made === undefined ? {} : { platforms: made })
    const released = await releaseCommand(world, { plan: value, registry: prefix, platforms: given })
    expect(released).toMatchObject({ kind: 'invalid', diagnostics: [{ code: 'E004' }] })
  })
})

test('A parent that is taken on another platform is built there too, and a release without it is refused', async () => {
  const bench = makeBench({
    'images/manifest.yaml': MANIFEST.replace(/ {2}far.*\n/, ''),
    'images/base/Dockerfile': 'FROM scratch\nCOPY Dockerfile /base\n',
    'images/web/Dockerfile': `FROM --platform=${OTHER} ghcr.io/acme/base AS tools\nFROM scratch\nCOPY --from=tools /base /\n`
  })
  const plan = await bench.plan({ platforms: HERE })
  const results = await bench.build(plan)
  expect(results.map(({ image, platform, state }) => `${image} ${platform} ${state}`).sort()).toEqual(
    [`base ${PLATFORM} built`, `base ${OTHER} built`, `web ${PLATFORM} built`].sort()
  )
  const { world, prefix } = bench
  expect(await releaseCommand(world, { plan, registry: prefix, platforms: HERE })).toMatchObject({
    kind: 'invalid',
    diagnostics: [
      {
        code: 'E004',
        message: `web for ${PLATFORM} takes base for ${OTHER}, which --platform leaves out`,
        remedy: `add --platform ${OTHER}`
      }
    ]
  })
})

test('A rehearsal on one machine works from the command line: plan, build, release', async () => {
  const bench = makeBench(FILES)
  const place = { folder: bench.repository.folder }
  const common = ['--head', 'HEAD', '--registry', bench.prefix, '--platform', PLATFORM]
  const planned = await runCli(['plan', ...common], place)
  expect(planned).toMatchObject({ code: 0, stderr: '' })
  expect(planned.stdout).toContain(`Only for ${PLATFORM}; left out, having none of them: far.`)
  expect((await runCli(['build', ...common], place)).code).toBe(0)
  const released = await runCli(['release', ...common], place)
  expect(released).toMatchObject({ code: 0 })
  expect(await publicPlatforms(bench, 'web')).toEqual(HERE)
  expect(await runCli(['plan', '--platform', 'linux/amd46'], place)).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('error E004: no image has the platform "linux/amd46"')
  })
})
