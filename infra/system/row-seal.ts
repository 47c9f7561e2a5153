import { StorageUnavailable } from '#domain/ports.ts'
import {
  type KeyObject,
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import {
  type RowSeal,
  sealedBy,
  sealedPart,
  sealedText,
  sealedByAnotherSaid,
} from '#domain/access/row-seal.ts'

const blockBytes = 64

const padded = (key: Buffer, by: number): Buffer =>
  Buffer.alloc(blockBytes, by).map((byte, i) => byte ^ (key[i] ?? 0)) as Buffer

/**
 * HMAC-SHA-256 (RFC 2104) of a key that is no longer than a block. Node's own asks its library for the kind of HMAC anew
 * each time, which took thirty times as long: every name and note of a page is held against its mark.
 */
export const hmacBy = (key: Buffer): ((text: string) => string) => {
  const [inner, outer] = [padded(key, 0x36), padded(key, 0x5c)]
  return (text) => {
    const within = createHash('sha256').update(inner).update(text, 'utf8').digest()
    return createHash('sha256').update(outer).update(within).digest('hex')
  }
}

const label = 'village-fund/rows/1'
const kind = 'aes-256-gcm'
const [nonceBytes, tagBytes] = [12, 16]

/** A name in two scripts, a kinship and a login fit into the first; beyond the last it goes on in steps of it. */
const lengths = [256, 512, 1024, 2048, 4096, 8192] as const
const step = lengths.at(-1)!

const lengthFor = (bytes: number): number =>
  lengths.find((length) => bytes <= length) ?? Math.ceil(bytes / step) * step

const derived = (secret: string, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, label, info, 32))

/** Keys of so many funds are kept at hand. */
const scopesMax = 1000

/** What comes of one secret: another key for each fund or network, and one for the hashes by which rows are found. */
const keyBy = (secret: string) => {
  const hash = hmacBy(derived(secret, 'found by'))
  const ofScopes = new Map<string, KeyObject>()
  const keyOf = (scope: string): KeyObject => {
    const known = ofScopes.get(scope)
    if (known) return known
    if (ofScopes.size >= scopesMax) ofScopes.clear()
    const made = createSecretKey(derived(secret, `texts ${scope}`))
    ofScopes.set(scope, made)
    return made
  }
  return { id: hash('which key').slice(0, 8), hash, keyOf }
}

type Key = ReturnType<typeof keyBy>
type Place = { readonly scope: string; readonly place: string }

const sealedWith = (key: Key, { scope, place }: Place, text: string): string => {
  const plain = Buffer.from(text, 'utf8')
  // Spaces after a JSON text mean nothing.
  const padded = Buffer.alloc(lengthFor(plain.length), 0x20)
  plain.copy(padded)
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(kind, key.keyOf(scope), nonce)
  cipher.setAAD(Buffer.from(place, 'utf8'))
  const parts = [nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]
  return sealedText(key.id, Buffer.concat(parts).toString('base64'))
}

const openedWith = (key: Key, { scope, place }: Place, sealed: string): string | undefined => {
  const bytes = Buffer.from(sealedPart(sealed), 'base64')
  if (bytes.length < nonceBytes + tagBytes) return undefined
  const decipher = createDecipheriv(kind, key.keyOf(scope), bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(place, 'utf8'))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  try {
    const first = decipher.update(bytes.subarray(nonceBytes, -tagBytes))
    return Buffer.concat([first, decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

/**
 * AES-256-GCM by keys of the secret that the marks are made of, at once and not later: a list of names is opened while a
 * transaction is open. A text names its key by eight digits, so that another secret is told from a text that was altered.
 */
export const rowSealBy = (secret: string, older: readonly string[]): RowSeal => {
  const now = keyBy(secret)
  const before = older.map(keyBy)
  const known = new Map([...before, now].map((key) => [key.id, key]))
  return {
    seal: (scope, place, text) => sealedWith(now, { scope, place }, text),
    open: (scope, place, sealed) => {
      const key = known.get(sealedBy(sealed) ?? '')
      if (!key) throw new StorageUnavailable(sealedByAnotherSaid)
      return openedWith(key, { scope, place }, sealed)
    },
    ageOf: (text) => {
      const id = sealedBy(text)
      if (id === undefined) return 'open'
      if (id === now.id) return 'now'
      return known.has(id) ? 'before' : 'shut'
    },
    hashes: (scope, text) => {
      const said = lengthPrefixed([label, scope, text])
      return [now.hash(said), ...before.map(({ hash }) => hash(said))]
    },
  }
}
