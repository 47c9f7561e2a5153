import { type AssigningRefusal, type Candidate, assigningRefusal } from '#domain/cases/assigning.ts'
import { tellingsOf } from '#domain/cases/operations/fee-drafts.ts'
import { supportOf } from '#domain/cases/operations/trade.ts'
import { referralsOf } from '#domain/cases/operations/referrals.ts'
import { givenAnswers } from '#domain/cases/operations/research.ts'
import { wishesDropped } from '#src/app/cases/outbox.ts'
import { withPassage } from '#domain/cases/file.ts'
import { dueKinds } from '#domain/cases/dues.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type ActNeeds, type Told, caseOf, changed } from '#src/app/cases/cases.ts'
import { type Cover, type OpenCase, coversOf, wrapped } from '#src/app/cases/covers.ts'
import { destroyChanges } from '#src/app/cases/destroying.ts'
import { written } from '#src/app/cases/moving.ts'
import { type AtDesk, publicKeyOf } from '#src/app/cases/team.ts'

type AssignRefusal = AssigningRefusal | 'has-no-key' | 'assigned-already'

/**
 * Lets somebody else of the team into a case, by one who is in it. Who is kin is remembered, and is asked no more. The file
 * says who was let in and when, as a look of theirs.
 */
export const assign = (
  needs: ActNeeds,
  desk: AtDesk,
  {
    code,
    userId,
    candidate,
  }: { readonly code: string; readonly userId: string; readonly candidate: Candidate },
): Promise<Told<AssignRefusal | 'not-found' | 'case-full'>> =>
  changed<AssignRefusal>(needs, desk, {
    code,
    make: async ({ file, cover, key }) => {
      if (Object.hasOwn(cover.wraps, userId)) return { refused: 'assigned-already' }
      const isKin = candidate.isKin || cover.kin.includes(userId)
      const why = assigningRefusal(file, { ...candidate, isKin })
      // Who is kin stays so, whatever is ticked the next time.
      if (why === 'kin-of-the-case' && !cover.kin.includes(userId))
        return { refused: why, file, cover: { ...cover, kin: [...cover.kin, userId] } }
      if (why !== undefined) return { refused: why }
      const publicKey = await publicKeyOf(needs, userId)
      if (publicKey === undefined) return { refused: 'has-no-key' }
      const wrap = await wrapped(needs, { code, userId, publicKey, key })
      return {
        file: withPassage(file, { on: needs.today, by: [desk.userId], to: userId, why: 'let-in' }),
        cover: { ...cover, wraps: { ...cover.wraps, [userId]: wrap } },
      }
    },
  })

/**
 * Takes somebody out of a case, oneself or another who is in it; the last one stays, or nobody could open it. With `isKin` it
 * is kept that they are kin, so that nobody lets them in again. What is written from now on is under a key that they never had.
 */
export const leave = (
  needs: ActNeeds,
  desk: AtDesk,
  {
    code,
    userId,
    isKin,
  }: { readonly code: string; readonly userId: string; readonly isKin: boolean },
): Promise<Told<'not-assigned' | 'last-one' | 'not-found' | 'case-full'>> =>
  changed<'not-assigned' | 'last-one'>(needs, desk, {
    code,
    make: async ({ file, cover }) => {
      if (!Object.hasOwn(cover.wraps, userId)) return { refused: 'not-assigned' }
      const others = Object.keys(cover.wraps).filter((one) => one !== userId)
      if (others.length === 0) return { refused: 'last-one' }
      const key = needs.keys.newKey()
      const wraps: [string, string][] = []
      for (const one of others) {
        const publicKey = (await publicKeyOf(needs, one))!
        wraps.push([one, await wrapped(needs, { code, userId: one, publicKey, key })])
      }
      const kin = isKin ? [...new Set([...cover.kin, userId])] : cover.kin
      const line = { on: needs.today, by: [desk.userId], to: userId, why: 'let-out' }
      return {
        file: withPassage(file, line),
        key,
        isNeeded: true,
        cover: { ...cover, wraps: Object.fromEntries(wraps), kin },
      }
    },
  })

/** Destroys a case for ever, as the person asked: file, keys and place. Two of the team do it; the page has heard both. */
export const eraseCase = (
  needs: ActNeeds,
  desk: AtDesk,
  code: string,
): Promise<Told<'not-found'>> =>
  written<Told<'not-found'>>(needs, async () => {
    const found = await caseOf(needs, desk, code)
    if (!found) return { answer: { outcome: 'refused', code: 'not-found' }, changes: [] }
    const { file } = found
    const wishes = [
      ...supportOf(file),
      ...tellingsOf(file),
      ...givenAnswers(file),
      ...referralsOf(file),
    ].map(({ item }) => item)
    const waiting = wishes.length === 0 ? [] : await wishesDropped(needs, wishes)
    return {
      answer: { outcome: 'recorded', code },
      changes: [
        ...(await destroyChanges(needs, found, { why: 'asked', on: needs.today })),
        ...waiting,
      ],
    }
  })

export type WorkLoad = {
  readonly userId: string
  readonly open: number
  readonly late: Readonly<Record<(typeof dueKinds)[number], number>>
}

const lateOf = (covers: readonly Cover[], today: LocalDate): WorkLoad['late'] => {
  const late = covers.flatMap(({ dues }) => dues).filter(({ on }) => on < today)
  const counted = dueKinds.map((kind) => [kind, late.filter(({ what }) => what === kind).length])
  return Object.fromEntries(counted) as WorkLoad['late']
}

/** How much each of the team has to do, and what of it is late. */
export const workLoads = async (
  needs: ActNeeds,
  team: readonly string[],
): Promise<readonly WorkLoad[]> => {
  const open = (await coversOf(needs)).map(({ cover }) => cover).filter(({ isOpen }) => isOpen)
  return team.map((userId) => {
    const own = open.filter(({ wraps }) => Object.hasOwn(wraps, userId))
    return { userId, open: own.length, late: lateOf(own, needs.today) }
  })
}

/** Whoever is assigned to a case. */
export const assignedTo = ({ cover: { wraps } }: Pick<OpenCase, 'cover'>): readonly string[] =>
  Object.keys(wraps)
