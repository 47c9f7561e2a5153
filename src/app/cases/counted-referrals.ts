import { referredIn, wasReferredIn } from '#domain/cases/counted-referrals.ts'
import { referralKinds } from '#domain/cases/operations/referrals.ts'
import { type Period, daysOf, lastDayOf } from '#domain/statistics/calendar.ts'
import { referralTables } from '#domain/statistics/referral-tables.ts'
import type { FixedTable } from '#domain/statistics/tables.ts'
import { type ActNeeds, casesOf, looked } from '#src/app/cases/cases.ts'
import { written } from '#src/app/cases/moving.ts'
import {
  type Referred,
  isReferred,
  outboxChanges,
  outboxOf,
  stillWanted,
} from '#src/app/cases/outbox.ts'
import type { AtDesk } from '#src/app/cases/team.ts'

/*
 * Referrals of a quarter. Only whoever may open a case can count it, so each worker does so at the own desk, and what waits is
 * known by an item of the case alone: no code, no name, no day and no login. Counted again it stands in place of what was; of
 * people whom two have counted either could take her own away, so that the marks of both stay.
 */

export type ToCount = {
  /** Own people who were sent to others in the quarter and have said yes to be counted. */
  readonly people: number
  /** Of them those of whom something was not answered. */
  readonly unanswered: number
  /** Those who have not said yes. */
  readonly unasked: number
  /** How many of them are counted as it stands. */
  readonly counted: number
}

const foundAt = async (needs: ActNeeds, desk: AtDesk, quarter: Period) => {
  const days = daysOf(quarter)
  const files = (await casesOf(needs, desk)).map(({ file }) => file)
  const sent = files.filter((file) => wasReferredIn(file, days))
  const found = sent.flatMap((file) => {
    const one = referredIn(file, days, needs.today)
    return one ? [{ code: file.code, ...one }] : []
  })
  return { found, unasked: sent.length - found.length }
}

/** What would be counted of a quarter at an open desk. */
export const toCount = async (needs: ActNeeds, desk: AtDesk, quarter: Period): Promise<ToCount> => {
  const { found, unasked } = await foundAt(needs, desk, quarter)
  const lines = new Set((await outboxOf(needs)).lines.filter(isReferred).map(({ wish }) => wish))
  return {
    people: found.length,
    unanswered: found.filter(({ asked }) => Object.values(asked).includes('unanswered')).length,
    unasked,
    counted: found.filter(({ wish }) => lines.has(wish)).length,
  }
}

/** By what a worker's people are known to be hers, so that she finds nobody by taking them away; it holds no login. */
const markOf = (needs: ActNeeds, { userId }: AtDesk, quarter: Period): Promise<string> =>
  needs.keys.idOf(`counted ${needs.networkId} ${quarter} ${userId}`)

/** Counts the own cases of a quarter, anew where it was done before. Each of them says that it was looked at. */
export const countReferrals = async (
  needs: ActNeeds,
  desk: AtDesk,
  quarter: Period,
): Promise<void> => {
  const { found } = await foundAt(needs, desk, quarter)
  for (const { code } of found) await looked(needs, desk, code)
  await written<void>(needs, async () => {
    // Read once more: a yes may have been taken back since.
    const { found: now } = await foundAt(needs, desk, quarter)
    const outbox = await outboxOf(needs)
    const mark = await markOf(needs, desk, quarter)
    const own = new Set(now.map(({ wish }) => wish))
    const before = new Map(
      outbox.lines.filter(isReferred).map(({ wish, person }) => [wish, person.from]),
    )
    const last = lastDayOf(quarter)
    const counted = now.map(({ wish, asked, until }): Referred => {
      const from = [...new Set([...(before.get(wish) ?? []), mark])].toSorted()
      const person = { from, asked }
      const ends = until !== undefined && until < last ? until : last
      return { is: 'referred', wish, quarter, until: ends, person }
    })
    const lines = stillWanted(outbox.lines, needs.today)
    const rest = lines.filter((line) => !(isReferred(line) && own.has(line.wish)))
    // Among the others by their names of chance: their order does not tell who counted.
    const all = [...rest.filter(isReferred), ...counted].toSorted((a, b) =>
      a.wish < b.wish ? -1 : 1,
    )
    const others = rest.filter((line) => !isReferred(line))
    return { answer: undefined, changes: await outboxChanges(needs, outbox, [...others, ...all]) }
  })
}

/** The tables of a quarter, of whoever was counted; none where nobody was. They are not safe to be told yet. */
export const referralsCounted = async (
  needs: ActNeeds,
  quarter: Period,
): Promise<readonly FixedTable[]> => {
  const lines = stillWanted((await outboxOf(needs)).lines, needs.today).filter(isReferred)
  const people = lines.flatMap((line) => (line.quarter === quarter ? [line.person] : []))
  return people.length === 0 ? [] : referralTables(people, referralKinds)
}
