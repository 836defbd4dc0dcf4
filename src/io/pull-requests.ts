import { messageOf } from './thrown.js'

/** A pull request to be open from one branch to another of the same repository. */
export interface WantedPullRequest {
  /** `owner/name`. */
  readonly repository: string
  readonly from: string
  readonly into: string
  readonly title: string
  readonly body: string
}

/** The REST API refused, or did not answer; the message has its own words. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError'
}

/**
 * Opens a pull request, or brings the one that is open up to date; returns its address. Uses `GITHUB_API_URL`, so that it
 * works on GitHub Enterprise Server too. Throws a {@link GitHubError}.
 */
export async function openPullRequest(
  token: string,
  wanted: WantedPullRequest
): Promise<{ readonly url: string; readonly state: 'opened' | 'updated' }> {
  // Loaded here because few runs need it.
  const { getOctokit } = await import('@actions/github')
  const { rest } = getOctokit(token)
  const [owner = '', repo = ''] = wanted.repository.split('/')
  const { title, body } = wanted
  try {
    const { data } = await rest.pulls.list({
      ...{ owner, repo, state: 'open', base: wanted.into },
      head: `${owner}:${wanted.from}`
    })
    const [open] = data
    if (open !== undefined) {
      await rest.pulls.update({ owner, repo, pull_number: open.number, title, body })
      return { url: open.html_url, state: 'updated' }
    }
    const made = await rest.pulls.create({ owner, repo, head: wanted.from, base: wanted.into, title, body })
    return { url: made.data.html_url, state: 'opened' }
  } catch (error) {
    throw new GitHubError(messageOf(error))
  }
}
