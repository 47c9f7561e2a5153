import { z } from 'zod'
import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import { backupKdf, chunkBytes } from '#infra/system/sealed.ts'
import type { NamedHead } from '#src/app/heads.ts'

export const backupFormat = 'village-fund/backup'
export const backupVersion = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const headShape: z.ZodType<NamedHead> = z.strictObject({
  kind: z.enum(['fund', 'network']),
  id: z.string().min(1).max(100),
  seq: z.int().min(1),
  hash: sha256,
})

/** The costs of the key are fixed by the version: a file must not choose how much memory it takes. */
const shape = z.strictObject({
  format: z.literal(backupFormat),
  v: z.literal(backupVersion),
  createdAt: z.iso.datetime({ precision: 3 }),
  program: z.string().max(40),
  migrations: z.array(z.string().max(100)).max(10_000),
  sha256,
  bytes: z.int().min(1),
  heads: z.array(headShape).max(1_000_000),
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

/** The first line of a backup, which anybody can read: what it is, never what is in it. */
export type Manifest = z.infer<typeof shape>

export const manifestLine = (manifest: Manifest): string =>
  canonicalJson(manifest as unknown as Json)

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const openManifest = (line: string): Manifest | 'not-a-backup' | 'version-unknown' => {
  const value = jsonOf(line)
  const named = z.looseObject({ format: z.literal(backupFormat), v: z.int() }).safeParse(value)
  if (!named.success) return 'not-a-backup'
  if (named.data.v > backupVersion) return 'version-unknown'
  const read = shape.safeParse(value)
  return read.success ? read.data : 'not-a-backup'
}

/** Heads that were kept elsewhere: the list that `heads --json` prints, or a manifest with its own. */
export const openCheckpoint = (text: string): readonly NamedHead[] | undefined => {
  const list = z.array(headShape).min(1)
  const read = z
    .union([list, z.looseObject({ heads: list }).transform(({ heads }) => heads)])
    .safeParse(jsonOf(text))
  return read.success ? read.data : undefined
}
