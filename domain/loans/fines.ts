import { Decimal } from 'decimal.js'
import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { isAmount } from '#domain/kernel/money.ts'
import { legalCapOn } from '#domain/fund/law.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { type Posting, merged, transfer } from '#domain/ledger/posting.ts'
import type { Fine, Loan } from '#domain/loans/loan.ts'
import { type LoanStanding, standingOf, unpaidDues } from '#domain/loans/standing.ts'
import { walk } from '#domain/loans/village-convention.ts'

export type LateFinePaid = {
  readonly type: 'LateFinePaid'
  readonly v: 1
  readonly loanId: string
  readonly memberId: string
  readonly amount: number
  /** What of it the rules allow; the rest was never due and stands as the payer's savings. */
  readonly allowed: number
  readonly dueOn: LocalDate
  readonly flags: readonly 'fine-above-limit'[]
  readonly postings: readonly Posting[]
}
export type RecordLateFine = Envelope & {
  readonly type: 'RecordLateFine'
  readonly loanId: string
  readonly amount: number
}

/** DF 8: at most this at one meeting, and at most so much of the instalment in all. */
const aMeetingMax = 1_000
const ofInstalmentPercent = 5

/**
 * What all interest would come to at the cap, on the very balances that there were: fines have room up to
 * there and no further.
 */
const roomUnderCap = (loan: Loan, on: LocalDate): number => {
  const { yearlyPercent } = legalCapOn(loan.origin.on)
  const atCap = new Decimal(yearlyPercent).div(12).toDecimalPlaces(6, Decimal.ROUND_DOWN).toString()
  const { plan: _, ...terms } = loan.terms
  const capped = { ...terms, rateMonthlyPercent: atCap, interestStep: 1 }
  const room = walk({ ...loan, terms: capped }, on).interestCounted
  return room - walk(loan, on).interestCounted - sumOf(loan.fines ?? [])
}

const sumOf = (fines: readonly Fine[]): number => fines.reduce((sum, { amount }) => sum + amount, 0)

/** What a late fine may come to, and the day of the instalment that it is for. */
export type FineAllowed = { readonly dueOn: LocalDate; readonly most: number }

/** What a late fine may come to on a day, and for which instalment; nothing in relief, or where none is late. */
const allowedFine = (loan: Loan, standing: LoanStanding, on: LocalDate): FineAllowed => {
  const late = unpaidDues(standing.dues, standing.settled).find((due) => due.on < on)
  if (!late || standing.daysPastDue <= 0 || standing.isUnderRelief) return { dueOn: on, most: 0 }
  const fines = loan.fines ?? []
  const whole = standing.dues.find((due) => due.on === late.on)!.principal
  const ofInstalment = Math.floor((whole * ofInstalmentPercent) / 100)
  const most = Math.min(
    aMeetingMax - sumOf(fines.filter((fine) => fine.on === on)),
    ofInstalment - sumOf(fines.filter((fine) => fine.dueOn === late.on)),
    roomUnderCap(loan, on),
  )
  return { dueOn: late.on, most: Math.max(most, 0) }
}

/** The same before anything is paid; undefined before the loan was in these books. */
export const fineAllowedOn = (loan: Loan, on: LocalDate): FineAllowed | undefined => {
  const standing = standingOf(loan, on)
  return standing && allowedFine(loan, standing, on)
}

/** A fine that was paid for being late: to the social fund as far as the rules allow, else the payer's own. */
export const recordLateFine = (
  loan: Loan | undefined,
  command: RecordLateFine,
): Decision<LateFinePaid, never> => {
  const { loanId, amount, effectiveOn: on } = command
  const standing = loan && standingOf(loan, on)
  if (!loan || !standing) return invalid('loan-unknown', '/loanId')
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  const { dueOn, most } = allowedFine(loan, standing, on)
  const allowed = Math.min(amount, most)
  const { memberId } = loan
  const { currency } = loan.terms
  const into = (to: 'liability:social-fund' | `liability:savings:${string}`, sum: number) =>
    transfer({ from: to, to: 'asset:cash-box', amount: sum, currency, on })
  return recorded({
    type: 'LateFinePaid',
    v: 1,
    loanId,
    memberId,
    amount,
    allowed,
    dueOn,
    flags: allowed < amount ? ['fine-above-limit'] : [],
    postings: merged([
      ...into('liability:social-fund', allowed),
      ...into(`liability:savings:${memberId}`, amount - allowed),
    ]),
  })
}
