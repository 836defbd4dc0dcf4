const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/**
 * Aborts at the first SIGINT or SIGTERM (a runner of GitHub sends both, 7.5 s apart, and kills 2.5 s later), so that a
 * command can end what it does in order. The next one of either ends the process as it would without us. Only for commands
 * that write to a registry or start builds: all others may simply end.
 */
export function cancellation(): AbortSignal {
  const cancel = new AbortController()
  const stop = (): void => {
    for (const signal of SIGNALS) process.off(signal, stop)
    cancel.abort()
  }
  for (const signal of SIGNALS) process.on(signal, stop)
  return cancel.signal
}
