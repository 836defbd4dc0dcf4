import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { countResults } from '../../src/build/results.js'
import type { BuildState } from '../../src/build/results.js'
import { result } from '../report/samples.js'

test('the counts of results add up to their number', () => {
  const states = fc.array(fc.constantFrom<BuildState>('built', 'reused', 'failed', 'blocked', 'cancelled'))
  fc.assert(
    fc.property(states, drawn => {
      const counts = countResults(drawn.map((state, at) => result(`i${at}`, { state })))
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(drawn.length)
      for (const [state, count] of Object.entries(counts)) {
        expect(count).toBe(drawn.filter(each => each === state).length)
      }
    })
  )
})
