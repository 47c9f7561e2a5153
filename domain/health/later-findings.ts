import { postedOf } from '#domain/ledger/balance-list.ts'
import { type LocalDate, dayBefore } from '#domain/kernel/dates.ts'
import { type FundBook, total } from '#domain/health/book.ts'
import type { FlagsOf } from '#domain/health/flags-of.ts'
import { type Running, courseOf } from '#domain/ledger/running.ts'
import { type Finding, type FindingCode, finding } from '#domain/health/finding.ts'
import { type Loan, type Repayment, type WriteOff, loanAsOf } from '#domain/loans/loan.ts'
import { walk } from '#domain/loans/plan/village-convention.ts'
import { standingOf } from '#domain/loans/standing.ts'

const aboutLoan = ({ number }: Loan) => ({ kind: 'loan', number }) as const

/** Loans on which more was paid than was owed, as they stand. */
const overpaid = (loan: Loan, asOf: LocalDate): Finding[] => {
  const first = standingOf(loan, asOf)?.splits.find(({ excess }) => excess > 0)
  return first ? [finding('loan-overpaid', first.on, aboutLoan(loan))] : []
}

/** Parts of loans that were paid back on a day before them, also where that was written down after the part. */
const partsOfNothing = (loan: Loan, asOf: LocalDate): Finding[] => {
  const { draws = [] } = loan
  const first = draws.find(({ id, on }) => {
    const before = { ...loan, draws: draws.filter((one) => one.id !== id) }
    return on <= asOf && standingOf(before, dayBefore(on))?.owed === 0
  })
  return first ? [finding('lent-without-decision', first.on, aboutLoan(loan))] : []
}

/** The first day at whose end something was owed to the fund that was never saved. */
const belowZeroOn = new WeakMap<Running, LocalDate | null>()

const firstBelowZero = (line: Running): LocalDate | undefined => {
  const known = belowZeroOn.get(line)
  if (known !== undefined) return known ?? undefined
  const { days, sums } = courseOf(line)
  const first = days[sums.findIndex((sum) => sum > 0)]
  belowZeroOn.set(line, first ?? null)
  return first
}

/** Members whose savings were below zero at the end of a day, where no entry was flagged with it when it was written. */
export const belowZero = (book: FundBook, flagsOf: FlagsOf): Finding[] => {
  const { accounts } = postedOf(book.balances)
  return book.members.flatMap(({ memberId, card }) => {
    const line = accounts.get(`liability:savings:${memberId}`)
    const first = line && firstBelowZero(line)
    return first === undefined || flagsOf(`member:${memberId}`).includes('more-than-saved')
      ? []
      : [finding('more-than-saved', first, { kind: 'member', number: card })]
  })
}

/** What no entry of a loan was flagged with when it was written, because another one of an earlier day came after it. */
export const laterOf = (loan: Loan, asOf: LocalDate, flags: readonly string[]): Finding[] => [
  ...(flags.includes('overpaid') ? [] : overpaid(loan, asOf)),
  ...(flags.includes('without-decision') ? [] : partsOfNothing(loan, asOf)),
]

/** Sums that are split otherwise than the rule splits them, by all that was so on their days. */
const splitOtherwise = (loan: Loan, asOf: LocalDate): readonly Repayment[] => {
  // Relief alone reaches back: a window that is declared later says nothing of what was paid before.
  if (loan.repayments.every(({ written }) => !written)) return []
  const isReached = loan.deferrals.length > 0
  const whole = isReached ? [] : walk(loan, asOf).splits
  return loan.repayments.filter(({ id, on, written }) => {
    if (!written || on > asOf) return false
    const splits = isReached ? walk(loanAsOf(loan, on), on).splits : whole
    const { ruled } = splits.find((split) => split.id === id)!
    return written.interest !== ruled.interest || written.principal !== ruled.principal
  })
}

/** What was given up on a day on which something else was owed. */
const givenUpOtherwise = (loan: Loan, asOf: LocalDate): readonly WriteOff[] => {
  const sum = (those: readonly WriteOff[]): number => total(those.map(({ amount }) => amount))
  return loan.writeOffs.filter(({ on }) => {
    if (on > asOf) return false
    const ofDay = loan.writeOffs.filter((one) => one.on === on)
    const ids = new Set(ofDay.map(({ id }) => id))
    const { owed, writtenOff } = walk(loanAsOf(loan, on), on)
    return owed !== 0 || sum(writtenOff.filter(({ id }) => ids.has(id))) !== sum(ofDay)
  })
}

/** Sums of a loan that differ by the days, whatever was seen when they were written. */
export const byDaysOf = (loan: Loan, asOf: LocalDate): Finding[] => {
  const first = (code: FindingCode, [fact]: readonly { readonly on: LocalDate }[]): Finding[] =>
    fact ? [finding(code, fact.on, aboutLoan(loan))] : []
  return [
    ...first('split-differs', splitOtherwise(loan, asOf)),
    ...first('write-off-differs-from-owed', givenUpOtherwise(loan, asOf)),
  ]
}

const codesByDays: readonly FindingCode[] = ['split-differs', 'write-off-differs-from-owed']

/** Whether a finding is of a sum that differs by the days. */
export const isByDays = ({ code }: Finding): boolean => codesByDays.includes(code)

/**
 * What is seen of such a sum when it is written hangs on what else of its day stands in the book by then. By the days it is so or
 * it is not, in every order of writing; where an entry of the loan was flagged with it, that one tells.
 */
export const withByDays = (written: readonly Finding[], found: readonly Finding[]): Finding[] => {
  const place = ({ code, subject }: Finding): string => `${code} ${subject.number}`
  const [so, told] = [found, written].map((those) => new Set(those.map(place)))
  return [
    ...written.filter((one) => so!.has(place(one))),
    ...found.filter((one) => !told!.has(place(one))),
  ]
}
