import { createHash } from 'node:crypto'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { PhoneSeal } from '#domain/phone/sealing.ts'
import type { Signer } from '#domain/ports.ts'

/** Length of a point of P-256, which stands before what was sealed. */
const pointBytes = 65

const bytesOf = (buffer: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(buffer)
const fromText = (text: string): Uint8Array<ArrayBuffer> => bytesOf(Buffer.from(text, 'base64url'))

const curve = { name: 'ECDSA', namedCurve: 'P-256' }
const signing = { name: 'ECDSA', hash: 'SHA-256' }

const isSigned: PhoneSeal['isSigned'] = async ({ text, key, signature }) => {
  try {
    const held = await crypto.subtle.importKey('raw', fromText(key), curve, false, ['verify'])
    return await crypto.subtle.verify(
      signing,
      held,
      fromText(signature),
      new TextEncoder().encode(text),
    )
  } catch {
    return false
  }
}

/** Opens what phones have sealed. Each fund has a key of its own, which is made of the secret of the service and stays when that is changed. */
export const phoneSealBy = (signer: Pick<Signer, 'mark'>): PhoneSeal => {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
  const pairOf = (fundId: string): Promise<CryptoKeyPair> => {
    const mark = signer.mark(fundId, 'village-fund/phone-seal/1')
    return suite.kem.deriveKeyPair(bytesOf(createHash('sha256').update(mark).digest()))
  }
  return {
    publicKey: async (fundId) => {
      const { publicKey } = await pairOf(fundId)
      return Buffer.from(await suite.kem.serializePublicKey(publicKey)).toString('base64url')
    },
    open: async ({ fundId, about, sealed }) => {
      const bytes = fromText(sealed)
      const { privateKey: recipientKey } = await pairOf(fundId)
      const info = bytesOf(Buffer.from(about))
      try {
        const enc = bytes.slice(0, pointBytes)
        const recipient = await suite.createRecipientContext({ recipientKey, enc, info })
        return new TextDecoder('utf-8', { fatal: true }).decode(
          await recipient.open(bytes.slice(pointBytes)),
        )
      } catch {
        return undefined
      }
    },
    isSigned,
  }
}
