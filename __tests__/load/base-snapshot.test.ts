import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openGit } from '../../src/io/git.js'
import { readBaseSnapshot } from '../../src/load/base-snapshot.js'
import { openMemory } from '../../src/load/memory.js'
import { readSnapshot } from '../../src/load/snapshot.js'
import type { Reading } from '../../src/load/snapshot.js'
import type { Git } from '../../src/ports.js'
import { generate } from '../proof/generate.js'
import { filesOf, MANIFEST } from '../proof/model.js'
import { commitAll, openStore } from '../proof/store.js'

type Files = ReturnType<typeof filesOf>

const CASES = 80
const SEED = 20261122
const PLATFORM = 'linux/amd64'

let folder = ''
let git: Git
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'base-images-base-snapshot-'))
  openStore(folder)
  const opened = await openGit(folder)
  if (opened === undefined) throw new Error('there is no repository')
  git = opened
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a plan compares. */
function compared(reading: Reading): object {
  const { images, configs, parents, edges, order, unreadable } = reading
  return { images, configs, parents, edges, order, unreadable }
}

const HEAD_FILES = {
  'images/manifest.yaml':
    'version: 1\nregistry: ghcr.io/acme\nimages: { base: {}, web: {}, api: {}, job: {}, other: {} }\n',
  'images/base/Dockerfile':
    'FROM debian:12\nENV FROM_FOLDER=new\nONBUILD COPY --from=ghcr.io/acme/other /x /\n',
  'images/web/Dockerfile': 'FROM ghcr.io/acme/base\nCOPY $FROM_FOLDER /srv/\n',
  'images/web/old/a': 'a',
  'images/web/new/b': 'b',
  'images/api/Dockerfile': 'FROM ghcr.io/acme/web\nCOPY $FROM_FOLDER /srv/\n',
  'images/api/old/a': 'a',
  'images/api/new/b': 'b',
  'images/job/Dockerfile': 'FROM ghcr.io/acme/api\nCOPY j /\n',
  'images/job/j': 'j',
  'images/other/Dockerfile': 'FROM debian:12\nCOPY o /x\n',
  'images/other/o': 'o'
}

/** Reads both sides as a plan does, and the base alone. */
async function read(
  name: string,
  before: Files,
  after: Files
): Promise<Record<'beside' | 'alone' | 'head', Reading>> {
  const [base = '', head = ''] = commitAll(folder, name, [before, after])
  const memory = openMemory()
  const reading = await readSnapshot(git, head, MANIFEST, memory)
  const beside = await readBaseSnapshot(git, await git.changes(base, head), reading, MANIFEST, memory)
  return { beside, alone: await readSnapshot(git, base, MANIFEST, openMemory()), head: reading }
}

test.each([
  {
    what: 'a variable',
    base: 'FROM debian:12\nENV FROM_FOLDER=old\nONBUILD COPY --from=ghcr.io/acme/other /x /\n'
  },
  { what: 'a trigger', base: 'FROM debian:12\nENV FROM_FOLDER=new\nONBUILD COPY new /triggered\n' }
])('images below a parent that hands on $what that differs are read again', async ({ what, base }) => {
  const before = { ...HEAD_FILES, 'images/base/Dockerfile': base }
  const { beside, alone, head } = await read(what.replace(' ', '-'), before, HEAD_FILES)
  expect(compared(beside)).toEqual(compared(alone))
  expect(beside.images.get('web')?.platforms).not.toEqual(head.images.get('web')?.platforms)
  expect(beside.images.get('other')).toBe(head.images.get('other'))
})

test('images below a parent that hands on the same stay what they are at the head', async () => {
  const base = `${HEAD_FILES['images/base/Dockerfile']}RUN true\n`
  const before = { ...HEAD_FILES, 'images/base/Dockerfile': base }
  const { beside, alone, head } = await read('same', before, HEAD_FILES)
  expect(compared(beside)).toEqual(compared(alone))
  expect(beside.images.get('base')).not.toEqual(head.images.get('base'))
  for (const name of ['web', 'api', 'job']) expect(beside.images.get(name)).toBe(head.images.get(name))
})

test('a base that is read beside its head is what it is when it is read alone', async () => {
  for (let number = 0; number < CASES; number += 1) {
    const proof = generate(SEED, number)
    const [before = {}, after = {}] = [proof.before, proof.after].map(side => filesOf(side, PLATFORM))
    const { beside, alone } = await read(`case-${number}`, before, after)
    expect({ number, ...compared(beside) }).toEqual({ number, ...compared(alone) })
  }
}, 120_000)
