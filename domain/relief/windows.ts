import {
  type LocalDate,
  type Span,
  dayAfter,
  dayBefore,
  later,
  monthlyDay,
} from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { harvestAfter, reliefRulesOf } from '#domain/fund/charter/relief-rules.ts'
import { type Deferral, type Loan, withDeferrals } from '#domain/loans/loan.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import { unpaidDues } from '#domain/loans/standing.ts'
import { lastFactOn, walk } from '#domain/loans/plan/village-convention.ts'
import type { EventKind } from '#domain/relief/relief.ts'

/** So many whole months from a day on, that day included. */
const monthsFrom = (from: LocalDate, months: number): LocalDate =>
  dayBefore(monthlyDay(from, months, Number(from.slice(8))))

/**
 * How long an event puts instalments off, from its own first day: three months, a drought to the end of the
 * next harvest and no shorter, two months for what befell one household (DF 8.4; the charter may say otherwise).
 */
export const windowOf = (
  charter: Charter,
  { kind, from }: { readonly kind: EventKind; readonly from: LocalDate },
): Span => {
  const rules = reliefRulesOf(charter)
  if (kind === 'personal') return { from, to: monthsFrom(from, rules.personalMonths) }
  const usual = monthsFrom(from, rules.months)
  return { from, to: kind === 'drought' ? later(usual, harvestAfter(rules, from)) : usual }
}

/** The same once more, from the day after a window ends. */
export const renewedWindow = (charter: Charter, kind: EventKind, ended: LocalDate): Span =>
  windowOf(charter, { kind, from: dayAfter(ended) })

/** The hungry months before the harvest, in which no farm loan falls due after relief. */
const lean = { from: '08-01', to: '10-31' } as const
const isLean = (day: LocalDate): boolean => day.slice(5) >= lean.from && day.slice(5) <= lean.to

/** A loan for the fields: of the season, or asked for with that purpose. */
export const isFarmLoan = (loan: Loan, request: LoanRequest | undefined): boolean =>
  loan.terms.product === 'seasonal' || request?.asked.purpose === 'farm'

/**
 * The windows of one loan: the event's own, and for a farm loan the lean months of each year in which an
 * instalment that was moved would fall due, where its own days can leave them at all. What was late before the
 * event stays as it was.
 */
export const windowsFor = (
  loan: Loan,
  window: Span,
  { isFarm, named }: { readonly isFarm: boolean; readonly named: Omit<Deferral, 'from' | 'to'> },
): Span[] => {
  const spans: Span[] = [window]
  const inLeanMonths = (): { readonly place: number; readonly on: LocalDate } | undefined => {
    const moved = withDeferrals(
      loan,
      spans.map((span) => ({ ...named, ...span })),
    )
    const { dues, settled } = walk(moved, lastFactOn(moved))
    const last = spans.at(-1)!.to
    const unpaid = unpaidDues(dues, settled)
    const place = unpaid.findIndex(({ on }) => on > last && isLean(on))
    return place < 0 ? undefined : { place, on: unpaid[place]!.on }
  }
  let moved = -1
  for (let due = isFarm ? inLeanMonths() : undefined; due; due = inLeanMonths()) {
    // Of a loan that falls due in these months alone, nothing is moved out of them, only by a year each time.
    if (due.place === moved) {
      spans.pop()
      break
    }
    moved = due.place
    const year = due.on.slice(0, 4)
    spans.push({ from: `${year}-${lean.from}`, to: `${year}-${lean.to}` })
  }
  return spans
}
