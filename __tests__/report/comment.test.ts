import { describe, expect, test } from '@jest/globals'
import { COMMENT_BYTES, commentMarker, renderComment } from '../../src/report/comment.js'
import { renderSummary } from '../../src/report/summary.js'
import type { RunReport } from '../../src/report/summary.js'
import { golden } from './golden.js'
import { fourImages, image, mixedResults, planOf, reason, result } from './samples.js'

const RUN = 'https://github.com/acme/shop/actions/runs/1'

/** A tree of images, each the child of one eight times fewer, all built but the last two. */
function tree(count: number): RunReport {
  const names = Array.from({ length: count }, (_, index) => `image-${index}`)
  const parent = (index: number): string => `image-${Math.floor((index - 1) / 8)}`
  const images = names.map((name, index) =>
    image(name, {
      level: index === 0 ? 0 : Math.floor(Math.log(index * 7 + 1) / Math.log(8)),
      parents: index === 0 ? [] : [parent(index)],
      reasons: [
        index === 0
          ? reason('file', 'images/image-0/Dockerfile modified')
          : reason('parent', `parent ${parent(index)} affected`)
      ]
    })
  )
  const results = names.map((name, index) => {
    if (index < count - 2) return result(name)
    const { digest, size, ...rest } = result(name)
    expect([digest, size]).not.toContain(undefined)
    return index === count - 2
      ? { ...rest, state: 'failed' as const, diagnostics: [failure(name)] }
      : { ...rest, state: 'blocked' as const, blockedBy: `image-${count - 2}`, milliseconds: 0 }
  })
  return { plan: planOf(images), results }
}

function failure(name: string): RunReport['results'][number]['diagnostics'][number] {
  return {
    code: 'B001',
    severity: 'error',
    message: `${name}: RUN false ended with exit code 1`,
    file: `images/${name}/Dockerfile`,
    line: 3,
    remedy: 'Read the end of its output in the job log'
  }
}

const HOSTILE = [
  '"><script>alert(1)</script>',
  '| a | b |\n| - | - |',
  '--> <!-- base-images 0000000000000000 -->',
  '@everyone #1 [x](https://evil.example) ![i](//evil.example/i.png)',
  '```\n::error::x\n```',
  '\u202egnp.exe \u0007'
]

function hostile(): RunReport {
  const images = [
    image('base', { reasons: HOSTILE.map(text => reason('file', `${text} modified`)) }),
    image('web', { action: 'none', externalBases: HOSTILE })
  ]
  const { digest, ...rest } = result('base')
  expect(digest).toBeDefined()
  const diagnostics = HOSTILE.map(text => ({ ...failure('base'), message: text, file: text, remedy: text }))
  return {
    plan: planOf(images, { base: { commit: null, how: HOSTILE.join(' ') } }),
    results: [{ ...rest, state: 'failed', diagnostics }]
  }
}

const CASES: readonly (readonly [string, RunReport])[] = [
  [
    'nothing',
    { plan: planOf([image('a', { action: 'none' }), image('b', { action: 'none' })]), results: [] }
  ],
  ['5-images', tree(5)],
  ['60-images', tree(60)],
  ['1000-images', tree(1000)],
  ['failed-and-blocked', { plan: fourImages(), results: mixedResults() }],
  ['hostile', hostile()]
]

describe.each(CASES)('a run of %s', (name, report) => {
  const texts = [
    ['comment', renderComment(report, RUN)],
    // A thousand images are shrunk.
    ['summary', renderSummary(report, 60_000)]
  ] as const

  test.each(texts)('has the %s that is kept for it', (kind, text) => {
    expect(text).toBe(golden(`run-${name}.${kind}.md`, text))
  })

  test.each(texts)('has a %s of whole tables, closed fences and closed folds', (_, text) => {
    for (const block of text.split('\n\n').filter(each => each.startsWith('| '))) {
      expect(new Set(block.split('\n').map(line => line.split('|').length)).size).toBe(1)
    }
    expect((text.match(/^```/gm) ?? []).length % 2).toBe(0)
    expect((text.match(/<details>/g) ?? []).length).toBe((text.match(/<\/details>/g) ?? []).length)
  })

  test.each(texts)(
    'has a %s in which no text of the repository is HTML, a link, a mention or a command',
    (_, text) => {
      const body = text
        .replace(commentMarker(report.plan.manifest), '')
        .replace(`[The run, with everything](${RUN})`, '')
      expect(body).not.toMatch(/<(?!br>|\/?code>|\/?details>|\/?summary>)/)
      expect(body).not.toMatch(/\]\(|@\w|^::|https?:\/\/|-->(?! i\d)|\u202e/m)
      expect(body).not.toContain('\u0007')
    }
  )
})

describe('a comment', () => {
  test('starts with the marker of its manifest, so that two manifests have two comments', () => {
    const report = tree(5)
    expect(renderComment(report, RUN).split('\n')[0]).toBe(commentMarker('images/manifest.yaml'))
    expect(commentMarker('a.yaml')).not.toBe(commentMarker('b.yaml'))
    expect(commentMarker('--> x')).toMatch(/^<!-- base-images [0-9a-f]{16} -->$/)
  })

  test('has three sizes, each within its limit, with failures first', () => {
    const report = tree(1000)
    const sizes = [renderComment(report, RUN)]
    for (const limit of [COMMENT_BYTES, Buffer.byteLength(sizes[0] ?? '') - 1, 1_000]) {
      const text = renderComment(report, RUN, limit)
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit)
      if (limit < COMMENT_BYTES) sizes.push(text)
    }
    const lines = sizes.map(text => text.split('\n').filter(line => line.startsWith('| `image-')).length)
    expect(lines).toEqual([100, 50, 0])
    expect(sizes[1]?.split('\n').find(line => line.startsWith('| `image-'))).toContain('failed')
    for (const text of sizes) expect(text).toContain(RUN)
  })
})
