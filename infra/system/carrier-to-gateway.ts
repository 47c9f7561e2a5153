import { request as plainRequest } from 'node:http'
import { request } from 'node:https'
import { isIP } from 'node:net'
import { lookup } from 'node:dns/promises'
import type { Carrier } from '#domain/fund/messages.ts'
import { isPrivateAddress } from '#infra/system/alert-feeds.ts'
import { publicOnly } from '#infra/system/alert-feeds-on-node.ts'

type Gateway = {
  readonly url: string
  /** Sent as `Authorization: Bearer …`, and never written anywhere. */
  readonly secret: string
  /** A gateway in the own house, such as a modem beside the server; then it may be plain http too. */
  readonly mayBePrivate: boolean
  readonly waitMs?: number
}

const waitMs = 10_000

const isAllowed = ({ protocol, hostname }: URL, mayBePrivate: boolean): boolean => {
  const bare = hostname.replaceAll(/[[\]]/g, '')
  if (mayBePrivate) return protocol === 'https:' || protocol === 'http:'
  // A name is looked at when it is looked up; an address that stands there itself is looked at here.
  return protocol === 'https:' && !(isIP(bare) > 0 && isPrivateAddress(bare))
}

const lookedAtOnce = publicOnly({
  addressesOf: (hostname) => lookup(hostname, { all: true }),
  isPrivate: isPrivateAddress,
})

/** Sends once and gives the status; the answer's own words are never read. */
const statusOf = (
  { url, secret, mayBePrivate, waitMs: wait = waitMs }: Gateway,
  { id, body }: { readonly id: string; readonly body: string },
): Promise<number> =>
  new Promise((resolve, reject) => {
    const to = new URL(url)
    const send = to.protocol === 'http:' ? plainRequest : request
    const sent = send(
      to,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(wait),
        headers: {
          authorization: `Bearer ${secret}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'idempotency-key': id,
        },
        ...(mayBePrivate ? {} : { lookup: lookedAtOnce }),
      },
      (answer) => {
        answer.destroy()
        resolve(answer.statusCode ?? 0)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

/**
 * Hands each text to a gateway: `POST {id, to, text}`. Only 2xx means that it was taken; no redirect is followed, and
 * after ten seconds it counts as not taken. The same text again has the same id, so that a gateway can leave it out.
 */
export const carrierToGateway =
  (gateway: Gateway): Carrier =>
  async ({ id, to, text }) => {
    try {
      if (!isAllowed(new URL(gateway.url), gateway.mayBePrivate)) return 'not-taken'
      const status = await statusOf(gateway, { id, body: JSON.stringify({ id, to, text }) })
      return status >= 200 && status < 300 ? 'taken' : 'not-taken'
    } catch {
      // Whatever went wrong out there, it is tried again later; its words could hold a number.
      return 'not-taken'
    }
  }
