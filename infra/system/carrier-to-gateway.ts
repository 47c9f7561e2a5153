import { request as plainRequest } from 'node:http'
import { request } from 'node:https'
import type { Carrier } from '#domain/fund/messages.ts'
import { publicOnly, theInternet } from '#infra/system/alert-feeds-on-node.ts'
import { type Gateway, gatewayWaitMs, isAllowed, postOf } from '#infra/system/gateway.ts'

type Posting = Pick<Gateway, 'url' | 'mayBePrivate' | 'waitMs'> & {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Sends once and gives the status; the answer's own words are never read. */
const statusOf = ({ url, mayBePrivate, waitMs = gatewayWaitMs, headers, body }: Posting) =>
  new Promise<number>((resolve, reject) => {
    const to = new URL(url)
    const send = to.protocol === 'http:' ? plainRequest : request
    const sent = send(
      to,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(waitMs),
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
        ...(mayBePrivate ? {} : { lookup: publicOnly(theInternet) }),
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
 * Posts JSON once. Only 2xx means that it was taken; no redirect is followed, after ten seconds it counts as not taken, and
 * nothing is sent into a private network unless that was allowed. Never throws.
 */
export const postedOnce = async (posting: Posting): Promise<'taken' | 'not-taken'> => {
  try {
    if (!isAllowed(new URL(posting.url), posting.mayBePrivate)) return 'not-taken'
    const status = await statusOf(posting)
    return status >= 200 && status < 300 ? 'taken' : 'not-taken'
  } catch {
    // Whatever went wrong out there, it is tried again later; its words could hold a number.
    return 'not-taken'
  }
}

/** Hands each text to a gateway: `POST {id, to, text}`. The same text again has the same id, so that a gateway can leave it out. */
export const carrierToGateway =
  (gateway: Gateway): Carrier =>
  (text) =>
    postedOnce({ ...gateway, ...postOf(gateway, text) })
