/** Why there is no base although the table names one: everything is planned then, and the plan says this. */
export interface Untrusted {
  readonly id: string
  /** `{…}` is filled in. */
  readonly how: string
  /** How it comes about. */
  readonly when: string
  /** What a person can do. */
  readonly remedy: string
}

/** Commits of history that are fetched, one after the other, while a shallow clone does not show a merge base. */
export const DEPTHS = [50, 200, 1000] as const

/** Every reason for planning everything that shows only in the clone; `docs/events.md` is held against the same rows. */
export const UNTRUSTED = [
  {
    id: 'missing',
    how: '{what} is not in this clone and cannot be fetched: {why}',
    when: 'A force push whose old commit the server has dropped; no remote; no right to fetch; the network.',
    remedy: '`fetch-depth: 0`, and the input `token`; after a force push nothing: the next run compares again'
  },
  {
    id: 'unrelated',
    how: '{what} and the head have no common history',
    when: 'A branch that was started anew, such as `gh-pages`.',
    remedy: 'name a commit with `--base`'
  },
  {
    id: 'several',
    how: '{what} and the head have several best common commits, so none of them can be trusted',
    when: 'Two branches that were merged into one another crosswise.',
    remedy: 'merge the base branch, or name a commit with `--base`'
  },
  {
    id: 'too-shallow',
    how: 'the clone is shallow, so a merge base cannot be trusted, even with {depth} commits fetched',
    when: 'A branch that left longer ago than that.',
    remedy: '`fetch-depth: 0`'
  },
  {
    id: 'not-deepened',
    how: 'the clone is shallow, so a merge base cannot be trusted, and more history cannot be fetched: {why}',
    when: 'A shallow clone that may not fetch, or a head that the server does not have.',
    remedy: '`fetch-depth: 0`, or the input `token`'
  },
  {
    id: 'shallow',
    how: 'the clone is shallow, so a merge base cannot be trusted',
    when: 'The command line, which does not fetch by itself.',
    remedy: '`git fetch --unshallow`'
  },
  {
    id: 'parent-missing',
    how: 'the commit before is not in this clone',
    when: 'The command line on the default branch of a clone of depth 1.',
    remedy: '`git fetch --unshallow`'
  }
] as const satisfies readonly Untrusted[]

/** The name of a reason. */
export type UntrustedId = (typeof UNTRUSTED)[number]['id']

/** What the plan says about a reason. */
export function untrusted(id: UntrustedId, values: Readonly<Record<string, string>> = {}): string {
  const how: string = UNTRUSTED.find(each => each.id === id)?.how ?? id
  return how.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
