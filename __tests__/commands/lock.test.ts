import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { check, refresh } from '../../src/commands/lock.js'
import type { RefreshReport, RefreshRequest } from '../../src/commands/lock.js'
import { readLock } from '../../src/freshness/read-lock.js'
import type { Outcome } from '../../src/commands/outcome.js'
import { done, makeBench, manifest, statesOf } from '../support/bench.js'
import type { Bench, Run } from '../support/bench.js'
import { ownPrefix, PLATFORM, PYTHON } from '../support/engine.js'
import { configOf, manifestOf, publicDigest, putTag } from '../support/registry-view.js'
import { disposeRepositories } from '../support/repository.js'
import { pushUpstream } from '../support/upstream.js'

const NOVEMBER = Date.parse('2026-11-18T12:00:00Z')
const WEEK_MS = 7 * 24 * 60 * 60 * 1000
const LOCK = 'images/lock.yaml'
const OTHER = PLATFORM === 'linux/amd64' ? 'linux/arm64' : 'linux/amd64'

afterAll(disposeRepositories)

/** A bench whose clock stands still until somebody moves it. */
interface TimedBench extends Bench {
  now: number
  readonly refresh: (request?: RefreshRequest) => Promise<Outcome<RefreshReport>>
  readonly lockText: () => string
}

function timed(files: Parameters<typeof makeBench>[0]): TimedBench {
  const bench = makeBench(files)
  const made: TimedBench = {
    ...bench,
    now: NOVEMBER,
    refresh: request =>
      refresh({ ...bench.world, clock: { ...bench.world.clock, now: () => made.now } }, request ?? {}),
    lockText: () => readFileSync(join(bench.repository.folder, LOCK), 'utf8')
  }
  return made
}

describe('a base that moves upstream', () => {
  let bench: TimedBench
  let base: string
  let first: Run
  let firstDigests: Readonly<Record<string, string>>
  let secondDigests: Readonly<Record<string, string>>
  let weekly: Run
  let lockCommit: string

  /** The label that an image carries about its base, as it is public. */
  const publicBase = async (image: string): Promise<string | undefined> => {
    const repository = bench.published(image)
    const digest = (await publicDigest(repository, 'latest', PLATFORM)) ?? 'none'
    const labels = (await configOf(repository, digest)).config?.Labels
    return labels?.['org.opencontainers.image.base.digest']
  }
  const built = (run: Run): readonly string[] =>
    run.results.filter(result => result.state === 'built').map(result => result.image)

  beforeAll(async () => {
    base = `${ownPrefix()}/up/base:1`
    firstDigests = await pushUpstream(base, { text: 'upstream 1\n' }, ['linux/amd64', 'linux/arm64'])
    bench = timed({
      'images/manifest.yaml': manifest({ service: [], web: [], patched: [], alone: [] }),
      'images/service/Dockerfile': `FROM ${base}\nCOPY Dockerfile /service\n`,
      'images/web/Dockerfile': 'FROM ghcr.io/acme/service\nCOPY Dockerfile /web\n',
      'images/patched/Dockerfile': 'FROM scratch\nARG PATCH_EPOCH\nCOPY Dockerfile /patched\n',
      'images/alone/Dockerfile': 'FROM scratch\nCOPY Dockerfile /alone\n'
    })
    done(await bench.refresh())
    bench.commit({})
    first = await bench.run()
    secondDigests = await pushUpstream(base, { text: 'upstream 2\n' }, ['linux/amd64', 'linux/arm64'])
  })

  test('was locked by the digest of its platform manifest, not of the index', () => {
    const { lock } = readLock(bench.repository.git('show', `HEAD:${LOCK}`), LOCK)
    expect(lock.bases).toEqual({
      [base]: { [PLATFORM]: { digest: firstDigests[PLATFORM], onbuild: [], env: [] } }
    })
    expect(lock.epochs).toEqual({ patched: { epoch: '2026-W47', reason: 'weekly security updates' } })
    expect(first.released.state).toBe('released')
  })

  test('stays out of the next push, whatever that changes', async () => {
    bench.commit({ 'images/service/Dockerfile': `FROM ${base}\nCOPY Dockerfile /service-2\n` })
    const run = await bench.run()
    expect(built(run)).toEqual(['service', 'web'])
    expect(await publicBase('service')).toBe(firstDigests[PLATFORM])
  })

  test('is shown by --dry-run, which writes nothing', async () => {
    const before = bench.lockText()
    const report = done(await bench.refresh({ dryRun: true }))
    expect(report).toMatchObject({ state: 'dry run', changed: true, epochs: [] })
    expect(report.bases).toEqual([
      {
        reference: base,
        platform: PLATFORM,
        state: 'moved',
        before: firstDigests[PLATFORM],
        now: secondDigests[PLATFORM],
        images: ['service', 'web']
      }
    ])
    expect(bench.lockText()).toBe(before)
  })

  test('is taken in by a refresh: exactly the images on it are rebuilt and released on it', async () => {
    expect(done(await bench.refresh()).state).toBe('written')
    lockCommit = bench.commit({})
    weekly = await bench.run()
    expect(built(weekly)).toEqual(['service', 'web'])
    expect(weekly.released.state).toBe('released')
    expect(await publicBase('service')).toBe(secondDigests[PLATFORM])
    const seen = bench.builds.filter(build => build.image === 'service').at(-1)
    expect(seen?.materials).toEqual([secondDigests[PLATFORM]])
  })

  test('is the reason in the plan', () => {
    const image = weekly.plan.images.find(each => each.name === 'service')
    expect(image?.reasons.map(reason => reason.text).join('\n')).toContain('moved in the lock')
  })

  test('is not written again when nothing moved in the same week', async () => {
    const before = bench.lockText()
    expect(done(await bench.refresh())).toMatchObject({ state: 'unchanged', changed: false, epochs: [] })
    expect(bench.lockText()).toBe(before)
    expect(bench.repository.git('status', '--porcelain')).toBe('')
  })

  test('is not what a week later rebuilds: only the image with the epoch is', async () => {
    bench.now += WEEK_MS
    const report = done(await bench.refresh())
    expect(report.bases.map(each => each.state)).toEqual(['unchanged'])
    expect(report.epochs).toEqual([{ image: 'patched', before: '2026-W47', now: '2026-W48' }])
    bench.commit({})
    const run = await bench.run()
    expect(run.plan.images.filter(image => image.action === 'build').map(image => image.name)).toEqual([
      'patched'
    ])
    expect(await publicBase('service')).toBe(secondDigests[PLATFORM])
  })

  test('does not come back with the next push', async () => {
    bench.commit({ 'images/service/Dockerfile': `FROM ${base}\nCOPY Dockerfile /service-3\n` })
    await bench.run()
    expect(await publicBase('service')).toBe(secondDigests[PLATFORM])
  })

  test('goes when the commit of the lock is reverted', async () => {
    bench.repository.git('checkout', '-q', `${lockCommit}^`, '--', LOCK)
    bench.commit({})
    const run = await bench.run()
    expect(built(run)).toEqual(expect.arrayContaining(['service']))
    expect(run.released.state).toBe('released')
    expect(await publicBase('service')).toBe(firstDigests[PLATFORM])
  })
})

describe('a base with variables and triggers', () => {
  let bench: TimedBench
  let base: string

  beforeAll(async () => {
    base = `${ownPrefix()}/up/onbuild:1`
    const image = { text: 'onbuild\n', env: ['APP=app'], onbuild: ['COPY common.txt /'] }
    await pushUpstream(base, image, [PLATFORM])
    bench = timed({
      'images/manifest.yaml': manifest({ service: [] }),
      'images/service/Dockerfile': `FROM ${base}\nCOPY $APP.txt /\n`,
      'images/service/app.txt': 'app 1\n',
      'images/service/common.txt': 'common 1\n',
      'images/service/other.txt': 'other 1\n'
    })
  })

  test('cannot be followed before it is in the lock', async () => {
    const [image] = (await bench.plan()).images
    expect(image?.reasons.map(reason => reason.kind)).not.toEqual([])
    expect(done(await check(bench.world, {})).missing.map(each => each.reference)).toEqual([base])
  })

  test('is followed through the lock: what its triggers and variables name counts, and nothing else', async () => {
    done(await bench.refresh())
    bench.commit({})
    expect(statesOf((await bench.run()).results)).toEqual({ service: 'built' })
    bench.commit({ 'images/service/other.txt': 'other 2\n' })
    expect((await bench.plan()).images.map(image => image.action)).toEqual(['none'])
    for (const name of ['common', 'app']) {
      bench.commit({ [`images/service/${name}.txt`]: `${name} 2\n` })
      const [image] = (await bench.plan()).images
      expect(image?.action).toBe('build')
      expect(image?.reasons[0]?.text).toContain(`images/service/${name}.txt`)
    }
    const run = await bench.run()
    expect(run.released.state).toBe('released')
  })
})

describe('one registry that fails', () => {
  let bench: TimedBench
  let good: string
  let gone: string

  beforeAll(async () => {
    good = `${ownPrefix()}/up/good:1`
    gone = `${ownPrefix()}/up/gone:1`
    await pushUpstream(good, { text: 'good 1\n' }, [PLATFORM])
    const old = { digest: `sha256:${'7'.repeat(64)}`, onbuild: [], env: [] }
    bench = timed({
      'images/manifest.yaml': manifest({ a: [], b: [] }),
      'images/a/Dockerfile': `FROM ${good}\nCOPY Dockerfile /\n`,
      'images/b/Dockerfile': `FROM ${gone}\nCOPY Dockerfile /\n`,
      [LOCK]: `version: 1\nbases: { "${gone}": { ${PLATFORM}: ${JSON.stringify(old)} } }\n`
    })
  })

  test('leaves its base as it was, with a warning; the others are refreshed', async () => {
    const outcome = await bench.refresh()
    expect(done(outcome).state).toBe('written')
    const { lock } = readLock(bench.lockText(), LOCK)
    expect(lock.bases[gone]?.[PLATFORM]?.digest).toBe(`sha256:${'7'.repeat(64)}`)
    expect(lock.bases[good]?.[PLATFORM]?.digest).toMatch(/^sha256:/)
    expect(outcome.kind === 'done' && outcome.warnings).toMatchObject([
      { code: 'W002', severity: 'warning', file: LOCK, message: expect.stringContaining(gone) }
    ])
  })

  test('fails the refresh when no base can be asked, and nothing is written', async () => {
    bench.repository.write({ 'images/a/Dockerfile': `FROM ${gone}\n` })
    const before = bench.lockText()
    bench.now += WEEK_MS
    expect(done(await bench.refresh()).state).toBe('failed')
    expect(bench.lockText()).toBe(before)
  })
})

describe('other platforms, pinned bases and broken locks', () => {
  test('a base is locked for the platform that FROM names', async () => {
    const base = `${ownPrefix()}/up/tool:1`
    const digests = await pushUpstream(base, { text: 'tool\n' }, ['linux/amd64', 'linux/arm64'])
    const bench = timed({
      'images/manifest.yaml': manifest({ a: [] }),
      'images/a/Dockerfile': `FROM --platform=${OTHER} ${base} AS tool\nFROM scratch\nCOPY --from=tool /upstream.txt /\n`
    })
    done(await bench.refresh())
    bench.commit({})
    expect(readLock(bench.lockText(), LOCK).lock.bases[base]).toEqual({
      [OTHER]: { digest: digests[OTHER], onbuild: [], env: [] }
    })
    const run = await bench.run()
    expect(statesOf(run.results)).toEqual({ a: 'built' })
    expect(bench.builds[0]?.materials).toEqual([digests[OTHER]])
  })

  test.each([
    ['for two platforms', `--platform=${OTHER}`],
    ["for the builder's platform", '--platform=$BUILDPLATFORM']
  ])('a base that one Dockerfile takes %s is locked by its index', async (_, flag) => {
    const base = `${ownPrefix()}/up/tool:1`
    const { index } = await pushUpstream(base, { text: 'tool\n', env: ['A=1'] }, [
      'linux/amd64',
      'linux/arm64'
    ])
    const dockerfile = `FROM ${flag} ${base} AS tool\nFROM ${base}\nCOPY --from=tool /upstream.txt /tool.txt\n`
    const bench = timed({
      'images/manifest.yaml': manifest({ a: [], b: [] }),
      'images/a/Dockerfile': dockerfile,
      'images/b/Dockerfile': `FROM ${base}\nCOPY Dockerfile /\n`
    })
    done(await bench.refresh())
    bench.commit({})
    expect(readLock(bench.lockText(), LOCK).lock.bases[base]).toEqual({
      [PLATFORM]: { digest: index, index: true, onbuild: [], env: ['A=1'] }
    })
    expect(statesOf((await bench.run()).results)).toEqual({ a: 'built', b: 'built' })
    const moved = await pushUpstream(base, { text: 'tool 2\n' }, ['linux/amd64', 'linux/arm64'])
    bench.commit({ 'images/a/Dockerfile': `${dockerfile}# unmoved\nENV X=1\n` })
    await bench.run()
    expect(bench.builds.flatMap(build => build.materials)).not.toContain(moved['index'])
  })

  test('an entry for one platform is not taken where the index is needed', async () => {
    const base = `${ownPrefix()}/up/tool:1`
    const digests = await pushUpstream(base, { text: 'tool\n' }, ['linux/amd64', 'linux/arm64'])
    const bench = timed({
      'images/manifest.yaml': manifest({ a: [] }),
      'images/a/Dockerfile': `FROM ${base}\nCOPY Dockerfile /\n`
    })
    done(await bench.refresh())
    expect(readLock(bench.lockText(), LOCK).lock.bases[base]?.[PLATFORM]?.digest).toBe(digests[PLATFORM])
    bench.commit({
      'images/a/Dockerfile': `FROM --platform=${OTHER} ${base} AS tool\nFROM ${base}\nCOPY --from=tool /upstream.txt /b\n`
    })
    expect((await bench.plan()).pins).toEqual({ [base]: digests['index'] })
    expect(statesOf((await bench.run()).results)).toEqual({ a: 'built' })
  })

  test('the frontend of a syntax line is locked by its index, since it runs where the builder runs', async () => {
    const frontend = `${ownPrefix()}/up/frontend:1`
    const { index } = await pushUpstream(frontend, { text: 'frontend\n' }, ['linux/amd64', 'linux/arm64'])
    const bench = timed({
      'images/manifest.yaml': manifest({ a: [] }),
      'images/a/Dockerfile': `# syntax=${frontend}\nFROM scratch\nCOPY Dockerfile /\n`
    })
    done(await bench.refresh())
    expect(readLock(bench.lockText(), LOCK).lock.bases[frontend]).toEqual({
      [PLATFORM]: { digest: index, index: true, onbuild: [], env: [] }
    })
  })

  test('a tag without an index is locked for its own platform, and for no other', async () => {
    const base = `${ownPrefix()}/up/plain:1`
    const repository = base.slice(0, base.lastIndexOf(':'))
    const digests = await pushUpstream(base, { text: 'plain\n', env: ['A=1'] }, [PLATFORM])
    const plain = await manifestOf(repository, digests[PLATFORM] ?? '')
    if (plain === undefined) throw new Error('it was not pushed')
    await putTag(repository, '1', plain)
    const bench = timed({
      'images/manifest.yaml': manifest({ a: [] }).replace(`[${PLATFORM}]`, '[linux/amd64, linux/arm64]'),
      'images/a/Dockerfile': `FROM ${base}\nCOPY Dockerfile /\n`
    })
    const outcome = await bench.refresh()
    expect(readLock(bench.lockText(), LOCK).lock.bases[base]).toEqual({
      [PLATFORM]: { digest: plain.digest, onbuild: [], env: ['A=1'] }
    })
    expect(outcome.kind === 'done' && outcome.warnings.map(warning => warning.message)).toEqual([
      `${base} is an image for ${PLATFORM}, not for ${OTHER}`
    ])
  })

  test('a base that is pinned by digest is left alone', async () => {
    const base = `${ownPrefix()}/up/pinned:1`
    const { index } = await pushUpstream(base, { text: 'pinned\n' }, [PLATFORM])
    const bench = timed({
      'images/manifest.yaml': manifest({ a: [] }),
      'images/a/Dockerfile': `FROM ${base}@${String(index)}\nCOPY Dockerfile /\n`
    })
    expect(done(await bench.refresh())).toMatchObject({ state: 'unchanged', bases: [] })
    expect(done(await check(bench.world, {})).pinned).toEqual([`${base}@${String(index)}`])
  })

  test('a lock with the marks of a merge is told with its line by a plan, and written anew by a refresh', async () => {
    const base = `${ownPrefix()}/up/merged:1`
    const digests = await pushUpstream(base, { text: 'merged\n' }, [PLATFORM])
    const bench = timed({
      'images/manifest.yaml': manifest({ a: [] }),
      'images/a/Dockerfile': `FROM ${base}\nCOPY Dockerfile /\n`,
      [LOCK]: 'version: 1\n<<<<<<< ours\nbases: {}\n=======\nbases: {}\n>>>>>>> theirs\n'
    })
    await expect(bench.plan()).rejects.toThrow('M010')
    const outcome = await bench.refresh()
    expect(done(outcome).state).toBe('written')
    expect(outcome.kind === 'done' && outcome.warnings).toMatchObject([{ code: 'M010', file: LOCK, line: 2 }])
    expect(readLock(bench.lockText(), LOCK).lock.bases[base]?.[PLATFORM]?.digest).toBe(digests[PLATFORM])
  })

  test('a name that is no epoch is refused before any registry is asked', async () => {
    const bench = timed({
      'images/manifest.yaml': manifest({ a: [] }),
      'images/a/Dockerfile': 'FROM scratch\n'
    })
    const outcome = await bench.refresh({ epoch: '$(id)' })
    expect(outcome.kind === 'invalid' && outcome.diagnostics).toMatchObject([{ code: 'E004' }])
  })
})

describe('a patch epoch', () => {
  test('reaches the layer of the argument; without the argument the image is built without its cache', async () => {
    const bench = timed({
      'images/manifest.yaml': manifest({ declared: [], plain: [] }),
      'images/declared/Dockerfile': `FROM ${PYTHON}\nARG PATCH_EPOCH\nRUN echo "$PATCH_EPOCH" > /epoch\n`,
      'images/plain/Dockerfile': `FROM ${PYTHON}\nRUN true\n`
    })
    await bench.run()
    const report = done(await bench.refresh({ epoch: '2026-W47.2' }))
    expect(report.epochs).toEqual([{ image: 'declared', before: null, now: '2026-W47.2' }])
    const { lock } = readLock(bench.lockText(), LOCK)
    expect(lock.epochs['declared']?.reason).toBe('security updates asked for by --epoch')
    bench.commit({})
    bench.commit({ [LOCK]: `${bench.lockText()}  plain:\n    epoch: CVE-2026-1\n    reason: by hand\n` })
    await bench.run()
    const last = (image: string): readonly string[] =>
      bench.builds.filter(each => each.image === image).at(-1)?.args ?? []
    expect(last('declared')).toContain('PATCH_EPOCH=2026-W47.2')
    expect(last('declared')).not.toContain('--no-cache')
    expect(last('plain')).toContain('--no-cache')
    // The week's own refresh neither goes back to the week nor touches what is by hand.
    expect(done(await bench.refresh()).epochs).toEqual([])
  })
})
