import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Content } from '../support/repository.js'
import type { ProofCase, Side } from './model.js'

type Bytes = { readonly base64: string }

/** The text of a case that is kept; bytes are written as base64. */
export function caseText(proof: ProofCase): string {
  const side = ({ images, files }: Side): unknown => ({
    images,
    files: Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        content instanceof Uint8Array ? { base64: Buffer.from(content).toString('base64') } : content
      ])
    )
  })
  return `${JSON.stringify({ ...proof, before: side(proof.before), after: side(proof.after) }, undefined, 2)}\n`
}

/** Reads the text of a case. */
export function readCase(text: string): ProofCase {
  const proof = JSON.parse(text) as ProofCase
  const side = ({ images, files }: Side): Side => ({
    images,
    files: Object.fromEntries(Object.entries(files).map(([path, content]) => [path, bytesOf(content)]))
  })
  return { ...proof, before: side(proof.before), after: side(proof.after) }
}

function bytesOf(content: Exclude<Content, null> | Bytes): Exclude<Content, null> {
  return typeof content === 'object' && 'base64' in content ? Buffer.from(content.base64, 'base64') : content
}

/** All cases of a folder, by the names of their files. */
export function keptCases(folder: string): readonly ProofCase[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => ({ ...readCase(readFileSync(join(folder, name), 'utf8')), id: name.replace(/\.json$/, '') }))
}
