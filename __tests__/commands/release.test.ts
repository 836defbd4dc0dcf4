import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { digestOf, makeBench, manifest } from '../support/bench.js'
import type { Bench, Run } from '../support/bench.js'
import { runCli, startCli } from '../support/cli.js'
import { ownPrefix, PLATFORM, useEngine } from '../support/engine.js'
import { startFront } from '../support/registry-front.js'
import { publicDigest, viewOf } from '../support/registry-view.js'
import { disposeRepositories, temporaryFolder } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

afterAll(disposeRepositories)

const IMAGES = ['root', 'child', 'other'] as const
const FILES = {
  'images/manifest.yaml': manifest({ root: [], child: ['tags: [latest, stable]'], other: [] }),
  'images/root/Dockerfile': 'FROM scratch\nCOPY root.txt /\n',
  'images/root/root.txt': 'root 1\n',
  'images/child/Dockerfile': 'FROM ghcr.io/acme/root\nCOPY Dockerfile /child\n',
  'images/other/Dockerfile': 'FROM scratch\nCOPY Dockerfile /other\n'
}

/** Where all public tags and the release record point, by reference without the prefix. */
async function publicView(bench: Bench): Promise<Readonly<Record<string, string>>> {
  const view = await viewOf([...IMAGES.map(bench.published), `${bench.prefix}/fixture-record`])
  return Object.fromEntries(
    Object.entries(view).map(([name, digest]) => [name.slice(bench.prefix.length + 1), digest])
  )
}

describe('a release of an older commit after a newer one', () => {
  let bench: Bench
  let first: Run
  let second: Run
  let view: Readonly<Record<string, string>>
  beforeAll(async () => {
    bench = makeBench(FILES)
    first = await bench.run()
    bench.commit({ 'images/root/root.txt': 'root 2\n' })
    second = await bench.run()
    view = await publicView(bench)
  })

  const rootIsOf = async (run: Run): Promise<void> => {
    const digest = await publicDigest(bench.published('root'), 'latest', PLATFORM)
    expect(digest).toBe(digestOf(run.results, 'root'))
  }

  test('is refused, and nothing moves', async () => {
    const released = await bench.release(first.plan)
    expect(released.state).toBe('refused')
    expect(released.diagnostics.length).toBeGreaterThan(0)
    for (const { code, message } of released.diagnostics) {
      expect(code).toBe('R002')
      expect(message).toContain('does not descend from')
    }
    expect(await publicView(bench)).toEqual(view)
  })

  test('by the command line ends with exit code 1 and the remedy', async () => {
    const file = join(temporaryFolder('plan'), 'plan.json')
    writeFileSync(file, JSON.stringify(first.plan))
    const args = ['release', '--plan', file, '--registry', bench.prefix]
    const end = await runCli(args, { folder: bench.repository.folder })
    expect(end.code).toBe(1)
    expect(end.stderr).toContain('R002')
    expect(end.stderr).toContain('--allow-rewind')
    expect(await publicView(bench)).toEqual(view)
  })

  test('of the same commit again is a no-op: no tag moves, the record stays', async () => {
    const released = await bench.release(second.plan)
    expect(released).toMatchObject({ state: 'released', record: { state: 'unchanged' } })
    expect(released.images.flatMap(image => image.moved)).toEqual([])
    expect(await publicView(bench)).toEqual(view)
  })

  test('is done when a rewind is allowed, and told', async () => {
    const dry = await bench.release(first.plan, { allowRewind: true, dryRun: true })
    expect(dry.state).toBe('dry run')
    expect(await publicView(bench)).toEqual(view)
    const released = await bench.release(first.plan, { allowRewind: true })
    expect(released.state).toBe('released')
    expect(released.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'R002', severity: 'warning' })
    )
    await rootIsOf(first)
  })

  test('then lets the newer one go forward again, to where it was', async () => {
    expect((await bench.release(second.plan)).state).toBe('released')
    await rootIsOf(second)
    expect(await publicView(bench)).toEqual(view)
  })
})

describe('a release that is killed at any moment', () => {
  test('shows old or new, never anything else, and repeated ends as if it had not been killed', async () => {
    const undisturbed = makeBench(FILES)
    const bench = makeBench({}, { repository: undisturbed.repository })
    for (const each of [undisturbed, bench]) await each.run()
    const old = await publicView(bench)
    bench.commit({
      'images/root/root.txt': 'root 2\n',
      'images/other/Dockerfile': 'FROM scratch\nCOPY . /\n'
    })
    const expected = await undisturbed.run().then(() => publicView(undisturbed))
    const isRecord = (name: string): boolean => name.startsWith('fixture-record:')
    // Records name the repositories, and these lie under another prefix.
    const images = (view: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
      Object.fromEntries(Object.entries(view).filter(([name]) => !isRecord(name)))

    const plan = await bench.plan()
    await bench.build(plan)
    const file = join(temporaryFolder('plan'), 'plan.json')
    writeFileSync(file, JSON.stringify(plan))
    const args = ['release', '--plan', file, '--registry', bench.prefix]
    const place = { folder: bench.repository.folder }
    // The first one tells how long a release takes before it has anything to do.
    const start = Date.now()
    await runCli([...args, '--dry-run'], place)
    const whole = Date.now() - start

    let killed = 0
    for (let at = 0; at < 5; at += 1) {
      const { child, end } = await startCli(args, place)
      const timer = setTimeout(
        () => child.kill('SIGKILL'),
        whole * (0.8 + at * 0.15) * (0.9 + Math.random() / 5)
      )
      if ((await end).code === null) killed += 1
      clearTimeout(timer)
      for (const [name, digest] of Object.entries(images(await publicView(bench)))) {
        expect([old[name], expected[name]]).toContain(digest)
      }
    }
    expect(killed).toBeGreaterThan(0)

    const end = await runCli(args, place)
    expect(end.code).toBe(0)
    const view = await publicView(bench)
    expect(images(view)).toEqual(images(expected))
    expect(Object.keys(view).sort()).toEqual(Object.keys(expected).sort())
    const head = plan.head.commit.slice(0, 12)
    expect(view['fixture-record:latest']).toBe(view[`fixture-record:${head}`])
    expect(view['fixture-record:latest']).not.toBe(old['fixture-record:latest'])
  })
})

let stop: (() => Promise<void>) | undefined
afterEach(async () => {
  await stop?.()
  stop = undefined
})

test.each([
  { status: 400, code: 'TAG_INVALID', message: 'cannot be overwritten because the repository is immutable.' },
  {
    status: 412,
    code: 'PRECONDITION',
    message: "Failed to process request due to 'latest' configured as immutable."
  }
])(
  'a registry that lets no tag move ($status) is told as what it is, and at once',
  async ({ status, ...error }) => {
    const front = await startFront(useEngine().host)
    stop = front.stop
    const bench = makeBench(FILES, { prefix: ownPrefix(front.host) })
    await bench.run()
    bench.commit({ 'images/root/root.txt': 'root 2\n' })
    await bench.build(await bench.plan())
    front.answer = ({ method, url }) =>
      method === 'PUT' && url?.endsWith('/root/manifests/latest') === true
        ? { status, body: JSON.stringify({ errors: [error] }) }
        : undefined
    const { code, stderr } = await runCli(['release', '--registry', bench.prefix], {
      folder: bench.repository.folder
    })
    expect(code).toBe(1)
    expect(stderr).toContain(error.message)
    expect(stderr).toContain('remedy: let tags be overwritten there')

    front.answer = () => undefined
    expect((await bench.release(await bench.plan())).state).toBe('released')
  }
)
