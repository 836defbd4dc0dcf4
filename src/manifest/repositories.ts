import { labelOf, quoted, wrong } from './fields.js'
import type { Reader } from './fields.js'
import { readAnyText } from './readers.js'
import { parseReference, repositoryMeant } from './reference.js'

const EXAMPLE = 'ghcr.io/acme/python-base'

/** Reads a repository without tag and digest into its full form: `acme/x` is `docker.io/acme/x`. */
export const readRepository: Reader<string> = field => {
  const text = readAnyText(field)
  if (text === undefined) return undefined
  const reference = parseReference(text)
  if (reference !== undefined && reference.tag === undefined && reference.digest === undefined)
    return repositoryMeant(reference)
  const message = `${labelOf(field.path)} is ${quoted(text)}, expected a repository without tag and digest`
  return wrong(field, 'M010', message, `Write a repository in lower case such as ${EXAMPLE}`)
}

/** Reads the prefix of repositories, a registry with or without a path, into its full form: `acme` is `docker.io/acme`. */
export const readRegistry: Reader<string> = field => {
  const text = readAnyText(field)
  if (text === undefined) return undefined
  const reference = parseReference(`${text}/x`)
  if (reference !== undefined) return repositoryMeant(reference).slice(0, -'/x'.length)
  const message = `${labelOf(field.path)} is ${quoted(text)}, expected a registry with the path that images are published under`
  return wrong(field, 'M010', message, 'Write it in lower case such as ghcr.io/acme')
}

/** Reads another reference of an image into `repository:tag` or `repository:*`; without a tag it means `:latest`. */
export const readAlias: Reader<string> = field => {
  const text = readAnyText(field)
  if (text === undefined) return undefined
  const isAny = text.endsWith(':*')
  const reference = parseReference(isAny ? text.slice(0, -2) : text)
  const hasTag = reference?.tag !== undefined
  if (reference !== undefined && reference.digest === undefined && !(isAny && hasTag))
    return `${repositoryMeant(reference)}:${isAny ? '*' : (reference.tag ?? 'latest')}`
  const message = `${labelOf(field.path)} is ${quoted(text)}, expected a reference without a digest`
  return wrong(field, 'M010', message, 'Write name, name:tag, or name:* for any tag')
}
