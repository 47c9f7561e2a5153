import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { bandOf, burdenOf } from '#domain/fairness/buy-out.ts'
import { isLighter, uncutTerms } from '#domain/fairness/fair-lending.ts'
import type { FairTerms } from '#domain/fairness/ruling.ts'
import { monthsLasting } from '#domain/loans/plan/plan-months.ts'
import { planRows } from '#domain/loans/plan/plan-rows.ts'
import type { BurdenBand } from '#domain/loans/request/request-state.ts'

/** A debt of a household to another lender: what is owed, what it takes a month, and whether the loan asked for ends it. */
export type MeansDebt = {
  readonly owed: number
  readonly monthly: number
  readonly ends: boolean
}

/**
 * What a household earns a month, in a bad one and in a good one, and what it owes elsewhere. It is the household's own
 * matter: only the band that comes of it stands in the journal.
 */
export type Means = {
  readonly income: { readonly least: number; readonly most: number }
  readonly debts: readonly MeansDebt[]
}

/** As many as a form asks for. */
export const meansDebtsMax = 6

/** What comes of a household's figures for a vote. */
export type MeansBand = { readonly burden: BurdenBand; readonly lightens: boolean }

/**
 * What a loan takes a month: the most of any month where it is paid each month; of one that is paid at longer intervals its
 * share of the whole season.
 */
const monthlyOf = (asked: FairTerms, ground: Ground): number => {
  const terms = uncutTerms(asked, ground)
  const months = Map.groupBy(planRows(terms), ({ dueOn }) => dueOn.slice(0, 7))
  const each = [...months.values()].map((rows) => rows.reduce((sum, { total }) => sum + total, 0))
  const lasting = monthsLasting(terms)
  const all = each.reduce((sum, one) => sum + one, 0)
  return each.length >= lasting ? Math.max(...each) : Math.ceil(all / lasting)
}

type Ground = { readonly charter: Charter; readonly on: LocalDate }

/** The band of a household's burden with a loan, and whether the loan makes it lighter: nobody ticks either. */
export const bandOfMeans = (asked: FairTerms, means: Means, ground: Ground): MeansBand => {
  const { income, debts } = means
  const paid = (some: readonly MeansDebt[]): number =>
    some.reduce((sum, { monthly }) => sum + monthly, 0)
  const staying = debts.filter(({ ends }) => !ends || asked.purpose !== 'buy-out')
  const after = burdenOf(paid(staying) + monthlyOf(asked, ground), income)
  return {
    burden: bandOf(after),
    lightens: asked.purpose === 'buy-out' && isLighter(after, burdenOf(paid(debts), income)),
  }
}
