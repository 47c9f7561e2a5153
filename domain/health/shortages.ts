import { type LocalDate, dayBefore } from '#domain/kernel/dates.ts'
import { type Member, heldOn } from '#domain/fund/people/members.ts'
import type { Office } from '#domain/fund/people/tenures.ts'
import { type FundBook, charterOf, total } from '#domain/health/book.ts'
import { type Finding, finding } from '#domain/health/finding.ts'

/** What the counts of one meeting's box were short of the book (more than zero) or had beyond it. */
export type Shortage = {
  readonly on: LocalDate
  /** Cards of whoever kept the box, in their order; nobody where that is written nowhere. */
  readonly keepers: readonly string[]
  readonly office: Office | undefined
  /** As it was when it was counted. */
  readonly counted: number
  /** As it is, with what was written down afterwards about the days before the count. */
  readonly missing: number
}

const keeping: Office = 'box-keeper'

const holdersOn = (members: readonly Member[], day: LocalDate): readonly string[] =>
  members
    .filter((member) => heldOn(member, day).some(({ office }) => office === keeping))
    .map(({ card }) => card)
    .toSorted()

/**
 * Who answers for what a meeting's box is short of: whoever kept it when the day began. An election at the meeting in which
 * it comes out books it to nobody else. Where nobody kept it before, whoever took it over on the day.
 */
const keepersOf = ({ members }: FundBook, day: LocalDate): readonly string[] => {
  const before = holdersOn(members, dayBefore(day))
  return before.length > 0 ? before : holdersOn(members, day)
}

const isOfCount = (entryType: string): boolean =>
  entryType === 'MeetingOpened' || entryType === 'MeetingClosed'

/** Every meeting of which a count was not what the book says, or was not when it was made. */
export const shortagesOf = (
  book: FundBook,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): readonly Shortage[] => {
  const { currency } = charterOf(book, to)
  const isWithin = (on: LocalDate): boolean => on >= from && on <= to
  const booked = book.balances.filter(
    (row) => row.account === 'expense:cash-shortage' && !row.isClosing && isWithin(row.on),
  )
  const byCounts = book.cashPostings.filter(
    (row) => isOfCount(row.entryType) && row.currency === currency && isWithin(row.on),
  )
  const days = new Set([...booked, ...byCounts].map(({ on }) => on))
  return [...days]
    .toSorted()
    .map((on) => {
      const at = (rows: readonly { readonly on: LocalDate; readonly amount: number }[]): number =>
        total(rows.filter((row) => row.on === on).map(({ amount }) => amount))
      const keepers = keepersOf(book, on)
      const office = keepers.length > 0 ? keeping : undefined
      return { on, keepers, office, counted: 0 - at(byCounts), missing: at(booked) }
    })
    .filter(({ counted, missing }) => counted !== 0 || missing !== 0)
}

/** What was written down or taken back after a count of days that it had taken in: what the count showed stays. */
export const changedSinceCounted = (book: FundBook, asOf: LocalDate): Finding[] =>
  book.countChanges.flatMap(({ on, facts }) => {
    // In and out of one sum leave the count as it was, and are two lines all the same.
    const found = total(Object.values(facts).map((moved) => Math.abs(moved)))
    const about = { kind: 'meeting', number: on } as const
    return found === 0 || on > asOf
      ? []
      : [finding('difference-changed-later', on, about, { expected: 0, found })]
  })
