import { z } from 'zod'

const yesNo = z.enum(['yes', 'no'], 'must be yes or no').default('no')

/** `https://`, without a login in it; a provider on this very machine may be plain http. */
const isIssuer = (value: string): boolean => {
  try {
    const { protocol, hostname, username, password, search, hash } = new URL(value)
    const isHere = protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname)
    return (protocol === 'https:' || isHere) && username + password + search + hash === ''
  } catch {
    return false
  }
}

const tokenMin = 32

/** Settings of what is linked with the service from outside; each is off until it is set. */
export const linkSettings = {
  WEBHOOKS: yesNo,
  WEBHOOKS_PRIVATE: yesNo,
  METRICS_TOKEN: z
    .string()
    .regex(
      new RegExp(`^\\S{${tokenMin},500}$`),
      `must have at least ${tokenMin} signs and no blank, for example: openssl rand -hex 24`,
    )
    .optional(),
  OIDC_ISSUER: z.string().refine(isIssuer, 'must be https://, without a login in it').optional(),
  OIDC_CLIENT_ID: z.string().min(1).max(200).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).max(500).optional(),
} as const

type Read = z.infer<z.ZodObject<typeof linkSettings>> & {
  readonly MODE: 'practice' | 'live'
  readonly MESSAGES_SECRET?: string | undefined
}

/** What standing links lack. */
export const linkFaults = ({ MODE, WEBHOOKS, MESSAGES_SECRET, ...oidc }: Read): string[] => {
  const parts = [oidc.OIDC_ISSUER, oidc.OIDC_CLIENT_ID]
  const isHalf = parts.some((one) => one !== undefined) && parts.includes(undefined)
  return [
    ...(MODE === 'live' && WEBHOOKS === 'yes' && MESSAGES_SECRET === undefined
      ? ['MESSAGES_SECRET must be set where WEBHOOKS is yes: it seals where webhooks lead']
      : []),
    ...(isHalf || (oidc.OIDC_CLIENT_SECRET !== undefined && oidc.OIDC_ISSUER === undefined)
      ? ['OIDC_ISSUER and OIDC_CLIENT_ID must be set together']
      : []),
  ]
}
