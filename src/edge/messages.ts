import { carrierByFetch } from '#infra/system/carrier-by-fetch.ts'
import { gatewayOf, messageServiceBy } from '#infra/system/message-service.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import type { Configuration } from '#src/configuration.ts'
import type { AppNeeds } from '#src/http/needs.ts'

/** How a Worker sends texts, and tells phones of the office of closed meetings: by a gateway, since there are no files to leave them in. */
export const messagesAtEdge = (
  configuration: Configuration,
): Pick<AppNeeds, 'messages' | 'links'> => {
  const { MESSAGES, MESSAGES_SECRET: secret } = configuration
  if (MESSAGES !== 'gateway' || secret === undefined) return {}
  const { MESSAGES_NUMBER: number, MESSAGES_INCOMING_SECRET: incoming } = configuration
  return {
    messages: messageServiceBy(carrierByFetch(gatewayOf(configuration)), {
      secret,
      number,
      incoming,
    }),
    links: { sealing: sealingBy({ secret, things: 'messages' }), mayBePrivate: false },
  }
}
