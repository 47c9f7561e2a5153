import type { Hasher } from '#domain/ports.ts'
import {
  type EvidenceManifest,
  archivePart,
  manifestFile,
  openEvidence,
  signatureFile,
  signedText,
} from '#src/exchange/evidence/manifest.ts'

/** What can be wrong with a pack, in words that say what to do. */
export const evidenceFaults = {
  missing: 'is not there',
  altered: 'is not what was signed',
  unknown: 'is not of the pack: nothing vouches for it',
  unreadable: 'is no manifest that this program can read',
  'not-signed': 'is not signed by the key that it names',
  'other-key': 'is signed by another key than the one that you gave',
  'no-journal': 'names no journal, and without one nothing can be counted again',
  'journal-broken': 'holds a journal whose hashes do not hold',
  'other-head': 'ends in another entry than the manifest says',
} as const

export type EvidenceFault = {
  readonly part: string
  readonly code: keyof typeof evidenceFaults
}

/** A pack as it lies there. */
export type Pack = {
  readonly names: readonly string[]
  readonly text: (name: string) => Promise<string | undefined>
  /** Size and SHA-256 of a file; undefined where it is none. */
  readonly sum: (
    name: string,
  ) => Promise<{ readonly bytes: number; readonly sha256: string } | undefined>
  readonly hash: Hasher
  /** What a public key is called for short, counted from the key. */
  readonly keyIdOf: (publicKey: string) => string
  readonly isSigned: (publicKey: string, text: string, signature: string) => boolean
}

const partFaults = async (pack: Pack, { parts }: EvidenceManifest): Promise<EvidenceFault[]> => {
  const faults: EvidenceFault[] = []
  for (const { name, bytes, sha256 } of parts) {
    const found = await pack.sum(name)
    if (!found) faults.push({ part: name, code: 'missing' })
    else if (found.bytes !== bytes || found.sha256 !== sha256)
      faults.push({ part: name, code: 'altered' })
  }
  const known = new Set([manifestFile, signatureFile, ...parts.map(({ name }) => name)])
  const others = pack.names.filter((name) => !known.has(name)).toSorted()
  return [...faults, ...others.map((part) => ({ part, code: 'unknown' }) as const)]
}

/**
 * Holds a pack against its manifest, and the manifest against its signature. The key stands in the manifest
 * itself: only `key`, which comes from elsewhere, says that it is the fund's own.
 */
export const checkPack = async (
  pack: Pack,
  key: string | undefined,
): Promise<{ readonly manifest?: EvidenceManifest; readonly faults: readonly EvidenceFault[] }> => {
  const text = await pack.text(manifestFile)
  if (text === undefined) return { faults: [{ part: manifestFile, code: 'missing' }] }
  const manifest = openEvidence(text)
  if (!manifest) return { faults: [{ part: manifestFile, code: 'unreadable' }] }
  const signature = await pack.text(signatureFile)
  const { fundId, publicKey, keyId, parts } = manifest
  const faults: EvidenceFault[] = []
  if (signature === undefined) faults.push({ part: signatureFile, code: 'missing' })
  else if (
    // A name is held against receipts: it is counted, so that no key goes under the name of another.
    keyId !== pack.keyIdOf(publicKey) ||
    !pack.isSigned(publicKey, signedText(fundId, text, pack.hash), signature.trim())
  )
    faults.push({ part: manifestFile, code: 'not-signed' })
  if (key !== undefined && key !== publicKey) faults.push({ part: manifestFile, code: 'other-key' })
  if (manifest.statement === undefined && !parts.some(({ name }) => name === archivePart))
    faults.push({ part: manifestFile, code: 'no-journal' })
  return { manifest, faults: [...faults, ...(await partFaults(pack, manifest))] }
}
