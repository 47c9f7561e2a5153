const loopback = /^(127(\.\d{1,3}){3}|localhost|::1)$/

export const isLoopback = (host: string): boolean => loopback.test(host)

/** Ways in which the driver asks for TLS and looks at the certificate; `no-verify` does not look. */
const withTls = ['require', 'verify-ca', 'verify-full']

/**
 * Whether what goes to a database server can be read by nobody on the way: it stays on this machine, by loopback or a
 * socket, or is asked for with TLS. A file is always so.
 */
export const isPrivateDatabase = (url: string): boolean => {
  if (!/^postgres(?:ql)?:/.test(url) || !URL.canParse(url)) return true
  const { hostname, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? decodeURIComponent(hostname).replaceAll(/[[\]]/g, '')
  return (
    host === '' ||
    host.startsWith('/') ||
    isLoopback(host) ||
    withTls.includes(searchParams.get('sslmode') ?? '')
  )
}

export const databaseNotPrivate =
  'the URL of the database must say ?sslmode=verify-full, because its server is not on this machine: without TLS names, sums and the password itself can be read on the way. Where that way is a private one (a tunnel, a network of containers on one machine), set DATABASE_PRIVATE=yes'
