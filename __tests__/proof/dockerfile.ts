import type { Random } from './random.js'

/** One stage of a generated Dockerfile. */
export interface StageModel {
  /** The base as FROM writes it. */
  base: string
  name?: string
  flags: string
  /** Instructions, comments and blank lines; one may hold several lines. */
  lines: string[]
  /** Has a shell, so that RUN works. */
  readonly shell: boolean
}

/** A generated Dockerfile, to be changed and written. */
export interface DockerfileModel {
  /** `escape` directive: backslash or backtick. */
  escape: '\\' | '`'
  /** Comments and ARG before the first FROM. */
  head: string[]
  stages: StageModel[]
  crlf: boolean
}

/** The text of a Dockerfile. `{ESC}` in a line stands for the escape character, `{JSONESC}` for it in JSON. */
export function dockerfileText(model: DockerfileModel): string {
  const lines = [
    ...(model.escape === '`' ? ['# escape=`'] : []),
    ...model.head,
    ...model.stages.flatMap(stage => [fromLine(stage), ...stage.lines])
  ]
  const text = `${lines.join('\n')}\n`
    .replaceAll('{ESC}', model.escape)
    .replaceAll('{JSONESC}', model.escape === '`' ? '`' : '\\\\')
  return model.crlf ? text.replaceAll('\n', '\r\n') : text
}

function fromLine({ base, name, flags }: StageModel): string {
  return `FROM ${flags}${base}${name === undefined ? '' : ` AS ${name}`}`
}

/** Something that changes the layout and not the meaning: a comment or a blank line. */
export function comment(random: Random): string {
  return random.pick([`# note ${random.between(0, 999)}`, '', '   ', '# COPY . /no', '#', '  # indented'])
}

/** Breaks an instruction over lines now and then, with a comment or a blank line between. */
export function laidOut(line: string, random: Random): string {
  if (!random.chance(0.15) || line.includes('\n') || line.includes('"') || line.includes("'")) return line
  const words = line.split(' ')
  const at = random.between(1, words.length - 1)
  if (words.length < 3 || words.some(word => word === '')) return line
  const between = random.chance(0.4) ? ` {ESC}\n# in between ${random.between(0, 9)}\n  ` : ' {ESC}\n  '
  return `${words.slice(0, at).join(' ')}${between}${words.slice(at).join(' ')}`
}
