/* Of a webhook: whether it is from the service, and what it tells. Runs wherever `crypto.subtle` is. */

/** What is told: ids, codes and days alone (docs/links.md). */
export type Told = {
  readonly type: string
  readonly timestamp: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Older ones were kept by somebody and sent again. */
const secondsMax = 300

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

const isSigned = async (key: string, said: string, signatures: string): Promise<boolean> => {
  const secret = await crypto.subtle.importKey(
    'raw',
    bytesOf(key.replace(/^whsec_/, '')),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  )
  const bytes = new TextEncoder().encode(said)
  for (const one of signatures.split(' ')) {
    const base64 = /^v1,([A-Za-z0-9+/]{43}=)$/.exec(one)?.[1]
    if (
      base64 !== undefined &&
      (await crypto.subtle.verify('HMAC', secret, bytesOf(base64), bytes))
    )
      return true
  }
  return false
}

/**
 * What a webhook tells, or `undefined` where it is not from the service: by its signature over the very bytes of the body
 * (Standard Webhooks) and its time, in seconds since 1970. `key` is the `whsec_…` of the link's page. The same `webhook-id`
 * may come twice: keep those that you have seen.
 */
export const heardFrom = async (
  key: string,
  { headers, body }: { readonly headers: Headers; readonly body: string },
  now: number = Date.now() / 1000,
): Promise<Told | undefined> => {
  const id = headers.get('webhook-id') ?? ''
  const at = headers.get('webhook-timestamp') ?? ''
  const isNow = /^\d{1,12}$/.test(at) && Math.abs(now - Number(at)) <= secondsMax
  if (!isNow || id === '') return undefined
  const isOurs = await isSigned(key, `${id}.${at}.${body}`, headers.get('webhook-signature') ?? '')
  return isOurs ? (JSON.parse(body) as Told) : undefined
}
