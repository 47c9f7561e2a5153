import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import { type Grade, gradeRules } from '#domain/health/grade.ts'
import { type FigureKey, unitOf } from '#src/app/health/figure-rows.ts'
import {
  type HealthPlace,
  figureFact,
  healthPlace,
  healthWordsAt,
  mark,
  valueText,
} from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { figureWords } from '#src/words/words.ts'

export type FiguresShown = {
  readonly currency: Currency
  readonly values: Readonly<Record<FigureKey, number | null>>
  readonly grade: Grade
}

/** What is read first: late money, money that is there, and people. */
export const firstFigures: readonly FigureKey[] = [
  'par30_percent',
  'par30_with_relief_percent',
  'on_time_percent',
  'cash',
  'member_savings',
  'gross_loan_portfolio',
  'largest_borrower_percent',
  'attendance_percent',
]

type Group =
  `group_${'risk' | 'relief' | 'losses' | 'money' | 'cash' | 'period' | 'concentration' | 'people' | 'books'}`

const restartRates = ['restart_30_percent', 'restart_60_percent', 'restart_90_percent'] as const

/** Every other figure in the place where a reader looks for it. */
export const groups: Readonly<Record<Group, readonly FigureKey[]>> = {
  group_risk: [
    'par30',
    'par30_with_relief',
    'par60',
    'par60_with_relief',
    'par90',
    'par90_with_relief',
    'arrears',
    'arrears_percent',
    'principal_collected_percent',
  ],
  group_relief: ['principal_under_relief', 'relief_percent', ...restartRates],
  group_losses: ['provision', 'provision_unposted', 'risk_coverage_percent', 'write_off_percent'],
  group_money: ['total_assets', 'social_fund', 'restricted_migration', 'suspense', 'reserve'],
  group_cash: [
    'liquidity_percent',
    'liquidity_unrestricted_percent',
    'fund_utilisation_percent',
    'equity_percent',
  ],
  group_period: [
    'surplus',
    'interest_received',
    'principal_received',
    'disbursed',
    'portfolio_yield_percent',
    'operating_expense_percent',
    'operational_self_sufficiency_percent',
    'return_on_savings_percent',
    'savings_growth_percent',
  ],
  group_concentration: [
    'committee_exposure',
    'committee_exposure_percent',
    'committee_par30',
    'five_largest_percent',
  ],
  group_people: [
    'active_loans',
    'loans_per_member_percent',
    'average_loan',
    'savings_per_member',
    'dropped_out_percent',
    'members_with_loan_percent',
    'women_members_percent',
    'women_portfolio_percent',
    'idpoor_portfolio_percent',
  ],
  group_books: [
    'book_integrity_findings',
    'disputes_unanswered',
    'meetings_missed',
    'counts_missing',
    'askings_missing',
    'members_unseen',
    'one_hand_findings',
  ],
}

/** The folds under the first figures, and which groups lie in each. */
const folds = {
  fold_loans: ['group_risk', 'group_relief', 'group_losses', 'group_concentration'],
  fold_money: ['group_money', 'group_cash'],
  fold_period: ['group_period'],
  fold_people: ['group_people', 'group_books'],
} as const satisfies Readonly<Record<string, readonly Group[]>>
export type Fold = keyof typeof folds

const figureList = (
  place: HealthPlace,
  { values, currency, grade }: FiguresShown,
  keys: readonly FigureKey[],
): Html => {
  const words = healthWordsAt(place)
  const names = figureWords.in(place.language)
  const costing = new Map(
    grade.lost.map(({ rule, points }) => [gradeRules[rule].figure as FigureKey, points]),
  )
  return html`<dl class="figures">
    ${keys.map((key) => {
      const points = costing.get(key)
      return figureFact(
        html`<a href="${healthPlace.figure(place, key)}">${names[key]}</a>`,
        valueText(values[key], { unit: unitOf(key), currency, words }),
        points === undefined ? '' : mark('bad', words.costsPoints(points)),
      )
    })}
  </dl>`
}

/** Eight figures that say how the fund is. */
export const firstFiguresPart = (place: HealthPlace, shown: FiguresShown): Html =>
  html`<section class="first-figures">
    <h2>${healthWordsAt(place).figures}</h2>
    ${figureList(place, shown, firstFigures)}
  </section>`

/** All other figures, folded by what they are about; `more` is what stands in a fold beside its figures. */
export const foldedFigures = (
  place: HealthPlace,
  shown: FiguresShown,
  more: Readonly<Partial<Record<Fold, Html>>>,
): Html => {
  const words = healthWordsAt(place)
  const counted = (names: readonly Group[]): number =>
    names.reduce((count, name) => count + groups[name].length, 0)
  return html`<section class="other-figures">
    <h2>${words.otherFigures(counted(Object.keys(groups) as Group[]))}</h2>
    ${(Object.entries(folds) as [Fold, readonly Group[]][]).map(
      ([fold, names]) =>
        html`<details class="fold">
          <summary>${words[fold]} <span class="quiet">${counted(names)}</span></summary>
          <div class="groups">
            ${names.map(
              (name) =>
                html`<section>
                  <h3>${words[name]}</h3>
                  ${figureList(place, shown, groups[name])}
                </section>`,
            )}
            ${more[fold] ?? ''}
          </div>
        </details>`,
    )}
  </section>`
}
