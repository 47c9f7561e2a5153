import { z } from '@hono/zod-openapi'
import { countedFigures } from '#domain/health/counted-findings.ts'
import { gradeRuleNames } from '#domain/health/grade.ts'
import { day, sum } from '#src/http/reads/query.ts'

const each = <Key extends string, Schema>(keys: readonly Key[], schema: Schema) =>
  Object.fromEntries(keys.map((key) => [key, schema])) as Record<Key, Schema>

const percent = z.number().nullable()

const loanFigures = z.object({
  closing_balance: sum,
  principal_paid: sum,
  interest_paid: sum,
  days_past_due: z.int(),
  class: z.string(),
  relief: z.string(),
})

const first = {
  as_of: day,
  ...each(
    [
      'cash',
      'gross_loan_portfolio',
      'active_loans',
      'provision',
      'member_savings',
      'social_fund',
      'restricted_migration',
      'reserve',
      'surplus',
      'total_assets',
      'interest_received',
      'principal_received',
      'disbursed',
      'par30',
      'par60',
      'par90',
      'principal_under_relief',
      'committee_exposure',
    ],
    sum,
  ),
  ...each(
    [
      'par30_percent',
      'relief_percent',
      'portfolio_yield_percent',
      'operating_expense_percent',
      'operational_self_sufficiency_percent',
      'write_off_percent',
      'liquidity_percent',
      'equity_percent',
      'attendance_percent',
      'women_portfolio_percent',
      'committee_exposure_percent',
      'principal_collected_percent',
    ],
    percent,
  ),
  savings: z.record(z.string(), sum).openapi({ description: 'By card' }),
  loans: z.record(z.string(), loanFigures).openapi({ description: 'By loan number' }),
}

const letter = z.enum(['A', 'B', 'C', 'D'])

const grade = z.object({
  letter,
  pointsLost: z.number(),
  lost: z
    .array(
      z.object({
        rule: z.enum(gradeRuleNames),
        points: z.number(),
        found: z.number(),
        next: z.string(),
        mended: letter.openapi({ description: 'The letter once this is mended' }),
      }),
    )
    .readonly(),
})

const rest = {
  ...each(
    [
      'par30_with_relief',
      'par60_with_relief',
      'par90_with_relief',
      'arrears',
      'committee_par30',
      'provision_unposted',
      'suspense',
      ...countedFigures,
    ],
    sum.optional(),
  ),
  ...each(['average_loan', 'savings_per_member'], sum.nullable().optional()),
  ...each(
    [
      'par30_with_relief_percent',
      'restart_30_percent',
      'restart_60_percent',
      'restart_90_percent',
      'arrears_percent',
      'on_time_percent',
      'risk_coverage_percent',
      'liquidity_unrestricted_percent',
      'fund_utilisation_percent',
      'return_on_savings_percent',
      'savings_growth_percent',
      'loans_per_member_percent',
      'members_with_loan_percent',
      'largest_borrower_percent',
      'five_largest_percent',
      'women_members_percent',
      'idpoor_portfolio_percent',
      'dropped_out_percent',
    ],
    percent.optional(),
  ),
  grade: grade.optional(),
}

/** Fund health by the keys that every report and export has; the second part only where all was asked. */
export const healthSchema = z.object({ ...first, ...rest }).openapi('Health')
