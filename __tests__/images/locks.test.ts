import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { satisfies } from '@renovatebot/pep440'
import { entriesOf, normalised, versionsOf } from '../../scripts/images/lock-file.mjs'
import { ancestors, constraintsOf, imagesOf, lockedImages } from '../../scripts/images/parents.mjs'
import { UV_VERSION } from '../../scripts/images/uv.mjs'
import { ROOT } from '../support/engine.js'

/** The locks of this repository's images: what `make images-lock` wrote still fits what it was made from. */

const images = imagesOf(ROOT)
const locked = lockedImages(ROOT, images)
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

test('images of both families have locks', () => {
  const names = locked.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['python-base', 'python-torch', 'python-ml', 'tools', 'fave-base']))
})

describe.each(locked.map(image => [image.name, image] as const))('the lock of %s', (name, image) => {
  const text = read(join(image.folder, 'lock.txt'))
  const own = versionsOf(text)
  const inherited = new Map(
    ancestors(images, name).flatMap(({ folder }) => {
      const path = join(folder, 'lock.txt')
      return existsSync(join(ROOT, path)) ? [...versionsOf(read(path))] : []
    })
  )

  test('holds every package by an exact version and the hashes of its files', () => {
    const bare = [...entriesOf(text)].filter(([, lines]) => !/--hash=sha256:[0-9a-f]{64}/.test(lines))
    expect(bare.map(([each]) => each)).toEqual([])
    const unread = text.split('\n').filter(line => line !== '' && !/^#|^ {4}--hash=|==/.test(line))
    expect(unread).toEqual([])
  })

  test('names no index and no address', () => {
    expect(text).not.toMatch(/:\/\/|--(extra-)?index-url|--find-links/)
  })

  test('repeats no package of a parent', () => {
    expect([...own.keys()].filter(each => inherited.has(each))).toEqual([])
  })

  test('has what requirements.txt names, in a version that it allows', () => {
    const lines = read(join(image.folder, 'requirements.txt')).split('\n')
    const wrong = lines.flatMap(line => {
      const [, written, range = ''] = /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*([^\s;#]*)/.exec(line) ?? []
      if (written === undefined) return []
      const version = own.get(normalised(written)) ?? inherited.get(normalised(written))
      if (version === undefined) return [`${written} is not in the lock`]
      return range === '' || satisfies(version, range) ? [] : [`${written} ${version}, not ${range}`]
    })
    expect(wrong).toEqual([])
  })

  test('keeps to the constraints of its family', () => {
    // A service is held by what its base has, and free beside it.
    if (image.folder.startsWith('services/')) return
    const constraints = versionsOf(read(constraintsOf(ROOT, images, image)))
    const apart = [...own].filter(([each, version]) => (constraints.get(each) ?? version) !== version)
    expect(apart).toEqual([])
  })
})

test.each(['constraints.txt', 'images/fave-base/constraints.txt'])('%s has exact versions only', path => {
  const lines = read(path).split('\n')
  const others = lines.filter(line => !/^(\s*#.*|[a-z0-9-]+==[\w.+!]+( ; .*)?)?$/.test(line))
  expect(others).toEqual([])
})

test('locks are made by the uv that the tools image has', () => {
  expect(versionsOf(read('images/tools/lock.txt')).get('uv')).toBe(UV_VERSION)
})
