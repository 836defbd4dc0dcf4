import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import { runCli } from '../support/compiled-cli.js'
import { disposeRepositories, makeClone } from '../support/repository.js'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** "DO NOT include" of the document, a line each as a person would add it. */
const MISTAKES = [
  ['discord', 'fastapi==0.118.0', 'L001', 'python-base has fastapi 0.118.0'],
  ['testing', 'uvicorn[standard]', 'L001', 'python-base has uvicorn'],
  ['monitoring', 'httpx==0.27.2', 'L002', 'python-base has httpx 0.26.0'],
  ['security', 'opentelemetry-sdk>=1.24', 'L001', 'python-base has opentelemetry-sdk'],
  ['stt', 'torch', 'L001', 'python-torch has torch'],
  ['audio', 'numpy==2.1.3', 'L002', 'has numpy 1.26.4'],
  ['bark', 'transformers>=4.57,<5.0', 'L001', 'python-ml has transformers'],
  ['flan', 'grpcio', 'L001', 'python-ml has grpcio']
] as const

afterAll(disposeRepositories)

describe('the services of this repository', () => {
  test('ask for nothing that their bases have', () => {
    const { code, out } = runCli(ROOT, ['lint', '--strict', '--head', 'HEAD', '--format', 'json'])
    expect({ code, ...(JSON.parse(out) as object) }).toEqual({ code: 0, diagnostics: [] })
  })

  test('with a line of the document’s DO NOT lists, each is found at that line', () => {
    const clone = makeClone(ROOT)
    const lines = new Map<string, number>()
    for (const [service, requirement] of MISTAKES) {
      const path = `services/${service}/requirements.txt`
      const text = readFileSync(join(clone.folder, path), 'utf8')
      lines.set(service, text.split('\n').length)
      clone.write({ [path]: `${text}${requirement}\n` })
    }
    const { out } = runCli(clone.folder, ['lint', '--format', 'json'])
    const { diagnostics } = JSON.parse(out) as {
      diagnostics: readonly { code: string; file: string; line: number; message: string }[]
    }
    const found = diagnostics.map(({ code, file, line }) => [code, file, line])
    expect(found).toEqual(
      [...MISTAKES]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([service, , code]) => [code, `services/${service}/requirements.txt`, lines.get(service)])
    )
    for (const [, , , sentence] of MISTAKES) expect(out).toContain(sentence)
  })
})
