import {
  type KeyObject,
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  sign,
} from 'node:crypto'
import type { Signer } from '#domain/ports.ts'

/** What stands before the 32 bytes of an Ed25519 key where it is written as PKCS #8. */
const keyHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const salt = 'village-fund/receipt-key/1'

const keyOf = (secret: string, fundId: string): KeyObject => {
  const seed = Buffer.from(hkdfSync('sha256', secret, salt, fundId, 32))
  return createPrivateKey({ key: Buffer.concat([keyHead, seed]), format: 'der', type: 'pkcs8' })
}

/** The public key's own 32 bytes, which end the way it is written as SPKI. */
const rawPublicKey = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)

/** Keys are made anew from the secret each time, so that none is kept anywhere. */
export const signerOnNode = ({ secret }: { readonly secret: string }): Signer => {
  if (secret === '') throw new Error('the secret of the receipt keys is empty')
  return {
    publicKey: (fundId) => {
      const raw = rawPublicKey(keyOf(secret, fundId))
      const keyId = createHash('sha256').update(raw).digest('hex').slice(0, 16)
      return { keyId, publicKey: raw.toString('base64url') }
    },
    sign: (fundId, text) =>
      sign(null, Buffer.from(text, 'utf8'), keyOf(secret, fundId)).toString('base64url'),
  }
}
