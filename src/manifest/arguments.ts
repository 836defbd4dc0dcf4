import { quoted, wrongKey } from './fields.js'
import type { Field } from './fields.js'
import { readImageOf } from './image-fields.js'
import { VARIABLE } from './names.js'
import { mapOf, readAnyText } from './readers.js'
import type { ArgValue } from './types.js'
import { isMapping } from './values.js'

/** Reads build arguments: a text, or `{image: x}` for the public reference of x. */
export const readArgs = mapOf<ArgValue>(checkArgument, field =>
  isMapping(field.value) ? readImageOf(field) : readAnyText(field)
)

/** Arguments that BuildKit sets itself, or that exchange the Dockerfile's frontend behind the plan's back. */
const RESERVED_ARGUMENT = /^(?:(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)|BUILDKIT_SYNTAX)$/

/** Words of names whose values BuildKit's own check takes for secrets (`SecretsUsedInArgOrEnv`). */
const SECRET_WORD = /(?:^|_)(?:API_?KEY|AUTH|CREDENTIALS?|KEY|PASS(?:WORD|WD)|PWORD|SECRET|TOKEN)(?:_|$)/i

function checkArgument(name: string, field: Field): boolean {
  if (!VARIABLE.test(name)) {
    const message = `The build argument ${quoted(name)} is not allowed, expected letters, digits and _`
    wrongKey(field, 'M008', message, 'Write the name as in the ARG instruction')
    return false
  }
  if (RESERVED_ARGUMENT.test(name)) {
    wrongKey(
      field,
      'M008',
      `The build argument ${name} is set by the builder`,
      'Remove it; platforms choose the platform'
    )
    return false
  }
  if (SECRET_WORD.test(name) && !/PUBLIC/i.test(name) && !isMapping(field.value)) warnOfSecret(name, field)
  return true
}

function warnOfSecret(name: string, field: Field): void {
  field.report({
    code: 'M016',
    severity: 'warning',
    path: field.path,
    at: 'key',
    message: `The build argument ${name} looks like a secret, and arguments are readable in the image and in the plan`,
    remedy: 'Use secrets and RUN --mount=type=secret'
  })
}
