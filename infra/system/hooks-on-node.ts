import { createHmac } from 'node:crypto'
import { postedOnce } from '#infra/system/carrier-to-gateway.ts'

type Told = {
  readonly url: string
  /** The same for the same news, however often it is sent. */
  readonly id: string
  readonly body: string
  readonly key: Uint8Array
}

/**
 * Tells a webhook by Standard Webhooks: `webhook-id`, `webhook-timestamp` in seconds, and `webhook-signature` with `v1,` and
 * the base64 of HMAC-SHA-256 over `id.timestamp.body`.
 */
export const hooksOnNode =
  ({
    mayBePrivate,
    waitMs,
    now = () => Date.now(),
  }: {
    readonly mayBePrivate: boolean
    readonly waitMs?: number
    readonly now?: () => number
  }) =>
  ({ url, id, body, key }: Told): Promise<'taken' | 'not-taken'> => {
    const at = String(Math.floor(now() / 1000))
    const signature = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')
    return postedOnce({
      url,
      mayBePrivate,
      ...(waitMs === undefined ? {} : { waitMs }),
      headers: {
        'webhook-id': id,
        'webhook-timestamp': at,
        'webhook-signature': `v1,${signature}`,
      },
      body,
    })
  }
