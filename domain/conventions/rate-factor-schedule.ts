import type { Decimal } from 'decimal.js'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type MoneyRule,
  type Row,
  type RowWithBalance,
  rounded,
} from '#domain/conventions/figures.ts'
import {
  type DayCount,
  type FactorRule,
  type RateFrom,
  type Segment,
  digits,
  factorAnnuity,
  factorOf,
} from '#domain/conventions/rate-factor.ts'
import type { Every } from '#domain/loans/plan/due-days.ts'

type Drawdown = { readonly on: LocalDate; readonly amount: number }

/** Money for the instalment of `dueOn`, by part; `on` may lie before or after it. */
type PaidPart = {
  readonly on: LocalDate
  readonly dueOn: LocalDate
  readonly principal: number
  readonly interest: number
}

/** A loan of the rate-factor convention (`docs/conventions/rate-factor.md`); sums in smallest units. */
export type RateFactorTerms = {
  readonly money: MoneyRule
  /** Smallest units in one unit of the currency: 100 for cents. */
  readonly unitsInOne: number
  readonly annualRatePercent: string
  readonly dayCount: DayCount
  readonly every: Every
  readonly precision: number
  /** Instalments are brought to a multiple of this, the quotient half-even. */
  readonly instalmentMultiple?: number | undefined
  readonly start: LocalDate
  readonly dueOns: readonly LocalDate[]
  readonly drawdowns: readonly Drawdown[]
  readonly payments: readonly PaidPart[]
  readonly rateChanges: readonly RateFrom[]
  /** Nothing but the first instalments was paid until a day: what is late goes on bearing interest. */
  readonly overdue?: { readonly asOf: LocalDate; readonly instalmentsPaid: number } | undefined
}

/** What is known at one moment, and the instalment of each period as it is then priced. */
type State = {
  readonly terms: RateFactorTerms
  readonly periods: readonly Segment[]
  readonly rule: FactorRule
  readonly instalments: readonly number[]
}

const periodsOf = ({ start, dueOns }: RateFactorTerms): Segment[] =>
  dueOns.map((to, i) => ({ from: i === 0 ? start : dueOns[i - 1]!, to }))

const isIn = ({ from, to }: Segment, day: LocalDate): boolean => from <= day && day < to

const segmentsOf = (period: Segment, days: readonly LocalDate[]): Segment[] => {
  const cuts = days.filter((day) => period.from < day && day < period.to)
  const starts = [period.from, ...[...new Set(cuts)].toSorted()]
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? period.to }))
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

/** Principal that stands on a day of a period whose rows before it are known. */
const standing = (
  { terms }: State,
  { period, balance, rows }: { period: Segment; balance: number; rows: readonly Row[] },
  day: LocalDate,
): number => {
  const { drawdowns, payments, overdue } = terms
  const drawn = drawdowns.filter(({ on }) => isIn(period, on) && on <= day)
  const early = payments.filter(({ on, dueOn }) => dueOn >= period.to && on <= day)
  const late =
    overdue && day < overdue.asOf ? rows.slice(overdue.instalmentsPaid).map((r) => r.principal) : []
  return (
    balance +
    sum(drawn.map(({ amount }) => amount)) -
    sum(early.map(({ principal }) => principal)) +
    sum(late)
  )
}

/** Interest of a period: each segment between two changes is rounded on its own. */
const interestOf = (
  state: State,
  place: { period: Segment; balance: number; rows: readonly Row[] },
): number => {
  const { terms, rule } = state
  const days = [
    ...terms.drawdowns.map(({ on }) => on),
    ...terms.payments.map(({ on }) => on),
    ...rule.rates.map(({ from }) => from),
    ...(terms.overdue ? [terms.overdue.asOf] : []),
  ]
  return sum(
    segmentsOf(place.period, days).map((segment) =>
      rounded(
        factorOf(rule, place.period, segment).times(standing(state, place, segment.from)),
        terms.money,
      ),
    ),
  )
}

/**
 * The interest that a row asks for, out of what it has borne and what came over from rows before. Who
 * paid more principal than the row's share early has closed it: the rest of its interest moves on.
 */
const dueInterest = (borne: number, instalment: number, paid: readonly PaidPart[]): number => {
  const paidPrincipal = sum(paid.map(({ principal }) => principal))
  const paidInterest = sum(paid.map(({ interest }) => interest))
  const asked = paidPrincipal > instalment - borne ? paidInterest : Math.min(borne, instalment)
  return Math.max(asked, paidInterest)
}

/** What is owed at the end of a due date: with what was drawn on it, less what was paid early on later rows. */
const owedAfter = (
  { drawdowns, payments }: RateFactorTerms,
  { to }: Segment,
  balance: number,
): number =>
  balance +
  sum(drawdowns.filter(({ on }) => on === to).map(({ amount }) => amount)) -
  sum(payments.filter(({ on, dueOn }) => on <= to && dueOn > to).map(({ principal }) => principal))

const rowsOf = (state: State): RowWithBalance[] => {
  const { terms, periods, instalments } = state
  const rows: RowWithBalance[] = []
  let balance = 0
  let carried = 0
  for (const [i, period] of periods.entries()) {
    const borne = interestOf(state, { period, balance, rows }) + carried
    balance += sum(terms.drawdowns.filter(({ on }) => isIn(period, on)).map(({ amount }) => amount))
    const isLast = i === periods.length - 1
    const instalment = isLast ? balance + borne : Math.min(instalments[i]!, balance + borne)
    const paid = terms.payments.filter(({ dueOn }) => dueOn === period.to)
    const interest = isLast ? borne : dueInterest(borne, instalment, paid)
    const paidPrincipal = sum(paid.map(({ principal }) => principal))
    const principal = Math.min(Math.max(instalment - interest, paidPrincipal), balance)
    // Who paid more interest than the days have borne owes none of it to the rows to come.
    carried = Math.max(borne - interest, 0)
    balance -= principal
    const total = principal + interest
    rows.push({
      n: i + 1,
      dueOn: period.to,
      principal,
      interest,
      fees: 0,
      penalties: 0,
      total,
      balance: isLast ? balance : owedAfter(terms, period, balance),
    })
  }
  return rows
}

/** How much more the last row asks than the one before it. */
const lastGap = (state: State): number => {
  const [before, last] = rowsOf(state).slice(-2)
  return last && before ? last.total - before.total : 0
}

const pricedFrom = (state: State, first: number, instalment: number): State => ({
  ...state,
  instalments: state.instalments.map((old, i) => (i < first ? old : instalment)),
})

const instalmentRounded = (
  amount: Decimal | number,
  { money, instalmentMultiple }: RateFactorTerms,
): number =>
  rounded(
    amount,
    instalmentMultiple === undefined ? money : { step: instalmentMultiple, rounding: 'half-even' },
  )

/** Moves the instalment by a share of the last row's gap where that makes the gap smaller. */
const smoothed = (state: State, first: number): State => {
  const { terms, periods, instalments } = state
  const count = periods.length - first
  const gap = lastGap(state)
  if (Math.abs(gap) * 100 <= Math.floor(count / 2) * terms.unitsInOne) return state
  const Digits = digits(terms.precision)
  const share = rounded(new Digits(gap).div(count), terms.money)
  const instalment = instalmentRounded(instalments[first]! + share, terms)
  const tried = pricedFrom(state, first, instalment)
  return Math.abs(lastGap(tried)) < Math.abs(gap) ? tried : state
}

const periodFactor = ({ rule }: State, period: Segment): Decimal => {
  const days = rule.rates.map(({ from }) => from)
  return segmentsOf(period, days)
    .map((segment) => factorOf(rule, period, segment))
    .reduce((all, factor) => all.plus(factor))
}

/** Prices all instalments anew from the period that a day falls in; a day past the plan changes none. */
const repriced = (state: State, day: LocalDate): State => {
  const { terms, periods } = state
  const first = periods.findIndex((period) => isIn(period, day))
  if (first === -1) return state
  const drawn = terms.drawdowns.filter(({ on }) => on < periods[first]!.to)
  const balance =
    sum(drawn.map(({ amount }) => amount)) -
    sum(
      rowsOf(state)
        .slice(0, first)
        .map(({ principal }) => principal),
    )
  const factors = periods.slice(first).map((period) => periodFactor(state, period))
  const instalment = instalmentRounded(factorAnnuity(balance, factors, terms.precision), terms)
  return smoothed(pricedFrom(state, first, instalment), first)
}

type PricingEvent =
  | { readonly on: LocalDate; readonly drawdown: Drawdown }
  | { readonly on: LocalDate; readonly rate: RateFrom }

/**
 * The schedule of the rate-factor convention: every drawdown and every change of the rate prices the
 * instalments that follow, with what was paid up to its day.
 */
export const rateFactorRows = (terms: RateFactorTerms): RowWithBalance[] => {
  const { annualRatePercent, dayCount, every, precision, start } = terms
  const events: PricingEvent[] = [
    ...terms.drawdowns.map((drawdown) => ({ on: drawdown.on, drawdown })),
    ...terms.rateChanges.map((rate) => ({ on: rate.from, rate })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const periods = periodsOf(terms)
  let state: State = {
    terms: { ...terms, drawdowns: [], payments: [], overdue: undefined },
    periods,
    rule: { dayCount, every, precision, rates: [{ from: start, annualRatePercent }] },
    instalments: periods.map(() => 0),
  }
  for (const event of events) {
    const payments = terms.payments.filter(({ on }) => on <= event.on)
    const known = { ...state.terms, payments }
    state =
      'rate' in event
        ? {
            ...state,
            terms: known,
            rule: { ...state.rule, rates: [...state.rule.rates, event.rate] },
          }
        : {
            ...state,
            terms: { ...known, drawdowns: [...known.drawdowns, event.drawdown] },
          }
    state = repriced(state, event.on)
  }
  return rowsOf({ ...state, terms })
}
