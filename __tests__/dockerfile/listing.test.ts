import { describe, expect, test } from '@jest/globals'
import { listInstructions } from '../../src/dockerfile/listing.js'
import { parseDockerfile } from '../../src/dockerfile/parse.js'
import type { BuildCircumstances } from '../../src/dockerfile/types.js'
import { circumstances } from './build.js'

const list = (lines: readonly string[], given: Partial<BuildCircumstances> = {}): unknown => {
  const { reached, others } = listInstructions(parseDockerfile(lines.join('\n')), circumstances(given))
  return { reached, others }
}

describe('the instructions of a build', () => {
  test('stand on one line each, those of reach apart from the others', () => {
    const lines = [
      'ARG V=1',
      'from --platform=linux/amd64 a:$V as one',
      'COPY --link --exclude=x a \\',
      '  b',
      'FROM b AS two',
      'RUN <<EOF cat',
      'body',
      'EOF',
      'FROM one',
      'CMD'
    ]
    const head = { line: 1, text: 'ARG V=1' }
    const one = [
      { line: 2, text: 'FROM --platform=linux/amd64 a:$V as one' },
      { line: 3, text: 'COPY --link --exclude=x a   b' }
    ]
    const two = [
      { line: 5, text: 'FROM b AS two' },
      { line: 6, text: 'RUN <<EOF cat body\nEOF' }
    ]
    const last = [
      { line: 9, text: 'FROM one' },
      { line: 10, text: 'CMD' }
    ]
    expect(list(lines)).toEqual({ reached: [head, ...one, ...last], others: two })
    expect(list(lines, { target: 'two' })).toEqual({ reached: [head, ...two], others: [...one, ...last] })
  })

  test('reach a stage that a trigger of the base takes from', () => {
    const onbuild = parseDockerfile('FROM x\nONBUILD COPY --from=tool a b').instructions.flatMap(
      ({ trigger }) => trigger ?? []
    )
    const lines = ['FROM a AS tool', 'FROM base']
    const both = [
      { line: 1, text: 'FROM a AS tool' },
      { line: 2, text: 'FROM base' }
    ]
    expect(list(lines)).toEqual({ reached: both.slice(1), others: both.slice(0, 1) })
    expect(list(lines, { inherited: name => (name === 'base' ? { env: {}, onbuild } : undefined) })).toEqual({
      reached: both,
      others: []
    })
  })

  test('of a stage that a named context replaces are only its FROM', () => {
    expect(list(['FROM a AS x', 'RUN y', 'FROM x'], { contexts: { x: 'path' } })).toEqual({
      reached: [
        { line: 1, text: 'FROM a AS x' },
        { line: 3, text: 'FROM x' }
      ],
      others: [{ line: 2, text: 'RUN y' }]
    })
  })
})
