import { boxDaysOf } from '#domain/ledger/box-list.ts'
import { balancesOf } from '#domain/ledger/balance-list.ts'
import { type LocalDate, earlier } from '#domain/kernel/dates.ts'
import { inBlocks } from '#domain/kernel/blocks.ts'
import { keptWhileSame, whileSame } from '#domain/kernel/kept.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import { keepersOn, keeping } from '#domain/fund/people/keepers.ts'
import type { Member } from '#domain/fund/people/members.ts'
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

const cardsOf = (members: readonly Member[]): readonly string[] =>
  members.map(({ card }) => card).toSorted()

const keepersByDay = whileSame(
  (_members: readonly Member[]) => new Map<LocalDate, readonly string[]>(),
)

const keepersNow = (members: readonly Member[], day: LocalDate): readonly string[] => {
  const days = keepersByDay(members)
  const keepers = days.get(day) ?? cardsOf(keepersOn(members, day))
  days.set(day, keepers)
  return keepers
}

const meetingsByDay = whileSame(
  (meetings: readonly Meeting[]) => new Map(meetings.map((one) => [one.heldOn, one])),
)

/** Who answers for a day by what the book says now, and by what it said when the box was first counted. */
const keepersOf = ({ members, meetings }: FundBook, day: LocalDate) => {
  const now = keepersNow(members, day)
  const kept = meetingsByDay(meetings).get(day)?.keepers
  return {
    now,
    counted: kept ? cardsOf(members.filter(({ memberId }) => kept.includes(memberId))) : now,
  }
}

type Row = { readonly on: LocalDate; readonly amount: number }

const sumsByDay = (rows: readonly Row[]): ReadonlyMap<LocalDate, number> => {
  const sums = new Map<LocalDate, number>()
  for (const { on, amount } of rows) sums.set(on, (sums.get(on) ?? 0) + amount)
  return sums
}

/** The most that any count of a day was short of, each beside the one before it; what is found short once more is no more. */
const mostByDay = (rows: readonly Row[]): ReadonlyMap<LocalDate, number> => {
  const [sums, most] = [new Map<LocalDate, number>(), new Map<LocalDate, number>()]
  for (const { on, amount } of rows) {
    const sum = (sums.get(on) ?? 0) + amount
    sums.set(on, sum)
    most.set(on, Math.max(most.get(on) ?? 0, sum))
  }
  return most
}

/**
 * Every meeting of which a count was not what the book says, or was not when it was made. What one count of a day was short of
 * and another one had too much are two rows: the second count takes nothing away from the first.
 */
export const shortagesOf = (
  book: FundBook,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): readonly Shortage[] => {
  const { currency } = charterOf(book, to)
  const isWithin = (on: LocalDate): boolean => on >= from && on <= to
  const booked = balancesOf(book.balances, 'expense:cash-shortage').filter(
    (row) => !row.isClosing && isWithin(row.on),
  )
  const ofCounts = boxDaysOf(book.cashPostings).apart.filter(
    (row) => row.entryType !== 'FundFounded' && row.currency === currency && isWithin(row.on),
  )
  // A count of an earlier day that is written later takes out here what it posts there: this one showed what it showed.
  const firstOn = new Map<number, LocalDate>()
  for (const { seq, on } of ofCounts) firstOn.set(seq, earlier(on, firstOn.get(seq) ?? on))
  const shown = ofCounts
    .filter(({ seq, on }) => firstOn.get(seq) === on)
    .map(({ on, amount }) => ({ on, amount: 0 - amount }))
  const short = mostByDay(shown)
  const over = mostByDay(shown.map(({ on, amount }) => ({ on, amount: 0 - amount })))
  const all = sumsByDay(shown)
  const left = sumsByDay(booked)
  return [...new Set([...left.keys(), ...short.keys(), ...over.keys()])]
    .toSorted()
    .flatMap((on) => {
      const keepers = keepersOf(book, on).counted
      const office = keepers.length > 0 ? keeping : undefined
      const whose = { on, keepers, office }
      const missing = left.get(on) ?? 0
      const less = short.get(on) ?? 0
      // A count that finds again what one before it was short of says otherwise than that one.
      const more = Math.min(0 - (over.get(on) ?? 0), (all.get(on) ?? 0) - less)
      // What is left stands with the counts that say the same, where there are any.
      const isLess = more === 0 || (less !== 0 && missing >= 0)
      return [
        { ...whose, counted: less, missing: isLess ? missing : 0 },
        { ...whose, counted: more, missing: isLess ? 0 : missing },
      ]
    })
    .filter(({ counted, missing }) => counted !== 0 || missing !== 0)
}

/** What was written down or taken back after a count of days that it had taken in: what the count showed stays. */
export const changedSinceCounted = (book: FundBook, asOf: LocalDate): readonly Finding[] =>
  changedBy(book.countChanges, asOf)

const changedBy = inBlocks((changes: FundBook['countChanges'], asOf: LocalDate): Finding[] =>
  changes.flatMap(({ on, facts }) => {
    // In and out of one sum leave the count as it was, and are two lines all the same.
    const found = total(Object.values(facts).map((moved) => Math.abs(moved)))
    const about = { kind: 'meeting', number: on } as const
    return found === 0 || on > asOf
      ? []
      : [finding('difference-changed-later', on, about, { expected: 0, found })]
  }),
)

const keptByOthers = keptWhileSame<readonly Member[], readonly Finding[]>()

/** Whoever kept the box when it was found short stays who answers for it: that the book names others since is one more. */
export const keepersChangedLater = (book: FundBook, asOf: LocalDate): readonly Finding[] => {
  const { members, meetings, fund } = book
  const booked = balancesOf(book.balances, 'expense:cash-shortage')
  const counts = boxDaysOf(book.cashPostings).apart
  return keptByOthers(members, [meetings, fund, booked, counts, asOf], () => {
    const short = shortagesOf(book, { from: fund.openedOn, to: asOf }).map(({ on }) => on)
    return [...new Set(short)].flatMap((on) => {
      const { now, counted } = keepersOf(book, on)
      return now.join(' ') === counted.join(' ')
        ? []
        : [finding('keeper-changed-later', on, { kind: 'meeting', number: on })]
    })
  })
}
