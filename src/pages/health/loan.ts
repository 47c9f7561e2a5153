import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import { settlementOn } from '#src/app/before-after.ts'
import type { LoanFact } from '#src/app/loan-facts.ts'
import type { Instalment, InstalmentState, LoanView } from '#src/app/loan-view.ts'
import {
  type HealthPlace,
  dayTold,
  fact,
  healthLayout,
  mark,
  wordsAt,
} from '#src/pages/health/parts.ts'
import { placeOf as ownPlaces, quickExit } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { type Act, actsPart } from '#src/pages/lending/acts.ts'
import { decisionPart, guarantorsPart } from '#src/pages/lending/loan-life.ts'
import { taskPath } from '#src/pages/lending/parts.ts'
import type { HealthWords } from '#src/words/health-words.ts'
import { type LendingWords, lendingWords } from '#src/words/lending-words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

export type ShownLoan = {
  readonly view: LoanView
  /** A member who looks at her own loan has the way out on top and goes back to her passbook. */
  readonly isOwn: boolean
  /** Whoever writes things down finds the ways to do so here. */
  readonly mayRecord: boolean
}

type Part = ShownLoan & {
  readonly place: HealthPlace
  readonly words: HealthWords
  readonly life: LendingWords
}

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

/** What only some loans have: parts still to come, a claim left, money that may come back. */
const moreStanding = (part: Part): Html => {
  const { view, life } = part
  const { standing: now, claim } = view
  const { origin, draws = [], terms: agreed } = now.loan
  const inParts = origin.kind === 'paid-out' && (origin.amount !== undefined || draws.length > 0)
  const soFar = draws.reduce(
    (sum, { amount }) => sum + amount,
    (origin.kind === 'paid-out' ? origin.amount : undefined) ?? agreed.principal,
  )
  return html`${inParts ? fact(life.paidSoFar, sumTold(part, soFar)) : ''}
  ${claim > 0 ? fact(life.claim, sumTold(part, claim)) : ''}
  ${now.owed > 0 ? fact(life.settlesToday, sumTold(part, settlementOn(now.loan, view.asOf))) : ''}`
}

const standing = (part: Part): Html => {
  const { view, place, words, life } = part
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
      ${moreStanding(part)}
    </dl>
    ${
      view.moneyBackUntil === undefined
        ? ''
        : html`<p>${life.moneyBack(dayTold(view.moneyBackUntil, place))}</p>`
    }
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

const factNamed = ({ words, life }: Part, kind: LoanFact['kind']): string =>
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
  })[kind]

const repaidTold = (
  { words, life }: Part,
  repaid: Extract<LoanFact, { kind: 'repaid' }>,
): string[] => [
  ...(repaid.differsFromRule ? [words.asWritten] : []),
  ...(repaid.early === undefined ? [] : [life[`early_${repaid.early}`]]),
  ...(repaid.isExcessSaved && repaid.excess > 0 ? [life.excessSaved] : []),
  ...(repaid.sender === undefined ? [] : [life[`sender_${repaid.sender}`]]),
]

/** What more there is to say of a line, by its kind. */
const moreTold = (part: Part, happened: LoanFact): readonly string[] => {
  const { words, life, place } = part
  switch (happened.kind) {
    case 'repaid':
      return repaidTold(part, happened)
    case 'relief':
      return [words.fromTo(dayTold(happened.from, place), dayTold(happened.to, place))]
    case 'rescheduled':
      return [life.newPlan(String(happened.instalments), dayTold(happened.firstDueOn, place))]
    case 'fined':
      return [life.fineFor(dayTold(happened.dueOn, place))]
    case 'taken-back':
      return [life.lineTakenBack(String(happened.line))]
    default:
      return happened.witnesses.length === 0
        ? []
        : [life.witnesses(String(happened.witnesses.length))]
  }
}

const splitTold = (part: Part, happened: LoanFact): readonly string[] => {
  const { words } = part
  const { interest, excess } = happened
  return [
    ...(interest > 0 ? [`${words.interest} ${sumTold(part, interest)}`] : []),
    ...(excess > 0 ? [`${sumTold(part, excess)} ${words.excess}`] : []),
    ...moreTold(part, happened),
  ]
}

const withoutSum: readonly LoanFact['kind'][] = ['relief', 'rescheduled', 'taken-back']

const correction = ({ place, mayRecord, life }: Part, { entryId }: LoanFact): Html | string =>
  mayRecord && entryId !== undefined
    ? html`<a class="correct" href="${taskPath(place, 'correction', { entry: entryId })}"
        >${life.correct}</a
      >`
    : ''

const facts = (part: Part): Html => {
  const { view, place, words } = part
  const row = (happened: LoanFact): Html => {
    const { kind, on, seq, principal, interest, excess } = happened
    const more = splitTold(part, happened)
    return html`<li>
      <span class="row-name">
        <span>${dayTold(on, place)}</span> <b>${factNamed(part, kind)}</b>
        ${more.length === 0 ? '' : html`<span class="quiet">${more.join(' · ')}</span>`}
        <span class="quiet">${words.entry} ${seq ?? '–'}</span> ${correction(part, happened)}
      </span>
      <span class="row-sum">
        ${withoutSum.includes(kind) ? '–' : sumTold(part, principal + interest + excess)}
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

/** What can be written down of a loan as it stands; the likely first. */
const actsOn = ({ standing: { status, daysPastDue, loan }, claim }: LoanView): readonly Act[] => {
  if (status === 'written-off') return claim > 0 ? ['recovery'] : []
  const { origin, draws = [], terms: agreed } = loan
  const lent = draws.reduce(
    (sum, { amount }) => sum + amount,
    origin.kind === 'paid-out' ? (origin.amount ?? agreed.principal) : agreed.principal,
  )
  const part: readonly Act[] = lent < agreed.principal ? ['payout-part'] : []
  if (status === 'closed') return part
  const fine: readonly Act[] = daysPastDue > 0 ? ['late-fine'] : []
  return ['repayment', ...part, ...fine, 'new-plan', 'giving-up']
}

/** One loan: what was agreed, where it stands, each instalment, and everything that happened with its entry. */
export const loanPage = ({ view, isOwn, mayRecord }: ShownLoan, place: HealthPlace): Html => {
  const words = wordsAt(place)
  const { language, fundId } = place
  const life = lendingWords.in(language)
  const part = { view, isOwn, mayRecord, place, words, life }
  const { number, loanId, terms: agreed } = view.standing.loan
  const at = { language, currency: agreed.currency, isOwn }
  const back = isOwn
    ? { href: ownPlaces.own(fundId), label: words.backToOwn }
    : { href: `/funds/${fundId}/loans`, label: life.backToRegister }
  return healthLayout(
    { ...place, back },
    html`${isOwn ? quickExit(language) : ''}
      <h1><bdi>${words.loanHeading(number)}</bdi></h1>
      <p>
        <b><bdi>${words.ofCard(view.card)}</bdi></b> · <bdi>${place.fundName}</bdi> ·
        ${words.onDay(dayTold(view.asOf, place))}
      </p>
      ${mayRecord ? actsPart(place, { loanId, acts: actsOn(view) }) : ''}
      <div class="groups">
        ${standing(part)} ${terms(part)} ${decisionPart(at, view.asked)}
        ${guarantorsPart(at, view.asked)}
      </div>
      <div class="parts">${schedule(part)} ${facts(part)}</div>`,
  )
}
