import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ManifestBytes } from '../../src/ports.js'
import { applyClean } from '../../src/release/clean-apply.js'
import type { CleanPorts } from '../../src/release/clean-apply.js'
import { readInventory } from '../../src/release/clean-inventory.js'
import { cleanPlan } from '../../src/release/clean-plan.js'

const INDEX = 'application/vnd.oci.image.index.v1+json'
const REPOSITORY = 'r/one'
const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined, group: () => undefined }

/** An index of these digests; its number makes it differ from others. */
function indexOf(at: number, below: readonly string[]): ManifestBytes {
  const manifests = below.map(digest => ({ mediaType: INDEX, digest, size: 1 }))
  const bytes = Buffer.from(
    JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests, annotations: { at } })
  )
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  return { descriptor: { mediaType: INDEX, digest, size: bytes.length }, bytes }
}

/** Up to ten indexes, each of some before it. */
const indexes = fc
  .array(fc.array(fc.nat(9), { maxLength: 2 }), { minLength: 1, maxLength: 10 })
  .map(shapes => {
    const made: ManifestBytes[] = []
    for (const [at, below] of shapes.entries()) {
      const digests = below.filter(other => other < at).map(other => made[other]?.descriptor.digest ?? '')
      made.push(indexOf(at, digests))
    }
    return made
  })

const names: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const tagging = fc.record({ tag: names, at: fc.nat(9) })

/** A registry by the distribution specification, in which others set tags whenever somebody lists them. */
class SharedRegistry {
  readonly manifests = new Map<string, ManifestBytes>()
  readonly tags = new Map<string, string>()

  constructor(
    readonly all: readonly ManifestBytes[],
    readonly others: ({ readonly tag: string; readonly at: number } | undefined)[]
  ) {
    for (const each of all) this.manifests.set(each.descriptor.digest, each)
  }

  /** Tags a manifest as a run does: what is not there (any more) is pushed first, with all below it. */
  push(tag: string, at: number): void {
    const manifest = this.all[at % this.all.length]
    if (manifest === undefined) return
    for (const digest of this.below(manifest.descriptor.digest)) {
      const found = this.all.find(each => each.descriptor.digest === digest)
      if (found !== undefined) this.manifests.set(digest, found)
    }
    this.tags.set(tag, manifest.descriptor.digest)
  }

  below(digest: string): readonly string[] {
    const manifest = this.all.find(each => each.descriptor.digest === digest)
    const { manifests } = JSON.parse(Buffer.from(manifest?.bytes ?? '{}').toString()) as {
      manifests?: { digest: string }[]
    }
    return [digest, ...(manifests ?? []).flatMap(each => this.below(each.digest))]
  }

  port(): CleanPorts['registry'] {
    const find = (reference: string): ManifestBytes | undefined =>
      this.manifests.get(this.tags.get(reference) ?? reference)
    return {
      tags: () => {
        const other = this.others.shift()
        if (other !== undefined) this.push(other.tag, other.at)
        return Promise.resolve([...this.tags.keys()])
      },
      head: (_, reference) => Promise.resolve(find(reference)?.descriptor),
      manifest: (_, reference) => Promise.resolve(find(reference)),
      putManifest: (_, tag, __, bytes) => {
        const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
        this.tags.set(tag, digest)
        return Promise.resolve(digest)
      },
      deleteTag: (_, tag) => Promise.resolve(this.tags.delete(tag) ? 'deleted' : 'gone'),
      deleteManifest: (_, digest) => {
        for (const [tag, named] of this.tags) if (named === digest) this.tags.delete(tag)
        return Promise.resolve(this.manifests.delete(digest) ? 'deleted' : 'gone')
      }
    }
  }
}

describe('deleting while others set and move tags', () => {
  test('leaves every tag that was set meanwhile, and all that any tag leads to', async () => {
    let spared = 0
    let deleted = 0
    await fc.assert(
      fc.asyncProperty(
        indexes,
        fc.array(tagging, { maxLength: 5 }),
        fc.uniqueArray(names),
        fc.array(fc.option(tagging, { nil: undefined, freq: 3 }), { maxLength: 30 }),
        async (all, before, free, others) => {
          const shared = new SharedRegistry(all, [])
          for (const { tag, at } of before) shared.push(tag, at)
          const port = shared.port()
          const read = await readInventory(port, REPOSITORY, shared.manifests.keys())
          expect(read.problems).toEqual([])
          const freeTags = new Map(free.filter(tag => read.tags.has(tag)).map(tag => [tag, 'old']))
          const repository = { ...read, freeTags, needed: new Set<string>() }
          const planned = cleanPlan([repository], new Map(), 0, 0)

          const set = new Map<string, string>()
          const push = shared.push.bind(shared)
          shared.push = (tag, at) => {
            push(tag, at)
            set.set(tag, shared.tags.get(tag) ?? '')
          }
          shared.others.push(...others)
          const outcome = await applyClean([repository], planned.deletions, { registry: port, log: QUIET })

          expect(outcome.failure).toBeUndefined()
          for (const [tag, digest] of set) {
            // A tag that says again what it said when it was listed as old is as old as before.
            if (freeTags.has(tag) && read.tags.get(tag) === digest) continue
            expect([tag, shared.tags.get(tag)]).toEqual([tag, digest])
          }
          for (const [tag, digest] of read.tags) {
            if (!freeTags.has(tag) && !set.has(tag)) expect(shared.tags.get(tag)).toBe(digest)
          }
          for (const digest of shared.tags.values()) {
            for (const each of shared.below(digest)) expect(shared.manifests.has(each)).toBe(true)
          }
          spared += outcome.spared.length
          deleted += outcome.deleted.length
        }
      ),
      { numRuns: 500 }
    )
    // Both happen, or this would show nothing.
    expect(spared).toBeGreaterThan(20)
    expect(deleted).toBeGreaterThan(20)
  })

  test('a tag that comes back after it was taken away keeps the manifest, with its other tags', async () => {
    const manifest = indexOf(0, [])
    const shared = new SharedRegistry([manifest], [])
    for (const tag of ['a', 'b']) shared.push(tag, 0)
    const port = shared.port()
    const read = await readInventory(port, REPOSITORY, [])
    const freeTags = new Map([...read.tags.keys()].map(tag => [tag, 'old']))
    const repository = { ...read, freeTags, needed: new Set<string>() }
    const { deletions } = cleanPlan([repository], new Map(), 0, 0)
    expect(deletions.map(item => item.tags)).toEqual([['a', 'b']])
    // The looks at the start and before the tags find nothing; the one before the manifest does.
    shared.others.push(undefined, undefined, { tag: 'a', at: 0 })
    const outcome = await applyClean([repository], deletions, { registry: port, log: QUIET })
    expect(outcome.deleted).toEqual([])
    expect(outcome.spared).toMatchObject([{ why: 'the tag a leads to it now' }])
    const { digest } = manifest.descriptor
    expect(Object.fromEntries(shared.tags)).toEqual({ a: digest, b: digest })
    expect(shared.manifests.has(digest)).toBe(true)
  })

  test('without others deletes everything that was planned, tags too', async () => {
    await fc.assert(
      fc.asyncProperty(indexes, fc.array(tagging, { maxLength: 5 }), async (all, before) => {
        const shared = new SharedRegistry(all, [])
        for (const { tag, at } of before) shared.push(tag, at)
        const port = shared.port()
        const read = await readInventory(port, REPOSITORY, shared.manifests.keys())
        const freeTags = new Map([...read.tags.keys()].map(tag => [tag, 'old']))
        const repository = { ...read, freeTags, needed: new Set<string>() }
        const { deletions } = cleanPlan([repository], new Map(), 0, 0)
        const outcome = await applyClean([repository], deletions, { registry: port, log: QUIET })
        expect(outcome.deleted).toEqual(deletions)
        expect([shared.manifests.size, shared.tags.size]).toEqual([0, 0])
      })
    )
  })
})
