/** What is killed, in which command, and with what. */
export interface Victim {
  readonly name: string
  readonly during: 'build' | 'release'
  readonly what: 'command' | 'buildkitd' | 'registry'
  readonly signal: 'SIGKILL' | 'SIGTERM'
}

/** All victims, in the order in which they take turns. */
export const VICTIMS: readonly Victim[] = [
  { name: 'build', during: 'build', what: 'command', signal: 'SIGKILL' },
  { name: 'buildkitd', during: 'build', what: 'buildkitd', signal: 'SIGKILL' },
  { name: 'registry', during: 'build', what: 'registry', signal: 'SIGKILL' },
  { name: 'build, cancelled', during: 'build', what: 'command', signal: 'SIGTERM' },
  { name: 'release', during: 'release', what: 'command', signal: 'SIGKILL' },
  { name: 'registry in a release', during: 'release', what: 'registry', signal: 'SIGKILL' }
]
