import type { AwayFigures } from '#domain/fund/meeting/away-figures.ts'
import type { MoreFigures } from '#domain/fund/meeting/away-more.ts'
import type { Sealing } from '#domain/grants/files.ts'
import { type Json, canonicalJson, lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { Hasher, Notes, Random } from '#domain/ports.ts'
import { sealNotesAnew } from '#src/app/identity/sealed-notes.ts'

/*
 * What the stones said stands apart from all other figures of a count, sealed by a secret that is not in the database, and the
 * journal vouches for it by a hash whose salt is sealed with it: five small numbers could else be found by trying.
 */

export type Stones = NonNullable<MoreFigures['stones']>
type Kept = { readonly stones: Stones; readonly salt: string }

const prefix = 'stones:'
export const stonesSubject = (entryId: string): string => `${prefix}${entryId}`
export const isOfStones = (subject: string): boolean => subject.startsWith(prefix)

/** All come to one length. */
export const stonesLength = 512

/** Figures of a count without what the stones said. */
export const withoutStones = (figures: AwayFigures): AwayFigures => {
  if (!figures.more) return figures
  const { stones: _, ...more } = figures.more
  return { ...figures, more }
}

export const withStones = (figures: AwayFigures, stones: Stones | undefined): AwayFigures =>
  stones && figures.more ? { ...figures, more: { ...figures.more, stones } } : figures

/** Beside stones somebody stands who seals them, or they are not kept at all. */
export type StonesNeeds = {
  readonly store: Notes
  readonly hash: Hasher
  readonly sealing?: Sealing | undefined
}

export const stonesHash = (hash: Hasher, { stones, salt }: Kept): string =>
  hash(lengthPrefixed(['village-fund/away-stones/1', salt, canonicalJson(stones as Json)]))

type Of = { readonly fundId: string; readonly entryId: string }

/** Stones to be kept for an entry, as a note and by the hash that is vouched for; undefined where no secret would seal them. */
export const stonesToKeep = async (
  { hash, sealing, random }: Omit<StonesNeeds, 'store'> & { readonly random: Random },
  { fundId, entryId }: Of,
  stones: Stones | undefined,
): Promise<
  { readonly hash: string; readonly note: { subject: string; text: string } } | undefined
> => {
  if (!stones || !sealing) return undefined
  const kept = { stones, salt: random.token() }
  const subject = stonesSubject(entryId)
  const text = await sealing.seal(fundId, subject, canonicalJson(kept as Json), stonesLength)
  return { hash: stonesHash(hash, kept), note: { subject, text } }
}

/** What was sealed for an entry; undefined where it is gone, or no secret here opens it. */
export const stonesOf = async (
  { store, hash, sealing }: StonesNeeds,
  { fundId, entryId }: Of,
): Promise<{ readonly stones: Stones; readonly hash: string } | undefined> => {
  const subject = stonesSubject(entryId)
  const sealed = await store.noteOf(fundId, subject)
  if (!sealing || sealed === undefined || sealed === '') return undefined
  const text = await sealing.open(fundId, subject, sealed)
  if (text === undefined) return undefined
  const kept = JSON.parse(text) as Kept
  return { stones: kept.stones, hash: stonesHash(hash, kept) }
}

/** Seals what stones said by the secret of now. */
export const sealStonesAnew = (
  needs: { readonly store: Notes; readonly sealing: Sealing },
  fundId: string,
  dryRun: boolean,
) => sealNotesAnew(needs, { fundId, isOne: isOfStones, length: stonesLength, dryRun })
