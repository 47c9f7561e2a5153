import { Decimal } from 'decimal.js'
import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, dayAfter, daysBetween } from '#domain/kernel/dates.ts'
import { type Currency, isRate } from '#domain/kernel/money.ts'
import type { Judged } from '#domain/fund/meeting/voting.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'
import { merged, transfer } from '#domain/ledger/posting.ts'
import { type SavingsLine, type SavingsState, heldOn } from '#domain/savings/account.ts'

/** What bears interest: the free savings alone, because shares have their part of the surplus, or all. */
export const bearers = ['free', 'all'] as const
type Bearer = (typeof bearers)[number]

type InterestRow = { readonly memberId: string; readonly amount: number }

/** A stretch of days with both ends, and a rate a year. */
export type InterestTerms = {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly ratePercent: string
  readonly bearer: Bearer
}

/** Interest on savings that was paid, by its entry. */
export type InterestHeld = {
  readonly entryId: EntryId
  readonly from: LocalDate
  readonly to: LocalDate
  readonly isTakenBack?: true
}
export type InterestState = Map<EntryId, InterestHeld>

const daysOfYear = 365

/** Savings x days over a stretch: the days are counted by what was saved at the end of each. */
const weightOf = (
  lines: readonly SavingsLine[],
  { from, to, bearer }: InterestTerms,
  cycleEnds: readonly LocalDate[],
): Decimal => {
  const changes = new Set([...lines.map(({ on }) => on), ...cycleEnds])
  const days = [from, ...[...changes].filter((on) => on > from && on <= to).toSorted()]
  return days.reduce((sum, day, i) => {
    const held = heldOn(lines, day, cycleEnds)
    const until = days[i + 1] ?? dayAfter(to)
    const bearing = Math.max(bearer === 'free' ? held.free : held.saved, 0)
    return sum.plus(new Decimal(bearing).times(daysBetween(day, until)))
  }, new Decimal(0))
}

/** What each member would get, by whole days of a year of 365, down to the charter's step. */
export const interestRows = (
  state: SavingsState,
  terms: InterestTerms,
  { step, cycleEnds }: { readonly step: number; readonly cycleEnds: readonly LocalDate[] },
): InterestRow[] =>
  [...state]
    .map(([memberId, lines]) => ({
      memberId,
      amount: weightOf(lines, terms, cycleEnds)
        .times(terms.ratePercent)
        .div(daysOfYear * 100)
        .div(step)
        .floor()
        .times(step)
        .toNumber(),
    }))
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))

/** What the loans brought a year, in per cent of what was owed on them in the mean of both ends. */
export const yieldPercent = (
  earned: number,
  { from, to }: Pick<InterestTerms, 'from' | 'to'>,
  owed: readonly [number, number],
): Decimal | undefined => {
  const mean = new Decimal(owed[0]).plus(owed[1]).div(2)
  if (mean.isZero()) return undefined
  return new Decimal(earned)
    .times(daysOfYear * 100)
    .div(mean)
    .div(daysBetween(from, to) + 1)
}

/** What interest is paid from, and what it would be. */
export type Earning = {
  readonly currency: Currency
  readonly earned: number
  /** Owed on all loans on the two ends of the stretch. */
  readonly owed: readonly [number, number]
  readonly rows: readonly InterestRow[]
  readonly paid: Iterable<InterestHeld>
  readonly vote: Judged
}

/** What a stretch and its rate cannot be, beside what each of them cannot be alone. */
export const interestFault = ({
  from,
  to,
  ratePercent,
  effectiveOn,
}: InterestTerms & Pick<Envelope, 'effectiveOn'>) => {
  if (to < from || to > effectiveOn) return invalid('days-cannot-hold', '/to')
  return isRate(ratePercent, 100) ? undefined : invalid('rate-unreadable', '/ratePercent')
}

/**
 * The meeting pays interest on savings, and two people sign. It is never more than borrowers paid on the
 * same days; where it costs a year more than the loans bring, the entry says so.
 */
export const payInterest = (
  { currency, earned, owed, rows, paid, vote }: Earning,
  { from, to, ratePercent, effectiveOn: on }: InterestTerms & Pick<Envelope, 'effectiveOn'>,
) => {
  if (vote.is === 'invalid') return invalid(vote.code, vote.at)
  const total = rows.reduce((sum, { amount }) => sum + amount, 0)
  const isPaid = [...paid].some((one) => !one.isTakenBack && one.from <= to && one.to >= from)
  if (isPaid) return refused('interest-paid-already')
  if (total === 0) return refused('nothing-to-pay')
  if (total > earned) return refused('interest-above-earnings')
  if (vote.is === 'refused') return refused(vote.code)
  if (!vote.isCarried) return refused('vote-lost')
  const brought = yieldPercent(earned, { from, to }, owed)
  const isDear = brought === undefined || new Decimal(ratePercent).gt(brought)
  return recorded({
    total,
    earned,
    rows,
    flags: isDear ? (['savings-cost-above-yield'] as const) : [],
    postings: merged(
      rows.flatMap(({ memberId, amount }) =>
        transfer({
          from: `liability:savings:${memberId}`,
          to: 'expense:interest-paid',
          amount,
          currency,
          on,
        }),
      ),
    ),
  })
}
