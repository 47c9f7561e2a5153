import { gunzipSync, gzipSync } from 'node:zlib'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { canonicalJson } from '#domain/kernel/canonical.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import type { MemoryStore } from '#infra/memory/store.ts'
import { type ExportNeeds, exportArchive } from '#src/exchange/archive/export.ts'
import { type ImportedStore, importArchive } from '#src/exchange/archive/import.ts'
import type { ByteSource } from '#src/exchange/archive/lines.ts'
import { everythingOf } from '#test/contract/village-life.ts'

const world = { hash: sha256, digest: sha256Digest }

/** Bytes in pieces of a length, as a disk or a network would hand them over. */
export async function* pieces(bytes: Uint8Array, length = 65_536): ByteSource & AsyncGenerator {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

export const archiveOf = async (store: ExportNeeds['store'], fundId: string): Promise<Buffer> => {
  const exported = await exportArchive({ store, ...world }, fundId)
  const bytes: Uint8Array[] = []
  for await (const piece of exported!.bytes) bytes.push(piece)
  return Buffer.concat(bytes)
}

export const takeIn = (store: ImportedStore, bytes: Uint8Array, dryRun = false, length?: number) =>
  importArchive({ store, ...world }, () => pieces(bytes, length), { dryRun })

/** The lines of an archive, without the line feeds. */
export const linesIn = (bytes: Uint8Array): string[] =>
  gunzipSync(bytes).toString('utf8').trimEnd().split('\n')

export const asArchive = (lines: readonly string[]): Buffer => gzipSync(`${lines.join('\n')}\n`)

/** Lines with a last line that fits them: what somebody would make who knows the format. */
export const resealed = (lines: readonly string[]): Buffer => {
  const body = `${lines.join('\n')}\n`
  const end = canonicalJson({ kind: 'end', lines: lines.length, sha256: sha256(body) })
  return gzipSync(`${body}${end}\n`)
}

/** A line with other fields, and a checksum that fits them where the line has one. */
export const relined = (
  line: string,
  change: (fields: Record<string, unknown>) => object,
): string => {
  const { sum, ...fields } = JSON.parse(line) as Record<string, unknown>
  const changed = change(fields) as never
  if (sum === undefined) return canonicalJson(changed)
  return canonicalJson({ ...(changed as object), sum: sha256(canonicalJson(changed)).slice(0, 16) })
}

/** All that a store answers about a fund, what stands beside the journal included. */
export const allOf = async (store: MemoryStore, fundId: string) => ({
  ...(await everythingOf(store, fundId)),
  cards: await store.cards(fundId),
  names: await store.names(fundId),
  photographed: await store.photographed(fundId),
  nominees: await store.nominees(fundId),
  kin: await store.kinships(fundId),
  activities: await store.activities(fundId, { limit: 100_000 }),
})

/** Rows as lines of an archive that has nothing else. */
export const archiveOfRows = async (
  rows: readonly JournalRow[],
  store: MemoryStore,
): Promise<Buffer> => {
  const { fundId } = rows[0]!
  await store.append(fundId, rows, { postings: [], flags: [], subjects: [] })
  return archiveOf(store, fundId)
}
