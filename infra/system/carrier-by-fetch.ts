import type { Carrier } from '#domain/fund/messages.ts'
import { type Gateway, gatewayWaitMs, isAllowed, postOf } from '#infra/system/gateway.ts'

/**
 * Hands each text to a gateway where a host has no sockets of its own to open, as Workers: once, no redirect is followed and
 * the answer is not read. Where a name leads is the host's to look at: from Workers nothing reaches a private network.
 */
export const carrierByFetch =
  ({ url, mayBePrivate, waitMs = gatewayWaitMs, ...gateway }: Gateway): Carrier =>
  async (text) => {
    try {
      if (!isAllowed(new URL(url), mayBePrivate)) return 'not-taken'
      const { headers, body } = postOf(gateway, text)
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(waitMs),
        headers: { ...headers, 'content-type': 'application/json' },
        body,
      })
      await answer.body?.cancel()
      return answer.ok ? 'taken' : 'not-taken'
    } catch {
      // Whatever went wrong out there, it is tried again later; its words could hold a number.
      return 'not-taken'
    }
  }
