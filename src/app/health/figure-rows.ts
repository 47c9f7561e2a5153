import { meanOf, percentOf } from '#domain/kernel/money.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { total } from '#domain/health/book.ts'
import type { HealthSums } from '#domain/health/health.ts'
import type { MoreHealth } from '#domain/health/more-health.ts'
import { type FigureFacts, type FigureRow, factsOf } from '#src/app/health/figure-facts.ts'
import { accountsBehind, ledgerParts } from '#src/app/health/figure-ledger.ts'
import { peopleParts } from '#src/app/health/figure-parts.ts'

const parts = { ...peopleParts, ...ledgerParts }
type PartKey = keyof typeof parts
export const partKeys = Object.keys(parts) as readonly PartKey[]

/** Every figure of fund health that is one number. */
export type FigureKey = Exclude<
  keyof HealthSums | keyof MoreHealth,
  'as_of' | 'savings' | 'loans' | 'grade'
>
export type FigureUnit = 'money' | 'count' | 'percent'

/** A figure is a part, one part in per cent of another, or a sum shared by heads. */
type Formula = {
  readonly unit: FigureUnit
  readonly of: PartKey
  readonly over?: PartKey
}

const money = (of: PartKey): Formula => ({ unit: 'money', of })
const count = (of: PartKey): Formula => ({ unit: 'count', of })
const share = (of: PartKey, over: PartKey): Formula => ({ unit: 'percent', of, over })
const each = (of: PartKey, over: PartKey): Formula => ({ unit: 'money', of, over })

const formulas: Readonly<Record<FigureKey, Formula>> = {
  cash: money('cash'),
  gross_loan_portfolio: money('portfolio'),
  active_loans: count('active-loans'),
  provision: money('provision'),
  member_savings: money('savings'),
  social_fund: money('social'),
  restricted_migration: money('windows'),
  reserve: money('reserve'),
  surplus: money('surplus'),
  total_assets: money('assets'),
  interest_received: money('interest'),
  principal_received: money('principal-received'),
  disbursed: money('disbursed'),
  par30: money('late30'),
  par60: money('late60'),
  par90: money('late90'),
  par30_percent: share('late30', 'portfolio'),
  principal_under_relief: money('relief'),
  relief_percent: share('relief', 'portfolio'),
  portfolio_yield_percent: share('interest', 'mean-portfolio'),
  operating_expense_percent: share('running-costs', 'mean-portfolio'),
  operational_self_sufficiency_percent: share('interest', 'costs'),
  write_off_percent: share('written-off', 'mean-portfolio'),
  liquidity_percent: share('cash', 'savings'),
  equity_percent: share('reserve', 'assets'),
  attendance_percent: share('presences', 'possible-presences'),
  women_portfolio_percent: share('women', 'portfolio'),
  committee_exposure: money('committee'),
  committee_exposure_percent: share('committee', 'portfolio'),
  principal_collected_percent: share('collected', 'to-collect'),
  par30_with_relief_percent: share('late30-or-relief', 'portfolio'),
  par30_with_relief: money('late30-or-relief'),
  par60_with_relief: money('late60-or-relief'),
  par90_with_relief: money('late90-or-relief'),
  restart_30_percent: share('restarted30', 'relief-ended30'),
  restart_60_percent: share('restarted60', 'relief-ended60'),
  restart_90_percent: share('restarted90', 'relief-ended90'),
  arrears: money('arrears'),
  arrears_percent: share('arrears', 'portfolio'),
  on_time_percent: share('on-time', 'fallen-due'),
  risk_coverage_percent: share('provision', 'late30'),
  liquidity_unrestricted_percent: share('unrestricted', 'savings'),
  fund_utilisation_percent: share('portfolio', 'lendable'),
  return_on_savings_percent: share('surplus', 'mean-savings'),
  savings_growth_percent: share('savings-growth', 'savings-at-start'),
  loans_per_member_percent: share('active-loans', 'members'),
  members_with_loan_percent: share('borrowers', 'members'),
  largest_borrower_percent: share('largest', 'portfolio'),
  five_largest_percent: share('five-largest', 'portfolio'),
  women_members_percent: share('women-members', 'members'),
  idpoor_portfolio_percent: share('poor', 'portfolio'),
  committee_par30: money('committee-late30'),
  provision_unposted: money('provision-unposted'),
  suspense: money('suspense'),
  book_integrity_findings: count('integrity'),
  disputes_unanswered: count('disputes'),
  meetings_missed: count('missed'),
  counts_missing: count('uncounted'),
  askings_missing: count('unasked'),
  members_unseen: count('unseen'),
  one_hand_findings: count('one-hand'),
  average_loan: each('portfolio', 'active-loans'),
  savings_per_member: each('savings', 'members'),
  dropped_out_percent: share('left-in-period', 'members-of-period'),
}

export const figureKeys = Object.keys(formulas) as readonly FigureKey[]

export const isFigureKey = (value: string): value is FigureKey => Object.hasOwn(formulas, value)

export const unitOf = (key: FigureKey): FigureUnit => formulas[key].unit

/** Parts that count heads and not money. */
const counting: readonly PartKey[] = [
  'active-loans',
  'on-time',
  'fallen-due',
  'members',
  'women-members',
  'borrowers',
  'presences',
  'possible-presences',
  'members-of-period',
  'left-in-period',
  'integrity',
  'disputes',
  'missed',
  'uncounted',
  'unasked',
  'unseen',
  'one-hand',
  'restarted30',
  'restarted60',
  'restarted90',
  'relief-ended30',
  'relief-ended60',
  'relief-ended90',
]

/** Means of the start and the end of the period: half of what their rows come to. */
const halved: readonly PartKey[] = ['mean-portfolio', 'mean-savings']

export type FigurePart = {
  readonly part: PartKey
  readonly unit: 'money' | 'count'
  readonly rows: readonly FigureRow[]
  readonly total: number
  readonly isHalved: boolean
}

export type FigureDetail = {
  readonly key: FigureKey
  readonly unit: FigureUnit
  readonly value: number | null
  readonly numerator: FigurePart
  readonly denominator: FigurePart | undefined
}

export const valueOf = (
  key: FigureKey,
  { health, more }: Pick<FigureFacts, 'health' | 'more'>,
): number | null => ({ ...health, ...more } as Readonly<Record<FigureKey, number | null>>)[key]

const partsOf = (key: FigureKey): readonly PartKey[] => {
  const { of, over } = formulas[key]
  return over === undefined ? [of] : [of, over]
}

/** Parts whose rows are postings of more than their own accounts. */
const made: Readonly<Partial<Record<PartKey, readonly AccountId[]>>> = {
  ...accountsBehind,
  costs: [...accountsBehind['running-costs'], ...accountsBehind['other-costs']],
  surplus: [
    ...accountsBehind['running-costs'],
    ...accountsBehind['other-costs'],
    ...accountsBehind['other-income'],
  ],
}

/** The accounts whose postings must be read to show a figure's rows; none for most. */
export const accountsOf = (key: FigureKey): readonly AccountId[] => [
  ...new Set(partsOf(key).flatMap((part) => made[part] ?? [])),
]

/** A figure with everything that it is made of, down to the rows. */
export const figureDetail = (key: FigureKey, given: FigureFacts): FigureDetail => {
  const facts = factsOf(given)
  const { of, over, unit } = formulas[key]
  const shown = (part: PartKey): FigurePart => {
    const rows = parts[part](facts)
    return {
      part,
      unit: counting.includes(part) ? 'count' : 'money',
      rows,
      total: total(rows.map(({ amount }) => amount)),
      isHalved: halved.includes(part),
    }
  }
  return {
    key,
    unit,
    value: valueOf(key, given),
    numerator: shown(of),
    denominator: over === undefined ? undefined : shown(over),
  }
}

/** What the rows come to by the formula: the very number that the report shows, or the page is wrong. */
export const resultOf = ({ unit, numerator, denominator }: FigureDetail): number | null => {
  if (denominator === undefined) return numerator.total
  return unit === 'percent'
    ? percentOf(numerator.total * (denominator.isHalved ? 2 : 1), denominator.total)
    : meanOf(numerator.total, denominator.total)
}
