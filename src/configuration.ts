import { z } from 'zod'
import { backupFaults, backupSettings } from '#src/cli/backups/settings.ts'
import { casesFaults } from '#src/cli/cases/settings.ts'
import { linkFaults, linkSettings } from '#src/cli/service/link-settings.ts'
import { databaseNotPrivate, isLoopback, isPrivateDatabase } from '#src/cli/private-database.ts'

const isTimeZone = (value: string): boolean => {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: value })
    return true
  } catch {
    return false
  }
}

/** `https://name` or `https://name:port`, no path: where the world reaches the service through TLS. */
const isPublicUrl = (value: string): boolean => {
  try {
    const url = new URL(value)
    return url.protocol === 'https:' && url.pathname === '/' && url.search + url.hash === ''
  } catch {
    return false
  }
}

/** Addresses of alerts: https, no login and no port in them. */
const areFeeds = (list: readonly string[]): boolean =>
  list.length <= 20 && list.every((one) => /^https:\/\/[\w.-]+(\/\S*)?$/.test(one))

/** Where texts are handed over; a gateway in the own house may be plain http. */
const isGatewayUrl = (value: string): boolean => {
  try {
    const { protocol, username, password } = new URL(value)
    return ['http:', 'https:'].includes(protocol) && username + password === ''
  } catch {
    return false
  }
}

const secretLengthMin = 32
const secret = z
  .string()
  .min(
    secretLengthMin,
    `must have at least ${secretLengthMin} characters, for example: openssl rand -base64 48`,
  )

/** Secrets before the one of now, the latest first, with blanks or commas between them. */
const olderSecrets = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter((one) => one !== ''))
  .refine(
    (list) => list.every((one) => one.length >= secretLengthMin),
    `must be older secrets with blanks between them, each of at least ${secretLengthMin} characters`,
  )
  .default([])

const databaseUrl = z
  .string()
  .regex(
    /^(?:sqlite:|postgres(?:ql)?:\/\/)./,
    'must be sqlite:PATH or postgres://login:password@host/database',
  )

const portNumber = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .refine((port) => port <= 65_535, 'must be at most 65535')

const shape = z.object({
  MODE: z.enum(['practice', 'live'], 'must be practice or live').default('practice'),
  HOST: z
    .string()
    .regex(/^[\w.:-]{1,253}$/, 'must be an address or a name of this machine')
    .default('127.0.0.1'),
  PORT: portNumber.default(3000),
  PUBLIC_URL: z
    .string()
    .refine(isPublicUrl, 'must be https://name without a path: cookies of sign-in need TLS')
    .transform((url) => new URL(url).origin)
    .optional(),
  BOX_DIR: z.string().min(1, 'must name a folder').optional(),
  BOX_PORT: portNumber.default(8080),
  DATA_DIR: z.string().min(1, 'must name a folder').default('./data'),
  DATABASE_URL: databaseUrl.optional(),
  CASES_DATABASE_URL: databaseUrl.optional(),
  CASES_KEPT_FILE: z.string().min(1, 'must name a file').optional(),
  HEADS_FILE: z.string().min(1, 'must name a file').optional(),
  DATABASE_PRIVATE: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  DATABASE_POOL: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'must be a number of connections, from 1 to 999')
    .transform(Number)
    .default(10),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be a time zone, for example Asia/Phnom_Penh')
    .default('Asia/Phnom_Penh'),
  CAP_FEEDS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((one) => one !== ''))
    .refine(areFeeds, 'must be addresses that begin with https://, without login or port')
    .default([]),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info'], 'must be silent, error, warn or info')
    .optional(),
  PEPPER: secret.optional(),
  SIGNING_SECRET: secret.optional(),
  BACKUP_SECRET: secret.optional(),
  SUPPORT_SECRET: secret.optional(),
  CASES_SECRET: secret.optional(),
  MESSAGES: z.enum(['off', 'file', 'gateway'], 'must be off, file or gateway').optional(),
  MESSAGES_SECRET: secret.optional(),
  MESSAGES_GATEWAY_URL: z
    .string()
    .refine(isGatewayUrl, 'must be http:// or https://, without a login in it')
    .optional(),
  MESSAGES_NUMBER: z
    .string()
    .regex(/^\+?[\d ]{3,20}$/, 'must be a number of 3 to 20 digits')
    .optional(),
  MESSAGES_GATEWAY_PRIVATE: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  MESSAGES_GATEWAY_SECRET: secret.optional(),
  MESSAGES_INCOMING_SECRET: secret.optional(),
  ...linkSettings,
  ...backupSettings,
  PEPPER_OLD: olderSecrets,
  SIGNING_SECRET_OLD: olderSecrets,
  SUPPORT_SECRET_OLD: olderSecrets,
  CASES_SECRET_OLD: olderSecrets,
})

type Read = z.infer<typeof shape>
export type Configuration = Omit<Read, 'PEPPER' | 'SIGNING_SECRET' | 'MESSAGES'> & {
  readonly MESSAGES: NonNullable<Read['MESSAGES']>
  readonly PEPPER: string
  readonly SIGNING_SECRET: string
}

/** Nobody's money hangs on the invented people of a practice fund, so these two are in the open. */
const practiceSecrets = {
  PEPPER: 'practice pepper, worth nothing: invented people only',
  SIGNING_SECRET: 'practice signing secret, worth nothing: invented entries only',
}
const practiceMessagesSecret = 'practice messages secret, worth nothing: invented people only'
const practiceSupportSecret = 'practice support secret, worth nothing: invented people only'
const practiceCasesSecret = 'practice cases secret, worth nothing: invented people only'

const secretsOf = ({ PEPPER, SIGNING_SECRET }: Read) => ({
  PEPPER: PEPPER ?? practiceSecrets.PEPPER,
  SIGNING_SECRET: SIGNING_SECRET ?? practiceSecrets.SIGNING_SECRET,
})

/** A live service without it asks for no support: there is no default that would be worth anything. */
const supportSecretOf = ({ MODE, SUPPORT_SECRET }: Read) =>
  SUPPORT_SECRET === undefined && MODE === 'practice'
    ? { SUPPORT_SECRET: practiceSupportSecret }
    : {}

/** A live service without it has no desk of cases: there is no default that would be worth anything. */
const casesSecretOf = ({ MODE, CASES_SECRET }: Read) =>
  CASES_SECRET === undefined && MODE === 'practice' ? { CASES_SECRET: practiceCasesSecret } : {}

/** Practice leaves texts in files, which nobody sends. A live service sends nothing until it is told how. */
const messagesOf = ({ MODE, MESSAGES, MESSAGES_SECRET }: Read) => ({
  MESSAGES: MESSAGES ?? (MODE === 'practice' ? ('file' as const) : ('off' as const)),
  ...(MESSAGES_SECRET === undefined && MODE === 'practice'
    ? { MESSAGES_SECRET: practiceMessagesSecret }
    : {}),
})

/** What messages lack or must not share. */
const messageFaults = ({
  MODE,
  MESSAGES = 'off',
  MESSAGES_GATEWAY_URL,
  MESSAGES_GATEWAY_PRIVATE,
  MESSAGES_GATEWAY_SECRET,
  ...read
}: Read): string[] => {
  const own = [read.MESSAGES_SECRET, MESSAGES_GATEWAY_SECRET, read.MESSAGES_INCOMING_SECRET]
  const others = [read.PEPPER, read.SIGNING_SECRET, read.BACKUP_SECRET, read.SUPPORT_SECRET]
  const isShared = own.some(
    (one, i) => one !== undefined && [...others, ...own.slice(i + 1)].includes(one),
  )
  const isGateway = MESSAGES === 'gateway'
  const isPlain = MESSAGES_GATEWAY_URL?.startsWith('http:') === true
  return [
    ...(MODE === 'live' && MESSAGES !== 'off' && read.MESSAGES_SECRET === undefined
      ? ['MESSAGES_SECRET must be set where MESSAGES is not off: it seals whose numbers there are']
      : []),
    ...(isGateway && (MESSAGES_GATEWAY_URL === undefined || MESSAGES_GATEWAY_SECRET === undefined)
      ? ['MESSAGES_GATEWAY_URL and MESSAGES_GATEWAY_SECRET must be set where MESSAGES is gateway']
      : []),
    ...(isGateway && isPlain && MESSAGES_GATEWAY_PRIVATE === 'no'
      ? [
          'MESSAGES_GATEWAY_URL must be https:// unless MESSAGES_GATEWAY_PRIVATE is yes: texts would be readable on the way',
        ]
      : []),
    ...(isShared
      ? ['the secrets of messages must differ from each other and from every other secret']
      : []),
  ]
}
const withOlder = ['PEPPER', 'SIGNING_SECRET', 'SUPPORT_SECRET', 'CASES_SECRET'] as const

/** An older secret is another one than that of now: otherwise nothing was changed, whoever has taken it. */
const olderFaults = (read: Read): string[] =>
  withOlder
    .filter((name) => read[`${name}_OLD`].some((one) => one === read[name]))
    .map((name) => `${name}_OLD must not hold the ${name} of now`)

/** What cannot hold together, though each setting by itself can. */
const faultsBetween = ({
  MODE,
  HOST,
  PUBLIC_URL,
  BOX_DIR,
  PEPPER,
  SIGNING_SECRET,
  BACKUP_SECRET,
  SUPPORT_SECRET,
}: Read): string[] => [
  ...(isLoopback(HOST) || PUBLIC_URL !== undefined
    ? []
    : [
        'PUBLIC_URL must be set to https://… when HOST is not this machine alone: without TLS nobody could sign in',
      ]),
  ...(BOX_DIR !== undefined && PUBLIC_URL === undefined
    ? [
        'PUBLIC_URL must be set to https://… where BOX_DIR is: the certificate in it is for that address',
      ]
    : []),
  ...(MODE === 'live' && PEPPER === undefined
    ? ['PEPPER must be set in live mode: it keeps PINs safe when the database is stolen']
    : []),
  ...(MODE === 'live' && SIGNING_SECRET === undefined
    ? ['SIGNING_SECRET must be set in live mode: the keys that sign receipts come from it']
    : []),
  ...(PEPPER !== undefined && PEPPER === SIGNING_SECRET
    ? ['PEPPER and SIGNING_SECRET must be two different secrets']
    : []),
  ...(BACKUP_SECRET !== undefined && [PEPPER, SIGNING_SECRET].includes(BACKUP_SECRET)
    ? ['BACKUP_SECRET must be another secret than PEPPER and SIGNING_SECRET']
    : []),
  ...(SUPPORT_SECRET !== undefined &&
  [PEPPER, SIGNING_SECRET, BACKUP_SECRET].includes(SUPPORT_SECRET)
    ? ['SUPPORT_SECRET must be another secret than PEPPER, SIGNING_SECRET and BACKUP_SECRET']
    : []),
]

/** The settings of the service, or every one that cannot hold, in words. Values are never repeated. */
export const readConfiguration = (
  environment: Readonly<Record<string, string | undefined>>,
): { readonly configuration: Configuration } | { readonly faults: readonly string[] } => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = shape.safeParse(given)
  if (!read.success)
    return { faults: read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`) }
  const faults = [
    ...faultsBetween(read.data),
    ...messageFaults(read.data),
    ...olderFaults(read.data),
    ...casesFaults(read.data),
    ...linkFaults(read.data),
    ...backupFaults(read.data),
    ...(read.data.DATABASE_PRIVATE === 'yes' || isPrivateDatabase(read.data.DATABASE_URL ?? '')
      ? []
      : [databaseNotPrivate]),
  ]
  return faults.length > 0
    ? { faults }
    : {
        configuration: {
          ...read.data,
          ...secretsOf(read.data),
          ...supportSecretOf(read.data),
          ...casesSecretOf(read.data),
          ...messagesOf(read.data),
        },
      }
}
