import type { Sealing } from '#domain/grants/files.ts'
import { base64Of, fromBase64 } from '#domain/kernel/base64.ts'

/** Every file is so long, whatever stands in it: neither its size nor its growth tells. */
const lengths = { support: 16_384, messages: 2048 } as const
type SealedThings = keyof typeof lengths
const nonceBytes = 12

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

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

/** A secret, and what is sealed by it: another key for each thing. */
type Key = { readonly secret: string; readonly things: SealedThings }

const labelOf = (things: SealedThings): string => `village-fund/${things}/1`

const bound = (scope: string, subject: string) => bytesOf(`${scope}\n${subject}`)

const fileKeyOf = ({ secret, things }: Key, scope: string): Promise<CryptoKey> =>
  derived(
    secret,
    { label: labelOf(things), info: `files ${scope}` },
    { name: 'AES-GCM', length: 256 },
  )

const sealedBy = async (
  by: Key,
  {
    scope,
    subject,
    text,
    length: lengthOfAll = lengths[by.things],
  }: { scope: string; subject: string; text: string; length?: number | undefined },
): Promise<string> => {
  const plain = bytesOf(text)
  if (plain.length > lengthOfAll) throw new RangeError('too-long')
  // Spaces after a JSON text mean nothing.
  const padded = new Uint8Array(lengthOfAll).fill(0x20)
  padded.set(plain)
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const how = { name: 'AES-GCM', iv, additionalData: bound(scope, subject) }
  const sealed = await crypto.subtle.encrypt(how, await fileKeyOf(by, scope), padded)
  return base64Of(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
}

type Closed = { readonly scope: string; readonly subject: string; readonly sealed: string }

const openedBy = async (
  by: Key,
  { scope, subject, sealed }: Closed,
): Promise<string | undefined> => {
  const bytes = fromBase64(sealed)
  if (!bytes) return undefined
  const iv = bytes.slice(0, nonceBytes)
  const how = { name: 'AES-GCM', iv, additionalData: bound(scope, subject) }
  const key = await fileKeyOf(by, scope)
  // Another secret, or a row that was moved: as if there were none.
  const opened = await crypto.subtle
    .decrypt(how, key, bytes.slice(nonceBytes))
    .catch(() => undefined)
  return opened && new TextDecoder().decode(opened).trimEnd()
}

const openedByAny = async (keys: readonly Key[], file: Closed): Promise<string | undefined> => {
  for (const one of keys) {
    const text = await openedBy(one, file)
    if (text !== undefined) return text
  }
  return undefined
}

const markedBy = async (
  { secret, things }: Key,
  networkId: string,
  text: string,
): Promise<string> => {
  const use = { name: 'HMAC', hash: 'SHA-256', length: 256 } as const
  const key = await derived(secret, { label: labelOf(things), info: `claims ${networkId}` }, use)
  const made = await crypto.subtle.sign('HMAC', key, bytesOf(text))
  return Array.from(new Uint8Array(made), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * AES-256-GCM and HMAC-SHA-256 by keys of one secret, another one for each thing that is sealed, with what every host
 * brings. `older` are the secrets before it, the latest first: what they sealed is read, and nothing is sealed by them.
 */
export const sealingBy = ({
  secret,
  older = [],
  things = 'support',
}: {
  readonly secret: string
  readonly older?: readonly string[]
  readonly things?: SealedThings
}): Sealing => {
  const now: Key = { secret, things }
  const before: readonly Key[] = older.map((one) => ({ secret: one, things }))
  const all = [now, ...before]
  if (all.some((one) => one.secret === '')) throw new Error(`the secret of ${things} is empty`)
  return {
    seal: (scope, subject, text, length) => sealedBy(now, { scope, subject, text, length }),
    open: (scope, subject, sealed) => openedByAny(all, { scope, subject, sealed }),
    renewed: async (scope, subject, sealed, length) => {
      if ((await openedBy(now, { scope, subject, sealed })) !== undefined) return sealed
      const text = await openedByAny(before, { scope, subject, sealed })
      return text === undefined ? undefined : sealedBy(now, { scope, subject, text, length })
    },
    mark: (networkId, text) => markedBy(now, networkId, text),
    marks: (networkId, text) => Promise.all(all.map((one) => markedBy(one, networkId, text))),
  }
}
