import { describe, expect, test } from '@jest/globals'
import { readManifest } from '../../src/manifest/manifest.js'
import { ownerLookup, ownReferences } from '../../src/manifest/owners.js'

const { manifest } = readManifest(
  [
    'version: 1',
    'registry: ghcr.io/acme',
    'images:',
    '  base:',
    '    tags: [latest, "3.11", "{date}"]',
    '    aliases: [base, "base:dev", "old/base:*"]',
    '    variants: { py312: { tags: ["3.12"] } }',
    '  hub: { repository: acme/hub }'
  ].join('\n'),
  'images/manifest.yaml'
)

describe('the owner of a reference', () => {
  const digest = `sha256:${'0'.repeat(64)}`

  test.each([
    ['a published tag', 'ghcr.io/acme/base:3.11', { kind: 'image', name: 'base' }],
    ['the tag of a variant', 'ghcr.io/acme/base:3.12', { kind: 'image', name: 'base-py312' }],
    ['an alias', 'docker.io/library/base:dev', { kind: 'image', name: 'base' }],
    ['an alias without a tag', 'docker.io/library/base:latest', { kind: 'image', name: 'base' }],
    ['another tag of the repository of an alias', 'docker.io/library/base:other', { kind: 'external' }],
    ['an alias for any tag', 'docker.io/old/base:whatever', { kind: 'image', name: 'base' }],
    ['a repository of Docker Hub', 'docker.io/acme/hub:latest', { kind: 'image', name: 'hub' }],
    [
      'an own repository with a tag nobody publishes',
      'ghcr.io/acme/base:4',
      { kind: 'unpublished', repository: 'ghcr.io/acme/base' }
    ],
    [
      'a filled placeholder, because tags are compared unexpanded',
      'ghcr.io/acme/base:2026-11-22',
      { kind: 'unpublished', repository: 'ghcr.io/acme/base' }
    ],
    ['an own repository pinned by digest', `ghcr.io/acme/base@${digest}`, { kind: 'external' }],
    ['an own tag pinned by digest', `ghcr.io/acme/base:3.11@${digest}`, { kind: 'external' }],
    ['the host in another case', 'GHCR.io/acme/base:latest', { kind: 'image', name: 'base' }],
    ['the host with the port of https', 'ghcr.io:443/acme/base:latest', { kind: 'image', name: 'base' }],
    ['the host with another port', 'ghcr.io:8443/acme/base:latest', { kind: 'external' }],
    [
      'the host that serves Docker Hub',
      'registry-1.docker.io/acme/hub:latest',
      { kind: 'image', name: 'hub' }
    ],
    ['somebody else', 'docker.io/library/python:3.11', { kind: 'external' }],
    ['no reference at all', 'UPPER CASE', { kind: 'external' }]
  ])('of %s is found', (_, reference, owner) => {
    expect(ownerLookup(manifest!)(reference)).toEqual(owner)
  })

  test('is listed for every reference of the manifest', () => {
    expect([...ownReferences(manifest!)]).toEqual([
      ['ghcr.io/acme/base:latest', 'base'],
      ['ghcr.io/acme/base:3.11', 'base'],
      ['ghcr.io/acme/base:{date}', 'base'],
      ['docker.io/library/base:latest', 'base'],
      ['docker.io/library/base:dev', 'base'],
      ['docker.io/old/base:*', 'base'],
      ['ghcr.io/acme/base:3.12', 'base-py312'],
      ['docker.io/acme/hub:latest', 'hub']
    ])
  })
})

test('A registry that the manifest writes in another case is the same one', () => {
  const { manifest } = readManifest(
    'version: 1\nregistry: GHCR.IO:443/acme\nimages:\n  base: { aliases: ["Quay.IO/old/base"] }\n  other: { repository: Docker.io/acme/other }\n',
    'images/manifest.yaml'
  )
  expect([...ownReferences(manifest!).keys()]).toEqual([
    'ghcr.io/acme/base:latest',
    'quay.io/old/base:latest',
    'docker.io/acme/other:latest'
  ])
})
