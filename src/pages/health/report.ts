import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Period } from '#domain/health/book.ts'
import type { Finding } from '#domain/health/finding.ts'
import type { TaskKind } from '#domain/health/tasks.ts'
import type { Grade, GradeRule } from '#domain/health/grade.ts'
import type { Concentration } from '#src/app/health/concentration.ts'
import type { BoxCheck } from '#src/app/box-check.ts'
import type { TrendMonth } from '#src/app/health/trend.ts'
import { type FigureKey, unitOf } from '#src/app/health/figure-rows.ts'
import { concentrationPart } from '#src/pages/health/concentration.ts'
import {
  type HealthPlace,
  behindFund,
  dayText,
  figureFact,
  healthLayout,
  mark,
  healthPlace,
  valueText,
  healthWordsAt,
} from '#src/pages/health/parts.ts'
import { type BySexShown, bySexPart } from '#src/pages/health/by-sex.ts'
import { trendsPart } from '#src/pages/health/trends.ts'
import { healthWays } from '#src/pages/health/ways.ts'
import { type Subjects, warnings } from '#src/pages/health/warnings.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { countsPart } from '#src/pages/older/tasks-page.ts'
import { figureWords } from '#src/words/words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

/** What is wrong with a day that was asked for; what was typed is not shown again. */
export type DayFault =
  | { readonly kind: 'wrong' }
  | { readonly kind: 'early' | 'ahead'; readonly bound: LocalDate }

export type Report = {
  readonly asOf: LocalDate
  readonly currency: Currency
  readonly period: Period
  readonly values: Readonly<Record<FigureKey, number | null>>
  readonly grade: Grade
  readonly box: BoxCheck | undefined
  readonly shares: Concentration
  readonly findings: readonly Finding[]
  /** How much the committee has still to do about loans of an older book. */
  readonly tasks: Readonly<Record<TaskKind, number>>
  readonly loanIds: ReadonlyMap<string, string>
  /** The last twelve months, the oldest first. */
  readonly trend: readonly TrendMonth[]
  readonly bySex: Omit<BySexShown, 'currency'>
}

type Group =
  `group_${'risk' | 'relief' | 'losses' | 'money' | 'cash' | 'period' | 'concentration' | 'people' | 'books'}`

const restartRates = ['restart_30_percent', 'restart_60_percent', 'restart_90_percent'] as const

/** Every figure in the place where a reader looks for it. */
export const groups: Readonly<Record<Group, readonly FigureKey[]>> = {
  group_risk: [
    'par30_percent',
    'par30_with_relief_percent',
    'par30',
    'par30_with_relief',
    'par60',
    'par60_with_relief',
    'par90',
    'par90_with_relief',
    'arrears',
    'arrears_percent',
    'on_time_percent',
    'principal_collected_percent',
  ],
  group_relief: ['principal_under_relief', 'relief_percent', ...restartRates],
  group_losses: ['provision', 'provision_unposted', 'risk_coverage_percent', 'write_off_percent'],
  group_money: [
    'cash',
    'gross_loan_portfolio',
    'total_assets',
    'member_savings',
    'social_fund',
    'restricted_migration',
    'suspense',
    'reserve',
  ],
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
    'largest_borrower_percent',
    'five_largest_percent',
  ],
  group_people: [
    'active_loans',
    'loans_per_member_percent',
    'members_with_loan_percent',
    'women_members_percent',
    'women_portfolio_percent',
    'idpoor_portfolio_percent',
    'attendance_percent',
  ],
  group_books: ['book_integrity_findings', 'disputes_unanswered'],
}

/** The figure that each rule of the grade looks at. */
const figureOfRule: Readonly<Record<GradeRule, FigureKey>> = {
  par30: 'par30_percent',
  'on-time': 'on_time_percent',
  'self-sufficiency': 'operational_self_sufficiency_percent',
  'committee-exposure': 'committee_exposure_percent',
  utilisation: 'fund_utilisation_percent',
  liquidity: 'liquidity_unrestricted_percent',
  'book-integrity': 'book_integrity_findings',
  disputes: 'disputes_unanswered',
}

const healthPath = ({ fundId }: HealthPlace): string => `/funds/${fundId}/health`

/** A form of one field: the day. It is the same page again, so that its address can be kept. */
export const dayForm = (
  place: HealthPlace,
  { to, fault }: { readonly to: string; readonly fault?: DayFault | undefined },
): Html => {
  const words = healthWordsAt(place)
  const said =
    fault === undefined
      ? ''
      : fault.kind === 'wrong'
        ? words.dayWrong
        : words[fault.kind === 'early' ? 'dayEarly' : 'dayAhead'](dayText(fault.bound, place))
  const { askedFor } = place
  const isWrong = fault === undefined ? '' : html` aria-invalid="true"`
  const described = fault === undefined ? 'as-of-hint' : 'day-fault as-of-hint'
  return html`<form class="day screen-only" method="get" action="${to}">
    ${
      fault === undefined
        ? ''
        : html`<p class="told fault" id="day-fault">${picture('stop')} <span>${said}</span></p>`
    }
    <label for="as-of">${words.dayLabel}</label>
    <div class="line">
      <input
        id="as-of"
        name="asOf"
        value="${askedFor ?? ''}"
        inputmode="numeric"
        autocomplete="off"
        maxlength="10"
        aria-describedby="${described}"
        ${isWrong}
      />
      <button class="button">${words.show}</button>
      ${
        askedFor === undefined && fault === undefined
          ? ''
          : html`<a class="button" href="${to}">${words.today}</a>`
      }
    </div>
    <p class="quiet" id="as-of-hint">${words.dayHint}</p>
  </form>`
}

const gradePart = (place: HealthPlace, { grade, currency }: Report): Html => {
  const words = healthWordsAt(place)
  const names = figureWords.in(place.language)
  const { letter, lost, pointsLost } = grade
  const reasons = lost.map(({ rule, points, found }) => {
    const key = figureOfRule[rule]
    const value = valueText(found, { unit: unitOf(key), currency, words })
    return html`<li>
      <a href="${healthPlace.figure(place, key)}">${names[key]}</a>: ${words.found(value)},
      ${mark('bad', words.costsPoints(points))}
      <p><b>${words.nextStep}:</b> ${words[`next_${rule}`]}</p>
    </li>`
  })
  return html`<section class="grade grade-${letter.toLowerCase()}">
    <h2>${words.grade}</h2>
    <p class="letter">${letter}</p>
    <div>
      <p><b>${words.pointsLost(pointsLost)}</b></p>
      <ul>
        ${reasons}
      </ul>
      <p class="quiet">${words.gradeMeaning}</p>
    </div>
  </section>`
}

const groupPart =
  (place: HealthPlace, { values, currency, grade }: Report) =>
  ([group, keys]: readonly [Group, readonly FigureKey[]]): Html => {
    const words = healthWordsAt(place)
    const names = figureWords.in(place.language)
    const costing = new Map(grade.lost.map(({ rule, points }) => [figureOfRule[rule], points]))
    return html`<section>
      <h2>${words[group]}</h2>
      <dl class="figures">
        ${keys.map((key) => {
          const points = costing.get(key)
          return figureFact(
            html`<a href="${healthPlace.figure(place, key)}">${names[key]}</a>`,
            valueText(values[key], { unit: unitOf(key), currency, words }),
            points === undefined ? '' : mark('bad', words.costsPoints(points)),
          )
        })}
      </dl>
    </section>`
  }

const boxPart = (place: HealthPlace, { box, currency }: Report): Html => {
  const words = healthWordsAt(place)
  const told = (amount: number): string => moneyInFigures({ amount, currency })
  if (box === undefined)
    return html`<section>
      <h2>${words.box}</h2>
      <p>${words.boxNone}</p>
    </section>`
  const { booked, found, isByNote, on } = box
  return html`<section>
    <h2>${words.box}</h2>
    <p class="quiet">${words.meetingOf(dayText(on, place))}</p>
    <dl class="figures">
      ${figureFact(words.boxBook, told(booked))}
      ${figureFact(isByNote ? words.boxCounted : words.boxWritten, told(found))}
      ${figureFact(words.boxDifference, told(found - booked))}
    </dl>
    <p>${found === booked ? mark('good', words.boxFits) : mark('bad', words.boxDiffers)}</p>
  </section>`
}

const heading = (place: HealthPlace): Html => html`<h1>${healthWordsAt(place).heading}</h1>`

/** Fund health on a day: every figure with its name, each a way down to the rows behind it. */
export const reportPage = (report: Report, place: HealthPlace): Html => {
  const words = healthWordsAt(place)
  const { asOf, period } = report
  const subjects: Subjects = { loanIds: report.loanIds, currency: report.currency }
  return healthLayout(
    behindFund(place),
    html`${heading(place)}
      <p>
        <b><bdi>${place.fundName}</bdi></b> · ${words.onDay(dayText(asOf, place))}
      </p>
      ${dayForm(place, { to: healthPath(place) })} ${gradePart(place, report)}
      <p class="quiet">
        ${words.period(dayText(period.from, place), dayText(period.to, place))} ${words.cardsOnly}
      </p>
      ${trendsPart(place, report)}
      <div class="groups">
        ${(Object.entries(groups) as [Group, readonly FigureKey[]][]).map(groupPart(place, report))}
        ${boxPart(place, report)} ${concentrationPart(place, report)}
        ${countsPart(place, report.tasks)}
      </div>
      ${bySexPart(place, { ...report.bySex, currency: report.currency })}
      ${warnings(report.findings, subjects, place)} ${healthWays(place)}`,
  )
}

/** The same page for a day that it cannot show: what is wrong, and the field to mend it in. */
export const wrongDayPage = (fault: DayFault, place: HealthPlace): Html =>
  healthLayout(
    behindFund(place),
    html`${heading(place)}
      <p>
        <b><bdi>${place.fundName}</bdi></b>
      </p>
      ${dayForm(place, { to: healthPath(place), fault })}`,
  )
