import type { Sealing } from '#domain/grants/files.ts'

/** Every file is so long, whatever stands in it: neither its size nor its growth tells. */
const lengths = { support: 16_384, messages: 2048 } as const
export type SealedThings = keyof typeof lengths
const nonceBytes = 12

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const base64Of = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))

const derived = async (
  secret: string,
  { label, info }: { readonly label: string; readonly info: string },
  use: AesKeyGenParams | HmacKeyGenParams,
): Promise<CryptoKey> => {
  const from = await crypto.subtle.importKey('raw', bytesOf(secret), 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: bytesOf(label), info: bytesOf(info) }
  const uses: KeyUsage[] = use.name === 'HMAC' ? ['sign'] : ['encrypt', 'decrypt']
  return crypto.subtle.deriveKey(how, from, use, false, uses)
}

/** AES-256-GCM and HMAC-SHA-256 by keys of one secret, another one for each thing that is sealed, with what every host brings. */
export const sealingBy = ({
  secret,
  things = 'support',
}: {
  readonly secret: string
  readonly things?: SealedThings
}): Sealing => {
  if (secret === '') throw new Error(`the secret of ${things} is empty`)
  const lengthOfAll = lengths[things]
  const label = `village-fund/${things}/1`
  const fileKey = (scope: string) =>
    derived(secret, { label, info: `files ${scope}` }, { name: 'AES-GCM', length: 256 })
  const bound = (scope: string, subject: string) => bytesOf(`${scope}\n${subject}`)
  return {
    seal: async (scope, subject, text) => {
      const plain = bytesOf(text)
      if (plain.length > lengthOfAll) throw new RangeError('too-long')
      // Spaces after a JSON text mean nothing.
      const padded = new Uint8Array(lengthOfAll).fill(0x20)
      padded.set(plain)
      const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
      const how = { name: 'AES-GCM', iv, additionalData: bound(scope, subject) }
      const sealed = await crypto.subtle.encrypt(how, await fileKey(scope), padded)
      return base64Of(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
    },
    open: async (scope, subject, sealed) => {
      const bytes = fromBase64(sealed)
      const iv = bytes.slice(0, nonceBytes)
      const how = { name: 'AES-GCM', iv, additionalData: bound(scope, subject) }
      const key = await fileKey(scope)
      // Another secret, or a row that was moved: as if there were none.
      const opened = await crypto.subtle
        .decrypt(how, key, bytes.slice(nonceBytes))
        .catch(() => undefined)
      return opened && new TextDecoder().decode(opened).trimEnd()
    },
    mark: async (networkId, text) => {
      const use = { name: 'HMAC', hash: 'SHA-256', length: 256 }
      const key = await derived(secret, { label, info: `claims ${networkId}` }, use)
      const made = await crypto.subtle.sign('HMAC', key, bytesOf(text))
      return Array.from(new Uint8Array(made), (byte) => byte.toString(16).padStart(2, '0')).join('')
    },
  }
}
