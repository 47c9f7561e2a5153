import type { Candidate } from '#domain/cases/assigning.ts'
import { passedBy } from '#domain/cases/file.ts'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { ActNeeds, Told } from '#src/app/cases/cases.ts'
import {
  type FoundCover,
  caseChanges,
  coverChanges,
  coversOf,
  keptOf,
  wrapped,
} from '#src/app/cases/covers.ts'
import { halvesBy, holdersOf, openedByHalf } from '#src/app/cases/holders.ts'
import { keyLogChanges } from '#src/app/cases/key-log.ts'
import { changesOf, fitsLeaf, readPage } from '#src/app/cases/leaf-pages.ts'
import { written } from '#src/app/cases/moving.ts'
import { type AtDesk, type NewKey, drawnKey, keyChanges } from '#src/app/cases/team.ts'

/*
 * Somebody has lost the passphrase. They choose another one, and a key is drawn for it that opens nothing yet. Two of the
 * three who hold spare keys, who have spoken with the person, open each case of theirs for the new key; then it takes the
 * place of the old one. The files, the log of keys and the person's own desk say so.
 */

/** A key that waits for two holders. */
export type Renewal = NewKey & {
  readonly userId: string
  readonly on: LocalDate
  /** Who has given all own halves for it. */
  readonly given: readonly string[]
}

/** So many days it waits; then it has to be asked for anew. */
const renewalDays = 7

/** Where it stands which keys wait for two holders. */
export const renewalsName = (networkId: string): string => `renewals/${networkId}`

const pageOf = (needs: ActNeeds) =>
  readPage<readonly Renewal[]>(needs, renewalsName(needs.networkId))

const standing = (
  needs: ActNeeds,
  all: readonly Renewal[] | undefined,
  but?: string,
): readonly Renewal[] =>
  (all ?? []).filter(({ userId, on }) => userId !== but && needs.today < daysAfter(on, renewalDays))

/** Keys that wait for two holders. */
export const renewalsOf = async (needs: ActNeeds): Promise<readonly Renewal[]> =>
  standing(needs, (await pageOf(needs)).value)

export type RenewalRefusal =
  | 'no-holders'
  | 'too-many-renewals'
  | 'not-found'
  | 'not-a-holder'
  | 'half-missing'
  | 'not-of-this-pair'
  | 'not-to-be-let-in'
  | 'case-full'

type Answer = Told<RenewalRefusal>

const refuse = (code: RenewalRefusal) => ({
  answer: { outcome: 'refused', code } as Answer,
  changes: [],
})
const done = (code: string): Answer => ({ outcome: 'recorded', code })

/** Asks for another key, by whoever has lost the passphrase. What was asked for before is gone, with what was given for it. */
export const askRenewal = async (
  needs: ActNeeds,
  whose: { readonly userId: string; readonly passphrase: string },
): Promise<Answer> => {
  const { userId } = whose
  const { key } = await drawnKey(needs, whose)
  return written<Answer>(needs, async () => {
    if ((await holdersOf(needs)).length === 0) return refuse('no-holders')
    const page = await pageOf(needs)
    const one: Renewal = { ...key, userId, on: needs.today, given: [] }
    const all = [...standing(needs, page.value, userId), one]
    if (!fitsLeaf(all)) return refuse('too-many-renewals')
    const line = { userId, on: needs.today, what: 'asked', by: [] } as const
    return {
      answer: done(userId),
      changes: [...(await changesOf(needs, page, all)), ...(await keyLogChanges(needs, line))],
    }
  })
}

/** What a holder has read before giving anything: whose key, and which. */
export type RenewalRead = { readonly userId: string; readonly publicKey: string }

const readOne = async (
  needs: ActNeeds,
  desk: AtDesk,
  { userId, publicKey }: RenewalRead,
): Promise<Renewal | 'not-found' | 'not-a-holder'> => {
  if (!(await holdersOf(needs)).includes(desk.userId) || desk.userId === userId)
    return 'not-a-holder'
  const all = await renewalsOf(needs)
  return all.find((one) => one.userId === userId && one.publicKey === publicKey) ?? 'not-found'
}

const casesWith = async (needs: ActNeeds, userId: string): Promise<readonly FoundCover[]> =>
  (await coversOf(needs)).filter(({ cover }) => Object.hasOwn(cover.wraps, userId))

const foundAgain = async (needs: ActNeeds, userId: string, code: string) =>
  (await casesWith(needs, userId)).find(({ cover }) => cover.code === code)

/** One of the holders gives the own halves of all cases of the person, for the key that was read. */
export const giveToRenewal = async (
  needs: ActNeeds,
  desk: AtDesk,
  read: RenewalRead,
): Promise<Answer> => {
  const { userId } = read
  const one = await readOne(needs, desk, read)
  if (typeof one === 'string') return refuse(one).answer
  let given = 0
  const all = await casesWith(needs, userId)
  for (const { cover } of all)
    await written(needs, async () => {
      const found = await foundAgain(needs, userId, cover.code)
      const halves = found ? await halvesBy(needs, desk, found.cover) : []
      if (!found || halves.length === 0) return { answer: undefined, changes: [] }
      given += 1
      const others = (found.cover.renewing ?? []).filter(
        ({ to, by }) => to !== userId || by !== desk.userId,
      )
      const renewing = [...others, ...halves.map((half) => ({ ...half, to: userId }))]
      return {
        answer: undefined,
        changes: await coverChanges(needs, found, { ...found.cover, renewing }),
      }
    })
  // Whoever is the second of no pair gives nothing that another could use.
  if (given === 0 && all.length > 0) return refuse('not-of-this-pair').answer
  return written<Answer>(needs, async () => {
    const page = await pageOf(needs)
    const after = standing(needs, page.value).map((each) =>
      each.userId === userId && each.publicKey === read.publicKey
        ? { ...each, given: [...new Set([...each.given, desk.userId])] }
        : each,
    )
    return { answer: done(userId), changes: await changesOf(needs, page, after) }
  })
}

/** Opens one case for the new key. */
const rewrapped = (
  needs: ActNeeds,
  desk: AtDesk,
  { code, userId, publicKey }: RenewalRead & { readonly code: string },
): Promise<'done' | RenewalRefusal> =>
  written<'done' | RenewalRefusal>(needs, async () => {
    const no = (answer: RenewalRefusal) => ({ answer, changes: [] })
    const found = await foundAgain(needs, userId, code)
    if (!found) return { answer: 'done', changes: [] }
    const halves = (found.cover.renewing ?? []).filter(({ to }) => to === userId)
    const opened = await openedByHalf(needs, desk, { found, halves })
    if (!opened) return no('not-of-this-pair')
    const { open, by } = opened
    const { key } = open
    const { renewing = [], ...kept } = keptOf(found.cover)
    const left = renewing.filter(({ to }) => to !== userId)
    const wrap = await wrapped(needs, { code, userId, publicKey, key })
    const cover = {
      ...kept,
      wraps: { ...kept.wraps, [userId]: wrap },
      ...(left.length > 0 ? { renewing: left } : {}),
    }
    const line = { on: needs.today, by, to: userId, why: 'key-renewed' }
    const changes = await caseChanges(needs, open, {
      cover,
      file: passedBy(open.file, line),
      key,
      isNeeded: true,
    })
    return changes === 'case-full' ? no(changes) : { answer: 'done', changes }
  })

/**
 * The first of the pair opens all cases for the new key, and puts it in the place of the old one. A case that no pair of
 * today's holders can open stays with whoever else is assigned to it; how many there are is told.
 */
export const finishRenewal = async (
  needs: ActNeeds,
  desk: AtDesk,
  { candidate, ...read }: RenewalRead & { readonly candidate: Candidate },
): Promise<Answer & { readonly left?: number }> => {
  const { userId } = read
  const one = await readOne(needs, desk, read)
  if (typeof one === 'string') return refuse(one).answer
  if (!candidate.isOfTeam || candidate.officerOf.length > 0)
    return refuse('not-to-be-let-in').answer
  const by = one.given.filter((giver) => giver !== desk.userId)
  if (by.length === 0) return refuse('half-missing').answer
  const all = await casesWith(needs, userId)
  let opened = 0
  for (const { cover } of all)
    if ((await rewrapped(needs, desk, { ...read, code: cover.code })) === 'done') opened += 1
  if (opened === 0 && all.length > 0) return refuse('not-of-this-pair').answer
  return written(needs, async () => {
    const page = await pageOf(needs)
    const { given: _given, on: _on, userId: _user, ...key } = one
    const line = { userId, on: needs.today, what: 'renewed', by: [...by, desk.userId] } as const
    return {
      answer: { ...done(userId), left: all.length - opened },
      changes: [
        ...(await changesOf(needs, page, standing(needs, page.value, userId))),
        ...(await keyChanges(needs, userId, key)),
        ...(await keyLogChanges(needs, line)),
      ],
    }
  })
}
