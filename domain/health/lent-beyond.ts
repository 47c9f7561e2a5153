import { postedOf } from '#domain/ledger/balance-list.ts'
import { inBlocks } from '#domain/kernel/blocks.ts'
import { type LocalDate, later } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { type Charter, charterOn } from '#domain/fund/charter/charter.ts'
import { type FundBook, charterOf, standingFlags, total } from '#domain/health/book.ts'
import { type Finding, finding } from '#domain/health/finding.ts'
import { reserveOn } from '#domain/health/lendable.ts'
import { ofEachDay } from '#domain/ledger/each-day.ts'
import { boxDaysOf } from '#domain/ledger/box-list.ts'
import type { FlagRow, SettledRow } from '#domain/ledger/rows.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { cashOnDay } from '#domain/savings/books.ts'
import type { CashAtHand } from '#domain/savings/queue.ts'

type Beyond = {
  readonly code: 'restricted-money-lent' | 'lent-beyond-lendable'
  readonly found: number
  readonly expected: number
}

/** What a day on which a loan went out leaves less than is not lent; undefined where all of that is there. */
export const beyondOn = (
  { cash, earmarked, savings }: CashAtHand,
  charter: Charter,
  on: LocalDate,
): Beyond | undefined => {
  if (cash < earmarked) return { code: 'restricted-money-lent', found: cash, expected: earmarked }
  const expected = earmarked + reserveOn(charter, savings, on).mustStay
  return cash < expected ? { code: 'lent-beyond-lendable', found: cash, expected } : undefined
}

/** The days on which money of a loan left the box. */
const daysOut = ({ origin, draws = [] }: Loan): readonly LocalDate[] =>
  origin.kind === 'paid-out' ? [...new Set([origin.on, ...draws.map(({ on }) => on)])] : []

const cashOn = ({ balances }: FundBook, day: LocalDate): CashAtHand =>
  cashOnDay(postedOf(balances), day)

type Out = { readonly number: string; readonly on: LocalDate }
type Charters = FundBook['fund']['charters']

const outOf = inBlocks((loans: readonly Loan[]): readonly Out[] =>
  loans.flatMap((loan) => daysOut(loan).map((on) => ({ number: loan.number, on }))),
)

const keptBeyond = ofEachDay((balances, on, charters: Charters) =>
  beyondOn(cashOnDay(postedOf(balances), on), charterOn(charters, on).charter, on),
)

type ByYear = {
  readonly years: ReadonlyMap<string, readonly Out[]>
  /** Of each year the last day on which anything went out. */
  readonly lastDays: readonly LocalDate[]
  readonly charters: Charters
}

const outByYear = whileSame((loans: readonly Loan[], charters: Charters): ByYear => {
  const years = Map.groupBy(outOf(loans), ({ on }) => on.slice(0, 4))
  const lastDays = [...years.values()].map((out) => out.map(({ on }) => on).reduce(later))
  return { years, lastDays, charters }
})

/** What is found of a year hangs on balances through its last day: most years of an old book stay as they are. */
const foundInYear = ofEachDay((balances, last, { years, charters }: ByYear) =>
  years.get(last.slice(0, 4))!.flatMap(({ number, on }) => {
    const beyond = keptBeyond(balances, on, charters)
    return beyond ? [finding(beyond.code, on, { kind: 'loan', number }, beyond)] : []
  }),
)

/**
 * Loans that went out of money that is not lent, by the days alone: the same whichever was written down first, taken back
 * or written once more.
 */
export const lentBeyond = ({ balances, loans, fund }: FundBook, asOf: LocalDate): Finding[] => {
  const out = outByYear(loans, fund.charters)
  return out.lastDays
    .flatMap((last) => foundInYear(balances, last, out))
    .filter(({ on }) => on <= asOf)
}

const afterALoan = whileSame(
  (flags: readonly FlagRow[]) =>
    new Set(flags.flatMap((row) => (row.flag === 'after-a-loan' ? [row.seq] : []))),
)

/** What was posted to the box after an entry, to days through another: of each day the last line tells whether there is any. */
const writtenAfter = (
  { cashPostings }: FundBook,
  { seq, through }: { readonly seq: number; readonly through: LocalDate },
): readonly SettledRow[] => {
  const { byDay, onAnother } = boxDaysOf(cashPostings)
  const late = [...byDay].filter(([day, rows]) => day <= through && rows.at(-1)!.seq > seq)
  return [
    ...late.flatMap(([, rows]) => rows.filter(({ on, effectiveOn }) => on === effectiveOn)),
    ...onAnother,
  ]
}

/**
 * Whether a loan was only typed before other money of its own day: without all that was written later of days before it,
 * its day leaves enough. Money of earlier days that comes to the book afterwards excuses nothing, nor what is written of its own
 * day on a later one.
 */
const isTypedFirst = (
  book: FundBook,
  { code, seq, on }: Finding,
  { cash, earmarked, savings }: CashAtHand,
): boolean => {
  const after = afterALoan(standingFlags(book))
  const isEarmarked = code === 'restricted-money-lent'
  const kept = isEarmarked ? 0 : reserveOn(charterOf(book, on), savings, on).mustStay
  const isLate = ({ seq: at, on: day }: SettledRow): boolean =>
    at > seq! && (day < on || (day === on && after.has(at)))
  // Between bank and box nothing comes that was not there.
  const late = writtenAfter(book, { seq: seq!, through: on }).filter(
    (row) => row.amount > 0 && row.entryType !== 'TransferRecorded' && isLate(row),
  )
  return cash - total(late.map(({ amount }) => amount)) >= earmarked + kept
}

/** The graver one last. */
const codes: readonly string[] = ['lent-beyond-lendable', 'restricted-money-lent']

/** Whether a finding is of money that is not lent. */
export const isLentBeyond = ({ code }: Finding): boolean => codes.includes(code)

/** Found when it was written, and by the days: each loan and day once, by the graver of the two. What was found stays. */
export const withLentBeyond = (
  book: FundBook,
  written: readonly Finding[],
  byDays: readonly Finding[],
): Finding[] => {
  const place = ({ on, subject: { number } }: Finding): string => `${on} ${number}`
  const graver = (one: Finding, other: Finding | undefined): Finding =>
    other !== undefined && codes.indexOf(other.code) > codes.indexOf(one.code) ? other : one
  const each = new Map<string, Finding>()
  const seen = written.filter((one) => !isTypedFirst(book, one, cashOn(book, one.on)))
  // Of two that are as grave the one by the days tells the sums.
  for (const one of [...byDays, ...seen])
    each.set(place(one), graver(each.get(place(one)) ?? one, one))
  return [...each.values()]
}
