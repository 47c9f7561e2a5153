import { z } from 'zod'
import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { leafBytes } from '#domain/cases/leaves.ts'
import { backupKdf, chunkBytes } from '#infra/system/sealed.ts'

/*
 * A backup of cases: a first line that anybody can read, and sealed chunks of leaves in the order of their ids. It is no
 * database, so that no order, page or journal of one can stand in it, and the same on every host.
 */

const format = 'village-fund/cases-backup'

const shape = z.strictObject({
  format: z.literal(format),
  v: z.literal(1),
  createdAt: z.iso.datetime({ precision: 3 }),
  program: z.string().max(40),
  cipher: z.literal('aes-256-gcm'),
  chunkBytes: z.literal(chunkBytes),
  kdf: z.strictObject({
    name: z.literal(backupKdf.name),
    N: z.literal(backupKdf.N),
    r: z.literal(backupKdf.r),
    p: z.literal(backupKdf.p),
    salt: z.string().regex(/^[0-9a-f]{32}$/),
  }),
  keyCheck: z.string().regex(/^[0-9a-f]{16}$/),
})

export type CasesHead = z.infer<typeof shape>

export const casesHeadLine = (about: {
  readonly createdAt: string
  readonly program: string
  readonly salt: string
  readonly keyCheck: string
}): string => {
  const { salt, ...rest } = about
  const head: CasesHead = {
    ...rest,
    format,
    v: 1,
    cipher: 'aes-256-gcm',
    chunkBytes,
    kdf: { ...backupKdf, salt },
  }
  return canonicalJson(head as unknown as Json)
}

/** What the first line says; undefined where it is none of a backup of cases that this version reads. */
export const readCasesHead = (line: string): CasesHead | undefined => {
  try {
    return shape.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

export type Leaf = { readonly id: string; readonly sealed: Uint8Array }

const idBytes = 16
const recordBytes = idBytes + leafBytes

/** Each leaf as its id and its bytes, one after another. */
export async function* recordsOf(leaves: AsyncIterable<Leaf>): AsyncGenerator<Uint8Array> {
  for await (const { id, sealed } of leaves) yield Buffer.concat([Buffer.from(id, 'hex'), sealed])
}

/** The leaves again. Throws where the last one is cut off, which no backup of ours is. */
export async function* leavesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Leaf> {
  let rest = Buffer.alloc(0)
  for await (const piece of bytes) {
    rest = Buffer.concat([rest, piece])
    for (; rest.length >= recordBytes; rest = rest.subarray(recordBytes))
      yield {
        id: rest.subarray(0, idBytes).toString('hex'),
        sealed: new Uint8Array(rest.subarray(idBytes, recordBytes)),
      }
  }
  if (rest.length > 0) throw new Error('the last leaf of the backup is cut off')
}
