import { placeOf, taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { LoanFact } from '#src/app/lending/loan-facts.ts'
import type { LoanView } from '#src/app/lending/loan-view.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { type HealthPlace, dayText } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { HealthWords } from '#src/words/en/health.ts'
import type { LendingWords } from '#src/words/en/lending.ts'
import { olderWords } from '#src/words/report-words.ts'
import { securityNamed } from '#src/words/older-task-words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

export type ShownLoan = {
  readonly view: LoanView
  /** A member who looks at her own loan has the way out on top and goes back to her passbook. */
  readonly isOwn: boolean
  /** Whoever writes things down finds the ways to do so here. */
  readonly mayRecord: boolean
  /** Where it stands for whoever may see names, with whose it is. */
  readonly who?: At | undefined
}

/** What the parts of a loan's page are made from. */
export type LoanPart = ShownLoan & {
  readonly place: HealthPlace
  readonly words: HealthWords
  readonly life: LendingWords
}

const currencyOf = ({ standing }: LoanView): Currency => standing.loan.terms.currency

export const sumInLoan = ({ view }: LoanPart, amount: number): string =>
  moneyInFigures({ amount, currency: currencyOf(view) })

const factNamed = ({ words, life, place }: LoanPart, kind: LoanFact['kind']): string =>
  ({
    'paid-out': words.factPaidOut,
    'taken-over': words.factTakenOver,
    repaid: words.factRepaid,
    'written-off': words.factWrittenOff,
    relief: words.factRelief,
    'part-paid-out': life['fact_part-paid-out'],
    rescheduled: life.fact_rescheduled,
    fined: life.fact_fined,
    recovered: life.fact_recovered,
    'taken-back': life['fact_taken-back'],
    converted: olderWords.in(place.language).fact_converted,
    'given-back': olderWords.in(place.language)['fact_given-back'],
  })[kind]

const repaidLines = (
  { words, life }: LoanPart,
  repaid: Extract<LoanFact, { kind: 'repaid' }>,
): string[] => [
  ...(repaid.differsFromRule ? [words.asWritten] : []),
  ...(repaid.early === undefined ? [] : [life[`early_${repaid.early}`]]),
  ...(repaid.isExcessSaved && repaid.excess > 0 ? [life.excessSaved] : []),
  ...(repaid.sender === undefined ? [] : [life[`sender_${repaid.sender}`]]),
]

/** What more there is to say of a line, by its kind. */
const moreLines = (part: LoanPart, happened: LoanFact): readonly string[] => {
  const { words, life, place } = part
  switch (happened.kind) {
    case 'repaid':
      return repaidLines(part, happened)
    case 'relief':
      return [words.fromTo(dayText(happened.from, place), dayText(happened.to, place))]
    case 'rescheduled':
      return [life.newPlan(String(happened.instalments), dayText(happened.firstDueOn, place))]
    case 'fined':
      return [life.fineFor(dayText(happened.dueOn, place))]
    case 'converted':
      return [`${words.rate} ${happened.rateMonthlyPercent} %`]
    case 'given-back':
      return [
        securityNamed(happened.security, place.language),
        life.witnesses(String(happened.witnesses.length)),
      ]
    case 'taken-back':
      return [life.lineTakenBack(String(happened.line))]
    default:
      return happened.witnesses.length === 0
        ? []
        : [life.witnesses(String(happened.witnesses.length))]
  }
}

const splitLines = (part: LoanPart, happened: LoanFact): readonly string[] => {
  const { words } = part
  const { interest, excess } = happened
  return [
    ...(interest > 0 ? [`${words.interest} ${sumInLoan(part, interest)}`] : []),
    ...(excess > 0 ? [`${sumInLoan(part, excess)} ${words.excess}`] : []),
    ...moreLines(part, happened),
  ]
}

const withoutSum: readonly LoanFact['kind'][] = [
  'relief',
  'rescheduled',
  'converted',
  'given-back',
  'taken-back',
]

const correction = ({ place, mayRecord, life }: LoanPart, { entryId }: LoanFact): Html | string =>
  mayRecord && entryId !== undefined
    ? html`<a class="correct" href="${taskPath(place, 'correction', { entry: entryId })}"
        >${life.correct}</a
      >`
    : ''

/** The number of the line, for officers and auditors the way to its page. */
const entryPart = ({ place, words, isOwn }: LoanPart, seq: number | null | undefined): Html => {
  const said = html`${words.entry} ${seq ?? '–'}`
  return isOwn || seq === null || seq === undefined
    ? html`<span class="quiet">${said}</span>`
    : html`<a href="${placeOf.entry(place, seq)}">${said}</a>`
}

/** Everything that happened to a loan, each line with its entry and the way to take it back. */
export const loanFacts = (part: LoanPart): Html => {
  const { view, place, words } = part
  const row = (happened: LoanFact): Html => {
    const { kind, on, seq, principal, interest, excess } = happened
    const more = splitLines(part, happened)
    return html`<li>
      <span class="row-name">
        <span>${dayText(on, place)}</span> <b>${factNamed(part, kind)}</b>
        ${more.length === 0 ? '' : html`<span class="quiet">${more.join(' · ')}</span>`}
        ${entryPart(part, seq)} ${correction(part, happened)}
      </span>
      <span class="row-sum">
        ${withoutSum.includes(kind) ? '–' : sumInLoan(part, principal + interest + excess)}
      </span>
    </li>`
  }
  return html`<details class="fold part wide-open">
    <summary>${words.facts}</summary>
    <ol class="rows-behind">
      ${view.facts.map(row)}
    </ol>
  </details>`
}
