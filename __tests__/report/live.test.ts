import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Progress } from '../../src/build/progress.js'
import type { BuildResult } from '../../src/build/results.js'
import { afterProgress, renderLive } from '../../src/report/live.js'
import type { Live, LiveView } from '../../src/report/live.js'

const VIEW: LiveView = { columns: 90, rows: 24, colour: false, now: 12_300, begun: 0, cancelled: false }
const ID = (image: string): string => `${image} linux/amd64`

/** The state after what was told, each at its time. */
function liveAfter(...told: readonly (readonly [at: number, progress: Progress])[]): Live {
  return told.reduce<Live>((live, [at, progress]) => afterProgress(live, progress, at), new Map())
}

function planned(needs: Readonly<Record<string, readonly string[]>>): readonly [number, Progress] {
  const tasks = Object.entries(needs).map(([image, above]) => ({
    id: ID(image),
    image,
    platform: 'linux/amd64',
    needs: above.map(ID)
  }))
  return [0, { kind: 'planned', tasks }]
}

function started(at: number, image: string, builder?: string): readonly [number, Progress] {
  return [at, { kind: 'started', id: ID(image), builder }]
}

function ended(at: number, image: string, result: Partial<BuildResult>): readonly [number, Progress] {
  const usual = { image, platform: 'linux/amd64', state: 'built' as const, parents: {}, milliseconds: 0 }
  return [at, { kind: 'ended', id: ID(image), result: { ...usual, diagnostics: [], ...result } }]
}

const step = (at: number, image: string, words: string): readonly [number, Progress] => [
  at,
  { kind: 'step', id: ID(image), step: words }
]

describe('the live table', () => {
  test('tells of every image what it does, waits for or came to, and counts all', () => {
    const live = liveAfter(
      planned({
        base: [],
        old: [],
        web: ['base'],
        shop: ['web'],
        bad: ['base'],
        worse: ['bad'],
        late: ['base']
      }),
      started(0, 'base'),
      ended(3_200, 'base', { milliseconds: 3_200 }),
      ended(3_300, 'old', { state: 'reused', milliseconds: 100 }),
      started(3_300, 'web'),
      step(4_000, 'web', '[2/3] RUN pip install'),
      started(3_300, 'bad'),
      ended(9_000, 'bad', { state: 'failed', milliseconds: 5_700 }),
      ended(9_000, 'worse', { state: 'blocked', blockedBy: 'bad' })
    )
    expect(renderLive(live, VIEW)).toEqual([
      'IMAGE  STATE               STEP',
      'base   built in 3.2 s',
      'old    reused in 0.1 s',
      'web    building 9.0 s      [2/3] RUN pip install',
      'shop   waits for web',
      'bad    failed in 5.7 s',
      'worse  blocked by bad',
      'late   waits for its turn',
      '4 of 7 ended, 1 built, 1 reused, 1 failed, 1 blocked, 1 building, 2 waiting, 12 s'
    ])
  })

  test('names the platform where there are several, and the builder', () => {
    const tasks = ['linux/amd64', 'linux/386'].map(platform => {
      return { id: `base ${platform}`, image: 'base', platform, needs: [] }
    })
    const live = liveAfter([0, { kind: 'planned', tasks }], started(12_000, 'base', 'two'))
    expect(renderLive(live, VIEW).slice(0, 3)).toEqual([
      'IMAGE  PLATFORM     STATE',
      'base   linux/amd64  building 0.3 s on two',
      'base   linux/386    waits for its turn'
    ])
  })

  test('an image whose builder went away waits again, and begins anew on another', () => {
    const told = [
      planned({ base: [] }),
      started(0, 'base', 'one'),
      step(1_000, 'base', '[1/2] RUN make')
    ] as const
    const lost = liveAfter(...told, [2_000, { kind: 'waits', id: ID('base') }])
    expect(renderLive(lost, VIEW)[1]).toBe('base   waits for its turn')
    const again = liveAfter(
      ...told,
      [2_000, { kind: 'waits', id: ID('base') }],
      started(11_300, 'base', 'two')
    )
    expect(renderLive(again, VIEW)[1]).toBe('base   building 1.0 s on two')
    // The last words of a build that was ended.
    expect(renderLive(afterProgress(lost, step(0, 'base', '[2/2] RUN')[1], 2_100), VIEW)[1]).toBe(
      'base   waits for its turn'
    )
  })

  test('of more images than lines it shows those that run, failed and ended last, in the order of the plan', () => {
    const names = Array.from({ length: 30 }, (_, index) => `i${String(index).padStart(2, '0')}`)
    const live = liveAfter(
      planned(Object.fromEntries(names.map(name => [name, []]))),
      ...names.slice(0, 20).map((name, at) => {
        return ended(at, name, name === 'i02' ? { state: 'failed' } : { milliseconds: 1_000 })
      }),
      started(30, 'i29'),
      started(30, 'i20')
    )
    expect(renderLive(live, { ...VIEW, rows: 8 })).toEqual([
      'IMAGE  STATE',
      'i02    failed',
      'i18    built in 1.0 s',
      'i19    built in 1.0 s',
      'i20    building 12 s',
      'i29    building 12 s',
      '20 of 30 ended, 19 built, 1 failed, 2 building, 8 waiting, 12 s'
    ])
  })

  test('cuts a step to what is left of the line, and leaves it out where that says nothing', () => {
    const live = liveAfter(
      planned({ base: [] }),
      started(0, 'base'),
      step(0, 'base', '[2/2] RUN make everything')
    )
    const line = (columns: number): string | undefined => renderLive(live, { ...VIEW, columns })[1]
    expect(line(36)).toBe('base   building 12 s  [2/2] RUN mak…')
    expect(line(29)).toBe('base   building 12 s')
    expect(line(12)).toBe('base   buil…')
  })

  test('says that it ends what runs, after it was cancelled', () => {
    const live = liveAfter(planned({ base: [] }), started(0, 'base'))
    const view = { ...VIEW, cancelled: true }
    expect(renderLive(live, view).at(-1)).toBe('0 of 1 ended, 1 building, 12 s; cancelled, ends what runs')
  })

  test('no text of a repository moves the cursor, and colours are there only on request', () => {
    const live = liveAfter(
      planned({ base: [] }),
      started(0, 'base'),
      step(0, 'base', '[1/1] RUN \u001b[2J\rgone')
    )
    expect(renderLive(live, VIEW)[1]).toBe('base   building 12 s  [1/1] RUN \\u{1b}[2J\\rgone')
    expect(renderLive(live, { ...VIEW, colour: true })[1]).toBe(
      'base   \u001b[33mbuilding 12 s\u001b[0m  \u001b[90m[1/1] RUN \\u{1b}[2J\\rgone\u001b[0m'
    )
  })

  test('is never wider or higher than the terminal, whatever happens', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,40}$/)
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('started', 'step', 'ended', 'waits'), fc.string())),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 50 }),
        (names, events, columns, rows) => {
          const told = events.flatMap(([pick, kind, text], at) => {
            const image = names[pick % names.length]
            if (image === undefined) return []
            if (kind === 'started') return [started(at, image, text)]
            if (kind === 'step') return [step(at, image, text)]
            return kind === 'ended'
              ? [ended(at, image, {})]
              : [[at, { kind: 'waits', id: ID(image) }] as const]
          })
          const live = liveAfter(planned(Object.fromEntries(names.map(each => [each, []]))), ...told)
          const lines = renderLive(live, { ...VIEW, columns, rows })
          expect(lines.length).toBeLessThan(Math.max(2, rows))
          for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns)
        }
      )
    )
  })
})
