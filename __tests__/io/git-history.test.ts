import { afterAll, expect, test } from '@jest/globals'
import { openGit } from '../../src/io/git.js'
import { disposeRepositories, makeRepository } from '../support/repository.js'

afterAll(disposeRepositories)

test('of some commits by their first digits, those that descend from a commit', async () => {
  const repository = makeRepository({ a: '1' })
  const first = repository.git('rev-parse', 'HEAD').trim()
  const ours = repository.commit('ours', { a: '2' })
  const child = repository.commit('child', { a: '3' })
  repository.git('checkout', '--quiet', '-b', 'other', first)
  const other = repository.commit('other', { b: '1' })
  repository.git('merge', '--quiet', '--no-ff', '--message', 'merged', child)
  const merged = repository.git('rev-parse', 'HEAD').trim()
  const git = await openGit(repository.folder)
  const tags = [first, ours, child, other, merged, '0'.repeat(40)].map(id => id.slice(0, 12))
  expect(await git?.descendants(ours, tags)).toEqual([child.slice(0, 12), merged.slice(0, 12)])
  expect(await git?.descendants(merged, tags)).toEqual([])
  expect(await git?.descendants(ours, ['0'.repeat(12)])).toEqual([])
  expect(await git?.descendants(ours, [])).toEqual([])
})
