import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { eventOf, isCommitId, isZero } from '../../src/changes/event.js'
import type { RunEvent } from '../../src/changes/event.js'
import { baseRule, howOf, SITUATIONS } from '../../src/changes/situations.js'
import type { BaseRule, Situation } from '../../src/changes/situations.js'
import { UNTRUSTED, untrusted } from '../../src/changes/untrusted.js'

const ZERO = '0'.repeat(40)
const BASE = 'b'.repeat(40)
const HEAD = 'd'.repeat(40)
const MERGE = 'e'.repeat(40)
const FIRST = '1'.repeat(40)

/** The payload of a pull request from a fork, as far as GitHub documents it. */
const PULL_REQUEST = {
  action: 'synchronize',
  number: 7,
  pull_request: { base: { ref: 'main', sha: BASE }, head: { ref: 'topic', sha: HEAD } },
  repository: { default_branch: 'main' }
}
const PUSH = {
  ref: 'refs/heads/main',
  before: BASE,
  after: HEAD,
  repository: { default_branch: 'main' }
}

interface Row {
  readonly name: string
  readonly event: string
  readonly payload: unknown
  /** Commit that is checked out, with its parents. */
  readonly head?: string
  readonly parents: readonly string[]
  readonly rule: BaseRule
}

const ROWS: readonly Row[] = [
  {
    name: 'a pull request at its merge commit is compared with the first parent',
    event: 'pull_request',
    payload: PULL_REQUEST,
    head: MERGE,
    parents: [FIRST, HEAD],
    rule: { kind: 'commit', revision: FIRST, how: 'first parent of the pull request merge commit' }
  },
  {
    name: 'a pull request whose head is checked out is compared with where it left its base branch',
    event: 'pull_request',
    payload: PULL_REQUEST,
    parents: [FIRST],
    rule: { kind: 'merge-base', with: [BASE], how: 'where the pull request left its base branch' }
  },
  {
    name: 'a pull request whose own head is a merge is not taken for the merge commit',
    event: 'pull_request',
    payload: PULL_REQUEST,
    parents: [FIRST, '2'.repeat(40)],
    rule: { kind: 'merge-base', with: [BASE], how: 'where the pull request left its base branch' }
  },
  {
    name: 'an octopus merge is not taken for the merge commit of a pull request',
    event: 'pull_request',
    payload: PULL_REQUEST,
    head: MERGE,
    parents: [FIRST, HEAD, '2'.repeat(40)],
    rule: { kind: 'merge-base', with: [BASE], how: 'where the pull request left its base branch' }
  },
  {
    name: 'a push is compared with the commit before it',
    event: 'push',
    payload: PUSH,
    parents: [FIRST],
    rule: { kind: 'commit', revision: BASE, how: 'the commit before the push' }
  },
  {
    name: 'a forced push is compared with the commit before it too',
    event: 'push',
    payload: { ...PUSH, forced: true },
    parents: [],
    rule: { kind: 'commit', revision: BASE, how: 'the commit before the push' }
  },
  {
    name: 'a push of a new branch is compared with where it left the default branch',
    event: 'push',
    payload: { ...PUSH, ref: 'refs/heads/topic', before: ZERO },
    parents: [FIRST],
    rule: {
      kind: 'merge-base',
      with: ['refs/remotes/origin/main'],
      how: 'where the new branch left the default branch'
    }
  },
  {
    name: 'a push of a new branch without a known default branch plans everything',
    event: 'push',
    payload: { ref: 'refs/heads/topic', before: ZERO },
    parents: [FIRST],
    rule: { kind: 'none', how: 'a new branch, and the default branch is not known' }
  },
  {
    name: 'the push of a tag plans everything',
    event: 'push',
    payload: { ...PUSH, ref: 'refs/tags/v1', before: ZERO },
    parents: [FIRST],
    rule: { kind: 'none', how: 'a tag was pushed' }
  },
  {
    name: 'a merge group is compared with its base',
    event: 'merge_group',
    payload: { action: 'checks_requested', merge_group: { base_sha: BASE, head_sha: HEAD } },
    parents: [FIRST],
    rule: { kind: 'commit', revision: BASE, how: 'base of the merge group' }
  },
  {
    name: 'the schedule plans everything',
    event: 'schedule',
    payload: { schedule: '0 3 * * 1' },
    parents: [FIRST],
    rule: { kind: 'none', how: 'event schedule compares with no commit' }
  },
  {
    name: 'a dispatch plans everything',
    event: 'workflow_dispatch',
    payload: { inputs: {}, ref: 'refs/heads/main' },
    parents: [FIRST],
    rule: { kind: 'none', how: 'a dispatch compares with no commit' }
  },
  {
    name: 'the first push of the default branch plans everything: its merge base with itself would be the head',
    event: 'push',
    payload: { ...PUSH, before: ZERO },
    parents: [],
    rule: { kind: 'none', how: 'the default branch was pushed for the first time' }
  },
  {
    name: 'the push that deletes a branch plans nothing, and says so',
    event: 'push',
    payload: { ...PUSH, after: ZERO, deleted: true },
    parents: [FIRST],
    rule: { kind: 'nothing', how: 'a branch or tag was deleted, so there is nothing to do' }
  },
  {
    name: 'a push that only claims to delete a branch is a push like any other',
    event: 'push',
    payload: { ...PUSH, deleted: true },
    parents: [FIRST],
    rule: { kind: 'commit', revision: BASE, how: 'the commit before the push' }
  },
  {
    name: 'an event that compares nothing plans everything',
    event: 'workflow_run',
    payload: {},
    parents: [FIRST],
    rule: { kind: 'none', how: 'event workflow_run compares with no commit' }
  }
]

describe('from the event to the base commit', () => {
  test.each(ROWS)('$name', ({ event, payload, head, parents, rule }) => {
    expect(baseRule(eventOf(event, payload), { id: head ?? HEAD, parents, time: 0 })).toEqual(rule)
  })

  test('--base is taken as it is', () => {
    const rule = baseRule({ kind: 'given', base: 'v1~2' }, { id: HEAD, parents: [], time: 0 })
    expect(rule).toEqual({ kind: 'commit', revision: 'v1~2', how: 'given by --base' })
  })

  test("a local run is compared with where the branch left the remote's default branch", () => {
    expect(baseRule({ kind: 'local' }, { id: HEAD, parents: [], time: 0 })).toEqual({
      kind: 'merge-base',
      with: ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/remotes/origin/master'],
      how: "where the branch left the remote's default branch"
    })
  })
})

describe('a payload is somebody else’s text', () => {
  const hostile: readonly (readonly [string, string, unknown])[] = [
    ['a base that is an option', 'pull_request', withBase('--upload-pack=touch /tmp/x')],
    ['a base that is a revision expression', 'pull_request', withBase('main~1')],
    ['a base with a line feed', 'pull_request', withBase(`${BASE}\n`)],
    ['a short base', 'pull_request', withBase(BASE.slice(1))],
    ['a base in capitals', 'pull_request', withBase('B'.repeat(40))],
    ['a base that is a number', 'pull_request', withBase(7)],
    ['no head', 'pull_request', { pull_request: { base: { sha: BASE } } }],
    ['no payload', 'pull_request', undefined],
    ['a list', 'pull_request', []],
    ['a field from the prototype only', 'pull_request', Object.create(PULL_REQUEST)],
    ['a push before an option', 'push', { ...PUSH, before: '--help' }],
    ['a push without before', 'push', { ref: 'refs/heads/main' }],
    ['a push of null', 'push', null],
    ['a merge group without a base', 'merge_group', { merge_group: {} }],
    ['a merge group with a word', 'merge_group', { merge_group: { base_sha: 'HEAD' } }]
  ]
  test.each(hostile)('%s (%s) plans everything', (_, event, payload) => {
    expect(eventOf(event, payload)).toMatchObject({ kind: 'unreadable' })
    expect(baseRule(eventOf(event, payload), { id: HEAD, parents: [FIRST], time: 0 })).toMatchObject({
      kind: 'none',
      how: expect.stringMatching(/^the event names no (base commit|commit before the push)$/)
    })
  })

  test.each(['$(touch x)', 'main\nevil', 'a b', '*', 'main^{/x}', 'a..b', 'x'.repeat(300), ''])(
    'a default branch called %j never becomes a revision',
    branch => {
      const event = eventOf('push', {
        ...{ ...PUSH, ref: 'refs/heads/topic', before: ZERO },
        repository: { default_branch: branch }
      })
      const rule = baseRule(event, { id: HEAD, parents: [], time: 0 })
      expect(rule.kind).toBe('none')
    }
  )

  test('the name of an unknown event is not repeated unless it is a plain word', () => {
    expect(eventOf('::set-env name=X::', {})).toEqual({ kind: 'other', name: '(unknown)' })
    expect(eventOf('__proto__', {})).toEqual({ kind: 'other', name: '__proto__' })
    expect(eventOf('x'.repeat(1_000_000), {})).toEqual({ kind: 'other', name: '(unknown)' })
  })

  test('whatever the payload is, every revision is a commit id', () => {
    const events = fc.constantFrom('pull_request', 'push', 'merge_group', 'pull_request_review', 'issues')
    const text = fc.oneof(fc.string(), fc.constantFrom(BASE, ZERO, HEAD, 'HEAD', '-x', 'refs/tags/a'))
    const value = fc.oneof(text, fc.integer(), fc.constant(null), fc.dictionary(fc.string(), text))
    const payload = fc.oneof(
      fc.jsonValue(),
      fc.record({ ref: value, before: value, repository: fc.record({ default_branch: value }) }),
      fc.record({
        pull_request: fc.record({ base: fc.record({ sha: value }), head: fc.record({ sha: value }) })
      }),
      fc.record({ merge_group: fc.record({ base_sha: value }) })
    )
    fc.assert(
      fc.property(events, payload, (name, body) => {
        const event: RunEvent = eventOf(name, body)
        const rule = baseRule(event, { id: HEAD, parents: [FIRST], time: 0 })
        if (rule.kind === 'commit') expect(rule.revision).toMatch(/^[0-9a-f]{40,64}$/)
        if (rule.kind === 'merge-base') {
          for (const ref of rule.with)
            expect(ref).toMatch(/^([0-9a-f]{40,64}|refs\/remotes\/origin\/[\w./-]+)$/)
        }
      })
    )
  })
})

test('a commit id is 40 or 64 hexadecimal digits and nothing around them', () => {
  for (const id of [BASE, '0123456789abcdef'.repeat(4)]) {
    expect(isCommitId(id)).toBe(true)
    for (const wrong of [`x${id}`, `${id}x`, ` ${id}`, `${id}\n`, id.slice(1), `${id}0`, id.toUpperCase()])
      expect(isCommitId(wrong)).toBe(false)
  }
  expect([isZero(ZERO), isZero(`${ZERO}1`), isZero(`1${ZERO}`), isZero('')]).toEqual([
    true,
    false,
    false,
    false
  ])
})

describe('the table', () => {
  const rows: readonly Situation[] = SITUATIONS

  test('has every row once, each with words for the plan', () => {
    expect(new Set(rows.map(row => row.id)).size).toBe(rows.length)
    expect(new Set(rows.map(row => row.how)).size).toBe(rows.length)
  })

  test.each([
    'given',
    'pull-request-merge',
    'pull-request-head',
    'merge-group',
    'deleted',
    'tag',
    'push',
    'push-first',
    'push-new-branch',
    'push-unknown-default',
    'schedule',
    'dispatch',
    'unreadable',
    'other',
    'local-branch',
    'local-default',
    'local-changes',
    'local-clean',
    'local-first'
  ] as const)('finds the row %s by its name', id => {
    expect(howOf(id)).not.toBe(id)
  })

  test.each([
    'missing',
    'unrelated',
    'several',
    'too-shallow',
    'not-deepened',
    'shallow',
    'parent-missing'
  ] as const)('finds the reason %s by its name', id => {
    expect(untrusted(id)).not.toBe(id)
  })

  test('leaves no event without a row', () => {
    const commit = fc.constantFrom(BASE, ZERO)
    const event: fc.Arbitrary<RunEvent> = fc.oneof(
      fc.record({ kind: fc.constant('pull-request' as const), base: commit, head: commit }),
      fc.record({
        kind: fc.constant('push' as const),
        before: commit,
        ref: fc.constantFrom('', 'refs/heads/main', 'refs/heads/topic'),
        defaultBranch: fc.constantFrom('main', undefined)
      }),
      fc.record({ kind: fc.constantFrom('merge-group' as const, 'given' as const), base: commit }),
      fc.record({ kind: fc.constantFrom('deleted' as const, 'tag' as const, 'schedule' as const) }),
      fc.record({ kind: fc.constantFrom('dispatch' as const, 'local' as const) })
    )
    fc.assert(
      fc.property(event, fc.array(commit, { maxLength: 3 }), (any, parents) => {
        const rule = baseRule(any, { id: HEAD, parents, time: 0 })
        expect(rows.map(row => row.how)).toContain(rule.how)
      })
    )
  })

  test('says the reasons for everything with their details', () => {
    expect(untrusted('missing', { what: 'X', why: 'Y' })).toBe(
      'X is not in this clone and cannot be fetched: Y'
    )
    expect(new Set(UNTRUSTED.map(row => row.how)).size).toBe(UNTRUSTED.length)
    expect(howOf('local-first')).toBe('this is the first commit')
  })
})

function withBase(sha: unknown): unknown {
  return { pull_request: { base: { sha }, head: { sha: HEAD } } }
}
