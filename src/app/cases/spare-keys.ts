import { passedBy } from '#domain/cases/file.ts'
import { type Candidate, assigningRefusal } from '#domain/cases/assigning.ts'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { ActNeeds, Told } from '#src/app/cases/cases.ts'
import {
  type Cover,
  type FoundCover,
  caseChanges,
  coverChanges,
  coversOf,
  keptOf,
  wrapped,
} from '#src/app/cases/covers.ts'
import { halvesBy, holdersChanges, holdersOf, openedByHalf } from '#src/app/cases/holders.ts'
import { written } from '#src/app/cases/moving.ts'
import { type AtDesk, publicKeyOf, publicKeysOf } from '#src/app/cases/team.ts'

/** Why two of the holders open a case. */
export const openingReasons = ['worker-gone', 'passphrase-lost', 'in-danger'] as const
export type OpeningReason = (typeof openingReasons)[number]

export type Holders = readonly [string, string, string]

/** Names the three who hold spare keys, each with a key of the own. Cases are sealed to them when they are written next. */
export const nameHolders = (
  needs: ActNeeds,
  userIds: Holders,
): Promise<'named' | 'holder-twice' | 'holder-without-key'> =>
  written<'named' | 'holder-twice' | 'holder-without-key'>(needs, async () => {
    if (new Set(userIds).size < 3) return { answer: 'holder-twice', changes: [] }
    if ((await publicKeysOf(needs, userIds)).size < 3)
      return { answer: 'holder-without-key', changes: [] }
    return { answer: 'named', changes: await holdersChanges(needs, userIds) }
  })

export type OpeningRefusal =
  | 'not-found'
  | 'not-a-holder'
  | 'has-no-key'
  | 'opening-of-another'
  | 'not-to-be-let-in'
  | 'half-missing'
  | 'not-of-this-pair'

const foundBy = async (needs: ActNeeds, code: string): Promise<FoundCover | undefined> =>
  (await coversOf(needs)).find(({ cover }) => cover.code === code)

/** What the holders do with a case. */
const withOpening = (needs: ActNeeds, found: FoundCover, opening: Cover['opening']) => {
  const { opening: _before, ...kept } = found.cover
  return coverChanges(needs, found, { ...kept, ...(opening ? { opening } : {}) })
}

type Asked = {
  readonly code: string
  readonly to: string
  readonly why: OpeningReason
  readonly candidate: Candidate
}

/** So many days a wish of the holders stands; then another one may ask, and no half of it counts. */
const openingDays = 7

/** What somebody has read of a wish before giving anything for it. */
export type OpeningRead = { readonly to: string; readonly why: string }

const isAsRead = (
  opening: Cover['opening'],
  { to, why }: OpeningRead,
  today: LocalDate,
): opening is NonNullable<Cover['opening']> =>
  opening !== undefined &&
  opening.to === to &&
  opening.why === why &&
  today < daysAfter(opening.on, openingDays)

/** One of the holders asks that a case be opened to a worker, and says why. Nothing opens yet. */
export const askOpening = (
  needs: ActNeeds,
  desk: AtDesk,
  { code, to, why, candidate }: Asked,
): Promise<Told<OpeningRefusal>> =>
  written<Told<OpeningRefusal>>(needs, async () => {
    const refuse = (fault: OpeningRefusal) => ({
      answer: { outcome: 'refused', code: fault } as const,
      changes: [],
    })
    if (!(await holdersOf(needs)).includes(desk.userId)) return refuse('not-a-holder')
    if ((await publicKeyOf(needs, to)) === undefined) return refuse('has-no-key')
    const found = await foundBy(needs, code)
    if (!found) return refuse('not-found')
    if (!candidate.isOfTeam || candidate.officerOf.length > 0 || found.cover.kin.includes(to))
      return refuse('not-to-be-let-in')
    const before = found.cover.opening
    const isAnothers = before !== undefined && before.askedBy !== desk.userId
    if (isAnothers && needs.today < daysAfter(before.on, openingDays))
      return refuse('opening-of-another')
    const opening = { to, why, askedBy: desk.userId, on: needs.today }
    return {
      answer: { outcome: 'recorded', code } as const,
      changes: await withOpening(needs, found, opening),
    }
  })

/**
 * The second of a pair opens what only the first can open further. It is of no use to anybody else, and both have seen why.
 */
export const giveHalf = (
  needs: ActNeeds,
  desk: AtDesk,
  code: string,
  read: OpeningRead,
): Promise<Told<OpeningRefusal>> =>
  written<Told<OpeningRefusal>>(needs, async () => {
    const refuse = (fault: OpeningRefusal) => ({
      answer: { outcome: 'refused', code: fault } as const,
      changes: [],
    })
    const found = await foundBy(needs, code)
    const opening = found?.cover.opening
    if (!found || !isAsRead(opening, read, needs.today)) return refuse('not-found')
    const halves = await halvesBy(needs, desk, found.cover)
    if (halves.length === 0) return refuse('not-of-this-pair')
    return {
      answer: { outcome: 'recorded', code } as const,
      changes: await withOpening(needs, found, {
        ...opening,
        halves: [...(opening.halves ?? []).filter(({ by }) => by !== desk.userId), ...halves],
      }),
    }
  })

/** The first of the pair opens it: the worker who was named is let in, and the file tells that it was opened and by whom. */
export const finishOpening = (
  needs: ActNeeds,
  desk: AtDesk,
  code: string,
  { candidate, ...read }: OpeningRead & { readonly candidate: Candidate },
): Promise<Told<OpeningRefusal | 'case-full'>> =>
  written<Told<OpeningRefusal | 'case-full'>>(needs, async () => {
    const refuse = (fault: OpeningRefusal | 'case-full') => ({
      answer: { outcome: 'refused', code: fault } as const,
      changes: [],
    })
    const found = await foundBy(needs, code)
    const { opening } = found?.cover ?? {}
    if (!found || !isAsRead(opening, read, needs.today)) return refuse('not-found')
    if (opening.halves === undefined) return refuse('half-missing')
    const opened = await openedByHalf(needs, desk, { found, halves: opening.halves })
    const publicKey = await publicKeyOf(needs, opening.to)
    if (!opened || publicKey === undefined) return refuse('not-of-this-pair')
    const { open, by } = opened
    const { key } = open
    const isKin = candidate.isKin || found.cover.kin.includes(opening.to)
    if (assigningRefusal(open.file, { ...candidate, isKin }) !== undefined)
      return refuse('not-to-be-let-in')
    const wrap = await wrapped(needs, { code, userId: opening.to, publicKey, key })
    const { opening: _over, ...kept } = keptOf(found.cover)
    const cover = { ...kept, wraps: { ...kept.wraps, [opening.to]: wrap } }
    const file = passedBy(open.file, { on: needs.today, by, to: opening.to, why: opening.why })
    const changes = await caseChanges(needs, open, { cover, file, key })
    return changes === 'case-full'
      ? refuse(changes)
      : { answer: { outcome: 'recorded', code } as const, changes }
  })

/** Cases that two of the holders are opening. */
export const openingsOf = async (needs: ActNeeds): Promise<readonly Cover[]> =>
  (await coversOf(needs)).map(({ cover }) => cover).filter(({ opening }) => opening !== undefined)
