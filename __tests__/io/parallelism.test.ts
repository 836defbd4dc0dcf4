import { availableParallelism, totalmem } from 'node:os'
import { expect, test } from '@jest/globals'
import { buildsAtOnce, buildsHere } from '../../src/io/parallelism.js'

const GIB = 1024 ** 3

test.each([
  { processors: 4, memory: 16, builds: 8, why: 'two a processor' },
  { processors: 1, memory: 16, builds: 2, why: 'two share the only one' },
  { processors: 16, memory: 7.9, builds: 3, why: '2 GiB each' },
  { processors: 4, memory: 3, builds: 1, why: 'memory for one' },
  { processors: 2, memory: 0.5, builds: 1, why: 'never none' }
])('$processors processors and $memory GiB run $builds builds at once: $why', row => {
  expect(buildsAtOnce(row.processors, row.memory * GIB)).toBe(row.builds)
})

test('this machine runs no more builds than its processors and memory allow', () => {
  expect(buildsHere()).toBeGreaterThanOrEqual(1)
  expect(buildsHere()).toBeLessThanOrEqual(buildsAtOnce(availableParallelism(), totalmem()))
})
