import { Decimal } from 'decimal.js'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { cumulativeRows } from '#domain/conventions/cumulative.ts'
import { Figure, type Row, type Rounding } from '#domain/conventions/figures.ts'
import { periodRateRows } from '#domain/conventions/period-rate.ts'
import type { DayCount } from '#domain/conventions/rate-factor.ts'
import { rateFactorRows } from '#domain/conventions/rate-factor-schedule.ts'
import { roundedUpPlan } from '#domain/conventions/rounded-up-annuity.ts'
import { type Every, dueDays } from '#domain/loans/plan/due-days.ts'

/** Systems whose convention is known here; a book of any `other` one is taken in without a plan of its own. */
export const systems = ['fineract', 'fineract-progressive', 'opencbs', 'frappe', 'other'] as const
type LoanSystem = (typeof systems)[number]

export const ratePeriods = ['year', 'month', 'week', 'day', 'instalment'] as const
type RatePeriod = (typeof ratePeriods)[number]

/** Interest alone until the end is a declining rate on a principal that falls due with the last instalment. */
export const statedMethods = ['declining', 'flat', 'interest-only'] as const
type StatedMethod = (typeof statedMethods)[number]

/** A loan as another system's book tells it. Sums are smallest units of the fund's currency. */
export type StatedLoan = {
  readonly system: LoanSystem
  readonly principal: number
  readonly ratePercent: string
  readonly ratePer: RatePeriod
  readonly method: StatedMethod
  readonly parts: 'equal-instalments' | 'equal-principal'
  readonly interestBy: 'period' | 'day'
  readonly every: Every
  readonly disbursedOn: LocalDate
  readonly firstDueOn?: LocalDate | undefined
  readonly instalments: number
  /** Instalments at the start that carry no principal. */
  readonly graceOnPrincipal: number
  readonly rounding: Rounding
  /** What whole instalments are brought to, where that system does so. */
  readonly multiple?: number | undefined
  readonly dayCount: DayCount
  /** Smallest units in one unit of the currency: 100 for cents. */
  readonly unitsInOne: number
}

/** Why no plan can be computed. */
export const planReasons = ['convention-unknown', 'not-of-that-system', 'no-plan-holds'] as const
export type PlanReason = (typeof planReasons)[number]

const periodsAYear = { day: 365, week: 52, month: 12, year: 1 } as const
const unitOf = { days: 'day', weeks: 'week', months: 'month', years: 'year' } as const

/** So many of these periods a year, whatever their days: 12 months, 52 weeks, 365 days. */
const instalmentsAYear = ({ every }: StatedLoan): Decimal =>
  new Figure(periodsAYear[unitOf[every.unit]]).div(every.n)

const yearlyRate = (loan: StatedLoan): Decimal => {
  const rate = new Figure(loan.ratePercent)
  return loan.ratePer === 'instalment'
    ? rate.times(instalmentsAYear(loan))
    : rate.times(periodsAYear[loan.ratePer])
}

/** The yearly rate in per cent, as a decimal of at most 34 digits. */
export const yearlyPercent = (loan: StatedLoan): string => yearlyRate(loan).toString()

const graceOf = ({ method, instalments, graceOnPrincipal }: StatedLoan): number =>
  method === 'interest-only' ? instalments - 1 : graceOnPrincipal

const shared = (loan: StatedLoan) => ({
  money: { step: 1, rounding: loan.rounding },
  principal: loan.principal,
  method: loan.method === 'flat' ? ('flat' as const) : ('declining' as const),
  amortization: loan.parts,
  disbursedOn: loan.disbursedOn,
  instalments: loan.instalments,
  every: loan.every,
  firstDueOn: loan.firstDueOn,
  graceOnPrincipal: graceOf(loan),
})

const byCumulative = (loan: StatedLoan): readonly Row[] =>
  cumulativeRows({
    ...shared(loan),
    annualRatePercent: yearlyPercent(loan),
    interestPeriod: loan.interestBy === 'day' ? 'daily' : 'same-as-repayment',
    graceOnInterestPayment: 0,
    instalmentMultiple: loan.multiple,
  })

const byPeriodRate = (loan: StatedLoan): readonly Row[] =>
  periodRateRows({
    ...shared(loan),
    money: { step: loan.multiple ?? 1, rounding: loan.rounding },
    ratePerPeriodPercent:
      loan.ratePer === 'instalment'
        ? loan.ratePercent
        : yearlyRate(loan).div(instalmentsAYear(loan)).toString(),
    isInterestChargedInGrace: true,
    isFirstProRated: false,
    annuity: 'fixed',
    remainder: 'last',
  })

/** One price for all instalments, on what is left: that is all that the two annuity engines know. */
const isPlainAnnuity = ({ method, parts, graceOnPrincipal }: StatedLoan): boolean =>
  method === 'declining' && parts === 'equal-instalments' && graceOnPrincipal === 0

const byRateFactor = (loan: StatedLoan): readonly Row[] | PlanReason => {
  if (!isPlainAnnuity(loan)) return 'not-of-that-system'
  const { disbursedOn: start, firstDueOn, every, instalments: count, principal } = loan
  return rateFactorRows({
    money: { step: 1, rounding: loan.rounding },
    unitsInOne: loan.unitsInOne,
    annualRatePercent: yearlyPercent(loan),
    dayCount: loan.dayCount,
    every,
    precision: 12,
    instalmentMultiple: loan.multiple,
    start,
    dueOns: dueDays({ start, firstDueOn, every, count }),
    drawdowns: [{ on: start, amount: principal }],
    payments: [],
    rateChanges: [],
  })
}

/** Unrounded sums as whole units that add up to their rounded whole. */
const inUnits = (sums: readonly Decimal[], unitsInOne: number): number[] => {
  let exact = new Figure(0)
  let told = 0
  return sums.map((sum) => {
    exact = exact.plus(sum.times(unitsInOne))
    const whole = exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber() - told
    told += whole
    return whole
  })
}

const byRoundedUp = (loan: StatedLoan): readonly Row[] | PlanReason => {
  const { every, instalments, principal, unitsInOne, disbursedOn, firstDueOn } = loan
  const isMonthly = every.unit === 'months' && every.n === 1
  if (!isPlainAnnuity(loan) || !isMonthly) return 'not-of-that-system'
  const plan = roundedUpPlan({
    principal: new Figure(principal).div(unitsInOne),
    annualRatePercent: yearlyPercent(loan),
    instalments,
  })
  if (!plan) return 'no-plan-holds'
  const count = plan.rows.length
  const dueOns = dueDays({ start: disbursedOn, firstDueOn, every, count })
  const principals = inUnits(
    plan.rows.map((row) => row.principal),
    unitsInOne,
  )
  const interests = inUnits(
    plan.rows.map((row) => row.interest),
    unitsInOne,
  )
  return dueOns.map((dueOn, i) => ({
    n: i + 1,
    dueOn,
    principal: principals[i]!,
    interest: interests[i]!,
    fees: 0,
    penalties: 0,
  }))
}

const planOf = (loan: StatedLoan): readonly Row[] | PlanReason => {
  switch (loan.system) {
    case 'fineract':
      return byCumulative(loan)
    case 'opencbs':
      return byPeriodRate(loan)
    case 'fineract-progressive':
      return byRateFactor(loan)
    case 'frappe':
      return byRoundedUp(loan)
    case 'other':
      return 'convention-unknown'
  }
}

/** The plan of a loan by the convention of the system that its book comes from, or why there is none. */
export const planThere = (loan: StatedLoan): readonly Row[] | PlanReason => {
  const { firstDueOn, disbursedOn, instalments } = loan
  const isSound =
    instalments > 0 &&
    graceOf(loan) < instalments &&
    (firstDueOn === undefined || firstDueOn > disbursedOn)
  return isSound ? planOf(loan) : 'no-plan-holds'
}
