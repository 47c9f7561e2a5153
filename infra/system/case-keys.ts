import { createHmac, randomBytes, scrypt } from 'node:crypto'
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { CaseKeys } from '#domain/cases/keys.ts'

const nonceBytes = 12
const keyBytes = 32
const idBytes = 16
/** Length of what HPKE puts before a text sealed by X25519. */
const encapsulatedBytes = 32
/** What one guess of a passphrase costs: 32 MB and a tenth of a second, on every host the same, since files move. */
const costs = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 } as const

type Bytes = Uint8Array<ArrayBuffer>

const bytesOf = (text: string): Bytes => new TextEncoder().encode(text)
const joined = (...parts: readonly Uint8Array[]): Bytes => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
const copied = (bytes: Uint8Array): Bytes => new Uint8Array(bytes)
const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const fromText = (text: string): Bytes => copied(Buffer.from(text, 'base64url'))

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})

const aesKey = (key: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', copied(key), 'AES-GCM', false, ['encrypt', 'decrypt'])

const sealBy = async (key: CryptoKey, about: string, plain: Uint8Array): Promise<Bytes> => {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const how = { name: 'AES-GCM', iv, additionalData: bytesOf(about) }
  return joined(iv, new Uint8Array(await crypto.subtle.encrypt(how, key, copied(plain))))
}

const openBy = async (
  key: CryptoKey,
  about: string,
  sealed: Uint8Array,
): Promise<Bytes | undefined> => {
  const iv = copied(sealed.subarray(0, nonceBytes))
  const how = { name: 'AES-GCM', iv, additionalData: bytesOf(about) }
  const opened = await crypto.subtle
    .decrypt(how, key, copied(sealed.subarray(nonceBytes)))
    .catch(() => undefined)
  return opened && new Uint8Array(opened)
}

/** The keys that come of one secret of the service, each made once. */
const keysOf = (secret: string) => {
  if (secret === '') throw new Error('the secret of cases is empty')
  const of = (use: string): Buffer =>
    createHmac('sha256', secret).update(`village-fund/cases/1 ${use}`).digest()
  const places = of('places')
  const pepper = of('passphrases')
  const pages = aesKey(of('pages'))
  return {
    pages: () => pages,
    place: (name: string): string =>
      createHmac('sha256', places)
        .update(name)
        .digest('hex')
        .slice(0, 2 * idBytes),
    pepper,
  }
}

const stretchedBy = (pepper: Buffer, passphrase: string, salt: string): Promise<Bytes> =>
  new Promise((resolve, reject) => {
    const peppered = createHmac('sha256', pepper).update(passphrase.normalize('NFC')).digest()
    scrypt(peppered, salt, keyBytes, costs, (error, key) =>
      error ? reject(error) : resolve(copied(key)),
    )
  })

const publicKeyOf = (text: string): Promise<CryptoKey> =>
  suite.kem.deserializePublicKey(fromText(text).buffer)
const privateKeyOf = (text: string): Promise<CryptoKey> =>
  suite.kem.deserializePrivateKey(fromText(text).buffer)

type SecretKeys = ReturnType<typeof keysOf>

const openedByAny = async (all: readonly SecretKeys[], about: string, sealed: Uint8Array) => {
  for (const by of all) {
    const plain = await openBy(await by.pages(), about, sealed)
    if (plain) return { by, plain }
  }
  return undefined
}

/**
 * Seals cases by what every host brings: AES-256-GCM, HPKE with X25519 (RFC 9180), HMAC-SHA-256 and scrypt. `older` are the
 * secrets before the one of now, the latest first: what they sealed is read, and nothing is sealed by them.
 */
export const caseKeysBy = ({
  secret,
  older = [],
}: {
  readonly secret: string
  readonly older?: readonly string[]
}): CaseKeys => {
  const now = keysOf(secret)
  const all = [now, ...older.map(keysOf)]
  return {
    newPair: async () => {
      const { publicKey, privateKey } = await suite.kem.generateKeyPair()
      return {
        publicKey: toText(new Uint8Array(await suite.kem.serializePublicKey(publicKey))),
        privateKey: toText(new Uint8Array(await suite.kem.serializePrivateKey(privateKey))),
      }
    },
    sealTo: async (publicKey, about, plain) => {
      const recipientPublicKey = await publicKeyOf(publicKey)
      const { ct, enc } = await suite.seal(
        { recipientPublicKey, info: bytesOf(about).buffer },
        copied(plain).buffer,
      )
      return toText(joined(new Uint8Array(enc), new Uint8Array(ct)))
    },
    openWith: async (privateKey, about, sealed) => {
      const bytes = fromText(sealed)
      try {
        const recipientKey = await privateKeyOf(privateKey)
        const enc = copied(bytes.subarray(0, encapsulatedBytes)).buffer
        const text = copied(bytes.subarray(encapsulatedBytes)).buffer
        return new Uint8Array(
          await suite.open({ recipientKey, enc, info: bytesOf(about).buffer }, text),
        )
      } catch {
        return undefined
      }
    },
    newKey: () => copied(randomBytes(keyBytes)),
    seal: async (key, about, plain) => sealBy(await aesKey(key), about, plain),
    open: async (key, about, sealed) => openBy(await aesKey(key), about, sealed),
    sealHere: async (about, plain) => sealBy(await now.pages(), about, plain),
    openHere: async (about, sealed) => (await openedByAny(all, about, sealed))?.plain,
    isOld: async (about, sealed) => {
      const opened = await openedByAny(all, about, sealed)
      return opened && opened.by !== now
    },
    newId: () => randomBytes(idBytes).toString('hex'),
    idOf: async (name) => now.place(name),
    idsOf: async (name) => all.map(({ place }) => place(name)),
    stretched: async (passphrase, salt, age) => {
      const pepper = all[age]?.pepper
      return pepper && stretchedBy(pepper, passphrase, salt)
    },
  }
}
