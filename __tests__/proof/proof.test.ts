import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { useEngine } from '../support/engine.js'
import { generate } from './generate.js'
import { UNEXPLAINED } from '../../src/plan/plan.js'
import { judge } from './judge.js'
import { caseText, keptCases, readCase } from './kept.js'
import { openRig } from './rig.js'
import { runAll, type Proved } from './run-all.js'
import type { ImageRun, Rig } from './run-case.js'

const SEED = 7
const CASES = 10
const kept = keptCases(join(dirname(fileURLToPath(import.meta.url)), 'cases'))
const generated = Array.from({ length: CASES }, (_, number) => generate(SEED, number))

describe('the planner beside BuildKit', () => {
  const proved = new Map<string, Proved>()
  let rig: Rig
  let close: () => void
  beforeAll(async () => {
    const { host, environment } = useEngine()
    ;({ rig, close } = await openRig(host, { ...process.env, ...environment }))
    await runAll(rig, [...kept, ...generated], 4, each => void proved.set(each.proof.id, each))
  }, 600_000)
  afterAll(() => close())

  const wrong = (id: string): readonly string[] =>
    (proved.get(id)?.findings ?? [{ kind: 'miss', text: 'it did not run', className: '' }])
      .filter(({ kind }) => ['miss', 'difference', 'refused', 'unexplained'].includes(kind))
      .map(({ kind, text }) => `${kind}: ${text}`)

  test.each(kept.map(({ id, why }) => [id, why ?? '']))('%s: %s', id => {
    expect(wrong(id)).toEqual([])
    // A case that does not build shows nothing.
    for (const image of proved.get(id)?.run.images ?? []) expect(image.after).toHaveProperty('digest')
  })

  test.each(generated.map(({ id, mutations }) => [id, mutations.join(', ')]))(
    'random repository %s: after "%s" nothing changes that is not planned',
    id => {
      expect(wrong(id)).toEqual([])
    }
  )

  test('the random cases hold images that change and images that stay', () => {
    const images = generated.flatMap(({ id }) => proved.get(id)?.run.images ?? [])
    const digests = images.flatMap(({ before, after }) =>
      before !== undefined &&
      before !== 'blocked' &&
      after !== 'blocked' &&
      'digest' in before &&
      'digest' in after
        ? [before.digest === after.digest]
        : []
    )
    expect(digests.filter(same => same).length).toBeGreaterThan(2)
    expect(digests.filter(same => !same).length).toBeGreaterThan(2)
  })
})

describe('the judge', () => {
  const one = { digest: 'sha256:1' }
  const two = { digest: 'sha256:2' }
  const failure = { failure: 'COPY failed' }
  const image = (parts: Partial<ImageRun>): ImageRun => ({
    name: 'app',
    affected: false,
    reasons: [{ kind: 'file', text: 'a modified' }],
    before: one,
    after: one,
    materialised: parts.after ?? one,
    ...parts
  })
  const kinds = (parts: Partial<ImageRun>): readonly string[] =>
    judge({ images: [image(parts)] }, ['edit file']).map(({ kind }) => kind)

  test.each<readonly [string, Partial<ImageRun>, readonly string[]]>([
    ['the same and not planned: right', {}, []],
    ['changed and planned: right', { affected: true, after: two }, []],
    ['changed and not planned: a miss', { after: two }, ['miss']],
    ['broken and not planned: a miss', { after: failure }, ['miss']],
    ['repaired and not planned: a miss', { before: failure }, ['miss']],
    ['the same and planned: needless', { affected: true }, ['needless']],
    ['planned without a reason', { affected: true, after: two, reasons: [] }, ['unexplained']],
    [
      'planned without words for the reason',
      { affected: true, after: two, reasons: [{ kind: 'instruction', text: `x: ${UNEXPLAINED}` }] },
      ['unexplained']
    ],
    ['broken before and after: nothing is known', { before: failure, after: failure, affected: true }, []],
    ['behind a parent that fails: nothing is known', { after: 'blocked' }, []],
    ['other bytes from the materialised context: a difference', { materialised: two }, ['difference']],
    [
      'a failure from the materialised context alone: a difference',
      { materialised: failure },
      ['difference']
    ],
    [
      'a failure from the full folder alone: a difference',
      { affected: true, after: failure, materialised: one },
      ['difference']
    ]
  ])('%s', (_, parts, expected) => {
    expect(kinds(parts)).toEqual(expected)
  })
})

describe('a case', () => {
  test('is the same for the same seed and number, and another for others', () => {
    expect(caseText(generate(3, 5))).toBe(caseText(generate(3, 5)))
    expect(caseText(generate(3, 5))).not.toBe(caseText(generate(3, 6)))
    expect(caseText(generate(3, 5))).not.toBe(caseText(generate(4, 5)))
  })

  test('stays the same when it is written and read again, archives included', () => {
    for (let number = 0; number < 40; number += 1) {
      const proof = generate(11, number)
      expect(caseText(readCase(caseText(proof)))).toBe(caseText(proof))
    }
  })
})
