import { statusOf } from './thrown.js'

/** The comment that a pull request is to have. */
export interface CommentOrder {
  /** Address of GitHub's REST API, such as `https://api.github.com`. */
  readonly apiUrl: string
  readonly token: string
  /** `owner/name`. */
  readonly repository: string
  /** Of the pull request. */
  readonly number: number
  /** First line of the comment, by which it is found again. */
  readonly marker: string
  /** Markdown that starts with the marker. */
  readonly body: string
}

/** What became of a comment; `why` is a sentence for a person. */
export type CommentEnd =
  | { readonly kind: 'written' | 'unchanged' }
  | { readonly kind: 'not allowed' | 'failed'; readonly why: string }

/**
 * Makes a pull request have exactly one comment with this marker: the one that is there is changed, wherever among the
 * others it is. Never rejects: a report must not fail because of its comment.
 */
export async function writeComment(order: CommentOrder): Promise<CommentEnd> {
  // Loaded here because only reports of pull requests need it.
  const { getOctokit } = await import('@actions/github')
  const { rest, paginate } = getOctokit(order.token, { baseUrl: order.apiUrl })
  const { issues } = rest
  const [owner = '', repo = ''] = order.repository.split('/')
  const place = { owner, repo }
  try {
    let found: { readonly id: number; readonly body?: string | undefined } | undefined
    const pages = paginate.iterator(issues.listComments, {
      ...place,
      issue_number: order.number,
      per_page: 100
    })
    for await (const { data } of pages) {
      found = data.find(comment => comment.body?.startsWith(order.marker) === true)
      if (found !== undefined) break
    }
    if (found === undefined) {
      await issues.createComment({ ...place, issue_number: order.number, body: order.body })
    } else if (sameText(found.body ?? '', order.body)) {
      return { kind: 'unchanged' }
    } else {
      await issues.updateComment({ ...place, comment_id: found.id, body: order.body })
    }
    return { kind: 'written' }
  } catch (error) {
    return endOf(error)
  }
}

/** GitHub gives line ends back as browsers send them, and no space at the end. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd()
  return plain(a) === plain(b)
}

function endOf(error: unknown): CommentEnd {
  const status = statusOf(error)
  // A token without the right gets 403, and 404 where it may not even read.
  if (status === 401 || status === 403 || status === 404) {
    const why =
      `No comment was written: the token of this run may not (GitHub answers ${status}). The token of a pull request ` +
      'from a fork may only read; otherwise the caller must grant pull-requests: write.'
    return { kind: 'not allowed', why }
  }
  const said = status === undefined ? 'it cannot be reached' : `it answers ${status}`
  return {
    kind: 'failed',
    why: `No comment was written: ${said} (GitHub's API). This summary has everything.`
  }
}
