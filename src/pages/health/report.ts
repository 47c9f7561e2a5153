import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Period } from '#domain/health/book.ts'
import type { Finding } from '#domain/health/finding.ts'
import type { TaskKind } from '#domain/health/tasks.ts'
import type { Concentration } from '#src/app/health/concentration.ts'
import type { BoxCheck } from '#src/app/box-check.ts'
import type { TrendMonth } from '#src/app/health/trend.ts'
import { concentrationPart } from '#src/pages/health/concentration.ts'
import {
  type HealthPlace,
  behindFund,
  dayText,
  figureFact,
  healthLayout,
  mark,
  healthWordsAt,
} from '#src/pages/health/parts.ts'
import type { FinanceSplit } from '#domain/health/finance-split.ts'
import { financeSplitPart } from '#src/pages/health/finance-split.ts'
import { type BySexShown, bySexPart } from '#src/pages/health/by-sex.ts'
import { type DayFault, dayForm } from '#src/pages/health/day-form.ts'
import { gradePart } from '#src/pages/health/grade.ts'
import { type FiguresShown, firstFiguresPart, foldedFigures } from '#src/pages/health/figures.ts'
import { trendsPart } from '#src/pages/health/trends.ts'
import { healthWays } from '#src/pages/health/ways.ts'
import { type Subjects, warnings } from '#src/pages/health/warnings.ts'
import type { Html } from '#src/pages/layout.ts'
import { countsPart } from '#src/pages/older/tasks-page.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { takeAlongPart } from '#src/pages/proof/take-along.ts'

export type Report = FiguresShown & {
  readonly asOf: LocalDate
  readonly period: Period
  readonly box: BoxCheck | undefined
  readonly shares: Concentration
  readonly findings: readonly Finding[]
  /** How much the committee has still to do about loans of an older book. */
  readonly tasks: Readonly<Record<TaskKind, number>>
  readonly loanIds: ReadonlyMap<string, string>
  /** The last twelve months, the oldest first. */
  readonly trend: readonly TrendMonth[]
  readonly bySex: Omit<BySexShown, 'currency'>
  readonly split: FinanceSplit
}

const healthPath = ({ fundId }: HealthPlace): string => `/funds/${fundId}/health`

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
      <div class="grade-and-signs">
        ${gradePart(place, report)} ${warnings(report.findings, subjects, place)}
      </div>
      ${takeAlongPart(place, { list: 'postings', asOf: place.askedFor })}
      ${firstFiguresPart(place, report)} ${boxPart(place, report)}
      ${countsPart(place, report.tasks)} ${trendsPart(place, report)}
      ${foldedFigures(place, report, {
        fold_loans: concentrationPart(place, report),
        fold_people: html`${bySexPart(place, { ...report.bySex, currency: report.currency })}
        ${financeSplitPart(place, { ...report.bySex, split: report.split, currency: report.currency })}`,
      })}
      <p class="quiet">
        ${words.period(dayText(period.from, place), dayText(period.to, place))} ${words.cardsOnly}
      </p>
      ${dayForm(place, { to: healthPath(place) })} ${healthWays(place)}`,
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
