import { Decimal } from 'decimal.js'
import { type LocalDate, daysBetween, monthlyDay, monthsBetween } from '#domain/kernel/dates.ts'
import { roundDown } from '#domain/kernel/money.ts'
import { type Charter, charterFault } from '#domain/fund/charter.ts'
import { legalCapOn } from '#domain/fund/law.ts'
import { type CeilingInputs, ceilingFor } from '#domain/loans/ceiling.ts'
import {
  type Flow,
  costPer100000,
  effectiveYearlyPercent,
  nominalYearlyPercent,
} from '#domain/loans/cost.ts'
import type { Loan, LoanTerms } from '#domain/loans/loan.ts'
import { dueDayOf, dues, firstDueAfter } from '#domain/loans/schedule.ts'
import { monthDays, walk } from '#domain/loans/village-convention.ts'

/** What is asked: a loan on paper. `flat` and fees are for comparing an outside offer with ours. */
export type QuoteAsked = {
  readonly principal: number
  readonly months: number
  readonly product: LoanTerms['product']
  readonly paidOutOn: LocalDate
  readonly firstDueOn?: LocalDate
  readonly rateMonthlyPercent?: string
  readonly method?: 'declining' | 'flat'
  /** Taken from the borrower on the day of the loan. */
  readonly fee?: number
  /** Money that must be left because of this loan and comes back with the last instalment. */
  readonly deposit?: number
}

export type QuoteRow = {
  readonly n: number
  readonly dueOn: LocalDate
  readonly principal: number
  readonly interest: number
  readonly total: number
  readonly balance: number
}

export type Quote = {
  readonly rows: readonly QuoteRow[]
  readonly principal: number
  readonly interest: number
  readonly fee: number
  readonly totalToRepay: number
  readonly costPer100000: number
  readonly nominalYearlyPercent: string | null
  readonly effectiveYearlyPercent: string | null
  readonly verdict: {
    readonly cost: 'within-cap' | 'above-cap' | 'flat-rate-not-lent'
    readonly capYearlyPercent: string
    readonly charges: 'within-half-of-principal' | 'above-half-of-principal'
    readonly ceiling: 'within' | 'above' | 'not judged'
  }
}

const loanOf = (charter: Charter, asked: QuoteAsked): Loan => {
  const { principal, months, product, paidOutOn } = asked
  const firstDueOn = asked.firstDueOn ?? firstDueAfter(paidOutOn, charter.meetingDay)
  const terms: LoanTerms = {
    convention: 'village',
    conventionVersion: 1,
    product,
    currency: charter.currency,
    principal,
    months,
    rateMonthlyPercent: asked.rateMonthlyPercent ?? charter.rateMonthlyPercent[product],
    interestStep: charter.interestStep,
    instalmentStep: charter.instalmentStep,
    firstDueOn,
    dueDay: dueDayOf(firstDueOn, charter.meetingDay),
    charterVersion: 1,
  }
  const origin = { kind: 'paid-out', on: paidOutOn } as const
  return {
    loanId: 'quote',
    number: 'quote',
    memberId: 'quote',
    terms,
    origin,
    repayments: [],
    deferrals: [],
    writeOffs: [],
  }
}

/** The schedule of a loan that is paid on every due date, computed by the convention itself. */
export const scheduleOf = (loan: Loan): QuoteRow[] => {
  let paying = loan
  let balance = loan.terms.principal
  return dues(loan).map(({ on, principal }, i) => {
    const { interestDue } = walk(paying, on)
    const amount = principal + interestDue
    paying = {
      ...paying,
      repayments: [...paying.repayments, { id: String(i).padStart(4, '0'), on, amount }],
    }
    balance -= principal
    return { n: i + 1, dueOn: on, principal, interest: interestDue, total: amount, balance }
  })
}

/** A flat rate asks interest on the whole principal every month; only ever quoted, never lent. */
const flatRows = (loan: Loan): QuoteRow[] => {
  const { principal, rateMonthlyPercent, months, interestStep } = loan.terms
  const rows = dues(loan)
  const interest = roundDown(
    new Decimal(principal)
      .times(months)
      .times(rateMonthlyPercent)
      .div(rows.length * 100),
    interestStep,
  )
  let balance = principal
  return rows.map(({ on, principal: part }, i) => {
    balance -= part
    return { n: i + 1, dueOn: on, principal: part, interest, total: part + interest, balance }
  })
}

/** How many months lie between payout and a due date: a short first one is an odd part of a month. */
const monthsTo = (loan: Loan, dueOn: LocalDate): Pick<Flow, 'months' | 'oddMonth'> => {
  const { firstDueOn, dueDay } = loan.terms
  const isShort = loan.origin.on > monthlyDay(firstDueOn, -1, dueDay)
  const days = Math.min(daysBetween(loan.origin.on, firstDueOn), monthDays)
  const more = monthsBetween(firstDueOn, dueOn)
  return isShort
    ? { months: more, oddMonth: new Decimal(days).div(monthDays) }
    : { months: more + 1, oddMonth: 0 }
}

const flowsOf = (
  loan: Loan,
  rows: readonly QuoteRow[],
  { fee, deposit }: { readonly fee: number; readonly deposit: number },
): Flow[] => {
  const last = rows.length
  return [
    { on: loan.origin.on, months: 0, oddMonth: 0, amount: loan.terms.principal - fee - deposit },
    ...rows.map(({ dueOn, total, n }) => ({
      on: dueOn,
      ...monthsTo(loan, dueOn),
      amount: (n === last ? deposit : 0) - total,
    })),
  ]
}

/** Schedule, true cost and verdict. Without `ceiling` nobody's savings are looked at: "not judged". */
export const quoteOf = (
  charter: Charter,
  asked: QuoteAsked,
  ceiling: CeilingInputs | undefined,
): Quote => {
  const loan = loanOf(charter, asked)
  const { fee = 0, deposit = 0, method = 'declining', product, principal } = asked
  const rows = method === 'flat' ? flatRows(loan) : scheduleOf(loan)
  const interest = rows.reduce((sum, row) => sum + row.interest, 0)
  const flows = flowsOf(loan, rows, { fee, deposit })
  const nominal = nominalYearlyPercent(flows)
  const { yearlyPercent } = legalCapOn(asked.paidOutOn)
  const isWithin = nominal !== undefined && Number(nominal) <= Number(yearlyPercent)
  return {
    rows,
    principal,
    interest,
    fee,
    totalToRepay: principal + interest,
    costPer100000: costPer100000(interest + fee, principal),
    nominalYearlyPercent: nominal ?? null,
    effectiveYearlyPercent: effectiveYearlyPercent(flows) ?? null,
    verdict: {
      cost: method === 'flat' ? 'flat-rate-not-lent' : isWithin ? 'within-cap' : 'above-cap',
      capYearlyPercent: yearlyPercent,
      charges:
        (interest + fee) * 2 <= principal ? 'within-half-of-principal' : 'above-half-of-principal',
      ceiling: ceiling
        ? principal <= ceilingFor(charter, { product, inputs: ceiling })
          ? 'within'
          : 'above'
        : 'not judged',
    },
  }
}

/** The first thing about a question that cannot hold, as a field name; undefined when all can. */
export const quoteFault = (
  charter: Charter,
  { principal, months, fee = 0, deposit = 0, paidOutOn, firstDueOn }: QuoteAsked,
): string | undefined => {
  if (charterFault(charter) !== undefined) return 'charter'
  if (!Number.isSafeInteger(principal) || principal <= 0) return 'principal'
  if (!Number.isSafeInteger(months) || months < 1 || months > 120) return 'months'
  if (fee < 0 || deposit < 0 || fee + deposit >= principal) return 'fee'
  return firstDueOn !== undefined && firstDueOn <= paidOutOn ? 'firstDueOn' : undefined
}
