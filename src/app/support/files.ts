import { type Json, canonicalJson, lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { Sealing, SupportFile, SupportFiles } from '#domain/grants/files.ts'
import { supportCodeFrom } from '#domain/grants/support.ts'
import type { Hasher, Signer } from '#domain/ports.ts'

export type FileNeeds = {
  readonly store: SupportFiles
  readonly sealing: Sealing
  readonly hash: Hasher
  readonly signer: Signer
}

/** The random code of a grant: a hash of a signature that only this service can make, so that it says nothing. */
export const codeOf = (
  { hash, signer }: Pick<FileNeeds, 'hash' | 'signer'>,
  fundId: string,
  commandId: string,
): string =>
  supportCodeFrom(
    hash(signer.mark(fundId, lengthPrefixed(['village-fund/support-code/1', fundId, commandId]))),
  )

/** What the entry vouches for: what was asked, with a salt that is erased with it. */
export const fileHashOf = (
  { hash }: Pick<FileNeeds, 'hash'>,
  file: Pick<
    SupportFile,
    'code' | 'kind' | 'memberId' | 'withChildren' | 'reason' | 'way' | 'agency' | 'salt'
  >,
): string => {
  const { code, kind, memberId, withChildren, reason, way, agency, salt } = file
  // Whether it is a survivor's is not in it: the journal is the same either way, to the last sign.
  const named = agency === undefined ? {} : { agency }
  const asked = { code, kind, memberId, withChildren, reason, way, ...named }
  return hash(lengthPrefixed(['village-fund/support-file/1', salt, canonicalJson(asked)]))
}

/** Seals a file and keeps it; `file-full` where no more fits. */
export const keepFile = async (
  { store, sealing }: Pick<FileNeeds, 'store' | 'sealing'>,
  fundId: string,
  file: SupportFile,
): Promise<'kept' | 'file-full'> => {
  const text = canonicalJson(file as unknown as Json)
  try {
    const sealed = await sealing.seal(fundId, file.code, text)
    await store.keepSupportFile({ fundId, code: file.code, sealed })
    return 'kept'
  } catch (error) {
    if (error instanceof RangeError) return 'file-full'
    throw error
  }
}

/** What a text says of a grant; letters of the box lie among the files of a network, and say nothing of one. */
const grantsFileIn = (text: string): SupportFile | undefined => {
  const found = JSON.parse(text) as SupportFile | { readonly is: 'letter' }
  return 'is' in found ? undefined : found
}

/** A file by its code; undefined where there is none, or it was erased, or sealed by another secret. */
export const fileOf = async (
  { store, sealing }: Pick<FileNeeds, 'store' | 'sealing'>,
  fundId: string,
  code: string,
): Promise<SupportFile | undefined> => {
  const row = await store.supportFile(fundId, code)
  const text = row && (await sealing.open(fundId, code, row.sealed))
  return text === undefined ? undefined : grantsFileIn(text)
}

/** All files of a fund, for what is counted and never shown by name. */
export const filesOf = async (
  { store, sealing }: Pick<FileNeeds, 'store' | 'sealing'>,
  fundId: string,
): Promise<readonly SupportFile[]> => {
  const rows = await store.supportFiles(fundId)
  const texts = await Promise.all(
    rows.map(({ code, sealed }) => sealing.open(fundId, code, sealed)),
  )
  return texts.flatMap((text) => (text === undefined ? [] : (grantsFileIn(text) ?? [])))
}
