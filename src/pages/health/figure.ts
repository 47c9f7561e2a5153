import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { FigureRow } from '#src/app/health/figure-facts.ts'
import {
  type FigureDetail,
  type FigureKey,
  type FigurePart,
  isFigureKey,
} from '#src/app/health/figure-rows.ts'
import {
  type HealthPlace,
  behindReport,
  dayText,
  entryLinks,
  healthLayout,
  mark,
  healthPlace,
  valueText,
  healthWordsAt,
} from '#src/pages/health/parts.ts'
import { type Subjects, detailsPart, subjectPart } from '#src/pages/health/warnings.ts'
import { entryNameOf } from '#src/words/code-words.ts'
import type { Html } from '#src/pages/layout.ts'
import { accountWords, figureWords, partWords, sumWords } from '#src/words/words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

type ShownFigure = Subjects & {
  readonly detail: FigureDetail
  readonly asOf: LocalDate
}

const lookUp = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key

/** Where the rows of a sum stand that is no figure of its own. */
const figureBehind: Readonly<Record<string, FigureKey>> = {
  'portfolio-at-start': 'gross_loan_portfolio',
  'savings-at-start': 'member_savings',
  'provision-change': 'provision',
  'written-off': 'write_off_percent',
}

/** A sum inside another figure: its name, and the way to it where it is a figure itself. */
const sumRow = (row: FigureRow & { kind: 'sum' }, place: HealthPlace): Html => {
  const { of, on } = row
  if (isFigureKey(of))
    return html`<a href="${healthPlace.figure(place, of)}"
      >${figureWords.in(place.language)[of]}</a
    >`
  const name = lookUp(sumWords.in(place.language), of)
  const key = figureBehind[of]
  if (key === undefined) return html`${name}`
  return on === undefined
    ? html`<a href="${healthPlace.figure(place, key)}">${name}</a>`
    : html`<a href="${healthPlace.figure(place, key, on)}">${name}</a>
        <span class="quiet">${healthWordsAt(place).on(dayText(on, place))}</span>`
}

const loanRow = (
  row: FigureRow & { kind: 'loan' },
  place: HealthPlace,
  currency: Currency,
): Html => {
  const words = healthWordsAt(place)
  const { loanId, number, card, owed, daysPastDue, isUnderRelief, amount } = row
  const isOwedShown = owed !== amount && owed > 0
  return html`<a href="${healthPlace.loan(place, loanId)}"
      ><bdi>${words.subject_loan} ${number}</bdi></a
    >
    <span class="quiet"><bdi>${words.ofCard(card)}</bdi></span>
    ${
      isOwedShown
        ? html`<span class="quiet"
            >${words.owed} ${moneyInFigures({ amount: owed, currency })}</span
          >`
        : ''
    }
    ${daysPastDue > 0 ? mark('bad', `${words.late} ${words.days(daysPastDue)}`) : ''}
    ${isUnderRelief ? mark('eased', words.underRelief) : ''}`
}

const rowContent = (row: FigureRow, place: HealthPlace, shown: Subjects): Html => {
  const words = healthWordsAt(place)
  const { language } = place
  switch (row.kind) {
    case 'loan':
      return loanRow(row, place, shown.currency)
    case 'member':
      return html`<bdi>${words.ofCard(row.card)}</bdi>`
    case 'window':
      return html`<bdi>${words.windowOf(row.windowId)}</bdi>`
    case 'meeting':
      return html`${words.meetingOf(dayText(row.on, place))}`
    case 'account':
      return html`${accountWords.in(language)[row.account as keyof ReturnType<typeof accountWords.in>]}`
    case 'finding':
      return html`${subjectPart(row.finding, shown, place)}
      ${detailsPart(row.finding, shown, place)}`
    case 'postings':
      return html`<span>${dayText(row.on, place)}</span>
        <span>${entryNameOf(row.entryType, language)}</span>
        ${entryLinks(place, row.entries)}`
    case 'sum':
      return sumRow(row, place)
  }
}

const amountText = (amount: number, unit: FigurePart['unit'], currency: Currency): string =>
  unit === 'money' ? moneyInFigures({ amount, currency }) : String(amount)

/** Half of a sum can end in a half: it is never rounded away. */
const halfText = ({ total, unit }: FigurePart, currency: Currency): string => {
  const whole = Math.trunc(total / 2)
  return total % 2 === 0
    ? amountText(whole, unit, currency)
    : `${amountText(whole, unit, currency)} ½`
}

const totalText = (part: FigurePart, currency: Currency): string =>
  part.isHalved ? halfText(part, currency) : amountText(part.total, part.unit, currency)

const partTable = (part: FigurePart, shown: ShownFigure, place: HealthPlace): Html => {
  const words = healthWordsAt(place)
  const { currency } = shown
  return html`<section class="part">
    <h2>${partWords.in(place.language)[part.part]}</h2>
    ${
      part.rows.length === 0
        ? html`<p>${words.noRows}</p>`
        : html`<ol class="rows-behind">
            ${part.rows.map(
              (row) =>
                html`<li>
                  <span class="row-name">${rowContent(row, place, shown)}</span>
                  <span class="row-sum">${amountText(row.amount, part.unit, currency)}</span>
                </li>`,
            )}
          </ol>`
    }
    <p class="row-total">
      <b>${words.total}</b> <b>${amountText(part.total, part.unit, currency)}</b>
    </p>
    ${
      part.isHalved
        ? html`<p class="row-total">
            <span>${words.half}</span> <b>${halfText(part, currency)}</b>
          </p>`
        : ''
    }
  </section>`
}

const formula = ({ detail, currency }: ShownFigure, place: HealthPlace): Html => {
  const words = healthWordsAt(place)
  const names = partWords.in(place.language)
  const { numerator, denominator, value, unit } = detail
  const line = (before: string, name: string, sum: string): Html =>
    html`<div>
      <dt>${before === '' ? '' : html`<span class="quiet">${before}</span> `}${name}</dt>
      <dd class="together">${sum}</dd>
    </div>`
  return html`<section class="formula">
    <h2>${words.formula}</h2>
    <dl>
      ${line('', names[numerator.part], amountText(numerator.total, numerator.unit, currency))}
      ${
        denominator === undefined
          ? ''
          : html`${line(words.dividedBy, names[denominator.part], totalText(denominator, currency))}
            ${unit === 'percent' ? line('', words.hundred, '') : ''}`
      }
      <div class="result">
        <dt>${words.isResult}</dt>
        <dd class="together">${valueText(value, { unit, currency, words })}</dd>
      </div>
    </dl>
    ${value === null ? html`<p>${words.noBaseMeaning}</p>` : ''}
  </section>`
}

/** One figure down to its rows: the formula in words, and everything that it is made of, adding up. */
export const figurePage = (shown: ShownFigure, place: HealthPlace): Html => {
  const words = healthWordsAt(place)
  const { detail, asOf, currency } = shown
  const { numerator, denominator, value, unit } = detail
  return healthLayout(
    behindReport(place),
    html`<h1>${figureWords.in(place.language)[detail.key]}</h1>
      <p class="large">${valueText(value, { unit, currency, words })}</p>
      <p><bdi>${place.fundName}</bdi> · ${words.onDay(dayText(asOf, place))}</p>
      ${formula(shown, place)}
      <div class="parts">
        ${partTable(numerator, shown, place)}
        ${denominator === undefined ? '' : partTable(denominator, shown, place)}
      </div>`,
  )
}
