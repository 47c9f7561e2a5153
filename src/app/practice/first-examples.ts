import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { PlanRow } from '#domain/loans/plan/plan-rows.ts'
import { quoteOf } from '#domain/loans/plan/quote.ts'
import { scheduleOf } from '#domain/loans/plan/scheduled.ts'

/** What the examples of the first page go by: the fund's charter, and the day of its next meeting. */
export type ExampleGround = { readonly charter: Charter; readonly nextMeeting: LocalDate }

/** A loan as somebody might ask for it. */
type ExampleLoan = { readonly amount: number; readonly months: number }

export const amountBounds = { min: 10_000, max: 5_000_000, first: 500_000 } as const
export const monthsBounds = { min: 1, max: 24, first: 10 } as const
const moneylenderMonthlyPercent = 10

/** What a loan costs here when it is paid out at the next meeting, and at a moneylender's. */
export const costOf = (
  { charter, nextMeeting }: ExampleGround,
  { amount, months }: ExampleLoan,
): { readonly here: number; readonly there: number } => ({
  here: quoteOf(
    charter,
    { principal: amount, months, product: 'normal', paidOutOn: nextMeeting },
    undefined,
  ).interest,
  there: (amount * moneylenderMonthlyPercent * months) / 100,
})

export type FloodSide = {
  readonly next: LocalDate
  readonly last: LocalDate
  readonly left: number
  readonly interestInWindow: number
  readonly interest: number
}

export type FloodExample = {
  readonly principal: number
  readonly part: number
  readonly before: FloodSide
  readonly after: FloodSide
}

/** A loan that the flood meets in the middle: paid for three months, then put off for three. */
export const floodExample = ({ charter, nextMeeting }: ExampleGround): FloodExample => {
  const { meetingDay } = charter
  const meeting = (months: number): LocalDate => monthlyDay(nextMeeting, months, meetingDay)
  const window = { from: nextMeeting, to: meeting(2) }
  const principal = amountBounds.first
  const loan: Loan = {
    loanId: 'example',
    number: 'example',
    memberId: 'example',
    terms: {
      convention: 'village',
      conventionVersion: 1,
      product: 'normal',
      currency: charter.currency,
      principal,
      months: monthsBounds.first,
      rateMonthlyPercent: charter.rateMonthlyPercent.normal,
      interestStep: charter.interestStep,
      instalmentStep: charter.instalmentStep,
      firstDueOn: meeting(-3),
      dueDay: meetingDay,
      charterVersion: 1,
    },
    origin: { kind: 'paid-out', on: meeting(-4) },
    repayments: [],
    deferrals: [],
    writeOffs: [],
  }
  const deferral = { ...window, eventId: 'example', declaredOn: nextMeeting }
  const side = (rows: readonly PlanRow[]): FloodSide => {
    const left = rows.filter(({ dueOn }) => dueOn >= nextMeeting)
    const inside = left.filter(({ dueOn }) => dueOn <= window.to)
    return {
      next: left[0]!.dueOn,
      last: left.at(-1)!.dueOn,
      left: left.length,
      interestInWindow: inside.reduce((sum, { interest }) => sum + interest, 0),
      interest: rows.reduce((sum, { interest }) => sum + interest, 0),
    }
  }
  const before = scheduleOf(loan)
  return {
    principal,
    part: before[0]!.principal,
    before: side(before),
    after: side(scheduleOf({ ...loan, deferrals: [deferral] })),
  }
}

const whole = (part: number, income: number): number => Math.round((part * 100) / income)

/** She asks for more than she can bear: the burden, and the buy-out that lowers it. */
export const burdenExample = (ground: ExampleGround) => {
  const income = 600_000
  const pays = 390_000
  const debt = 1_500_000
  const months = 24
  const debtInterest = (debt * moneylenderMonthlyPercent) / 100
  const firstOf = (principal: number, over: number): number =>
    quoteOf(
      ground.charter,
      { principal, months: over, product: 'normal', paidOutOn: ground.nextMeeting },
      undefined,
    ).rows[0]!.total
  const asked = firstOf(amountBounds.first, monthsBounds.first)
  return {
    income,
    pays,
    sharePays: whole(pays, income),
    asked: amountBounds.first,
    shareAsked: whole(pays + asked, income),
    debt,
    debtInterest,
    months,
    paysAfter: pays - debtInterest + firstOf(debt, months),
    paysAtEnd: pays - debtInterest,
  }
}
