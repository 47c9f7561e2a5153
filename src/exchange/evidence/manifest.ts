import { z } from 'zod'
import { type Json, canonicalJson, lengthPrefixed } from '#domain/kernel/canonical.ts'
import { isLocalDate } from '#domain/kernel/dates.ts'
import { statementNames } from '#domain/ledger/statement.ts'
import type { Hasher, Signer } from '#domain/ports.ts'

export const manifestFile = 'manifest.json'
export const signatureFile = 'manifest.sig'
export const archivePart = 'journal.archive.gz'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const part = z.strictObject({
  // No name leads out of the folder.
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,60}$/),
  bytes: z.int().min(0),
  sha256,
})

const shape = z.strictObject({
  format: z.literal('village-fund/evidence'),
  v: z.literal(1),
  fundId: z.string().min(1).max(100),
  asOf: z.string().refine(isLocalDate),
  head: z.strictObject({ seq: z.int().min(1), hash: sha256 }),
  /** Given where the folder holds one statement and not the book: which one, and how it was asked for. */
  statement: z
    .strictObject({
      name: z.enum(statementNames),
      knownAt: z.string().max(40).nullable(),
      card: z.string().max(40).optional(),
    })
    .optional(),
  program: z.string().max(40),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  publicKey: z.string().regex(/^[\w-]{43}$/),
  parts: z.array(part).min(1).max(20),
})

/** What is in a pack, so that whoever has it can tell that nothing of it was changed. */
export type EvidenceManifest = z.infer<typeof shape>
export type EvidencePart = z.infer<typeof part>

/** The signed bytes, for ever; the words before them keep them apart from receipts under the same key. */
export const signedText = (fundId: string, manifest: string, hash: Hasher): string =>
  lengthPrefixed(['village-fund/evidence/1', fundId, hash(manifest)])

/** The manifest's text and its signature by the fund's receipt key (ADR 13). */
export const signedManifest = (
  told: Omit<EvidenceManifest, 'format' | 'v' | 'keyId' | 'publicKey'>,
  { signer, hash }: { readonly signer: Signer; readonly hash: Hasher },
): { readonly text: string; readonly signature: string } => {
  const manifest: EvidenceManifest = {
    format: 'village-fund/evidence',
    v: 1,
    ...signer.publicKey(told.fundId),
    ...told,
  }
  const text = canonicalJson(manifest as unknown as Json)
  return { text, signature: signer.sign(told.fundId, signedText(told.fundId, text, hash)) }
}

/** A manifest that can be read; undefined for anything else. */
export const openEvidence = (text: string): EvidenceManifest | undefined => {
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
