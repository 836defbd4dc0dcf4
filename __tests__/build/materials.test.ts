import { describe, expect, test } from '@jest/globals'
import { compareMaterials, readMetadata } from '../../src/build/materials.js'

const ONE = '1'.repeat(64)
const TWO = '2'.repeat(64)
const PARENT = {
  uri: `pkg:docker/127.0.0.1%3A5000/acme/build?digest=sha256:${ONE}&platform=linux%2Famd64`,
  digest: { sha256: ONE }
}
const PYTHON = {
  uri: `pkg:docker/python@3.11-slim-bookworm?digest=sha256:${TWO}&platform=linux%2Famd64`,
  digest: { sha256: TWO }
}

function metadata(materials: unknown, parts: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    'buildx.build.provenance': { buildType: 'https://mobyproject.org/buildkit@v1', materials },
    'containerimage.digest': `sha256:${'d'.repeat(64)}`,
    ...parts
  })
}

describe('the metadata of a build', () => {
  test('tells the pushed digest and the images among the materials', () => {
    const file = { uri: 'https://example.org/x', digest: { sha256: ONE } }
    const layout = { uri: `pkg:oci/base?digest=sha256:${ONE}`, digest: { sha256: ONE } }
    expect(readMetadata(metadata([PARENT, file, PYTHON, layout]))).toEqual({
      digest: `sha256:${'d'.repeat(64)}`,
      images: [
        { uri: PARENT.uri, digest: `sha256:${ONE}` },
        { uri: PYTHON.uri, digest: `sha256:${TWO}` },
        { uri: layout.uri, digest: `sha256:${ONE}` }
      ]
    })
  })

  test.each([null, undefined, []])('a build FROM scratch has no images (%j)', materials => {
    expect(readMetadata(metadata(materials))?.images).toEqual([])
  })

  const broken: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['no digest', metadata([], { 'containerimage.digest': undefined })],
    ['no provenance', metadata([], { 'buildx.build.provenance': undefined })],
    ['materials that are no list', metadata({})],
    ['a material without a URI', metadata([{ digest: { sha256: ONE } }])],
    ['a material that is a text', metadata(['pkg:docker/x'])],
    ['an image without a digest', metadata([{ uri: PARENT.uri }])],
    ['an image with another digest', metadata([{ uri: PARENT.uri, digest: { sha512: ONE } }])]
  ]
  test.each(broken)('%s is not taken for a build without images', (_, text) => {
    expect(readMetadata(text)).toBeUndefined()
  })
})

describe('materials against what was handed over', () => {
  const parent = { uri: PARENT.uri, digest: `sha256:${ONE}` }
  const python = { uri: PYTHON.uri, digest: `sha256:${TWO}` }
  const handed = [
    { reference: `127.0.0.1:5000/acme/build@sha256:${ONE}` },
    { reference: `docker.io/library/python:3.11-slim-bookworm@sha256:${TWO}` }
  ]

  test('are the same whatever their order, and however often one is named', () => {
    expect(compareMaterials([python, parent, parent], handed)).toEqual({ foreign: [], missing: [] })
  })

  test('tell what was taken and is not in the plan', () => {
    expect(compareMaterials([parent, python], handed.slice(0, 1))).toEqual({
      foreign: [`${python.uri} (sha256:${TWO})`],
      missing: []
    })
  })

  test('tell what is in the plan and was not taken', () => {
    expect(compareMaterials([parent], handed)).toEqual({ foreign: [], missing: [handed[1]?.reference] })
  })

  test('a parent at another digest is both', () => {
    const old = { uri: PARENT.uri, digest: `sha256:${'3'.repeat(64)}` }
    const { foreign, missing } = compareMaterials([old, python], handed)
    expect(foreign).toEqual([`${PARENT.uri} (${old.digest})`])
    expect(missing).toEqual([handed[0]?.reference])
  })

  test('nothing against nothing is the same', () => {
    expect(compareMaterials([], [])).toEqual({ foreign: [], missing: [] })
  })
})
