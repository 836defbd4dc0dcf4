import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cleanPlan, seenName } from '../../src/release/clean-plan.js'
import type { CleanRepository, KnownManifest, Seen } from '../../src/release/clean-types.js'

const HOUR = 3_600_000
const NOW = 1_800_000_000_000

const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`
const manifestDigest = (at: number): string => digestOf(`manifest ${at}`)
const blob = (at: number) => ({ digest: digestOf(`blob ${at}`), size: 2 ** at })

/**
 * A repository of up to 12 manifests: each lists any that come before it and may be attached to one of them. Repositories
 * share manifests and blobs, and some of what is listed is not there.
 */
const repository = (name: string): fc.Arbitrary<CleanRepository> =>
  fc
    .record({
      shapes: fc.array(
        fc.record({
          there: fc.boolean(),
          names: fc.array(fc.nat(11), { maxLength: 3 }),
          subject: fc.option(fc.nat(11)),
          blobs: fc.uniqueArray(fc.nat(9), { maxLength: 4 })
        }),
        { maxLength: 12 }
      ),
      tags: fc.dictionary(
        fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        fc.record({ at: fc.nat(11), free: fc.boolean() })
      ),
      needed: fc.array(fc.nat(11), { maxLength: 2 })
    })
    .map(({ shapes, tags, needed }) => {
      const manifests = shapes.flatMap(({ there, names, subject, blobs }, at): KnownManifest[] => {
        const below = (other: number): boolean => other < at
        const own = subject !== null && below(subject) ? manifestDigest(subject) : undefined
        const listed = names.filter(below).map(manifestDigest)
        const document = { digest: manifestDigest(at), size: 1000, blobs: blobs.map(blob) }
        const all = [...listed, ...(own === undefined ? [] : [own])]
        return there ? [{ ...document, names: all, ...(own === undefined ? {} : { subject: own }) }] : []
      })
      const known = new Map(manifests.map(manifest => [manifest.digest, manifest]))
      const entries = Object.entries(tags).filter(([, { at }]) => known.has(manifestDigest(at)))
      return {
        repository: name,
        tags: new Map(entries.map(([tag, { at }]) => [tag, manifestDigest(at)])),
        manifests: known,
        freeTags: new Map(entries.filter(([, { free }]) => free).map(([tag]) => [tag, 'old'])),
        needed: new Set(needed.map(manifestDigest))
      }
    })

const seenAt: fc.Arbitrary<Seen> = fc
  .array(
    fc.record({
      repository: fc.constantFrom('r/one', 'r/two'),
      at: fc.nat(11),
      hours: fc.nat(100),
      tags: fc.subarray(['a', 'b', 'c', 'd', 'e'])
    })
  )
  .map(
    all =>
      new Map(
        all.map(({ repository: name, at, hours, tags }) => [
          seenName(name, manifestDigest(at)),
          { since: NOW - hours * HOUR, tags }
        ])
      )
  )

const registries = fc.tuple(repository('r/one'), repository('r/two'))

/** What a person who pulls `root` with all that belongs to it may come to, found step by step the slow way. */
function livesOf(repository: CleanRepository, roots: readonly string[]): ReadonlySet<string> {
  let live = new Set(roots)
  for (;;) {
    const next = new Set(live)
    for (const manifest of repository.manifests.values()) {
      if (live.has(manifest.digest)) for (const name of manifest.names) next.add(name)
      if (manifest.subject !== undefined && live.has(manifest.subject)) next.add(manifest.digest)
    }
    if (next.size === live.size) return live
    live = next
  }
}

function keptRoots(repository: CleanRepository): readonly string[] {
  const kept = [...repository.tags].filter(([tag]) => !repository.freeTags.has(tag))
  return [...kept.map(([, digest]) => digest), ...repository.needed]
}

const idOf = (item: { readonly repository: string; readonly digest: string }): string =>
  seenName(item.repository, item.digest)

describe('a plan of what may go', () => {
  test('never holds what can be reached from a kept tag or a needed digest', () => {
    fc.assert(
      fc.property(registries, seenAt, fc.nat(100), (all, seen, hours) => {
        const plan = cleanPlan(all, seen, NOW, hours * HOUR)
        const listed = new Set([...plan.deletions, ...plan.waiting].map(idOf))
        for (const one of all) {
          for (const digest of livesOf(one, keptRoots(one))) {
            expect(listed.has(seenName(one.repository, digest))).toBe(false)
          }
        }
      }),
      { numRuns: 1000 }
    )
  })

  test('holds everything else when nothing has to wait', () => {
    fc.assert(
      fc.property(registries, seenAt, (all, seen) => {
        const plan = cleanPlan(all, seen, NOW, 0)
        const expected = all.flatMap(one => {
          const live = livesOf(one, keptRoots(one))
          const dead = [...one.manifests.keys()].filter(digest => !live.has(digest))
          return dead.map(digest => seenName(one.repository, digest))
        })
        expect(plan.deletions.map(idOf).sort()).toEqual(expected.sort())
        expect(plan.waiting).toEqual([])
      })
    )
  })

  test('leaves what waits whole, and lets nothing go before its time', () => {
    fc.assert(
      fc.property(registries, seenAt, fc.integer({ min: 1, max: 100 }), (all, seen, hours) => {
        const plan = cleanPlan(all, seen, NOW, hours * HOUR)
        const going = new Set(plan.deletions.map(idOf))
        for (const one of all) {
          const staying = [...one.manifests.keys()].filter(each => !going.has(seenName(one.repository, each)))
          for (const digest of livesOf(one, staying)) {
            expect(going.has(seenName(one.repository, digest))).toBe(false)
          }
        }
        for (const item of plan.deletions) {
          const noted = seen.get(idOf(item))
          expect(noted?.since).toBeLessThanOrEqual(NOW - hours * HOUR)
          expect(item.tags.filter(tag => noted?.tags.includes(tag) !== true)).toEqual([])
        }
      })
    )
  })

  test('counts each byte once that nothing else has', () => {
    fc.assert(
      fc.property(registries, seenAt, fc.nat(50), (all, seen, hours) => {
        const plan = cleanPlan(all, seen, NOW, hours * HOUR)
        const going = new Set(plan.deletions.map(idOf))
        const sizes = new Map<string, number>()
        const staying = new Set<string>()
        for (const one of all) {
          for (const { digest, size, blobs } of one.manifests.values()) {
            for (const each of [{ digest, size }, ...blobs]) {
              if (going.has(seenName(one.repository, digest))) sizes.set(each.digest, each.size)
              else staying.add(each.digest)
            }
          }
        }
        const freed = [...sizes].filter(([digest]) => !staying.has(digest))
        const told = plan.deletions.reduce((sum, item) => sum + item.bytes, 0)
        expect(told).toBe(freed.reduce((sum, [, size]) => sum + size, 0))
      })
    )
  })

  test('has who lists something before what is listed, and is the same for any order of repositories', () => {
    fc.assert(
      fc.property(registries, seenAt, ([one, two], seen) => {
        const plan = cleanPlan([one, two], seen, NOW, 0)
        expect(cleanPlan([two, one], seen, NOW, 0)).toEqual(plan)
        const place = new Map(plan.deletions.map((item, at) => [idOf(item), at]))
        for (const { repository: name, manifests } of [one, two]) {
          for (const manifest of manifests.values()) {
            const own = place.get(seenName(name, manifest.digest))
            for (const below of manifest.names) {
              const other = place.get(seenName(name, below))
              if (own !== undefined && other !== undefined) expect(own).toBeLessThan(other)
            }
          }
        }
      })
    )
  })

  test('is empty once it is done', () => {
    fc.assert(
      fc.property(registries, seenAt, (all, seen) => {
        const going = new Set(cleanPlan(all, seen, NOW, 0).deletions.map(idOf))
        const left = all.map(one => {
          const stays = (digest: string): boolean => !going.has(seenName(one.repository, digest))
          return {
            ...one,
            tags: new Map([...one.tags].filter(([, digest]) => stays(digest))),
            manifests: new Map([...one.manifests].filter(([digest]) => stays(digest)))
          }
        })
        expect(cleanPlan(left, seen, NOW, 0)).toEqual({ deletions: [], waiting: [] })
      })
    )
  })
})
