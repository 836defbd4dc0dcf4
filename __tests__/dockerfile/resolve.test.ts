import { describe, expect, test } from '@jest/globals'
import { build, sources } from './build.js'
import { parseDockerfile } from '../../src/dockerfile/parse.js'
import type { InheritedConfig } from '../../src/dockerfile/types.js'
import { cpuTime } from '../support/cpu-time.js'

const messages = (lines: readonly string[]): readonly string[] =>
  build(lines).problems.map(({ line, message }) => `${line}: ${message}`)

test('arguments stand in order of names', () => {
  const { args } = build(['FROM scratch', 'ARG D=1 B=2', 'ARG A C=3', 'ARG E'])
  expect(Object.entries(args)).toEqual([
    ['A', null],
    ['B', '2'],
    ['C', '3'],
    ['D', '1'],
    ['E', null]
  ])
})

describe('files', () => {
  test('are those of COPY, ADD and bind mounts of the stages that are reached', () => {
    const lines = [
      'FROM a AS one',
      'COPY x y /d/',
      'FROM b AS two',
      'COPY unused /',
      'FROM scratch',
      'ADD z /',
      'COPY ["a b", "/"]',
      'COPY <<E f /',
      'E',
      'RUN --mount=target=/m --mount=type=bind,"source=p",target=/p --mount=type=cache,target=/c --mount=type=secret,id=s x',
      'COPY --from=one q /'
    ]
    expect(sources(build(lines))).toEqual([
      'copy x',
      'copy y',
      'add z',
      'copy a b',
      'copy f',
      'bind .',
      'bind p'
    ])
  })

  test('carry line, --exclude and --parents', () => {
    expect(build(['FROM scratch', '', 'COPY --exclude=a --exclude=b --parents x/** /']).sources).toEqual([
      { kind: 'copy', pattern: 'x/**', exclude: ['a', 'b'], parents: true, line: 3 }
    ])
    expect(build(['FROM scratch', 'COPY --parents=false x /']).sources).toMatchObject([{ parents: false }])
  })

  test('are named with ARG and ENV of the stage, and of the stages it builds on', () => {
    const args = { B: 'b2' }
    const lines = [
      'ARG G=g',
      'FROM scratch AS one',
      'ARG A=a B=b G',
      'ENV E=$A.e F="x y"',
      'COPY $A $B $G $E ${TARGETARCH:-none} /',
      'FROM one',
      'ARG TARGETARCH',
      'RUN --mount=source=$A,target=/x y',
      'COPY $F ${TARGETARCH} /'
    ]
    expect(sources(build(lines, { args }))).toEqual([
      'copy a',
      'copy b2',
      'copy g',
      'copy a.e',
      'copy none',
      'bind a',
      'copy x y',
      'copy amd64'
    ])
  })

  test('go by the values before the instruction, and ENV goes over ARG in a child', () => {
    const lines = [
      'FROM scratch AS one',
      'ENV A=1 B=${A:-0}',
      'ARG A=2',
      'COPY $A$B /',
      'FROM one',
      'COPY $A$B /'
    ]
    expect(sources(build(lines))).toEqual(['copy 20', 'copy 10'])
  })

  test('are named with PATH of the base, which is the usual one where the base has none', () => {
    const lines = ['FROM base AS one', 'COPY $PATH /', 'FROM one', 'COPY $PATH /']
    const named = (env: Readonly<Record<string, string>>, complete = true): readonly string[] =>
      sources(build(lines, { inherited: () => ({ env, complete, onbuild: [] }) }))
    const usual = 'copy /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
    expect(named({ PATH: '/bin' })).toEqual(['copy /bin', 'copy /bin'])
    expect(named({})).toEqual([usual, usual])
    // What is not known may be anything.
    expect(named({}, false)).toEqual(['copy .', 'copy .'])
  })

  test('stand in order of stages, those of a folder that a stage begins with too', () => {
    const lines = ['FROM scratch AS a', 'COPY x /', 'FROM assets', 'COPY --from=a / /', 'COPY y /']
    expect(sources(build(lines, { contexts: { assets: 'path' } }))).toEqual([
      'copy x',
      'copy .@assets',
      'copy y'
    ])
  })

  test('of a mount are found in quoted fields and behind them', () => {
    const mounted = (mount: string): readonly string[] =>
      sources(build(['FROM scratch', `RUN --mount=${mount} x`]))
    expect(mounted(`'"type=bind","source=a,b",target=/x'`)).toEqual(['bind a,b'])
    expect(mounted(`'"target=/x",source=c'`)).toEqual(['bind c'])
    expect(mounted(`'source="a"'`)).toEqual([])
    expect(mounted(`'"source=a"x'`)).toEqual([])
  })

  test('named by a variable that the base image may set are a problem', () => {
    expect(messages(['FROM a', 'COPY $X /'])).toEqual([
      '2: COPY $X uses X, whose value may come from the base image'
    ])
    expect(messages(['FROM a', 'ARG X', 'COPY ${X:-d} /'])).toHaveLength(1)
    expect(messages(['FROM a', 'ENV X=$PATH', 'COPY $X /'])).toHaveLength(1)
    expect(messages(['FROM a', 'ARG X=1', 'COPY $X /', 'ENV PATH=/x:$PATH'])).toEqual([])
    expect(messages(['FROM scratch', 'COPY x$X /'])).toEqual([])
    expect(messages(['FROM a', 'RUN --mount=source=$X,target=/x y', 'COPY ${ /'])).toHaveLength(2)
  })

  test('from outside of the repository are a problem unless their content is fixed', () => {
    const commit = '0123456789abcdef0123456789abcdef01234567'
    const lines = [
      'FROM scratch',
      'ADD https://e.org/a.tgz /',
      'ARG S=sha256:00',
      'ADD --checksum=$S https://e.org/b.tgz /',
      'ADD https://e.org/c.git#main /',
      `ADD https://e.org/d.git#${commit}:sub /`,
      `ADD --checksum=${commit} git@e.org:f.git /`,
      `ADD git://e.org/g?commit=${commit} /`,
      'ADD github.com/local/path ftp://x /'
    ]
    const found = build(lines)
    expect(found.problems.map(({ line }) => line)).toEqual([2, 5])
    expect(sources(found)).toEqual(['add github.com/local/path', 'add ftp://x'])
    expect(messages(['FROM scratch', 'COPY https://e.org/x /'])).toHaveLength(1)
  })
})

describe('arguments', () => {
  test('are those declared in reached stages and used by their FROM, with the value of the build', () => {
    const lines = [
      'ARG V=1',
      'ARG U=2',
      'ARG N',
      'FROM x:$V',
      'ARG A=a',
      'ARG B',
      'ARG C=c',
      'ARG N',
      'ARG D=$A$C'
    ]
    expect(build(lines, { args: { C: 'given', Z: 'z' } }).args).toEqual({
      A: 'a',
      B: null,
      C: 'given',
      D: 'agiven',
      N: null,
      V: '1'
    })
    expect(build(['FROM x', 'ARG A=1', 'FROM y']).args).toEqual({})
  })

  test('that stages give different values stand beside one another', () => {
    const lines = ['ARG V=1', 'FROM x AS a', 'ARG V', 'FROM y', 'ARG V=2', 'COPY --from=a x y']
    expect(build(lines).args).toEqual({ V: '1', 'V#1': '2' })
  })

  test('that act without being declared count', () => {
    const args = { SOURCE_DATE_EPOCH: '0', BUILDKIT_INLINE_CACHE: '1', OTHER: 'x', ['__proto__']: 'y' }
    expect(build(['FROM x'], { args }).args).toEqual({ SOURCE_DATE_EPOCH: '0', BUILDKIT_INLINE_CACHE: '1' })
  })
})

describe('the canonical form', () => {
  const form = (...lines: readonly string[]): readonly string[] => build(lines).canonical

  test('does not see comments, layout, case of keywords, other stages and names of stages', () => {
    const one = form('FROM a AS x', 'RUN b c', 'FROM d', 'COPY --from=x e f', 'RUN ["g","h"]')
    const two = form(
      '# comment',
      'from z AS unused',
      'RUN nothing',
      'From  a as Q',
      'run b \\',
      '# in between',
      'c',
      '',
      'FROM d',
      'COPY --from=1 e f',
      'RUN [ "g", "h" ]'
    )
    expect(two).toEqual(one)
    expect(one).toHaveLength(6)
  })

  test.each([
    ['an argument', ['FROM a', 'RUN x']],
    ['blanks in a shell line', ['FROM a', 'RUN b  c']],
    ['a flag', ['FROM a', 'RUN --network=none b c']],
    ['the frontend', ['# syntax=s', 'FROM a', 'RUN b c']],
    ['the escape character', ['# escape=`', 'FROM a', 'RUN b c']],
    ['a here-document', ['FROM a', 'RUN b c <<E', 'E']],
    ['the JSON form', ['FROM a', 'RUN ["b","c"]']],
    ['the base', ['FROM b', 'RUN b c']],
    ['an instruction', ['FROM a', 'RUN b c', 'LABEL x=y']],
    ['a trigger', ['FROM a', 'RUN b c', 'ONBUILD RUN x']]
  ])('sees %s', (_, lines) => {
    expect(form(...lines)).not.toEqual(form('FROM a', 'RUN b c'))
  })

  test('sees the body of a here-document, and whether it is quoted', () => {
    const heredoc = (word: string, body: string): readonly string[] =>
      form('FROM a', `COPY <<${word} /x`, body, 'E')
    expect(heredoc('E', 'x')).not.toEqual(heredoc('E', 'y'))
    expect(heredoc('E', 'x')).not.toEqual(heredoc('"E"', 'x'))
  })

  test('tells which stage a copy takes from', () => {
    const two = ['FROM a AS x', 'FROM a AS y', 'FROM b', 'COPY --from=x . .', 'COPY --from=y . .']
    const turned = ['FROM a AS x', 'FROM a AS y', 'FROM b', 'COPY --from=y . .', 'COPY --from=x . .']
    expect(form(...two)).not.toEqual(form(...turned))
  })
})

describe('what an image hands on', () => {
  const handedOn = (...lines: readonly string[]): InheritedConfig => build(lines).config

  test('is ENV of the target and of what it builds on, not ARG', () => {
    expect(handedOn('FROM scratch AS a', 'ENV A=1', 'FROM a', 'ARG B=2', 'ENV C=$B PATH=/x').env).toEqual({
      A: '1',
      C: '2',
      PATH: '/x'
    })
    expect(handedOn('FROM scratch').env).toHaveProperty('PATH')
  })

  test('says whether it is all', () => {
    expect(handedOn('FROM scratch').complete).toBe(true)
    expect(handedOn('FROM x', 'ENV A=1 B=$Q')).toMatchObject({ env: { A: '1' }, complete: false })
  })

  test('are its own triggers', () => {
    const { onbuild } = handedOn(
      'FROM scratch AS a',
      'ONBUILD RUN a',
      'FROM a',
      'ONBUILD COPY x y',
      'ONBUILD RUN z'
    )
    expect(onbuild.map(({ keyword, rest }) => `${keyword} ${rest}`)).toEqual(['COPY x y', 'RUN z'])
  })

  test('are triggers as a child reads them when the escape character is a backtick', () => {
    const lines = ['# escape=`', 'FROM scratch', 'ONBUILD COPY --chown=a`b <<E /y', 'body', 'E']
    expect(handedOn(...lines).onbuild).toMatchObject([
      { flags: [{ value: 'a`b' }], heredocs: [{ name: 'E', body: 'body\n' }] }
    ])
  })
})

describe('what an image inherits', () => {
  const parent = parseDockerfile(
    [
      'FROM x',
      'ONBUILD ARG W=w',
      'ONBUILD COPY $V$W conf /',
      'ONBUILD COPY --from=tool t /',
      'ONBUILD FOO'
    ].join('\n')
  )
  const onbuild = parent.instructions.flatMap(({ trigger }) => trigger ?? [])
  const inherited = (name: string): InheritedConfig | undefined =>
    name === 'base' ? { env: { V: 'v' }, complete: true, onbuild } : undefined

  test('are variables and triggers, which run right after FROM with the line of FROM', () => {
    const found = build(['ARG A', 'FROM base', 'COPY $W $V /'], { inherited })
    expect(sources(found)).toEqual(['copy vw', 'copy conf', 'copy w', 'copy v'])
    expect(found.sources[0]?.line).toBe(2)
    expect(found.references.map(({ contextName }) => contextName)).toEqual(['base', 'tool'])
    expect(found.args).toEqual({ W: 'w' })
    expect(found.problems).toMatchObject([{ line: 2, message: 'unknown instruction FOO' }])
  })

  test('may name stages of the child', () => {
    const lines = ['FROM node AS tool', 'COPY js /', 'FROM base']
    expect(sources(build(lines, { inherited }))).toEqual(['copy js', 'copy vw', 'copy conf'])
  })

  test('do not reach grandchildren and come from a stage of the same file too', () => {
    const lines = ['FROM scratch AS a', 'ONBUILD COPY one /', 'FROM a AS b', 'FROM b']
    expect(sources(build(lines))).toEqual(['copy one'])
  })

  test('leave what is not known unknown, and give it all of the context', () => {
    const some = (): InheritedConfig => ({ env: { V: 'v' }, onbuild: [] })
    const found = build(['FROM base', 'COPY $V /', 'COPY $Q /'], { inherited: some })
    expect(sources(found)).toEqual(['copy v', 'copy .'])
    expect(found.problems).toHaveLength(1)
  })
})

describe('a large Dockerfile', () => {
  test('of 10,000 stages is resolved within five seconds', () => {
    const lines = ['FROM scratch AS s0', 'ENV A=1']
    for (let n = 1; n < 10_000; n++) lines.push(`FROM s${n - 1} AS s${n}`, `COPY f${n} /`)
    const started = cpuTime()
    expect(build(lines).sources).toHaveLength(9_999)
    expect(cpuTime() - started).toBeLessThan(5000)
  })
})
