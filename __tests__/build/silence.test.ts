import { expect, test } from '@jest/globals'
import { watchProgress } from '../../src/build/silence.js'

/** Whether a build that went silent after these lines is at work. */
function worksAfter(...lines: readonly string[]): boolean {
  const watch = watchProgress()
  for (const line of lines) watch.line(line)
  return watch.works()
}

test('only a RUN that is under way may say nothing', () => {
  expect(worksAfter()).toBe(false)
  expect(worksAfter('#4 [1/3] FROM docker.io/library/python:3.11', '#4 sha256:0a1b 1.05MB / 30MB 0.2s')).toBe(
    false
  )
  expect(worksAfter('#5 [2/3] RUN make')).toBe(true)
  expect(
    worksAfter('#5 [linux/arm64 build 2/3] RUN --mount=type=cache,target=/c make', '#5 1.2 cc -c a.c')
  ).toBe(true)
  expect(worksAfter('#5 [2/3] COPY [RUN] /x')).toBe(false)
})

test.each([
  'DONE 3.2s',
  'CACHED',
  'CANCELED',
  'ERROR: process "/bin/sh -c make" did not complete successfully'
])('a RUN that is over is none: %s', end => {
  expect(worksAfter('#5 [2/3] RUN make', `#5 ${end}`)).toBe(false)
  expect(worksAfter('#5 [a 2/3] RUN make', '#6 [b 2/3] RUN make', `#5 ${end}`)).toBe(true)
})

test('pushing after the last RUN is no work of a command', () => {
  expect(worksAfter('#5 [2/3] RUN make', '#5 DONE 1.0s', '#6 exporting to image', '#6 pushing layers')).toBe(
    false
  )
})
