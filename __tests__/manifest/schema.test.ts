import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readManifest } from '../../src/manifest/manifest.js'
import { CASES } from './cases.js'

const schema = JSON.parse(
  readFileSync(new URL('../../schema/manifest.schema.json', import.meta.url), 'utf8')
) as object
const accepts = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
  strictTuples: false
}).compile(schema)

describe('schema/manifest.schema.json', () => {
  const agreeing = CASES.filter(given => given.beyondSchema === undefined)

  test.each(agreeing.map(given => [given.title, given] as const))(
    'judges %s as the program does',
    (_, given) => {
      const isAccepted = accepts(parse(given.text, { logLevel: 'silent' }))
      expect({ isAccepted, errors: accepts.errors }).toMatchObject({
        isAccepted: readManifest(given.text, 'images/manifest.yaml').manifest !== undefined
      })
    }
  )

  test.each(
    CASES.filter(given => given.beyondSchema === 'relation').map(given => [given.title, given] as const)
  )('leaves %s to the program', (_, given) => {
    expect(accepts(parse(given.text))).toBe(true)
  })

  test('knows exactly the keys that the program knows', () => {
    const { diagnostics } = readManifest('version: 1\nregistry: r\nx: 1\nimages: { a: { x: 1 } }', 'm.yaml')
    const listed = diagnostics.map(({ message }) => /one of (.*)$/.exec(message)?.[1]?.split(', ').sort())
    const known = schema as { properties: object; $defs: { image: { properties: object } } }
    expect(listed).toEqual(
      [known.properties, known.$defs.image.properties].map(keys => Object.keys(keys).sort())
    )
  })

  test('describes every key', () => {
    const known = schema as { properties: object; $defs: Record<'image' | 'variant', { properties: object }> }
    const rules = [known, known.$defs.image, known.$defs.variant].flatMap(({ properties }) =>
      Object.entries(properties)
    )
    expect(rules.filter(([, rule]) => (rule as { description?: string }).description === undefined)).toEqual(
      []
    )
  })
})
