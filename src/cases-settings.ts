import { isPrivateDatabase } from '#src/cli/private-database.ts'

type Read = {
  readonly DATABASE_URL?: string | undefined
  readonly DATABASE_PRIVATE: 'yes' | 'no'
  readonly CASES_DATABASE_URL?: string | undefined
  readonly CASES_SECRET?: string | undefined
  readonly CASES_SECRET_OLD: readonly string[]
}

const others = [
  'PEPPER',
  'SIGNING_SECRET',
  'BACKUP_SECRET',
  'SUPPORT_SECRET',
  'MESSAGES_SECRET',
  'MESSAGES_GATEWAY_SECRET',
  'MESSAGES_INCOMING_SECRET',
] as const
const withOlder = ['PEPPER', 'SIGNING_SECRET', 'SUPPORT_SECRET'] as const

type Others = { readonly [name in (typeof others)[number]]?: string | undefined } & {
  readonly [name in (typeof withOlder)[number] as `${name}_OLD`]: readonly string[]
}

const isOnServer = (url: string): boolean => /^postgres(?:ql)?:/.test(url)

/** Which database of which server a URL names, and who asks there. */
const namedBy = (url: string) => {
  const { hostname, port, pathname, username, searchParams } = new URL(url)
  const host = searchParams.get('host') ?? hostname
  return { server: `${host}:${port || '5432'}`, database: pathname, login: username }
}

/**
 * Whether the cases would stand where the books do: in one file or database, or with one login on one server. The
 * server itself is asked again when they are opened, for a URL can be written in more than one way.
 */
const isShared = (cases: string, ledger: string): boolean => {
  if (cases === ledger) return true
  if (![cases, ledger].every((url) => isOnServer(url) && URL.canParse(url))) return false
  const [one, other] = [namedBy(cases), namedBy(ledger)]
  return (
    one.server === other.server && (one.database === other.database || one.login === other.login)
  )
}

/** What the cases lack or must not share with the ledger. */
export const casesFaults = (read: Read & Others): string[] => {
  const { DATABASE_URL: ledger = '', CASES_DATABASE_URL: cases, CASES_SECRET: secret } = read
  const own = [secret, ...read.CASES_SECRET_OLD].filter((one) => one !== undefined)
  const taken = [
    ...others.flatMap((name) => read[name] ?? []),
    ...withOlder.flatMap((name) => read[`${name}_OLD`]),
  ]
  return [
    ...(taken.some((one) => own.includes(one))
      ? ['CASES_SECRET must be another secret than every other one']
      : []),
    ...(secret !== undefined && cases === undefined && isOnServer(ledger)
      ? [
          'CASES_DATABASE_URL must be set where CASES_SECRET is and the books are on a server: cases have a database and a login of their own',
        ]
      : []),
    ...(cases !== undefined && isShared(cases, ledger)
      ? [
          'CASES_DATABASE_URL must name another database, and on one server another login, than DATABASE_URL',
        ]
      : []),
    ...(read.DATABASE_PRIVATE === 'yes' || isPrivateDatabase(cases ?? '')
      ? []
      : ['CASES_DATABASE_URL must say ?sslmode=verify-full, as DATABASE_URL does']),
  ]
}
