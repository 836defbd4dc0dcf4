import { describe, expect, test } from '@jest/globals'
import { parseDockerfile } from '../../src/dockerfile/parse.js'
import { requirementUse } from '../../src/dockerfile/requirement-use.js'

const MOUNT = '--mount=type=bind,source=c.txt,target=/tmp/c.txt'

function useOf(run: string, source = 'c.txt'): string | undefined {
  const instruction = parseDockerfile(`FROM x\n${run}\n`).instructions[1]
  if (instruction === undefined) throw new Error('the test has no instruction')
  return requirementUse(instruction, source)
}

describe('how a RUN uses a mounted file', () => {
  test.each([
    `RUN ${MOUNT} pip install -c /tmp/c.txt requests`,
    `RUN ${MOUNT} pip install --constraint=/tmp/c.txt requests`,
    `RUN ${MOUNT} pip3.11 install requests --constraint "/tmp/c.txt" && true`,
    `RUN ${MOUNT} uv pip install --constraints /tmp/c.txt requests`,
    `RUN ${MOUNT} pip install -c c.txt requests && rm -rf /var/tmp/*`,
    `RUN ${MOUNT} ["pip", "install", "-c", "/tmp/c.txt", "requests"]`,
    `RUN --mount=source=c.txt,dst=/tmp/c.txt pip install -c /tmp/c.txt requests`
  ])('is as constraints: %s', run => {
    expect(useOf(run)).toBe('constraint')
  })

  test.each([
    `RUN ${MOUNT} pip install -r /tmp/c.txt`,
    `RUN ${MOUNT} pip install --requirement /tmp/c.txt --constraint /tmp/c.txt`
  ])('is as requirements as soon as one option says so: %s', run => {
    expect(useOf(run)).toBe('requirement')
  })

  test.each([
    `RUN ${MOUNT} pip install requests`,
    `RUN ${MOUNT} cp /tmp/c.txt /c.txt && pip install -c /tmp/c.txt requests`,
    `RUN ${MOUNT} pip install -c /tmp/c.txt requests && cat /tmp/c.txt > /c.txt`,
    `RUN ${MOUNT} PIP_CONSTRAINT=/tmp/c.txt pip install requests`,
    `RUN ${MOUNT} uv pip sync /tmp/c.txt`,
    `RUN ${MOUNT} sh -c /tmp/c.txt`,
    `RUN ${MOUNT} cp -r /tmp/ /copy && pip install -c /tmp/c.txt requests`,
    `RUN ${MOUNT} cd /tmp && pip install -c c.txt requests && cp * /copy`,
    `RUN ${MOUNT} cp *.txt /copy && pip install -c /tmp/c.txt requests`,
    `RUN ${MOUNT} cp /tmp/*.txt /copy && pip install -c /tmp/c.txt requests`,
    `RUN ${MOUNT} cp /tmp/$FILE /copy && pip install -c /tmp/c.txt requests`,
    `RUN ${MOUNT} tar -c /tmp/c.txt`,
    `RUN ${MOUNT} pip install -c /tmp/c.txt.old requests`,
    `RUN --mount=type=bind,source=c.txt,target=$T/c.txt pip install -c /tmp/c.txt requests`,
    `RUN --mount=type=cache,from=x,source=c.txt,target=/tmp/c.txt pip install -c /tmp/c.txt requests`,
    `RUN --mount=type=bind,target=/src pip install -c /src/c.txt requests`,
    `RUN ${MOUNT} --mount=source=c.txt,target=/other pip install -c /tmp/c.txt requests`,
    `RUN ${MOUNT} <<EOF\npip install -c /tmp/c.txt requests\ncp /tmp/c.txt /\nEOF`,
    'COPY c.txt /tmp/c.txt'
  ])('is not understood: %j', run => {
    expect(useOf(run)).toBeUndefined()
  })
})
