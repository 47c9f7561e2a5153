import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { Instalment, InstalmentState, LoanFact, LoanView } from '#src/app/loan-view.ts'
import {
  type HealthPlace,
  behindReport,
  dayTold,
  fact,
  healthLayout,
  mark,
  wordsAt,
} from '#src/pages/health/parts.ts'
import { placeOf as ownPlaces, quickExit } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { HealthWords } from '#src/words/health-words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

export type ShownLoan = {
  readonly view: LoanView
  /** A member who looks at her own loan has the way out on top and goes back to her passbook. */
  readonly isOwn: boolean
}

type Part = ShownLoan & { readonly place: HealthPlace; readonly words: HealthWords }

const currencyOf = ({ standing }: LoanView): Currency => standing.loan.terms.currency

const sumTold = ({ view }: Part, amount: number): string =>
  moneyInFigures({ amount, currency: currencyOf(view) })

const terms = (part: Part): Html => {
  const { view, isOwn, place, words } = part
  const { product, principal, months, rateMonthlyPercent, firstDueOn, charterVersion } =
    view.standing.loan.terms
  return html`<section>
    <h2>${words.loanTerms}</h2>
    <dl class="figures">
      ${fact(words.principal, sumTold(part, principal))}
      ${fact(words.paidOut, dayTold(view.paidOutOn, place))} ${fact(words.months, String(months))}
      ${fact(words.rate, `${rateMonthlyPercent} %`)} ${fact(words.product, words[product])}
      ${fact(words.firstDue, dayTold(firstDueOn, place))}
      ${isOwn ? '' : fact(words.charter, words.version(charterVersion))}
    </dl>
  </section>`
}

const stateMark = ({ view, words }: Part): Html => {
  const { status, daysPastDue, isUnderRelief } = view.standing
  if (status === 'closed') return mark('good', words.statusClosed)
  if (status === 'written-off') return mark('bad', words.statusWrittenOff)
  return html`${mark('calm', words.statusOpen)}
  ${daysPastDue > 0 ? mark('bad', `${words.late} ${words.days(daysPastDue)}`) : ''}
  ${isUnderRelief ? mark('eased', words.underRelief) : ''}`
}

const standing = (part: Part): Html => {
  const { view, place, words } = part
  const { owed, interestDue, principalPaid, interestPaid, overdue, nextDue, writtenOff } =
    view.standing
  return html`<section>
    <h2>${words.standing}</h2>
    <p class="large">${sumTold(part, owed)}</p>
    <p>${words.left}: ${stateMark(part)}</p>
    <dl class="figures">
      ${owed > 0 ? fact(words.interestDue, sumTold(part, Math.max(interestDue, 0))) : ''}
      ${owed > 0 ? fact(words.overdue, sumTold(part, overdue)) : ''}
      ${fact(words.principalPaid, sumTold(part, principalPaid))}
      ${fact(words.interestPaid, sumTold(part, interestPaid))}
      ${writtenOff > 0 ? fact(words.off, sumTold(part, writtenOff)) : ''}
      ${
        nextDue === undefined
          ? ''
          : fact(
              words.nextDue,
              sumTold(part, nextDue.principal),
              html`<span class="quiet">${dayTold(nextDue.on, place)}</span>`,
            )
      }
    </dl>
  </section>`
}

const tones: Readonly<Record<InstalmentState, Parameters<typeof mark>[0]>> = {
  paid: 'good',
  paidLate: 'bad',
  dueLate: 'bad',
  dueAhead: 'calm',
  deferred: 'eased',
  off: 'bad',
}

const schedule = (part: Part): Html => {
  const { view, place, words } = part
  const row = ({ on, principal, state, paidOn }: Instalment): Html =>
    html`<li>
      <span class="row-name">
        <span>${dayTold(on, place)}</span>
        <span>
          ${mark(tones[state], words[state])}
          ${
            state === 'paidLate' && paidOn !== undefined
              ? html`<span class="quiet">${words.on(dayTold(paidOn, place))}</span>`
              : ''
          }
        </span>
      </span>
      <span class="row-sum">${state === 'deferred' ? '–' : sumTold(part, principal)}</span>
    </li>`
  const total = view.instalments.reduce((sum, { principal }) => sum + principal, 0)
  return html`<section class="part">
    <h2>${words.schedule}</h2>
    ${
      view.instalments.length === 0
        ? html`<p>${words.noInstalments}</p>`
        : html`<ol class="rows-behind">
              ${view.instalments.map(row)}
            </ol>
            <p class="row-total"><b>${words.total}</b> <b>${sumTold(part, total)}</b></p>`
    }
  </section>`
}

const factNames = {
  'paid-out': 'factPaidOut',
  'taken-over': 'factTakenOver',
  repaid: 'factRepaid',
  'written-off': 'factWrittenOff',
  relief: 'factRelief',
} as const satisfies Readonly<Record<LoanFact['kind'], keyof HealthWords>>

const splitTold = (part: Part, happened: LoanFact): readonly string[] => {
  const { words } = part
  const { interest, excess } = happened
  return [
    ...(interest > 0 ? [`${words.interest} ${sumTold(part, interest)}`] : []),
    ...(excess > 0 ? [`${sumTold(part, excess)} ${words.excess}`] : []),
    ...(happened.kind === 'repaid' && happened.differsFromRule ? [words.asWritten] : []),
    ...(happened.kind === 'relief'
      ? [words.fromTo(dayTold(happened.from, part.place), dayTold(happened.to, part.place))]
      : []),
  ]
}

const facts = (part: Part): Html => {
  const { view, place, words } = part
  const row = (happened: LoanFact): Html => {
    const { kind, on, seq, principal, interest, excess } = happened
    const more = splitTold(part, happened)
    return html`<li>
      <span class="row-name">
        <span>${dayTold(on, place)}</span> <b>${words[factNames[kind]]}</b>
        ${more.length === 0 ? '' : html`<span class="quiet">${more.join(' · ')}</span>`}
        <span class="quiet">${words.entry} ${seq ?? '–'}</span>
      </span>
      <span class="row-sum">
        ${kind === 'relief' ? '–' : sumTold(part, principal + interest + excess)}
      </span>
    </li>`
  }
  return html`<section class="part">
    <h2>${words.facts}</h2>
    <ol class="rows-behind">
      ${view.facts.map(row)}
    </ol>
  </section>`
}

/** One loan: what was agreed, where it stands, each instalment, and everything that happened with its entry. */
export const loanPage = ({ view, isOwn }: ShownLoan, place: HealthPlace): Html => {
  const words = wordsAt(place)
  const part = { view, isOwn, place, words }
  const { number } = view.standing.loan
  const back = { href: ownPlaces.own(place.fundId), label: words.backToOwn }
  return healthLayout(
    isOwn ? { ...place, back } : behindReport(place),
    html`${isOwn ? quickExit(place.language) : ''}
      <h1><bdi>${words.loanHeading(number)}</bdi></h1>
      <p>
        <b><bdi>${words.ofCard(view.card)}</bdi></b> · <bdi>${place.fundName}</bdi> ·
        ${words.onDay(dayTold(view.asOf, place))}
      </p>
      <div class="groups">${standing(part)} ${terms(part)}</div>
      <div class="parts">${schedule(part)} ${facts(part)}</div>`,
  )
}
