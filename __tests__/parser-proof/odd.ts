import type { Random } from '../proof/random.js'
import { BROKEN } from './broken.js'

/** A generated Dockerfile with the question that its outline is asked with. */
export interface OddFile {
  readonly text: string | Uint8Array
  /** Name of a stage, in any case; absent for the last. */
  readonly target?: string
  readonly args: Readonly<Record<string, string>>
  /** What was broken on purpose, if anything. */
  readonly broken?: string
}

interface Scene {
  readonly random: Random
  /** `\` or a backtick. */
  readonly escape: string
  /** Names of the stages so far, as written; empty for one without. */
  readonly stages: string[]
  /** Secrets so far, which get names of their own. */
  secrets: number
}

const BASES = [
  'parser/base:1',
  'parser/base',
  'docker.io/parser/base:1',
  'parser/tools:2.0',
  'scratch',
  'parser/onbuild:1'
]
const BLANKS = [' ', ' ', ' ', '  ', '\t', ' \t ', '\v', '\f']

/** Makes a Dockerfile in which nearly everything is written in an unusual way; about one in four is wrong somewhere. */
export function oddFile(random: Random): OddFile {
  const escape = random.chance(0.15) ? '`' : '\\'
  const scene: Scene = { random, escape, stages: [], secrets: 0 }
  const lines = [...head(scene)]
  const count = random.weighted({ 1: 3, 2: 4, 3: 3, 5: 1 })
  for (let stage = 0; stage < Number(count); stage += 1) lines.push(...stageLines(scene))
  const broken = random.chance(0.3) ? random.pick(BREAKS) : undefined
  broken?.by(lines, scene)
  const named = scene.stages.filter(name => name !== '')
  const target = named.length > 0 && random.chance(0.3) ? cased(random.pick(named), random) : undefined
  return {
    text: ended(lines, random),
    ...(target === undefined ? {} : { target }),
    args: questionArgs(random),
    ...(broken === undefined ? {} : { broken: broken.name })
  }
}

function questionArgs(random: Random): Readonly<Record<string, string>> {
  const all = {
    VERSION: '2.0',
    BASE: 'parser/tools:2.0',
    A: 'given',
    PLAIN: '',
    TARGETARCH: 'arm64',
    UNUSED: 'x'
  }
  return Object.fromEntries(Object.entries(all).filter(() => random.chance(0.12)))
}

function ended(lines: readonly string[], random: Random): string | Uint8Array {
  const newline = random.chance(0.15) ? '\r\n' : '\n'
  const mixed = random.chance(0.05)
  let text = lines
    .flatMap(line => line.split('\n'))
    .map(line => line + (mixed && random.chance(0.5) ? '\r\r\n' : newline))
    .join('')
  if (random.chance(0.2)) text = text.replace(/\r?\n$/, '')
  if (random.chance(0.08)) text = `\ufeff${text}`
  if (random.chance(0.015)) return Buffer.concat([Buffer.from(text), Buffer.from([0x23, 0xe9, 0xff, 0x0a])])
  return text
}

function head({ random, escape }: Scene): readonly string[] {
  const lines: string[] = []
  const directive = (name: string, value: string): string =>
    `#${random.pick(['', ' ', '  ', '\t'])}${cased(name, random)}${random.pick(['=', ' = ', '= ', ' ='])}${value}${random.pick(['', ' ', '\t'])}`
  if (random.chance(0.02)) lines.push('#!/usr/bin/env dockerfile')
  if (random.chance(0.06))
    lines.push(
      directive('syntax', random.pick(['docker/dockerfile:1', 'dockerfile.v0', 'ghcr.io/none/front:2 extra']))
    )
  if (escape === '`') lines.push(directive('escape', '`'))
  else if (random.chance(0.1)) lines.push(directive('escape', '\\'))
  if (random.chance(0.1)) lines.push(directive('check', 'skip=all'))
  if (random.chance(0.04)) lines.push(directive('unknown', 'value'))
  // Too late, a plain comment.
  if (random.chance(0.1)) lines.push('# a comment', directive('escape', escape === '`' ? '\\' : '`'))
  if (random.chance(0.1)) lines.push('', '  ')
  lines.push(...some(GLOBAL_ARGS, random, 5))
  if (random.chance(0.6)) lines.unshift(...(lines.length === 0 ? ['ARG BASE=parser/base:1'] : []))
  return lines
}

const GLOBAL_ARGS = [
  'ARG BASE=parser/base:1',
  'ARG VERSION=1',
  'ARG NAME=base VERSION=1',
  'ARG UNSET',
  'ARG EMPTY=',
  'ARG QUOTED="parser/base" SINGLE=\'1\'',
  'ARG LONG=parser/base:1:1',
  'ARG CHAIN=${BASE:-parser/base}',
  'ARG BASE=${BASE}',
  'arg A=1 B=${A}2 C="$A $B"',
  'ARG PATH_LIKE=a/b/c.tar.gz'
]

const HEADS = [
  '$BASE',
  '${BASE}',
  '${BASE:-parser/base:1}',
  '${NOT:-parser/base:1}',
  '${NOT-parser/base}',
  'parser/base:${VERSION:-1}',
  'parser/base:${VERSION}',
  'parser/${NAME:-base}:1',
  '${LONG%:1}',
  '${LONG%%:1*}',
  '${LONG%%:*}',
  '${LONG/:1:1/:1}',
  '${LONG//:1/}',
  '${LONG#nothing}',
  '${EMPTY:+no}${BASE:-parser/base:1}',
  '${VERSION:+parser/base:$VERSION}',
  '${QUOTED:-parser/base}:1',
  '"parser/base:1"',
  "'parser/base':1",
  '${EMPTY}parser/base',
  '${CHAIN:-parser/tools:2.0}',
  'parser/base:1${UNSET}',
  '${BASE:?needed}',
  '${TARGETSTAGE:+parser/base}'
]

const PLATFORMS = [
  'linux/amd64',
  '$TARGETPLATFORM',
  '${BUILDPLATFORM}',
  '$BUILDPLATFORM',
  'linux/${TARGETARCH:-amd64}',
  '"linux/amd64"',
  'linux/x86_64',
  '${NOT:-linux/arm64}',
  'amd64'
]

function stageLines(scene: Scene): readonly string[] {
  const { random, stages } = scene
  const earlier = stages.filter(name => name !== '')
  const base =
    earlier.length > 0 && random.chance(0.35)
      ? sometimesCased(random.pick(earlier), random)
      : random.chance(0.5)
        ? random.pick(BASES)
        : random.pick(HEADS)
  const name = random.chance(0.6)
    ? random.pick(['build', 'Build', 'BASE', 'a', 'b.c', 'x-y_z', 'final', 'stage-0', 'Aa', 'parser'])
    : ''
  const platform = random.chance(0.2) ? `--platform=${random.pick(PLATFORMS)} ` : ''
  const as = name === '' ? '' : ` ${random.pick(['AS', 'as', 'As'])} ${name}`
  const from = laidOut(`${keyword('FROM', random)} ${platform}${base}${as}`, scene)
  const comment = random.chance(0.1) ? [`# ${name} says what it is for`] : []
  const lines: string[] = []
  const count = random.between(0, 5)
  for (let number = 0; number < count; number += 1) lines.push(...instruction(scene))
  stages.push(name.toLowerCase())
  return [...comment, from, ...lines]
}

function instruction(scene: Scene): readonly string[] {
  const { random } = scene
  if (random.chance(0.12))
    return [random.pick(['', ' ', '# FROM nothing', '  # indented', '#', '\t', '# syntax=late'])]
  const made = random.weighted({ heredoc: 4, run: 6, copy: 5, arg: 4, env: 3, onbuild: 2, other: 4 })
  if (made === 'heredoc') return [heredoc(scene)]
  if (made === 'run') return [laidOut(run(scene), scene)]
  if (made === 'copy') return [laidOut(copy(scene), scene)]
  const e = scene.escape
  if (made === 'arg')
    return [
      laidOut(
        random.pick([
          'ARG A',
          'ARG A=2',
          'ARG VERSION',
          'ARG BASE',
          'ARG A B C',
          'ARG D=${A:-none}${E1}',
          `ARG Q="two words" R='$A'`,
          'ARG P=${PATH_LIKE%.gz}',
          'ARG FROM_BASE=$BASED',
          'ARG PATH_LIKE',
          'ARG T=${PATH_LIKE##*/}',
          'ARG U=${PATH_LIKE/b/x}',
          'ARG TARGETARCH',
          'ARG TARGETPLATFORM TARGETSTAGE',
          `ARG ESC=a${e} b`,
          `ARG ESC=${e}$A`,
          'ARG PLAIN',
          'ARG HOME_LIKE=${HOME:-/root}',
          'ARG N=${A:+yes}${A+also}${NOT-no}',
          'ARG WITH=${P#*/}${P%%/*}',
          `ARG V="${e}"quoted${e}""`,
          'ARG EMPTY'
        ]),
        scene
      )
    ]
  if (made === 'env')
    return [
      laidOut(
        random.pick([
          'ENV E1=one',
          'ENV E1=$A E2="${E1}x"',
          'ENV OLD form of it',
          'ENV A=from-env',
          `ENV S='$A' T=a${e} b`,
          'ENV E1 ${A}',
          'LABEL a=b c="d e"',
          'LABEL "quoted name"=x',
          "ENV J=['a']",
          'ENV VERSION=9 BASE=x'
        ]),
        scene
      )
    ]
  if (made === 'onbuild')
    return [
      random.pick([
        'ONBUILD RUN --mount=type=secret,id=triggered true',
        'ONBUILD COPY --from=parser/tools:2.0 / /t',
        'ONBUILD ARG LATER=1',
        'ONBUILD ENV A=b',
        'onbuild run <<EOF\necho\nEOF',
        'ONBUILD WORKDIR /x',
        `ONBUILD RUN echo ${e}\n  more`
      ])
    ]
  return [
    laidOut(
      random.pick([
        'WORKDIR /a b',
        'USER 1:1',
        'EXPOSE 80 443/tcp',
        'VOLUME /a /b',
        'VOLUME ["/a"]',
        'CMD ["a", "b"]',
        'CMD a "b',
        'ENTRYPOINT ["x"]',
        'ENTRYPOINT',
        'CMD',
        'STOPSIGNAL SIGTERM',
        'SHELL ["/bin/sh", "-c"]',
        'MAINTAINER somebody',
        'HEALTHCHECK NONE',
        'HEALTHCHECK --interval=5s CMD true',
        'HEALTHCHECK CMD ["a"]',
        `CMD ["a", "cat <<EOF"]`,
        'LABEL x=<<EOF',
        `RUN ["a", "<<EOF"]`,
        'ENTRYPOINT [ "a" , "b" ] ',
        "CMD ['a']",
        'CMD ["a",]',
        'WORKDIR --x'
      ]),
      scene
    )
  ]
}

function run(scene: Scene): string {
  const { random } = scene
  const from = fromName(scene)
  const secret = `secret-${scene.secrets++}`
  const mount = random.pick([
    `--mount=type=secret,id=${secret}`,
    `--mount=type=secret,id=${secret}`,
    `--mount=TYPE=secret,source=/run/${secret},target=/x`,
    `--mount="type=secret","id=${secret}"`,
    `--mount='type=secret,id=${secret}' --network=none`,
    `--mount=type=ssh,id=${secret}`,
    '--mount=type=ssh',
    `--mount=type=bind,from=${from},target=/f`,
    `--mount=from=${from},target=/f --mount=type=secret,id=${secret}`,
    `--mount=type=cache,target=/c,from=${from}`,
    '--mount=type=tmpfs,target=/t',
    '--mount=target=/c,rw',
    '--mount=type=${T:-tmpfs},target=/t',
    '--security=sandbox'
  ])
  const command = random.pick([
    'echo hi',
    'echo $((1<<2))',
    'cat <<<word',
    'echo "a  b" \'c\'',
    '["a", "b"]',
    '[ -f x ] && true',
    'echo ${A} <',
    'true -- --mount=type=bind',
    'echo << ',
    'echo "<<EOF"',
    "echo '<<EOF'",
    'echo a<<b'
  ])
  return `${keyword('RUN', random)} ${random.chance(0.7) ? `${mount} ` : ''}${command.includes('a<<b') ? 'true' : command}`
}

/** Something that `from` may name: a stage by name in any case or by number, an image, or the like of one. */
function fromName({ random, stages }: Scene): string {
  const named = stages.filter(name => name !== '')
  const numbers = stages.map((_, number) => String(number))
  return random.pick([
    ...named,
    ...named.map(name => cased(name, random)),
    ...numbers.slice(0, 1),
    'parser/tools:2.0',
    'parser/base:1',
    'PARSER/base'.toLowerCase()
  ])
}

function copy(scene: Scene): string {
  const { random, escape } = scene
  const from = random.chance(0.55) ? `--from=${fromName(scene)} ` : ''
  const flags = random.pick([
    '',
    '',
    '--link ',
    '--link=false ',
    '--chmod=755 ',
    '--chown=1:1 --link ',
    '--exclude=a --exclude=b ',
    '--parents ',
    `--chown="1:1" `
  ])
  const rest = random.pick([
    '/ /x',
    'a b c/',
    '["a b", "/c"]',
    `a${escape} b /c`,
    '"a" /b',
    '${A:-x} /y',
    './ .',
    '/ --from=x',
    '* /'
  ])
  return `${keyword(from === '' && random.chance(0.3) ? 'ADD' : 'COPY', random)} ${from}${flags.includes('--parents') || flags.includes('exclude') ? flags : flags}${rest}`.replace(
    /^(ADD|add|Add|aDD|adD) (.*)--parents /,
    '$1 $2'
  )
}

function heredoc(scene: Scene): string {
  const { random } = scene
  const secret = `--mount=type=secret,id=secret-${scene.secrets++} `
  return random.pick([
    'RUN <<EOF\nFROM parser/none\nCOPY a b\nEOF',
    'RUN <<-EOF\n\techo\n\t\tEOF',
    'RUN <<-EOF\n\techo \\\n\tEOF',
    `RUN ${secret}<<'EOF' cat\n\${A}\nEOF`,
    'RUN <<"E O F"\nx\nE O F',
    'RUN cat <<A <<B\nFROM a\nA\nFROM b\nB',
    'RUN 3<<EOF cat\nx\nEOF',
    'RUN cat <<EOF > /x && echo "<<NOT"\ny\nEOF',
    'COPY <<EOF /x\n${A} <<INNER\nEOF',
    'COPY <<-"EOF" <<two /x/\n\ty\n\tEOF\nz\ntwo',
    'ADD <<EOF /x\n# no comment\nEOF',
    'RUN <<EOF\nEOF',
    'run << EOF\nx\nEOF',
    'RUN <<  EOF\nx\nEOF',
    'RUN echo <<E"O"F\nx\nEOF',
    'RUN <<E$A\nx\nE$A',
    'RUN <<EOF#no\nx\nEOF#no',
    'RUN <<EOF \\\n  more\nbody\nEOF'.replace('\\', scene.escape),
    'RUN echo a<<b\nRUN true',
    'COPY a <<EOF /x/\nbody\nEOF',
    'RUN <<EOF1 <<-EOF2\n\tEOF1\nEOF1\n\tEOF2',
    'ENV A=<<EOF',
    'ONBUILD COPY <<EOF /x\nFROM a\nEOF',
    'RUN true; <<EOF cat\n \nEOF \nEOF'
  ])
}

interface Break {
  readonly name: string
  readonly by: (lines: string[], scene: Scene) => void
}

const BREAKS: readonly Break[] = [
  ...Object.entries(BROKEN).map(([name, texts]) => inserted(name, texts)),
  {
    name: 'directive twice or wrong',
    by: (lines, { random }) =>
      void lines.unshift(
        random.pick([
          '# escape=x',
          '# escape=`\n# escape=`',
          '#escape=',
          '# check=skip=all\n# CHECK=skip=all',
          '# syntax=a\n# syntax=b',
          '# escape=\\\\',
          '// syntax=docker/dockerfile:1',
          '{"syntax":"x"}',
          '# check=none',
          '# escape = `\u00a0',
          '#\u00a0escape=`',
          ' # escape=`',
          '# escape=`\v',
          '#escape\u0085=`',
          '# syntax=dockerfile.v0\n#\n# escape=`',
          '\ufeff',
          '# check=error=true'
        ])
      )
  },
  {
    name: 'no FROM',
    by: lines => {
      for (let at = lines.length - 1; at >= 0; at -= 1)
        if (/^\s*from\b/i.test(lines[at] ?? '')) lines.splice(at, 1)
    }
  },
  {
    name: 'something before FROM',
    by: (lines, { random }) =>
      void lines.unshift(
        random.pick(['RUN x', 'COPY a b', 'LABEL a=b', 'ENV A=b', 'FOO', 'ONBUILD RUN x', 'MAINTAINER x'])
      )
  },
  {
    name: 'nothing at all',
    by: (lines, { random }) =>
      void lines.splice(
        0,
        lines.length,
        random.pick(['', ' ', '# only a comment', '\n\n', '# escape=`', '\\', 'ARG A=1'])
      )
  },
  {
    name: 'a line of 64 KiB',
    by: lines => void lines.push(`# ${'x'.repeat(65_533)}`, `LABEL a=${'y'.repeat(70_000)}`)
  },
  {
    name: 'characters from elsewhere',
    by: (lines, { random }) =>
      void lines.push(
        random.pick([
          'RUN \u2028 x',
          'RUN\u00a0x',
          'LABEL a=\ud83d\ude00',
          'RUN --mount=type=secret,id=\u00e4 x',
          'ARG \u00c4=1\nARG X=$\u00c4',
          'ENV A=\u3000b',
          'COPY \u2003a /b',
          'RUN x\u0000y',
          'ARG Z=${\u0660}',
          '\u3000RUN x',
          'RUN x\u0085'
        ])
      )
  }
]

/** Every text that is put into generated files to break them, in a small file of its own. */
export function brokenFiles(): readonly OddFile[] {
  return Object.entries(BROKEN).flatMap(([name, texts]) =>
    texts.map(text => ({
      text: `ARG A=1\nFROM parser/base:1 AS q\nENV E=e\n${text}\n`,
      args: {},
      broken: name
    }))
  )
}

function inserted(name: string, texts: readonly string[]): Break {
  return {
    name,
    by: (lines, { random }) =>
      void lines.splice(
        random.chance(0.6) ? lines.length : random.between(0, lines.length),
        0,
        random.pick(texts)
      )
  }
}

/** Breaks an instruction over lines now and then, with comments and blank lines between, and spreads its blanks. */
function laidOut(line: string, { random, escape }: Scene): string {
  const words = line.split(' ')
  const at = random.between(1, Math.max(1, words.length - 1))
  const between = random.pick([' ', ' ', '  ', '\t'])
  const lead = random.chance(0.08) ? random.pick([' ', '\t', '\u00a0', '\v']) : ''
  const spread = random.chance(0.12) ? words.join(random.pick(BLANKS)) : line
  if (!random.chance(0.25) || words.length < 2)
    return `${lead}${spread}${random.chance(0.08) ? random.pick([' ', '\t', ' \t', '\u00a0']) : ''}`
  const middle = random.pick([
    '',
    '',
    '# comment\n',
    '  # indented\n',
    '\n',
    '   \n',
    '#\n\n',
    `# ${escape}\n`
  ])
  return `${lead}${words.slice(0, at).join(' ')}${random.pick([' ', ''])}${escape}${random.pick(['', '', ' ', '\t'])}\n${middle}${between}${words.slice(at).join(' ')}`
}

function keyword(word: string, random: Random): string {
  return random.chance(0.15) ? cased(word, random) : word
}

function cased(word: string, random: Random): string {
  return random.pick([
    word,
    word.toLowerCase(),
    word.toUpperCase(),
    word.replace(/^./, first => first.toUpperCase())
  ])
}

function sometimesCased(word: string, random: Random): string {
  return random.chance(0.15) ? cased(word, random) : word
}

function some(lines: readonly string[], random: Random, most: number): readonly string[] {
  return random.some(lines, random.between(0, most))
}
