import { type keptParts, textOf, writeText } from '#src/app/cases/kept-texts.ts'
import type { Hasher } from '#domain/ports.ts'
import { fromText, toText } from '#src/app/cases/sealed-text.ts'
import { type AtDesk, type CaseNeeds, publicKeysOf } from '#src/app/cases/team.ts'
import type { Evidence, EvidenceKind, Grounds } from '#src/app/watch/sealed-report.ts'

/* What lies apart from a report: things that were sent along, and how whoever made it is reached. */

/** A part of what is kept of reports. */
export const part = (
  { networkId }: Pick<CaseNeeds, 'networkId'>,
  name: (typeof keptParts)[number],
) => ({
  part: name,
  scope: networkId,
})

const about = (networkId: string, name: string): string => `reporter\n${networkId}\n${name}`

/** Under which name it is kept what stands behind the check of a report. */
const groundsName = (code: string): string => `${code} grounds`

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

type ForTeam = {
  readonly name: string
  readonly plain: string
  readonly team: readonly string[]
  /** Only where this lies there still; left out, whatever does. */
  readonly over?: string
}

/** For whom one sealing is, and for which of that one's keys; an earlier version named the login alone. */
const entryOf = (userId: string, publicKey: string): string => `${userId} ${publicKey.slice(-16)}`

/**
 * Seals something to the own key of each of the team: whoever has the whole service and no passphrase cannot open it. Tells
 * whether anything was kept.
 */
const keepForTeam = async (
  needs: CaseNeeds,
  { name, plain, team, ...where }: ForTeam,
): Promise<boolean> => {
  const { keys, networkId } = needs
  const found = await publicKeysOf(needs, team)
  if (found.size === 0) return false
  const bytes = new TextEncoder().encode(plain)
  const sealed = await Promise.all(
    [...found].map(
      async ([userId, publicKey]) =>
        [
          entryOf(userId, publicKey),
          await keys.sealTo(publicKey, about(networkId, name), bytes),
        ] as const,
    ),
  )
  const text = JSON.stringify(Object.fromEntries(sealed))
  return (await writeText(needs, part(needs, 'reporters'), { name, text, ...where })) === 'kept'
}

type ForEach = Readonly<Record<string, string>>

/** What is sealed to the own key of whoever asks, with the whole as it lies there. */
const openedForTeam = async (
  needs: CaseNeeds,
  { userId, privateKey }: AtDesk,
  name: string,
): Promise<{ readonly plain: string; readonly lies: string } | undefined> => {
  const { keys, networkId } = needs
  const lies = await textOf(needs, part(needs, 'reporters'), name)
  const [, sealed] =
    Object.entries(lies === undefined ? {} : (JSON.parse(lies) as ForEach)).find(
      ([whose]) => whose.split(' ')[0] === userId,
    ) ?? []
  const plain = sealed && (await keys.openWith(privateKey, about(networkId, name), sealed))
  return plain && lies !== undefined
    ? { plain: new TextDecoder().decode(plain).trimEnd(), lies }
    : undefined
}

/** Seals how whoever spoke is reached; tells whether anything was kept. */
export const keepReporter = (
  needs: CaseNeeds,
  { code, reach, team }: { code: string; reach: string; team: readonly string[] },
): Promise<boolean> => keepForTeam(needs, { name: code, plain: reach.padEnd(240), team })

/** So long is what stands behind any check. */
const groundsLength = 1200

/** Seals what stands behind a check, in the place of what stood there; with `over` only where that lies there still. */
export const keepGrounds = (
  needs: CaseNeeds,
  {
    code,
    grounds,
    ...to
  }: { code: string; grounds: Grounds; team: readonly string[]; over?: string },
): Promise<boolean> =>
  keepForTeam(needs, {
    name: groundsName(code),
    plain: JSON.stringify(grounds).padEnd(groundsLength),
    ...to,
  })

/** A thing that was kept, as it came; undefined where it is not what it was. */
export const evidenceOf = async (
  needs: CaseNeeds,
  { kept, digest }: Evidence,
  digestOf: (bytes: Uint8Array) => string,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const text = await textOf(needs, part(needs, 'evidence'), kept)
  if (text === undefined) return undefined
  const bytes = fromText(text)
  return digestOf(bytes) === digest ? bytes : undefined
}

/** How whoever spoke is reached, for somebody of the team whose own key is open. */
export const reporterOf = async (
  needs: CaseNeeds,
  desk: AtDesk,
  { code }: { readonly code: string },
): Promise<string | undefined> => (await openedForTeam(needs, desk, code))?.plain

/** What stands behind a check as somebody opened it, with what lay there and the mark of that: another one lies sealed otherwise. */
export type OpenedGrounds = {
  readonly grounds: Grounds
  readonly lies: string
  readonly seal: string
}

type Hashing = CaseNeeds & { readonly hash: Hasher }

/** The same of what stands behind a check. */
export const groundsOf = async (
  needs: Hashing,
  desk: AtDesk,
  { code }: { readonly code: string },
): Promise<OpenedGrounds | undefined> => {
  const opened = await openedForTeam(needs, desk, groundsName(code))
  if (!opened) return undefined
  const { plain, lies } = opened
  return { grounds: JSON.parse(plain) as Grounds, lies, seal: needs.hash(lies) }
}

/** The mark of what stands behind a check as it lies now; undefined where nothing does. It is of sealed bytes, so that nobody guesses by it. */
export const groundsSeal = async (needs: Hashing, code: string): Promise<string | undefined> => {
  const lies = await textOf(needs, part(needs, 'reporters'), groundsName(code))
  return lies === undefined ? undefined : needs.hash(lies)
}

/** Whether it is sealed to the key of each of some that have one: whoever joined later, or has another key by now, is shut out. */
export const isSealedToAll = async (
  needs: CaseNeeds,
  code: string,
  team: readonly string[],
): Promise<boolean> => {
  const lies = await textOf(needs, part(needs, 'reporters'), groundsName(code))
  const known = lies === undefined ? {} : (JSON.parse(lies) as ForEach)
  const all = await publicKeysOf(needs, team)
  return [...all].every((one) => Object.hasOwn(known, entryOf(...one)))
}

/** Erases what lies apart from a report. */
export const eraseParts = async (
  needs: CaseNeeds,
  {
    code,
    evidence,
  }: { readonly code: string; readonly evidence: readonly Pick<Evidence, 'kept'>[] },
): Promise<void> => {
  for (const name of [code, groundsName(code)])
    await writeText(needs, part(needs, 'reporters'), { name, text: undefined })
  for (const { kept } of evidence)
    await writeText(needs, part(needs, 'evidence'), { name: kept, text: undefined })
}
