import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  SealBroken,
  backupKey,
  chunkBytes,
  keyCheck,
  sealed,
  sealedLength,
  unsealed,
} from '#infra/system/sealed.ts'
import { pieces } from '#test/support/archives.ts'

const key = Buffer.alloc(32, 7)
const head = Buffer.from('{"format":"village-fund/backup"}\n')
const tag = 16

const all = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const read: Uint8Array[] = []
  for await (const piece of bytes) read.push(piece)
  return Buffer.concat(read)
}
const seal = (plain: Uint8Array, pieceLength?: number) =>
  all(sealed({ key, head }, pieces(plain, pieceLength)))
const unseal = (bytes: Uint8Array, with_: Partial<{ key: Buffer; head: Buffer }> = {}) =>
  all(unsealed({ key, head, ...with_ }, pieces(bytes, 10_000)))

/** Which chunk does not hold; undefined where all of it was opened. */
const brokenChunk = async (bytes: Uint8Array, with_ = {}): Promise<number | undefined> => {
  try {
    await unseal(bytes, with_)
    return undefined
  } catch (error) {
    if (error instanceof SealBroken) return error.chunk
    throw error
  }
}

const sealedChunk = chunkBytes + tag
const plain = randomBytes(2 * chunkBytes + 500)

test('bytes of any length are sealed and opened again, however they come', async () => {
  for (const length of [
    0,
    1,
    15,
    16,
    17,
    chunkBytes - 1,
    chunkBytes,
    chunkBytes + 1,
    2 * chunkBytes,
  ]) {
    const bytes = plain.subarray(0, length)
    const closed = await seal(bytes, 9_999)
    expect(closed).toHaveLength(sealedLength(length))
    expect((await seal(bytes, 1_000_000)).equals(closed)).toBe(true)
    expect((await unseal(closed)).equals(bytes)).toBe(true)
  }
})

test('one bit anywhere is found, in the chunk where it is, and nothing of that chunk comes out', async () => {
  const closed = await seal(plain)
  for (let i = 0; i < closed.length; i += i % sealedChunk < 40 ? 1 : 997) {
    const altered = Buffer.from(closed)
    altered[i]! ^= 1 << (i % 8)
    expect(await brokenChunk(altered), `byte ${i}`).toBe(Math.floor(i / sealedChunk))
  }
})

test('chunks that are left out, doubled, moved, added or cut off at their very end are found', async () => {
  const closed = await seal(plain)
  const chunks = [0, 1, 2].map((i) => closed.subarray(i * sealedChunk, (i + 1) * sealedChunk))
  const of = (...order: readonly number[]) =>
    brokenChunk(Buffer.concat(order.map((i) => chunks[i]!)))
  expect(await of(0, 1, 2)).toBeUndefined()
  expect(await of(0, 1)).toBe(1)
  expect(await of(0)).toBe(0)
  expect(await of()).toBe(0)
  expect(await of(1, 2)).toBe(0)
  expect(await of(0, 2)).toBe(1)
  expect(await of(1, 0, 2)).toBe(0)
  expect(await of(0, 0, 1, 2)).toBe(1)
  expect(await of(0, 1, 2, 2)).toBe(2)
  for (let cut = 1; cut < 600; cut += 7)
    expect(await brokenChunk(closed.subarray(0, -cut))).toBe(cut < 517 ? 2 : 1)
})

test('another key, or another first line, opens no chunk', async () => {
  const closed = await seal(plain)
  expect(await brokenChunk(closed, { key: Buffer.alloc(32, 8) })).toBe(0)
  for (let i = 0; i < head.length; i += 1) {
    const other = Buffer.from(head)
    other[i]! ^= 1
    expect(await brokenChunk(closed, { head: other })).toBe(0)
  }
})

test('a secret makes one key with one salt, and another one with every other', async () => {
  const secret = 'a secret of the tests that is long enough'
  const [one, same, salted, other] = await Promise.all([
    backupKey(secret, Buffer.alloc(16, 1)),
    backupKey(secret, Buffer.alloc(16, 1)),
    backupKey(secret, Buffer.alloc(16, 2)),
    backupKey(`${secret}.`, Buffer.alloc(16, 1)),
  ])
  expect(one).toEqual(same)
  expect(new Set([one, salted, other].map((made) => made.toString('hex'))).size).toBe(3)
  expect(new Set([one, salted, other].map(keyCheck)).size).toBe(3)
})
