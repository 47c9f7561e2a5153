import { html } from 'hono/html'
import { type DueMark, dueInterest, dueSum } from '#src/pages/due.ts'
import { daysBetween } from '#domain/kernel/dates.ts'
import { earlyPaymentOf } from '#domain/loans/early.ts'
import { convertedOn, isUnfair, rateOn } from '#domain/loans/beyond.ts'
import { stillHeld } from '#domain/loans/held.ts'
import { lentSoFar } from '#domain/loans/loan.ts'
import type { Instalment, InstalmentState, LoanView } from '#src/app/lending/loan-view.ts'
import {
  type HealthPlace,
  dayText,
  figureFact,
  healthLayout,
  mark,
  healthWordsAt,
} from '#src/pages/health/parts.ts'
import { ownPlace } from '#src/pages/household/parts.ts'
import {
  type LoanPart,
  type ShownLoan,
  loanFacts,
  sumInLoan,
} from '#src/pages/health/loan-facts.ts'
import type { Html } from '#src/pages/layout.ts'
import { olderParts } from '#src/pages/older/older-part.ts'
import { type Act, actsPart } from '#src/pages/lending/acts.ts'
import { gatesPart } from '#src/pages/lending/gates.ts'
import { guarantorsPart } from '#src/pages/lending/loan-life.ts'
import { whoHeading } from '#src/pages/people/face.ts'
import { deskWords, lendingWords } from '#src/words/words.ts'

const terms = (part: LoanPart): Html => {
  const { view, isOwn, place, words } = part
  const { loan } = view.standing
  const { product, principal, months, firstDueOn, charterVersion } = loan.terms
  return html`<details class="fold wide-open">
    <summary>${words.loanTerms}</summary>
    <dl class="figures">
      ${figureFact(words.principal, sumInLoan(part, principal))}
      ${figureFact(words.paidOut, dayText(view.paidOutOn, place))}
      ${figureFact(words.months, String(months))}
      ${figureFact(words.rate, `${rateOn(loan, view.asOf)} %`)}
      ${figureFact(words.product, words[product])}
      ${figureFact(words.firstDue, dayText(firstDueOn, place))}
      ${isOwn ? '' : figureFact(words.charter, words.version(charterVersion))}
    </dl>
  </details>`
}

const stateMark = ({ view, words }: LoanPart): Html => {
  const { status, daysPastDue, isUnderRelief } = view.standing
  if (status === 'closed') return mark('good', words.statusClosed)
  if (status === 'written-off') return mark('bad', words.statusWrittenOff)
  return html`${
    daysPastDue > 0
      ? mark('bad', `${words.late} ${words.days(daysPastDue)}`)
      : mark('calm', words.statusOpen)
  }
  ${isUnderRelief ? mark('eased', words.underRelief) : ''}`
}

/** How much of a payment is interest; of one that is still to come, marked as it is everywhere. */
const ofIt = (part: LoanPart, interest: number, of?: DueMark): Html | '' => {
  if (interest <= 0) return ''
  const said = deskWords.in(part.place.language).ofItInterest(sumInLoan(part, interest))
  return html`<span class="quiet">${of ? dueInterest(of, said) : said}</span>`
}

/** What is late or falls due on the day, before what comes next: whoever is late has not only the next payment to bring. */
const payments = (part: LoanPart): Html => {
  const { view, place, life } = part
  const { due, next, asOf } = view
  const { loanId } = view.standing.loan
  const now = { loanId, on: asOf }
  return html`${
    due.total > 0
      ? figureFact(
          life.dueNow,
          dueSum(now, html`<b>${sumInLoan(part, due.total)}</b>`),
          ofIt(part, due.interest, now),
        )
      : ''
  }
  ${
    next === undefined || next.on === asOf
      ? ''
      : figureFact(
          due.total > 0 ? life.nextUnpaid : life.nextDue,
          dueSum({ loanId, on: next.on }, sumInLoan(part, next.amount)),
          html`<span class="quiet">${dayText(next.on, place)}</span>
            ${ofIt(part, next.interest, { loanId, on: next.on })}`,
        )
  }`
}

/** What only some loans have: parts still to come, a claim left, money that may come back. */
const moreStanding = (part: LoanPart): Html => {
  const { view, life } = part
  const { standing: now, claim } = view
  const { origin, draws = [] } = now.loan
  const inParts = origin.kind === 'paid-out' && (origin.amount !== undefined || draws.length > 0)
  const early = earlyPaymentOf(now.loan, view.asOf)
  return html`${inParts ? figureFact(life.paidSoFar, sumInLoan(part, lentSoFar(now.loan))) : ''}
  ${claim > 0 ? figureFact(life.claim, sumInLoan(part, claim)) : ''}
  ${early ? figureFact(life.settlesToday, sumInLoan(part, view.settlement), ofIt(part, view.settlement - now.owed)) : ''}
  ${early && early.saved > 0 ? figureFact(life.saves, sumInLoan(part, early.saved)) : ''}`
}

const standing = (part: LoanPart): Html => {
  const { view, place, words, life } = part
  const { owed, principalPaid, interestPaid, overdue, writtenOff } = view.standing
  return html`<section>
    <h2>${words.standing}</h2>
    <p class="large">${sumInLoan(part, owed)}</p>
    <p>${words.left} · ${stateMark(part)}</p>
    <dl class="figures">
      ${payments(part)} ${owed > 0 ? figureFact(words.overdue, sumInLoan(part, overdue)) : ''}
      ${figureFact(words.principalPaid, sumInLoan(part, principalPaid))}
      ${figureFact(words.interestPaid, sumInLoan(part, interestPaid))}
      ${writtenOff > 0 ? figureFact(words.off, sumInLoan(part, writtenOff)) : ''}
      ${moreStanding(part)}
    </dl>
    ${
      view.moneyBackUntil === undefined
        ? ''
        : html`<p>${life.moneyBack(dayText(view.moneyBackUntil, place))}</p>`
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

const schedule = (part: LoanPart): Html => {
  const { view, place, words } = part
  const row = ({ on, principal, state, paidOn }: Instalment): Html =>
    html`<li>
      <span class="row-name">
        <span>${dayText(on, place)}</span>
        <span>
          ${mark(tones[state], words[state])}
          ${
            state === 'paidLate' && paidOn !== undefined
              ? html`<span class="quiet">${words.on(dayText(paidOn, place))}</span>`
              : ''
          }
        </span>
      </span>
      <span class="row-sum">${state === 'deferred' ? '–' : sumInLoan(part, principal)}</span>
    </li>`
  const total = view.instalments.reduce((sum, { principal }) => sum + principal, 0)
  return html`<details class="fold part wide-open">
    <summary>${words.schedule}</summary>
    ${
      view.instalments.length === 0
        ? html`<p>${words.noInstalments}</p>`
        : html`<ol class="rows-behind">
              ${view.instalments.map(row)}
            </ol>
            <p class="row-total"><b>${words.total}</b> <b>${sumInLoan(part, total)}</b></p>`
    }
  </details>`
}

/** What an older book left to do: papers that are held, terms that no vote would lend by. */
const olderActs = ({ standing: { status, loan }, asOf }: LoanView): readonly Act[] => [
  ...(stillHeld(loan, asOf).length > 0 ? (['giving-back'] as const) : []),
  ...(status === 'open' && isUnfair(loan) && convertedOn(loan) === undefined
    ? (['conversion'] as const)
    : []),
]

/** For so many days it is asked whether the money has come. */
const wordDays = 31

const wordWanted = ({ standing: { loan }, asOf }: LoanView): readonly Act[] =>
  loan.origin.kind === 'paid-out' &&
  loan.confirmations === undefined &&
  daysBetween(loan.origin.on, asOf) <= wordDays
    ? ['payout-word']
    : []

/** What can be written down of a loan as it stands; the likely first. */
const actsOn = (view: LoanView): readonly Act[] => {
  const { standing, claim } = view
  const { status, daysPastDue, loan } = standing
  const older = olderActs(view)
  if (status === 'written-off') return [...(claim > 0 ? (['recovery'] as const) : []), ...older]
  const isWhole = loan.origin.kind === 'taken-over' || lentSoFar(loan) >= loan.terms.principal
  const part: readonly Act[] = isWhole ? [] : ['payout-part']
  if (status === 'closed') return [...part, ...older]
  const fine: readonly Act[] = daysPastDue > 0 ? ['late-fine'] : []
  return [
    'repayment',
    ...older,
    ...part,
    ...wordWanted(view),
    ...fine,
    'from-savings',
    'new-plan',
    'giving-up',
  ]
}

/** How it came to be lent, gate by gate. */
const historyPart = ({ view, isOwn, place, life, who }: LoanPart): Html => {
  const { asked, paidOutOn, standing: now } = view
  const { number, terms: agreed } = now.loan
  if (asked === undefined)
    return html`<section>
      <h2>${life.decided}</h2>
      <p>${life.withoutDecision}</p>
    </section>`
  const { language, fundId } = place
  const at = { language, fundId, currency: agreed.currency, isOwn, nameOf: who?.nameOf }
  const paidOut = `${dayText(paidOutOn, place)} · ${number}`
  return gatesPart(at, { view: asked, open: undefined, paidOut })
}

/** Whose it is: for whoever may see names face and name first, then card and number. */
const headingPart = ({ view, words, who, place }: LoanPart): Html => {
  const number = words.loanHeading(view.standing.loan.number)
  const onDay = words.onDay(dayText(view.asOf, place))
  if (who?.face !== undefined)
    return whoHeading(who, who.face, {
      more: html`<b><bdi>${number}</bdi></b> · ${onDay}`,
      hear: number,
    })
  return html`<h1><bdi>${number}</bdi></h1>
    <p>
      <b><bdi>${words.ofCard(view.card)}</bdi></b> · <bdi>${place.fundName}</bdi> · ${onDay}
    </p>`
}

/** One loan: what was agreed, where it stands, each instalment, and everything that happened with its entry. */
export const loanPage = ({ view, isOwn, mayRecord, who }: ShownLoan, place: HealthPlace): Html => {
  const words = healthWordsAt(place)
  const { language, fundId } = place
  const life = lendingWords.in(language)
  const part = { view, isOwn, mayRecord, who, place, words, life }
  const { loanId, terms: agreed } = view.standing.loan
  const at = { language, currency: agreed.currency, isOwn, nameOf: who?.nameOf }
  const back = isOwn
    ? { href: ownPlace.own(fundId), label: words.backToOwn }
    : { href: `/funds/${fundId}/loans`, label: life.backToRegister }
  return healthLayout(
    { ...place, back, isLeftAtOnce: isOwn },
    html`${headingPart(part)} ${mayRecord ? actsPart(place, { loanId, acts: actsOn(view) }) : ''}
      <div class="groups">
        ${standing(part)} ${terms(part)}
        ${olderParts(view.standing.whole, { asOf: view.asOf, language })}
        ${guarantorsPart(at, view.asked)}
      </div>
      <div class="parts">${schedule(part)} ${loanFacts(part)}</div>
      ${historyPart(part)}`,
  )
}
