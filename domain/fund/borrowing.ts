import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import { type Currency, isAmount, isAmountOrNought, isRate } from '#domain/kernel/money.ts'
import { type CashPlace, accountOfPlace, cashPlaces } from '#domain/fund/bank.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'
import { type Posting, transfer } from '#domain/ledger/posting.ts'

/** What kind of lender the fund owes: names stay in its papers. */
export const outsideLenders = ['bank', 'microfinance', 'ngo', 'other-fund', 'person'] as const
type OutsideLender = (typeof outsideLenders)[number]

/** What the fund has promised to pay on a day. */
type BorrowingDue = {
  readonly on: LocalDate
  readonly principal: number
  readonly interest: number
}

export type MoneyBorrowed = {
  readonly type: 'MoneyBorrowed'
  readonly v: 1
  readonly borrowingId: string
  readonly lender: OutsideLender
  readonly amount: number
  readonly ratePercent: string
  readonly schedule: readonly BorrowingDue[]
  readonly place: CashPlace
  readonly flags: readonly 'above-borrowing-limit'[]
  readonly postings: readonly Posting[]
}
export type BorrowingRepaid = {
  readonly type: 'BorrowingRepaid'
  readonly v: 1
  readonly borrowingId: string
  readonly principal: number
  readonly interest: number
  readonly place: CashPlace
  readonly flags: readonly 'more-than-borrowed'[]
  readonly postings: readonly Posting[]
}

export type RecordBorrowing = Envelope & {
  readonly type: 'RecordBorrowing'
  readonly borrowingId: string
  readonly lender: OutsideLender
  readonly amount: number
  /** A year, as the lender says it. */
  readonly ratePercent: string
  readonly schedule: readonly BorrowingDue[]
  readonly place: CashPlace
}
export type RecordBorrowingRepayment = Envelope & {
  readonly type: 'RecordBorrowingRepayment'
  readonly borrowingId: string
  readonly principal: number
  readonly interest: number
  readonly place: CashPlace
}

/** What the fund owes outside, as its facts say. */
export type Borrowing = Pick<
  MoneyBorrowed,
  'borrowingId' | 'lender' | 'amount' | 'ratePercent' | 'schedule'
> & {
  readonly on: LocalDate
  readonly repayments: readonly {
    readonly id: EntryId
    readonly on: LocalDate
    readonly principal: number
    readonly interest: number
  }[]
  /** Its beginning was reversed: it never was. */
  readonly isVoid?: true
}
export type Borrowings = Map<string, Borrowing>

/** What is still owed of a borrowing on a day. */
export const owedOutside = (
  { amount, on, repayments, isVoid }: Borrowing,
  day: LocalDate,
): number =>
  isVoid || on > day
    ? 0
    : repayments.reduce((owed, one) => (one.on <= day ? owed - one.principal : owed), amount)

const scheduleMax = 600

const isSchedule = ({ schedule, amount, effectiveOn }: RecordBorrowing): boolean =>
  schedule.length <= scheduleMax &&
  schedule.every(
    ({ on, principal, interest }, i) =>
      isLocalDate(on) &&
      on > (schedule[i - 1]?.on ?? effectiveOn) &&
      isAmountOrNought(principal) &&
      isAmountOrNought(interest),
  ) &&
  schedule.reduce((sum, { principal }) => sum + principal, 0) === amount

const borrowingFault = (
  command: RecordBorrowing,
): { readonly code: string; readonly at: string } | undefined => {
  const { borrowingId, lender, amount, ratePercent, place } = command
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(borrowingId))
    return { code: 'borrowing-not-a-code', at: '/borrowingId' }
  if (!outsideLenders.includes(lender)) return { code: 'lender-unknown', at: '/lender' }
  if (!isAmount(amount)) return { code: 'amount-not-whole', at: '/amount' }
  if (!isRate(ratePercent, 1000)) return { code: 'rate-unreadable', at: '/ratePercent' }
  if (!cashPlaces.includes(place)) return { code: 'word-unknown', at: '/place' }
  return isSchedule(command) ? undefined : { code: 'schedule-cannot-hold', at: '/schedule' }
}

type Owing = {
  readonly borrowings: ReadonlyMap<string, Borrowing>
  readonly currency: Currency
  /** The most that may be owed outside, by the charter and what the fund is worth on the day. */
  readonly limit: number
}

/** Money that came from outside: a fact, flagged where the fund owes more than its charter lets it. */
export const recordBorrowing = (
  { borrowings, currency, limit }: Owing,
  command: RecordBorrowing,
): Decision<MoneyBorrowed, never> => {
  const fault = borrowingFault(command)
  if (fault) return invalid(fault.code, fault.at)
  const { borrowingId, lender, amount, ratePercent, schedule, place, effectiveOn: on } = command
  const known = borrowings.get(borrowingId)
  if (known && !known.isVoid) return invalid('borrowing-already-there', '/borrowingId')
  const owed = [...borrowings.values()].reduce((sum, one) => sum + owedOutside(one, on), amount)
  return recorded({
    type: 'MoneyBorrowed',
    v: 1,
    borrowingId,
    lender,
    amount,
    ratePercent,
    schedule,
    place,
    flags: owed > limit ? (['above-borrowing-limit'] as const) : [],
    postings: transfer({
      from: `liability:borrowing:${borrowingId}`,
      to: accountOfPlace(place),
      amount,
      currency,
      on,
    }),
  })
}

/** Money that went back to a lender, with the interest that it cost. */
export const recordBorrowingRepayment = (
  { borrowings, currency }: Omit<Owing, 'limit'>,
  command: RecordBorrowingRepayment,
): Decision<BorrowingRepaid, never> => {
  const { borrowingId, principal, interest, place, effectiveOn: on } = command
  const borrowing = borrowings.get(borrowingId)
  if (!borrowing || borrowing.isVoid) return invalid('borrowing-unknown', '/borrowingId')
  if (!isAmountOrNought(principal)) return invalid('amount-not-whole', '/principal')
  if (!isAmountOrNought(interest) || !isAmount(principal + interest))
    return invalid('amount-not-whole', '/interest')
  if (!cashPlaces.includes(place)) return invalid('word-unknown', '/place')
  const out = (to: Posting['account'], amount: number): Posting[] =>
    transfer({ from: accountOfPlace(place), to, amount, currency, on })
  const isTooMuch = principal > owedOutside(borrowing, on)
  return recorded({
    type: 'BorrowingRepaid',
    v: 1,
    borrowingId,
    principal,
    interest,
    place,
    flags: isTooMuch ? (['more-than-borrowed'] as const) : [],
    postings: [
      ...out(`liability:borrowing:${borrowingId}`, principal),
      ...out('expense:interest-paid', interest),
    ],
  })
}
