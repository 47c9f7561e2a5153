import { fromBase64 } from '#domain/kernel/base64.ts'

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

const base64 = /^[A-Za-z0-9+/]{43}=$/

/**
 * Knows a text that a gateway signed, as Standard Webhooks has it: `v1,` and the base64 of HMAC-SHA-256 over
 * `id.timestamp.body`. Of several signatures, while a secret is changed, one is enough.
 */
export const signedBy =
  (secret: string) =>
  async ({
    id,
    at,
    signature,
    body,
  }: {
    readonly id: string
    readonly at: string
    readonly signature: string
    readonly body: string
  }): Promise<boolean> => {
    const use = { name: 'HMAC', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('raw', bytesOf(secret), use, false, ['verify'])
    const given = signature
      .split(' ')
      .slice(0, 4)
      .flatMap((one) => (one.startsWith('v1,') && base64.test(one.slice(3)) ? [one.slice(3)] : []))
    for (const one of given) {
      const isRight = await crypto.subtle.verify(
        'HMAC',
        key,
        fromBase64(one)!,
        bytesOf(`${id}.${at}.${body}`),
      )
      if (isRight) return true
    }
    return false
  }
