import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import { quarterEnds } from '#domain/grants/report.ts'
import type { DonorReport, OutcomeReport, YearTable } from '#src/app/support/reports.ts'
import { fact, heading } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { sumInCell, sumShown, tableOf, supportWordsAt } from '#src/pages/support/parts.ts'
import { dateInWords } from '#src/words/locale.ts'

const yearForm = (at: Pick<PageFrame, 'language'>, action: string, year: string): Html => {
  const words = supportWordsAt(at)
  return html`<form class="choose screen-only" method="get" action="${action}">
    <div class="field">
      <label for="year">${words.year}</label>
      <input id="year" name="year" type="text" inputmode="numeric" maxlength="4" value="${year}" />
    </div>
    <button class="button">${words.show}</button>
  </form>`
}

const kindsPart = (at: PageFrame, table: YearTable, currency: Currency): Html => {
  const words = supportWordsAt(at)
  if (table.is === 'not-yet') return html`<p>${words.byKindNotYet}</p>`
  if (table.is === 'too-few') return html`<p>${words.byKindTooFew}</p>`
  return tableOf(
    at,
    [words.kind, words.people, words.about],
    table.rows.map(({ key, people, amount }) => [
      words[`kind_${key}`],
      String(people),
      sumInCell(amount, currency),
    ]),
    currency,
  )
}

/** `2025-Q1` in words. */
export const quarterSaid = ({ language }: Pick<PageFrame, 'language'>, quarter: string): string =>
  supportWordsAt({ language }).quarterName(quarter.slice(-1), quarter.slice(0, 4))

/** The money of quarters that are over: nothing is told where none is. */
const moneyPart = (
  at: PageFrame,
  { quarters, statement, year }: DonorReport,
  currency: Currency,
): Html => {
  const words = supportWordsAt(at)
  if (quarters.length === 0) return html`<p><b>${words.noQuarterYet(year)}</b></p>`
  const last = dateInWords(`${year}-${quarterEnds[quarters.length - 1]}`, at.language)
  const row = (name: string, of: DonorReport['statement']) => [
    name,
    ...([of.opening, of.received, of.spent, of.returned, of.closing] as const).map((amount) =>
      sumInCell(amount, currency),
    ),
  ]
  const isWhole = quarters.length === quarterEnds.length
  return html`<dl class="facts">
      ${fact(words.leftOn(last), html`<b class="figure">${sumShown(statement.closing, currency)}</b>`)}
    </dl>
    ${tableOf(
      at,
      [words.quarter, words.opening, words.received, words.spent, words.returned, words.closing],
      [
        ...quarters.map((one) => row(quarterSaid(at, one.quarter), one)),
        row(isWhole ? words.wholeYear(year) : words.untilDay(last), statement),
      ],
      currency,
    )}`
}

/** What was paid, by code, and by purpose where something was. */
const paidPart = (
  at: PageFrame,
  { codes, byKind, quarters, statement, year }: DonorReport,
  currency: Currency,
): Html | string => {
  const words = supportWordsAt(at)
  if (quarters.length === 0) return ''
  // Of a quarter that still runs nothing is told, not even that nothing was paid in it.
  const isWhole = quarters.length === quarterEnds.length
  const nothing = isWhole ? words.nothingPaid(year) : words.noCodes
  const none = statement.spent === 0 ? nothing : words.withoutCodes
  const isShown = codes.length > 0 || byKind.is === 'told'
  return html`<h2>${words.codes}</h2>
    <p>${codes.length === 0 ? none : codes.join(', ')}</p>
    ${
      isShown
        ? html`<h2>${words.byKind}</h2>
            ${kindsPart(at, byKind, currency)}`
        : ''
    }`
}

/** What a donor is told of a window in a year, to print. */
export const donorReportPage = (
  at: PageFrame,
  { report, currency, action }: { report: DonorReport; currency: Currency; action: string },
): Html => {
  const words = supportWordsAt(at)
  return layout({
    ...at,
    content: html`<div class="desk on-paper on-a4">
      ${heading('book', words.reportHeading(report.windowId, report.year))}
      ${
        at.printedFor === undefined
          ? ''
          : html`<p>
              <b><bdi>${at.printedFor}</bdi></b>
            </p>`
      }
      <p>${words.reportLead}</p>
      ${yearForm(at, action, report.year)} ${moneyPart(at, report, currency)}
      ${paidPart(at, report, currency)}
      <p class="quiet screen-only">${words.print}</p>
    </div>`,
  })
}

/** What support came to over all funds of a network in a year. */
export const outcomesPage = (
  frame: PageFrame,
  { report, year }: { readonly report: OutcomeReport; readonly year: string },
): Html => {
  const words = supportWordsAt(frame)
  const about = (n: number | undefined): string => (n === undefined ? words.tooFew : String(n))
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${heading('glass', words.outcomesHeading)}
      <p>${words.outcomesLead}</p>
      ${yearForm(frame, '/team/outcomes', year)}
      ${
        report.is === 'not-yet'
          ? html`<p><b>${words.outcomesNotYet}</b></p>`
          : html`<dl class="facts">
                ${fact(words.helped, html`<b class="figure">${about(report.people)}</b>`)}
                ${fact(words.survivors, about(report.survivors))}
              </dl>
              ${
                report.outcomes.length === 0
                  ? html`<p>${words.tooFew}</p>`
                  : tableOf(
                      frame,
                      [words.followUps, words.people],
                      report.outcomes.map(({ key, people }) => [
                        words[`outcome_${key}`],
                        String(people),
                      ]),
                    )
              }`
      }
      <p class="quiet screen-only">${words.print}</p>
    </div>`,
  })
}
