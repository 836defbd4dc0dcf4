import { expect, test } from '@jest/globals'
import { stepOf } from '../../src/build/progress.js'

// Lines of buildx 0.36 with BuildKit 0.33.
test.each([
  ['#7 [2/3] RUN apt-get update', '[2/3] RUN apt-get update'],
  ['#12 [build 2/5] COPY a [b] /c', '[build 2/5] COPY a [b] /c'],
  ['#9 exporting to image', 'exporting to image'],
  ['#10 exporting cache to registry', 'exporting cache to registry'],
  ['#1 [internal] load build definition from Dockerfile', undefined],
  ['#3 [auth] acme/base:pull token for registry.example', undefined],
  ['#2 [context ghcr.io/acme/base] load metadata for registry.example/base@sha256:0', undefined],
  ['#9 exporting config sha256:0 done', undefined],
  ['#9 pushing layers 0.1s done', undefined],
  ['#7 0.262 [1/2] RUN what a step prints', undefined],
  ['#7 DONE 1.2s', undefined],
  ['#7 CACHED', undefined],
  ['[2/3] RUN without a number', undefined],
  ['', undefined]
])('%p begins the step %p', (line, step) => {
  expect(stepOf(line)).toBe(step)
})
