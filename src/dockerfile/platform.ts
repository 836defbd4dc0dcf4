const ARCHITECTURES: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  'x86-64': 'amd64',
  aarch64: 'arm64',
  armhf: 'arm/v7',
  armel: 'arm/v6',
  i386: '386',
  i486: '386',
  i586: '386',
  i686: '386'
}

/** A platform in its usual form: `linux/amd64` for `linux/x86_64`, `amd64` and `linux/amd64/v1` (containerd/platforms). */
export function normalisePlatform(text: string): string {
  const parts = text.toLowerCase().split('/')
  const [os = '', ...rest] = parts.length === 1 ? ['linux', ...parts] : parts
  const [architecture = '', variant] = rest
  const known = ARCHITECTURES[architecture] ?? architecture
  const plain = `${os === 'macos' ? 'darwin' : os}/${known}`
  if (variant === undefined) return plain
  const standard = (known === 'amd64' && variant === 'v1') || (known === 'arm64' && /^v?8$/.test(variant))
  return standard ? plain : `${plain}/${/^\d/.test(variant) ? `v${variant}` : variant}`
}
