import { createCipheriv, createDecipheriv, createHash, createHmac, scrypt } from 'node:crypto'
import { promisify } from 'node:util'

/** What one guess of a backup's secret costs: a third of a second and 128 MB. */
export const backupKdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1 } as const
export const saltBytes = 16
export const chunkBytes = 64 * 1024
const tagBytes = 16

const stretch = promisify(
  scrypt as (
    secret: string,
    salt: Uint8Array,
    length: number,
    options: object,
    done: (error: Error | null, key: Buffer) => void,
  ) => void,
)

/** The key of one backup: another salt is another key, so that a counter is a good nonce. */
export const backupKey = (secret: string, salt: Uint8Array): Promise<Buffer> => {
  const { N, r, p } = backupKdf
  return stretch(secret.normalize('NFC'), salt, 32, { N, r, p, maxmem: 256 * N * r })
}

/** Tells a wrong secret from an altered file; it helps no guesser, who could ask the first chunk. */
export const keyCheck = (key: Uint8Array): string =>
  createHmac('sha256', key).update('village-fund/backup/1 key check').digest('hex').slice(0, 16)

/** Why a sealed file cannot be opened. Chunks are counted from zero. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
  readonly chunk: number

  constructor(chunk: number) {
    super(`chunk ${chunk} does not hold`)
    this.chunk = chunk
  }
}

type Seal = {
  readonly key: Uint8Array
  /** Stands in the open before the chunks; not a byte of it can change without all of them breaking. */
  readonly head: Uint8Array
}

/** The place of a chunk and whether it is the last: none can be left out, moved or put at the end. */
const nonceOf = (index: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 7)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

/** Bytes in chunks of one length, and whether each is the last. Only the last one may be shorter. */
async function* chunked(bytes: AsyncIterable<Uint8Array>, length: number) {
  let rest = Buffer.alloc(0)
  for await (const piece of bytes) {
    rest = Buffer.concat([rest, piece])
    // Never all of it: what is left at the end is the last chunk.
    while (rest.length > length) {
      yield { chunk: rest.subarray(0, length), isLast: false }
      rest = rest.subarray(length)
    }
  }
  yield { chunk: rest, isLast: true }
}

/** The sealed chunks of a stream, AES-256-GCM each. */
export async function* sealed(
  { key, head }: Seal,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const about = createHash('sha256').update(head).digest()
  let index = 0
  for await (const { chunk, isLast } of chunked(plain, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, isLast))
    cipher.setAAD(about)
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
    index += 1
  }
}

/** The plain bytes again, each chunk only when it holds. Throws `SealBroken` at the first that does not. */
export async function* unsealed(
  { key, head }: Seal,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const about = createHash('sha256').update(head).digest()
  let index = 0
  for await (const { chunk, isLast } of chunked(bytes, chunkBytes + tagBytes)) {
    if (chunk.length < tagBytes) throw new SealBroken(index)
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, isLast), {
      authTagLength: tagBytes,
    })
    decipher.setAAD(about)
    decipher.setAuthTag(chunk.subarray(-tagBytes))
    const plain = decipher.update(chunk.subarray(0, -tagBytes))
    try {
      decipher.final()
    } catch {
      throw new SealBroken(index)
    }
    yield plain
    index += 1
  }
}

/** How many bytes the chunks of so many plain bytes take. */
export const sealedLength = (plainBytes: number): number =>
  plainBytes + tagBytes * Math.max(1, Math.ceil(plainBytes / chunkBytes))
