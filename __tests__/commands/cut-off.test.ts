import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { digestOf, makeBench, manifest, statesOf } from '../support/bench.js'
import type { Bench, Run } from '../support/bench.js'
import { PLATFORM, PYTHON } from '../support/engine.js'
import { publicDigest } from '../support/registry-view.js'
import { disposeRepositories } from '../support/repository.js'
import type { Files } from '../support/repository.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(180_000)

afterAll(disposeRepositories)

const CASES: readonly { what: string; dockerfile: string; change: Files }[] = [
  {
    what: 'an instruction that is written in another way and makes the same layer',
    dockerfile: 'FROM scratch\nCOPY note.txt /\n',
    change: { 'images/root/Dockerfile': 'FROM scratch\nCOPY note.txt /note.txt\n' }
  },
  {
    what: 'a bind-mounted file that its RUN does not use',
    dockerfile: `FROM ${PYTHON}\nRUN --mount=type=bind,target=/mnt true\n`,
    change: { 'images/root/note.txt': 'another note\n' }
  },
  {
    what: 'a stage in between, of which the same file is taken',
    dockerfile: 'FROM scratch AS made\nCOPY note.txt /\nFROM scratch\nCOPY --from=made /note.txt /\n',
    change: {
      'images/root/Dockerfile':
        'FROM scratch AS made\nCOPY note.txt unused.txt /\nFROM scratch\nCOPY --from=made /note.txt /\n',
      'images/root/unused.txt': 'unused\n'
    }
  }
]

describe.each(CASES)('a change without an effect: $what', ({ dockerfile, change }) => {
  let bench: Bench
  let first: Run
  let second: Run
  let builds: readonly string[]

  beforeAll(async () => {
    bench = makeBench({
      'images/manifest.yaml': manifest({ root: [], child: [], grandchild: [] }),
      'images/root/Dockerfile': dockerfile,
      'images/root/note.txt': 'a note\n',
      'images/child/Dockerfile': 'FROM ghcr.io/acme/root\nCOPY Dockerfile /child\n',
      'images/grandchild/Dockerfile': 'FROM ghcr.io/acme/child\nCOPY Dockerfile /grandchild\n'
    })
    first = await bench.run()
    bench.commit(change)
    const before = bench.builds.length
    second = await bench.run()
    builds = bench.builds.slice(before).map(build => build.image)
  })

  test('all three are planned, since nobody can know before', () => {
    expect(second.plan.images.map(image => image.action)).toEqual(['build', 'build', 'build'])
  })

  test('only the parent is built; what was there is kept by its content, the children by their trace', () => {
    expect(builds).toEqual(['root'])
    expect(statesOf(second.results)).toEqual({ root: 'reused', child: 'reused', grandchild: 'reused' })
    for (const image of ['root', 'child', 'grandchild']) {
      expect(digestOf(second.results, image)).toBe(digestOf(first.results, image))
    }
  })

  test('the release makes the same platform digests public', async () => {
    // The indexes are new, since they carry the keys of the new commit.
    expect(second.released.state).toBe('released')
    for (const image of ['root', 'child', 'grandchild']) {
      const digest = digestOf(first.results, image)
      expect(await publicDigest(bench.published(image), 'latest', PLATFORM)).toBe(digest)
    }
  })

  test('the next change of the parent that has an effect goes through to the grandchild', async () => {
    bench.commit({ 'images/root/Dockerfile': `${dockerfile}LABEL changed=yes\n` })
    const third = await bench.run()
    expect(statesOf(third.results)).toEqual({ root: 'built', child: 'built', grandchild: 'built' })
    const digest = digestOf(third.results, 'grandchild')
    expect(digest).not.toBe(digestOf(first.results, 'grandchild'))
    expect(await publicDigest(bench.published('grandchild'), 'latest', PLATFORM)).toBe(digest)
  })
})

describe('a child with a change of its own in the same commit', () => {
  test('is built on the parent that was kept', async () => {
    const bench = makeBench({
      'images/manifest.yaml': manifest({ root: [], child: [] }),
      'images/root/Dockerfile': 'FROM scratch\nCOPY note.txt /\n',
      'images/root/note.txt': 'a note\n',
      'images/child/Dockerfile': 'FROM ghcr.io/acme/root\nCOPY child.txt /\n',
      'images/child/child.txt': 'child 1\n'
    })
    const first = await bench.run()
    bench.commit({
      'images/root/Dockerfile': 'FROM scratch\nCOPY ./note.txt /note.txt\n',
      'images/child/child.txt': 'child 2\n'
    })
    const second = await bench.run()
    const kept = digestOf(first.results, 'root')
    expect(statesOf(second.results)).toEqual({ root: 'reused', child: 'built' })
    expect(bench.builds.at(-1)).toMatchObject({ image: 'child', materials: [kept] })
    expect(second.released.state).toBe('released')
  })
})
