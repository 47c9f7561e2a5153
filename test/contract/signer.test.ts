import { createHash, createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Signer } from '#domain/ports.ts'
import { signerOnNode } from '#infra/system/signer.ts'

const secret = 'a secret for tests only, kept nowhere else'
const signer = signerOnNode({ secret })
const text = 'ភូមិ receipt'

/** What anybody can check who has the public key. */
const holds = (by: Signer, fundId: string, of: string, signature: string): boolean => {
  const x = by.publicKey(fundId).publicKey
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, Buffer.from(of, 'utf8'), key, Buffer.from(signature, 'base64url'))
}

test('the key and the signature of a fund are the ones that another library makes', () => {
  expect(signer.publicKey('fund-a')).toEqual({
    keyId: 'b1ff51109e214c27',
    publicKey: '1g8Y2teE5XIHpU_TvLZNEPMGtaQHwAdxwybC5zv5Pb8',
  })
  expect(signer.sign('fund-a', text)).toBe(
    '00YU56hNRt8ZvKy393pKMAC0-4wCgqaM8BoutLIOX46wqB6LdIVYe-FnZZQvrCv8Aw4FLALgAZwACEamaGIWAQ',
  )
})

test('the number of a key is the beginning of the hash of its 32 bytes', () => {
  const { keyId, publicKey } = signer.publicKey('fund-b')
  const raw = Buffer.from(publicKey, 'base64url')
  expect(raw).toHaveLength(32)
  expect(keyId).toBe(createHash('sha256').update(raw).digest('hex').slice(0, 16))
})

test('a signature holds for its text and its fund, and for nothing else', () => {
  const signature = signer.sign('fund-a', text)
  expect(holds(signer, 'fund-a', text, signature)).toBe(true)
  expect(holds(signer, 'fund-a', `${text}.`, signature)).toBe(false)
  expect(holds(signer, 'fund-b', text, signature)).toBe(false)
})

test('a key is the same after a restart, another for each fund and for each secret', () => {
  const again = signerOnNode({ secret })
  const other = signerOnNode({ secret: `${secret}.` })
  expect(again.publicKey('fund-a')).toEqual(signer.publicKey('fund-a'))
  expect(again.sign('fund-a', text)).toBe(signer.sign('fund-a', text))
  const keys = [
    signer.publicKey('fund-a'),
    signer.publicKey('fund-b'),
    other.publicKey('fund-a'),
    other.publicKey('fund-b'),
  ]
  expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(4)
  expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(4)
  expect(holds(signer, 'fund-a', text, other.sign('fund-a', text))).toBe(false)
})

test('a service without a secret for its receipts does not start', () => {
  expect(() => signerOnNode({ secret: '' })).toThrow('secret')
})
