import { describe, expect, test } from '@jest/globals'
import { parseDockerfile } from '../../src/dockerfile/parse.js'
import type { Instruction } from '../../src/dockerfile/types.js'
import { cpuTime } from '../support/cpu-time.js'

const read = (...lines: readonly string[]): readonly Instruction[] =>
  parseDockerfile(lines.join('\n')).instructions
const rests = (...lines: readonly string[]): readonly string[] =>
  read(...lines).map(({ keyword, rest }) => `${keyword} ${rest}`)
const problems = (...lines: readonly string[]): readonly string[] =>
  parseDockerfile(lines.join('\n')).problems.map(({ line, message }) => `${line}: ${message}`)

describe('lines', () => {
  test('are instructions with upper-case keyword, rest and line', () => {
    expect(read('# c', '', 'from a', '  Run  x  y ')).toMatchObject([
      { keyword: 'FROM', rest: 'a', line: 3, flags: [], heredocs: [] },
      { keyword: 'RUN', rest: 'x  y', line: 4, firstLine: '  Run  x  y ' }
    ])
  })

  test('go on after the escape character, over comments and empty lines', () => {
    expect(rests('FROM a', 'RUN x \\', '# c', '', '  # d', '   y \\  ', 'z', 'RUN q')).toEqual([
      'FROM a',
      'RUN x    y z',
      'RUN q'
    ])
  })

  test('end with a doubled escape character', () => {
    expect(rests('FROM a', 'RUN x \\\\', 'RUN y')).toEqual(['FROM a', 'RUN x \\\\', 'RUN y'])
  })

  test('may end with carriage returns and begin with a byte order mark', () => {
    expect(rests('\ufeffFROM a\r', 'RUN x \\\r', ' y\r', '')).toEqual(['FROM a', 'RUN x  y'])
  })

  test('go on when the character before the last but one is the escape character', () => {
    expect(rests('FROM a', 'RUN \\a\\', 'b', 'RUN \\ \\', 'c')).toEqual(['FROM a', 'RUN \\ab', 'RUN \\ c'])
  })

  test('of a file that ends inside of a continuation are still read', () => {
    expect(rests('FROM a', 'RUN x \\')).toEqual(['FROM a', 'RUN x'])
  })
})

describe('directives', () => {
  const directives = (...lines: readonly string[]): unknown => parseDockerfile(lines.join('\n')).directives

  test('are read from the first comment lines only, whatever the case', () => {
    expect(directives('# Syntax = a/b:1 x', '#ESCAPE=`', '# check=skip=all', 'FROM a')).toEqual({
      syntax: 'a/b:1 x',
      escape: '`',
      check: 'skip=all'
    })
    expect(directives('# other', '# syntax=a/b', '# escape=`')).toEqual({ escape: '\\' })
    expect(directives('', '# escape=`')).toEqual({ escape: '\\' })
    expect(directives('FROM a', '# escape=`')).toEqual({ escape: '\\' })
  })

  test('syntax stands also after #!, after // and in JSON, but not after blanks', () => {
    expect(directives('#!/bin/x', '# syntax=a')).toMatchObject({ syntax: 'a' })
    expect(directives('// syntax=a', 'x')).toMatchObject({ syntax: 'a' })
    expect(directives('{"syntax":"a"}')).toMatchObject({ syntax: 'a' })
    expect(directives(' # syntax=a')).toEqual({ escape: '\\' })
  })

  test('escape makes the backtick continue lines and leaves backslashes alone', () => {
    expect(rests('# escape=`', 'FROM a', 'RUN x `', ' C:\\', 'RUN y')).toEqual([
      'FROM a',
      'RUN x  C:\\',
      'RUN y'
    ])
  })

  test('that stand twice or are wrong are problems', () => {
    expect(problems('# escape=`', '# escape=`', 'FROM a')).toEqual(['2: the directive escape stands twice'])
    expect(problems('# escape=x', 'FROM a')).toEqual(['1: the escape character is x, expected \\ or `'])
  })
})

describe('flags', () => {
  test('stand before the rest, quoted or not', () => {
    const [, copy] = read('FROM a', 'COPY --from="b c" --link --chown=a:b --exclude=x\\ y -- --z /w')
    expect(copy).toMatchObject({
      rest: '--z /w',
      flags: [
        { name: 'from', value: 'b c' },
        { name: 'link' },
        { name: 'chown', value: 'a:b' },
        { name: 'exclude', value: 'x y' }
      ]
    })
    expect(Object.keys(copy?.flags[1] ?? {})).toEqual(['name'])
  })

  test('that are unknown, doubled or outside of ASCII are problems', () => {
    expect(
      problems('FROM --x=y a', 'COPY --link --link a b', 'RUN --mount=a --mount=b x', 'COPY --from=ü a b')
    ).toEqual([
      '1: unknown flag --x of FROM',
      '2: the flag --link stands twice',
      '4: a flag of COPY holds characters outside of ASCII, which BuildKit reads byte by byte'
    ])
  })
})

describe('the JSON form', () => {
  test('gives words and opens no here-document', () => {
    const [, run, copy] = read('FROM a', 'RUN ["sh", "-c", "cat <<EOF"]', 'COPY ["a b", "c"]')
    expect(run).toMatchObject({ json: ['sh', '-c', 'cat <<EOF'], heredocs: [] })
    expect(copy?.json).toEqual(['a b', 'c'])
  })

  test('is only a JSON list of texts', () => {
    expect(read('FROM a', 'RUN [ -f x ]')[1]).not.toHaveProperty('json')
    expect(problems('FROM a', 'RUN ["a", 1]')).toEqual(['2: the JSON form of RUN holds more than texts'])
  })
})

describe('here-documents', () => {
  const heredocs = (...lines: readonly string[]): unknown =>
    read('FROM a', ...lines)
      .slice(1)
      .map(each => each.heredocs)

  test('hold the lines up to their name, several in a row, tabs stripped from the end mark by <<-', () => {
    expect(heredocs('RUN <<A cat 3<<-"B C"', '\tx', 'A', 'y', '\tB C', 'RUN z')).toEqual([
      [
        { name: 'A', body: '\tx\n', expand: true, chomp: false },
        { name: 'B C', body: 'y\n', expand: false, chomp: true }
      ],
      []
    ])
  })

  test.each([
    'RUN cat <<<word',
    'RUN echo $((1<<2))',
    "RUN echo '<<EOF'",
    "RUN echo don't <<EOF",
    'CMD cat <<EOF',
    'ENV a=<<EOF'
  ])('are not opened by %s', line => {
    expect(rests('FROM a', line, 'RUN next')).toHaveLength(3)
  })

  test('belong to the trigger of ONBUILD, with its text', () => {
    const [, onbuild] = read('FROM a', 'ONBUILD COPY <<E /x', 'body', 'E')
    expect(onbuild?.heredocs).toEqual([])
    expect(onbuild?.trigger).toMatchObject({
      keyword: 'COPY',
      source: 'COPY <<E /x',
      heredocs: [{ name: 'E', body: 'body\n' }]
    })
  })

  test('without an end are a problem', () => {
    expect(problems('FROM a', 'RUN <<EOF', 'x')).toEqual(['2: the here-document EOF does not end'])
  })
})

describe('what BuildKit refuses', () => {
  test.each([
    [['FROM a', 'FOO x'], '2: unknown instruction FOO'],
    [['FROM a', 'RNU x'], '2: unknown instruction RNU, did you mean RUN?'],
    [['FROM a', 'entrypiont x'], '2: unknown instruction ENTRYPIONT, did you mean ENTRYPOINT?'],
    [['RUN x', 'FROM a'], '1: RUN stands before the first FROM'],
    [['ARG A'], '1: the Dockerfile has no FROM'],
    [[''], '1: the Dockerfile has no instructions'],
    [['FROM a b'], '1: FROM takes one word, or three with AS'],
    [['FROM a AS 1x'], '1: invalid name of a stage: 1x'],
    [['FROM a', 'COPY x'], '2: COPY needs a source and a destination'],
    [['FROM a', 'COPY x <<E', 'E'], '2: the destination of COPY is a here-document'],
    [['FROM a', 'ENV x'], '2: ENV needs name=value'],
    [['FROM a', 'ENV a=b c'], '2: ENV needs name=value'],
    [['FROM a', 'ARG =x'], '2: ARG needs a name'],
    [['FROM a', 'USER'], '2: USER has nothing after it'],
    [['FROM a', 'VOLUME []'], '2: VOLUME names no folder'],
    [['FROM a', 'COPY --from a b'], '2: the flag --from has no fitting value'],
    [['FROM --platform a'], '1: the flag --platform has no fitting value'],
    [['FROM a', 'COPY --link=yes a b'], '2: the flag --link has no fitting value'],
    [['FROM a', 'COPY --parents= a b'], '2: the flag --parents has no fitting value'],
    [['FROM a', 'U\u017fER x'], '2: unknown instruction U\u017fER, did you mean USER?'],
    [['FROM a', 'ONBU\u0131LD RUN x'], '2: unknown instruction ONBU\u0131LD, did you mean ONBUILD?'],
    [['FROM a', 'SHELL sh'], '2: SHELL is not in JSON form'],
    [['FROM a', 'ONBUILD FROM b'], '2: FROM is not allowed in ONBUILD'],
    [['FROM a', `RUN ${'x'.repeat(70_000)}`], '2: the line is longer than 64 KiB, which BuildKit refuses'],
    [['FROM a', 'RUN \ufffd'], '2: the line holds bytes that are no UTF-8']
  ])('%j is a problem', (lines, expected) => {
    expect(problems(...lines)).toContain(expected)
  })

  test.each([
    [['FROM a', 'ARG --x A']],
    [['FROM a', 'STOPSIGNAL --x 9']],
    [['FROM a', 'HEALTHCHECK --x NONE']],
    [['FROM a', 'WOR\u212aDIR /x']],
    [['FROM a A\u017f b']],
    [['FROM a', 'COPY --link --parents=TRUE --from= a b']]
  ])('%j is none, since BuildKit takes it', lines => {
    expect(problems(...lines)).toEqual([])
  })

  test.each([
    [['RUN x'], ['1: RUN stands before the first FROM', '1: the Dockerfile has no FROM']],
    // What stands below a misspelt FROM only follows from it.
    [['FORM a', 'ENV B=c', 'RUN x', 'CMD y'], ['1: unknown instruction FORM, did you mean FROM?']],
    [
      ['RNU x', 'CMD y'],
      [
        '1: unknown instruction RNU, did you mean RUN?',
        '2: CMD stands before the first FROM',
        '2: the Dockerfile has no FROM'
      ]
    ],
    [
      ['# escape=\ufffd', 'FROM a'],
      ['1: the line holds bytes that are no UTF-8', '1: the escape character is \ufffd, expected \\ or `']
    ],
    [
      ['# escape=`', '# escape=\ufffd', 'FROM a'],
      ['2: the line holds bytes that are no UTF-8', '2: the directive escape stands twice']
    ],
    [
      ['FROM a', 'COPY --\ufffd b c'],
      [
        '2: the line holds bytes that are no UTF-8',
        '2: a flag of COPY holds characters outside of ASCII, which BuildKit reads byte by byte',
        '2: unknown flag --\ufffd of COPY'
      ]
    ],
    [
      ['FROM a', 'RUN ["a", 1]', 'LABEL x'],
      ['2: the JSON form of RUN holds more than texts', '3: LABEL needs name=value']
    ]
  ])('%j is told in order of lines, and of reading within one', (lines, expected) => {
    expect(problems(...lines)).toEqual(expected)
  })

  test('takes every flag there is, and again only those that may stand more than once', () => {
    const flags: Readonly<Record<string, readonly string[]>> = {
      'ADD x y': ['chown=a', 'chmod=a', 'link', 'keep-git-dir', 'checksum=a', 'unpack', 'exclude=a*'],
      'COPY x y': ['chown=a', 'from=a', 'chmod=a', 'link', 'exclude=a*', 'parents'],
      'FROM b': ['platform=a'],
      'HEALTHCHECK CMD x': ['interval=a', 'timeout=a', 'start-period=a', 'start-interval=a', 'retries=a'],
      'RUN x': ['mount=a*', 'network=a', 'security=a', 'device=a*']
    }
    for (const [instruction, known] of Object.entries(flags)) {
      const [keyword = '', ...rest] = instruction.split(' ')
      const said = (...written: readonly string[]): readonly string[] =>
        problems('FROM a', [keyword, ...written, ...rest].join(' '))
      const plain = known.map(flag => `--${flag.replace('*', '')}`)
      expect(said(...plain)).toEqual([])
      for (const flag of known) {
        const written = `--${flag.replace('*', '')}`
        const twice = flag.endsWith('*') ? [] : [`2: the flag ${written.replace('=a', '')} stands twice`]
        expect(said(written, written)).toEqual(twice)
      }
      expect(said('--none')).toEqual([`2: unknown flag --none of ${keyword}`])
    }
    expect(problems('# escape=\\', 'FROM a', 'RUN', 'CMD', 'ENTRYPOINT')).toEqual([])
  })

  test('hides nothing of the rest', () => {
    expect(rests('FROM a', 'FOO', 'RUN x')).toEqual(['FROM a', 'FOO ', 'RUN x'])
  })
})

describe('a Dockerfile', () => {
  test.each([
    ['of 5 MB', `FROM a\n${'RUN echo hello world <<EOF\nbody\nEOF\n'.repeat(140_000)}`],
    ['of one instruction of 5 MB', `FROM a\nRUN ${'echo "$X" \\\n'.repeat(450_000)}`],
    ['of 10,000 stages', 'FROM a AS b\nCOPY --from=b x y\n'.repeat(10_000)],
    ['of blanks', `FROM a\nRUN x${' '.repeat(60_000)}y\n${' '.repeat(60_000)}\n`.repeat(20)],
    ['of 64 KiB lines of flags', `FROM a\nCOPY ${'--exclude=a '.repeat(5000)} x y\n`.repeat(10)]
  ])('%s is read within five seconds', (_, text) => {
    const started = cpuTime()
    expect(parseDockerfile(text).problems).toEqual([])
    expect(cpuTime() - started).toBeLessThan(5000)
  })
})
