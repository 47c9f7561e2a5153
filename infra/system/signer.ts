import {
  type KeyObject,
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  sign,
  verify,
} from 'node:crypto'
import type { PublicKey, Signer } from '#domain/ports.ts'

/** What stands before the 32 bytes of an Ed25519 key where it is written as PKCS #8. */
const keyHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const salt = 'village-fund/receipt-key/1'

type KeyPair = PublicKey & { readonly key: KeyObject }

/** The keys of so many funds are kept in memory, where their secret is too: to make one takes longer than to sign. */
const keysMax = 1000
const keys = new Map<string, KeyPair>()

/** The public key's own 32 bytes, which end the way it is written as SPKI. */
const rawPublicKey = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)

/** What a public key (base64url) is called for short: 16 digits of the SHA-256 of its own bytes. */
export const keyIdOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 16)

const pairOf = (secret: string, fundId: string): KeyPair => {
  const name = JSON.stringify([secret, fundId])
  const known = keys.get(name)
  if (known) return known
  const seed = Buffer.from(hkdfSync('sha256', secret, salt, fundId, 32))
  const key = createPrivateKey({
    key: Buffer.concat([keyHead, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = rawPublicKey(key).toString('base64url')
  const pair = { key, publicKey, keyId: keyIdOf(publicKey) }
  if (keys.size >= keysMax) keys.clear()
  keys.set(name, pair)
  return pair
}

const publicKeyOf = (secret: string, fundId: string): PublicKey => {
  const { keyId, publicKey } = pairOf(secret, fundId)
  return { keyId, publicKey }
}

const signedWith = (secret: string, fundId: string, text: string): string =>
  sign(null, Buffer.from(text, 'utf8'), pairOf(secret, fundId).key).toString('base64url')

/**
 * Keys are made from the secret, so that none is in the database. `older` are the secrets before it, the
 * latest first: what they signed still holds.
 */
export const signerOnNode = ({
  secret,
  older = [],
}: {
  readonly secret: string
  readonly older?: readonly string[]
}): Signer => {
  const all = [secret, ...older]
  if (all.includes('')) throw new Error('the secret of the receipt keys is empty')
  return {
    publicKey: (fundId) => publicKeyOf(secret, fundId),
    olderKeys: (fundId) => older.map((one) => publicKeyOf(one, fundId)),
    sign: (fundId, text) => signedWith(secret, fundId, text),
    signAs: (keyId, fundId, text) => {
      const its = all.find((one) => publicKeyOf(one, fundId).keyId === keyId)
      return its === undefined ? undefined : signedWith(its, fundId, text)
    },
    mark: (fundId, text) => signedWith(all.at(-1)!, fundId, text),
  }
}

/** What stands before the 32 bytes of an Ed25519 public key where it is written as SPKI. */
const publicKeyHead = Buffer.from('302a300506032b6570032100', 'hex')

/** Whether a signature over a text is of a public key; all base64url, false also for what is none of them. */
export const isSignedBy = (publicKey: string, text: string, signature: string): boolean => {
  const raw = Buffer.from(publicKey, 'base64url')
  if (raw.length !== 32) return false
  const key = createPublicKey({
    key: Buffer.concat([publicKeyHead, raw]),
    format: 'der',
    type: 'spki',
  })
  return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64url'))
}
