/** A clock of the processor time that this process has used, in milliseconds: other processes on the machine do not count. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
