import type { SealTo } from '#domain/phone/sealing.ts'
import { toText } from '#infra/browser/system.ts'

/*
 * The sender of HPKE by what browsers bring along: the package for it would weigh more than the app's screens. What opens it
 * is the package, so that two that were written apart agree.
 */

type Bytes = Uint8Array<ArrayBuffer>

const kem = [0x00, 0x10]
const suite = [...kem, 0x00, 0x01, 0x00, 0x02]
const keyBytes = 32
const nonceBytes = 12

const encoder = new TextEncoder()
const strung = (...parts: readonly (string | Uint8Array | readonly number[])[]): Bytes =>
  Uint8Array.from(
    parts.flatMap((part) => [...(typeof part === 'string' ? encoder.encode(part) : part)]),
  )

const mac = async (key: Bytes, text: Bytes): Promise<Bytes> => {
  const how = { name: 'HMAC', hash: 'SHA-256' }
  const held = await crypto.subtle.importKey('raw', key, how, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', held, text))
}

/** `LabeledExtract` and `LabeledExpand`; no salt is as many zeros, and nothing here is longer than one block. */
const labeled = (id: Bytes) => ({
  extract: (salt: Bytes | undefined, label: string, keying: Bytes): Promise<Bytes> =>
    mac(salt ?? new Uint8Array(keyBytes), strung('HPKE-v1', id, label, keying)),
  expand: async (key: Bytes, label: string, info: Bytes, length: number): Promise<Bytes> =>
    (await mac(key, strung([0, length], 'HPKE-v1', id, label, info, [1]))).slice(0, length),
})

const none = new Uint8Array(0)

/** The key and nonce of one text, and the point that lets its receiver find them. */
const keyed = async (receiver: Bytes, info: Bytes) => {
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const theirs = await crypto.subtle.importKey('raw', receiver, curve, false, [])
  const own = (await crypto.subtle.generateKey(curve, false, ['deriveBits'])) as CryptoKeyPair
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey))
  const how = { name: 'ECDH', public: theirs }
  const shared = new Uint8Array(await crypto.subtle.deriveBits(how, own.privateKey, 8 * keyBytes))
  const inKem = labeled(strung('KEM', kem))
  const drawn = await inKem.extract(undefined, 'eae_prk', shared)
  const secret = await inKem.expand(drawn, 'shared_secret', strung(point, receiver), keyBytes)
  const inSuite = labeled(strung('HPKE', suite))
  const context = strung(
    [0],
    await inSuite.extract(undefined, 'psk_id_hash', none),
    await inSuite.extract(undefined, 'info_hash', info),
  )
  const scheduled = await inSuite.extract(secret, 'secret', none)
  const key = await inSuite.expand(scheduled, 'key', context, keyBytes)
  const iv = await inSuite.expand(scheduled, 'base_nonce', context, nonceBytes)
  return { point, key, iv }
}

const fromText = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
    sign.charCodeAt(0),
  )

/** Closes a text so that the holder of the key alone can open it, and not even this phone. */
export const sealTo: SealTo = async (publicKey, { about, text }) => {
  const { point, key, iv } = await keyed(fromText(publicKey), strung(about))
  const held = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt'])
  const closed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, held, strung(text))
  return toText(strung(point, new Uint8Array(closed)))
}
