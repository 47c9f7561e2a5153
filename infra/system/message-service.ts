import type { Carrier } from '#domain/fund/messages.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { signedBy } from '#infra/system/signed-text.ts'

/** What texts are made and taken with, whatever carries them. */
export const messageServiceBy = (
  carrier: Carrier,
  {
    secret,
    number,
    incoming,
  }: {
    readonly secret: string
    readonly number?: string | undefined
    readonly incoming?: string | undefined
  },
) => ({
  sealing: sealingBy({ secret, things: 'messages' }),
  carrier,
  ...(number === undefined ? {} : { number }),
  ...(incoming === undefined ? {} : { isSigned: signedBy(incoming) }),
})

type GatewaySettings = {
  readonly MESSAGES_GATEWAY_URL?: string | undefined
  readonly MESSAGES_GATEWAY_SECRET?: string | undefined
  readonly MESSAGES_GATEWAY_PRIVATE: 'yes' | 'no'
}

/** The gateway that was set. */
export const gatewayOf = (set: GatewaySettings) => ({
  url: set.MESSAGES_GATEWAY_URL ?? '',
  secret: set.MESSAGES_GATEWAY_SECRET ?? '',
  mayBePrivate: set.MESSAGES_GATEWAY_PRIVATE === 'yes',
})
