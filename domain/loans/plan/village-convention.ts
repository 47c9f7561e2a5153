import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Fact, endPeriod, factsInOrder, opened } from '#domain/loans/account.ts'
import { type Due, inOrder } from '#domain/loans/plan/dues.ts'
import { type Loan, type WriteOff, carriedIn } from '#domain/loans/loan.ts'
import {
  type Split,
  changePlan,
  convert,
  draw,
  noteDefault,
  repay,
  writeOff,
} from '#domain/loans/taking-in.ts'

export type { Split } from '#domain/loans/taking-in.ts'

/** A loan's account after walking through its facts up to a day. Sums in smallest units. */
export type Walk = {
  readonly owed: number
  /** Interest counted and not yet paid; negative where the book took more than had fallen due. */
  readonly interestDue: number
  readonly interestCounted: number
  /** Each sum of interest that was counted, on its day. */
  readonly counted: readonly { readonly on: LocalDate; readonly amount: number }[]
  readonly splits: readonly Split[]
  readonly writtenOff: readonly WriteOff[]
  /** Principal that has been paid or written off. */
  readonly settled: number
  /** Every instalment, paid or ahead, as it falls due. */
  readonly dues: readonly Due[]
}

/**
 * The village convention (`docs/conventions/village.md`, Part 2): at the end of each period that is not put
 * off, principal that stood all of it bears its rate, principal repaid within it for its days, the sum
 * rounded once; unpaid interest never bears interest. Uncut, it tells what terms beyond fair lending would ask.
 */
export const walk = (
  loan: Loan,
  through: LocalDate,
  { isUncut = false }: { readonly isUncut?: boolean } = {},
): Walk => {
  const account = opened(loan, isUncut)
  const facts = factsInOrder(loan, through)
  const splits: Split[] = []
  const writtenOff: WriteOff[] = goneAtOrigin(loan)
  let next = 0
  const take = ({ kind, fact }: Fact): void => {
    if (kind === 'draw') draw(account, fact)
    else if (kind === 'change') changePlan(account, fact)
    else if (kind === 'conversion') convert(account, fact)
    else if (kind === 'repayment') splits.push(repay(loan, account, fact))
    else writtenOff.push(writeOff(loan, account, fact))
  }
  const takeIn = (isNow: (day: LocalDate) => boolean): void => {
    for (; next < facts.length && isNow(facts[next]!.fact.on); next += 1) take(facts[next]!)
  }
  const isFinished = (): boolean => next === facts.length && account.owed === 0
  while (!isFinished()) {
    takeIn((day) => day < account.period.on)
    const { period } = account
    if (period.on > through) break
    endPeriod(loan, account)
    takeIn((day) => day === period.on)
    noteDefault(account, period.on)
  }
  const { owed, lent, interestDue, interestCounted, counted } = account
  const dues = inOrder(account.dues).map(({ on, principal }) => ({ on, principal }))
  const settled = lent - owed
  return { owed, interestDue, interestCounted, counted, splits, writtenOff, settled, dues }
}

/** Old interest beyond half of the principal is no claim from the first day on. */
const goneAtOrigin = (loan: Loan): WriteOff[] => {
  const { beyondHalf } = carriedIn(loan)
  return beyondHalf === 0
    ? []
    : [{ id: 'carried-over', on: loan.origin.on, amount: beyondHalf, isGone: true }]
}

/** When the principal falls due after all that has happened, relief included. */
export const duesOf = (loan: Loan): readonly Due[] => walk(loan, lastFactOn(loan)).dues

/** The last day on which anything happened to the loan: books need no walk beyond it. */
export const lastFactOn = (loan: Loan): LocalDate =>
  [
    ...loan.repayments,
    ...loan.writeOffs,
    ...(loan.draws ?? []),
    ...(loan.planChanges ?? []),
    ...(loan.conversions ?? []),
  ].reduce((last, { on }) => (on > last ? on : last), loan.origin.on)
