import { childOf, labelOf, quoted, wrong, wrongKey, wrongType } from './fields.js'
import type { Field, Reader } from './fields.js'
import { IMAGE_NAME, IMAGE_NAME_RULE } from './names.js'
import { objectOf } from './objects.js'
import { readFile, readFolder } from './paths.js'
import { listOf, mapOf, readAnyText, readText, textLike } from './readers.js'
import type { NamedContext, SmokeTest } from './types.js'
import { isMapping, isList } from './values.js'

/** Reads the name of an image of the manifest. */
export const readImageName = textLike(
  IMAGE_NAME,
  `the name of an image: ${IMAGE_NAME_RULE}`,
  'Write a name of the manifest'
)

/** Whether a key is a name for images, variants or contexts; reports it when not. */
export function checkName(name: string, field: Field): boolean {
  if (IMAGE_NAME.test(name)) return true
  const message = `The name ${quoted(name)} is not allowed, expected ${IMAGE_NAME_RULE}`
  wrongKey(field, 'M008', message, 'Choose a shorter or simpler name')
  return false
}

/** Reads named build contexts: a folder, or `{image: x}`. */
export const readContexts = mapOf<NamedContext>(checkName, field => {
  if (isMapping(field.value)) {
    const image = readImageOf(field)?.image
    return image === undefined ? undefined : { kind: 'image', image }
  }
  const path = readFolder(field)
  return path === undefined ? undefined : { kind: 'path', path }
})

/** Reads a smoke test: the path of a script, or a command as a list. */
export const readTest: Reader<SmokeTest> = field => {
  if (!isList(field.value)) {
    if (isMapping(field.value))
      return wrongType(field, 'a path or a list', 'the path of a script or a list of words')
    const path = readFile(field)
    return path === undefined ? undefined : { kind: 'script', path }
  }
  const command = listOf(readAnyText, { atLeast: 1 })(field)
  if (command === undefined) return undefined
  if (command[0] !== '') return { kind: 'exec', command }
  return wrong(
    childOf(field, 0, ''),
    'M010',
    `${labelOf(field.path)} starts with an empty word, expected a program`,
    'Name a program'
  )
}

/** Reads the name or number of a build stage. */
export const readTarget = textLike(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/,
  'the name of a build stage',
  'Write the name after AS in the Dockerfile'
)

/** Reads the web address of sources. */
export const readWebAddress = textLike(
  /^https?:\/\/[^\s"<>]+$/,
  'a web address',
  'Write an address that starts with https://'
)

/** Reads a text of one line. */
export const readLine: Reader<string> = field => {
  const text = readText(field)
  if (text === undefined || !/[\n\t]/.test(text)) return text
  return wrong(
    field,
    'M010',
    `${labelOf(field.path)} has a tab or several lines, expected one line`,
    'Write it in one line'
  )
}

/** Reads `{image: x}`, the reference to another image. */
export function readImageOf(field: Field): { readonly image: string } | undefined {
  const image = objectOf({ image: readImageName }, ['image'])(field)?.image
  return image === undefined ? undefined : { image }
}
