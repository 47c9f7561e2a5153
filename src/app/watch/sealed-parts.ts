import type { CaseKeys } from '#domain/cases/keys.ts'
import { type keptParts, textOf, writeText } from '#src/app/cases/kept-texts.ts'
import type { Hasher } from '#domain/ports.ts'
import { fromText, toText } from '#src/app/cases/sealed-text.ts'
import { type AtDesk, type CaseNeeds, publicKeysOf } from '#src/app/cases/team.ts'
import type { Evidence, EvidenceKind } from '#src/app/watch/sealed-report.ts'

/* What lies apart from a report: things that were sent along, and how whoever made it is reached. */

/** A part of what is kept of reports. */
export const part = (
  { networkId }: Pick<CaseNeeds, 'networkId'>,
  name: (typeof keptParts)[number],
) => ({
  part: name,
  scope: networkId,
})

const about = (networkId: string, code: string): string => `reporter\n${networkId}\n${code}`

/**
 * By which the journal and a petition name a thing. Whoever has the same file, as an agency has that which it sent to one client,
 * finds nobody by it; whoever is handed the file and the name that it is kept under makes the mark anew.
 */
export const evidenceMark = (
  { hash }: { readonly hash: Hasher },
  { kept, digest }: Pick<Evidence, 'kept' | 'digest'>,
): string => hash(`${kept} ${digest}`)

/** A file that was sent along, once it is known what it is. */
export type SentFile = {
  readonly bytes: Uint8Array
  readonly digest: string
  readonly kind: EvidenceKind
}

/** Keeps a thing as it came. */
export const keepEvidence = async (needs: CaseNeeds, file: SentFile): Promise<Evidence> => {
  const kept = needs.keys.newId()
  await writeText(needs, part(needs, 'evidence'), { name: kept, text: toText(file.bytes) })
  return { digest: file.digest, bytes: file.bytes.length, kind: file.kind, kept }
}

/**
 * Seals how somebody is reached to the own key of each of the team: whoever has the whole service and no passphrase cannot
 * open it. Tells whether anything was kept.
 */
export const keepReporter = async (
  needs: CaseNeeds,
  { code, reach, team }: { code: string; reach: string; team: readonly string[] },
): Promise<boolean> => {
  const { keys, networkId } = needs
  const found = await publicKeysOf(needs, team)
  if (found.size === 0) return false
  const plain = new TextEncoder().encode(reach.padEnd(240))
  const sealed = await Promise.all(
    [...found].map(
      async ([userId, publicKey]) =>
        [userId, await keys.sealTo(publicKey, about(networkId, code), plain)] as const,
    ),
  )
  await writeText(needs, part(needs, 'reporters'), {
    name: code,
    text: JSON.stringify(Object.fromEntries(sealed)),
  })
  return true
}

/** A thing that was kept, as it came; undefined where it is not what it was. */
export const evidenceOf = async (
  needs: CaseNeeds,
  { kept, digest }: Evidence,
  digestOf: (bytes: Uint8Array) => string,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const text = await textOf(needs, part(needs, 'evidence'), kept)
  if (text === undefined) return undefined
  const bytes = new Uint8Array(fromText(text))
  return digestOf(bytes) === digest ? bytes : undefined
}

/** How whoever spoke is reached, for somebody of the team whose own key is open. */
export const reporterOf = async (
  needs: CaseNeeds & { readonly keys: CaseKeys },
  { userId, privateKey }: AtDesk,
  { code }: { readonly code: string },
): Promise<string | undefined> => {
  const { keys, networkId } = needs
  const text = await textOf(needs, part(needs, 'reporters'), code)
  const sealed = text && (JSON.parse(text) as Readonly<Record<string, string>>)[userId]
  const plain = sealed && (await keys.openWith(privateKey, about(networkId, code), sealed))
  return plain ? new TextDecoder().decode(plain).trimEnd() : undefined
}

/** Erases what lies apart from a report. */
export const eraseParts = async (
  needs: CaseNeeds,
  { code, evidence }: { readonly code: string; readonly evidence: readonly Evidence[] },
): Promise<void> => {
  await writeText(needs, part(needs, 'reporters'), { name: code, text: undefined })
  for (const { kept } of evidence)
    await writeText(needs, part(needs, 'evidence'), { name: kept, text: undefined })
}
