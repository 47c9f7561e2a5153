import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import {
  Figure,
  type MoneyRule,
  type Row,
  annuity,
  daysRate,
  percentPart,
  periodRate,
  rounded,
} from '#domain/conventions/figures.ts'
import { type Every, type WorkingDays, dueDays } from '#domain/loans/plan/due-days.ts'

/** A loan of the cumulative convention (`docs/conventions/cumulative.md`); sums in smallest units. */
export type CumulativeTerms = {
  readonly money: MoneyRule
  readonly principal: number
  readonly annualRatePercent: string
  readonly method: 'declining' | 'flat'
  readonly interestPeriod: 'same-as-repayment' | 'daily'
  readonly amortization: 'equal-instalments' | 'equal-principal'
  readonly disbursedOn: LocalDate
  readonly instalments: number
  readonly every: Every
  readonly firstDueOn?: LocalDate | undefined
  readonly graceOnPrincipal: number
  readonly graceOnInterestPayment: number
  /** Whole instalments are brought to a multiple of this. */
  readonly instalmentMultiple?: number | undefined
  readonly downPaymentPercent?: string | undefined
  readonly principalPercent?: string | undefined
  readonly workingDays?: WorkingDays | undefined
}

/** A run of rows: the whole plan, or what is left of it after a change. */
type Stretch = {
  readonly balance: number
  readonly from: LocalDate
  readonly dueOns: readonly LocalDate[]
  readonly graceOnPrincipal: number
  readonly graceOnInterestPayment: number
  /** Interest of rows before it whose payment still waits. */
  readonly waiting?: number
  /** Flat interest of each row; without it interest is counted on the balance. */
  readonly flatInterest?: readonly number[] | undefined
  /** Principal of the rows after the grace where it is known already. */
  readonly knownParts?: readonly number[] | undefined
}

/** To the multiple where there is one, the quotient half-even; else to the currency. */
const instalmentRounded = (
  amount: Figure | number,
  { money, instalmentMultiple }: CumulativeTerms,
): number =>
  rounded(
    amount,
    instalmentMultiple === undefined ? money : { step: instalmentMultiple, rounding: 'half-even' },
  )

const daysOfUnit = { days: 1, weeks: 7, months: 30, years: 365 } as const

/** The one instalment: by months of 30 days where interest is daily, by the period's rate else. */
export const equalInstalment = (terms: CumulativeTerms, balance: number, count: number): number => {
  const { annualRatePercent, every, interestPeriod } = terms
  const rate =
    interestPeriod === 'daily'
      ? daysRate(annualRatePercent, every.n * daysOfUnit[every.unit])
      : periodRate(annualRatePercent, every)
  return instalmentRounded(annuity(balance, rate, count), terms)
}

const decliningInterest = (
  { money, annualRatePercent, every, interestPeriod }: CumulativeTerms,
  balance: number,
  days: number,
): number => {
  const rate =
    interestPeriod === 'daily'
      ? daysRate(annualRatePercent, days)
      : periodRate(annualRatePercent, every)
  return rounded(rate.times(balance), money)
}

/** Equal rounded shares of the whole interest, the last with what is missing. */
export const flatShares = (terms: CumulativeTerms, count: number, days: number): number[] => {
  const { money, principal, annualRatePercent, every, interestPeriod } = terms
  const rate =
    interestPeriod === 'daily'
      ? daysRate(annualRatePercent, days)
      : periodRate(annualRatePercent, every).times(count)
  const whole = rate.times(principal)
  const share = rounded(whole.div(count), money)
  let left = rounded(whole, money)
  return Array.from({ length: count }, (_, i) => {
    const taken = i === count - 1 ? left : Math.min(share, left)
    left -= taken
    return taken
  })
}

/** How much principal a row asks for, before the last one takes what is left. */
const principalPart = (
  terms: CumulativeTerms,
  stretch: Stretch,
): ((interest: number, row: number) => number) => {
  const { money, principal, principalPercent, instalmentMultiple: multiple } = terms
  const { balance, flatInterest, dueOns, graceOnPrincipal, knownParts } = stretch
  if (knownParts) return (_, row) => knownParts[row - graceOnPrincipal]!
  const paying = dueOns.length - graceOnPrincipal
  if (principalPercent !== undefined) {
    const part = rounded(percentPart(principalPercent, principal), money)
    return () => part
  }
  if (flatInterest !== undefined && multiple !== undefined) {
    const share = instalmentRounded(new Figure(balance).div(paying), terms)
    return (interest) => share + instalmentRounded(interest, terms) - interest
  }
  if (flatInterest !== undefined || terms.amortization === 'equal-principal') {
    const part = rounded(new Figure(balance).div(paying), money)
    return () => part
  }
  const instalment = equalInstalment(terms, balance, paying)
  return (interest) => instalment - interest
}

/** Rows of a stretch; they end early where nothing is left to pay. */
export const stretchRows = (terms: CumulativeTerms, stretch: Stretch): Row[] => {
  const { dueOns, graceOnPrincipal, graceOnInterestPayment, flatInterest } = stretch
  const partOf = principalPart(terms, stretch)
  const rows: Row[] = []
  let balance = stretch.balance
  let from = stretch.from
  let deferred = stretch.waiting ?? 0
  for (const [i, dueOn] of dueOns.entries()) {
    if (balance === 0) break
    const interest =
      flatInterest?.[i] ?? decliningInterest(terms, balance, daysBetween(from, dueOn))
    const isLast = i === dueOns.length - 1
    const asked = i < graceOnPrincipal ? 0 : Math.max(partOf(interest, i), 0)
    const principal = isLast ? balance : Math.min(asked, balance)
    const isDeferred = i < graceOnInterestPayment && !isLast
    deferred += interest
    rows.push({
      n: i + 1,
      dueOn,
      principal,
      interest: isDeferred ? 0 : deferred,
      fees: 0,
      penalties: 0,
    })
    if (!isDeferred) deferred = 0
    balance -= principal
    from = dueOn
  }
  return rows
}

/** What is asked on the day of the loan, in advance of the plan. */
export const downPaymentOf = (terms: CumulativeTerms): number =>
  terms.downPaymentPercent === undefined
    ? 0
    : instalmentRounded(percentPart(terms.downPaymentPercent, terms.principal), terms)

export const downPaymentRows = (terms: CumulativeTerms): Row[] => {
  const principal = downPaymentOf(terms)
  const { disbursedOn: dueOn } = terms
  return principal === 0 ? [] : [{ n: 1, dueOn, principal, interest: 0, fees: 0, penalties: 0 }]
}

export const cumulativeDueDays = (terms: CumulativeTerms): LocalDate[] =>
  dueDays({ ...terms, start: terms.disbursedOn, count: terms.instalments })

export const numbered = (rows: readonly Row[]): Row[] =>
  rows.map((row, i) => ({ ...row, n: i + 1 }))

/** The schedule of the cumulative convention, a down payment as its first row. */
export const cumulativeRows = (terms: CumulativeTerms): Row[] => {
  const { disbursedOn, graceOnPrincipal, graceOnInterestPayment } = terms
  const dueOns = cumulativeDueDays(terms)
  const days = daysBetween(disbursedOn, dueOns.at(-1) ?? disbursedOn)
  const flatInterest =
    terms.method === 'flat' ? flatShares(terms, terms.instalments, days) : undefined
  const rows = stretchRows(terms, {
    balance: terms.principal - downPaymentOf(terms),
    from: disbursedOn,
    dueOns,
    graceOnPrincipal,
    graceOnInterestPayment,
    flatInterest,
  })
  return numbered([...downPaymentRows(terms), ...rows])
}
