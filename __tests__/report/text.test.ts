import { describe, expect, test } from '@jest/globals'
import type { Row } from '../../src/plan/types.js'
import { renderSummary } from '../../src/report/summary.js'
import { errorAt } from '../../src/diagnostics/diagnostic.js'
import { renderPlanText, renderResultsText, renderRunText } from '../../src/report/text.js'
import { golden } from './golden.js'
import { fourImages, image, mixedResults, planOf, reason, result } from './samples.js'

test('a plan for the terminal tells what is compared, what is done and why', () => {
  const text = renderPlanText(fourImages())
  expect(text).toBe(golden('plan.txt', text))
})

test('a plan without work says so in a sentence', () => {
  const text = renderPlanText(planOf([image('python-base', { action: 'none' })]))
  expect(text).toBe(golden('plan-empty.txt', text))
})

test('an image that is affected and was not asked for is not told as unaffected', () => {
  const affected = { 'linux/amd64': { key: 'b'.repeat(64), affected: true } }
  const plan = planOf([
    image('web', { reasons: [reason('asked', 'asked for by --image')] }),
    image('api', { action: 'none', platforms: affected }),
    image('alone', { action: 'none' })
  ])
  const text = renderPlanText(plan, { given: { images: ['web'] } })
  expect(text).toContain('\n1 of 3 images in the plan: 1 to build.\n')
  expect(text).toContain('\nNot asked for, but affected: api.\nNot affected: alone.\nNext: ')
  const summary = renderSummary({ plan, results: [] })
  expect(summary).toContain('<summary>Not asked for, but affected: 1</summary>\n\n`api`\n')
  expect(summary).toContain('<summary>Not affected: 1</summary>\n\n`alone`\n')
})

test('a plan that compared nothing says why it takes everything', () => {
  const text = renderPlanText(
    planOf([image('a', { reasons: [reason('no-base', 'no trustworthy base commit: a tag was pushed')] })], {
      base: { commit: null, how: 'a tag was pushed' }
    })
  )
  expect(text).toContain('Everything at ddddddd, because nothing could be compared: a tag was pushed.')
})

test('a plan of several rows says how long the run is thought to take; one of a single row does not', () => {
  const row = (id: string): Row => ({ id, images: [id], platform: 'linux/amd64', runner: 'ubuntu-24.04' })
  const work = { 'linux/amd64': 360 }
  const estimate = { seconds: 300, criticalPath: 270, barriers: 30, work, machines: 20, start: 30 }
  const images = ['base', 'web', 'tools'].map(name => image(name))
  const several = planOf(images, { levels: [[row('base')], [row('web'), row('tools')]], estimate })
  const told =
    'Estimated 5 min 0 s, at 2 min 0 s an image, for 3 rows in 2 levels on up to 20 machines; ' +
    'the longest chain takes 4 min 30 s, waiting for levels costs 30 s.'
  expect(renderPlanText(several)).toContain(told)
  expect(renderSummary({ plan: several, results: [] })).toContain(told)
  expect(renderPlanText({ ...several, estimate: { ...estimate, barriers: 0 } })).toContain('costs nothing.')
  const timed = (builds: number): string =>
    renderPlanText({ ...several, estimate: { ...estimate, timed: { builds, usual: 90 } } })
  expect(timed(2)).toContain('from earlier times of 2 of 3 builds and 1 min 30 s for each other, for 3 rows')
  expect(timed(3)).toContain('from earlier times of 3 of 3 builds, for 3 rows')
  expect(renderPlanText(planOf(images, { levels: [[row('base')]], estimate }))).not.toContain('Estimated')
})

test('what was there already says what was done all the same', () => {
  const plan = planOf([
    image('tried', { action: 'test', reasons: [reason('test', 'smoke test changed')] }),
    image('again', { platforms: { 'linux/amd64': { key: 'a'.repeat(64), affected: true, salt: 'run 1' } } }),
    image('found')
  ])
  const results = ['tried', 'again', 'found'].map(name => result(name, { state: 'reused' }))
  const text = renderResultsText(results, { plan })
  expect(text).toMatch(/^tried +smoke test changed +reused, tested +ffff/m)
  expect(text).toMatch(/^again .* reused: same content +ffff/m)
  expect(text).toMatch(/^found .* reused +ffff/m)
})

const REHEARSAL = { registry: 'localhost:5000/try', platforms: ['linux/amd64'], images: [] }
const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? ''

describe('the next step', () => {
  test('of a plan repeats what was given', () => {
    expect(lastLine(renderPlanText(fourImages(), { given: { ...REHEARSAL, images: ['web'] } }))).toBe(
      'Next: base-images build --registry localhost:5000/try --platform linux/amd64 --image web'
    )
    const tagged = planOf([image('web', { action: 'retag' })])
    expect(lastLine(renderPlanText(tagged, { given: { manifest: 'm.yaml', images: ['web'] } }))).toBe(
      'Next: base-images release --manifest m.yaml --dry-run'
    )
  })

  test('of a build that is green is the release, and first a look at it where a registry was given', () => {
    const next = (given: object, plan = fourImages()): string =>
      lastLine(renderResultsText([result('python-base')], { plan, given }))
    expect(next({})).toBe('Next: base-images release')
    expect(next(REHEARSAL)).toBe(
      'Next: base-images release --registry localhost:5000/try --platform linux/amd64 --dry-run'
    )
    expect(next({ plan: 'plan.json' })).toBe('Next: base-images release --plan plan.json')
    const head = { ...fourImages().head, dirty: true }
    expect(next({}, { ...fourImages(), head })).toBe('Next: commit the changes, then base-images release')
  })

  test('of a build under a key of its run needs the plan that names the key', () => {
    const platforms = { 'linux/amd64': { key: 'a'.repeat(64), affected: true, salt: 'run local 1' } }
    const plan = planOf([image('web', { platforms })])
    const next = (given: object): string =>
      lastLine(renderResultsText([result('web')], { plan, given: { ...given, rebuild: true } }))
    expect(next({})).toBe(
      'Next: to release what has a key of its run, base-images plan --rebuild --format json > plan.json, ' +
        'then build and release with --plan plan.json'
    )
    expect(next({ plan: 'p.json' })).toBe('Next: base-images release --plan p.json')
  })

  test('is left out in a job', () => {
    const context = { plan: fourImages(), inJob: true }
    expect(renderResultsText([result('python-base')], context)).not.toContain('Next:')
  })

  test('shows no escape sequence', () => {
    expect(renderPlanText(fourImages(), { given: { base: 'a\u001b[2J' } })).toContain("--base 'a\\u{1b}[2J'")
  })
})

test('colours change no letter of the plan', () => {
  const plain = renderPlanText(fourImages())
  const coloured = renderPlanText(fourImages(), { colour: true })
  expect(coloured).not.toBe(plain)
  // eslint-disable-next-line no-control-regex -- the escape sequences are what is taken away
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain)
})

test('results for the terminal are a table of image, why, result, digest, size and time', () => {
  const text = renderResultsText(mixedResults(), { plan: fourImages() })
  expect(text).toBe(golden('results.txt', text))
})

test('what failed is to be repaired before a repetition; what the machine or registry did, to be seen to', () => {
  const next = (...codes: readonly ('B001' | 'B002' | 'W002')[]): string => {
    const results = codes.map((code, at) => {
      const diagnostics = [errorAt(code, { file: 'a' }, 'x', 'y')]
      return result(`image-${at}`, { state: 'failed', diagnostics })
    })
    return lastLine(renderResultsText([...results, result('late', { state: 'cancelled' })]))
  }
  const again = 'run the same command again; what is finished is not built again.'
  expect(next('B001')).toBe(`Next: repair image-0, then ${again}`)
  expect(next('B001', 'W002', 'B002')).toBe(`Next: repair image-0, image-2, then ${again}`)
  expect(next('W002')).toBe(`Next: see to what is told above, then ${again}`)
  expect(next()).toBe(`Next: ${again}`)
})

test('without results the sentence alone is left', () => {
  expect(renderResultsText([])).toBe('Nothing was built.\n')
})

test('a run for the job log lists plan and outcome', () => {
  const text = renderRunText(fourImages(), mixedResults(), undefined)
  expect(text).toBe(golden('run.txt', text))
})

test('no escape sequence and no line break of a file name reaches the terminal', () => {
  const text = renderPlanText(
    planOf([image('a', { reasons: [reason('file', 'images/\u001b[31m\n\u202Ea\udcff.txt modified')] })])
  )
  expect(text).toContain('images/\\u{1b}[31m\\n\\u{202e}a\\u{dcff}.txt modified')
  // eslint-disable-next-line no-control-regex -- that there is none is the point
  expect(text).not.toMatch(/\u001b/)
})

test('platforms are told apart where there are several', () => {
  const many = planOf([
    image('a', {
      platforms: {
        'linux/amd64': { key: 'a'.repeat(64), affected: true },
        'linux/arm64': { key: 'b'.repeat(64), affected: true }
      }
    })
  ])
  const text = renderResultsText([result('a'), result('a', { platform: 'linux/arm64' })], { plan: many })
  expect(text).toContain('a (linux/amd64)')
  expect(text).toContain('a (linux/arm64)')
})
