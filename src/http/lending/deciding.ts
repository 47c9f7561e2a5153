import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { officerRulesOf } from '#domain/fund/officer-rules.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { planOf, spreadAnew } from '#domain/loans/loan-plan.ts'
import {
  type LoanRequest,
  type RefusalReason,
  refusalReasons,
} from '#domain/loans/request-state.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { duesOf } from '#domain/loans/village-convention.ts'
import { charterOf } from '#domain/health/book.ts'
import { placeInQueue } from '#src/app/lending-queue.ts'
import { requestViewOf } from '#src/app/loan-view.ts'
import { rulingsOnRequest } from '#src/app/request-rulings.ts'
import { type Act, envelopeOf, ofLoan, ofRequest } from '#src/http/lending/act.ts'
import { askedFacts } from '#src/http/lending/asking.ts'
import { areTooFew, ballotFields, ballotIn, steppedOutPart } from '#src/http/lending/ballot.ts'
import { costOf } from '#src/http/lending/cost.ts'
import { type KinRoom, officersOn } from '#src/http/lending/officers.ts'
import { choiceField, choicesOf, countField, dateField, faultsAll } from '#src/desk/fields.ts'
import { fact, figure, wayBack } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { appraisalPart, disclosurePart, guarantorsPart } from '#src/pages/lending/loan-life.ts'
import { wordsAt } from '#src/pages/lending/parts.ts'
import { reasonTold } from '#src/pages/lending/queue-page.ts'
import { queueWords } from '#src/words/words.ts'

/** Whether the officers alone may decide it, as far as that can be told before they vote. */
const isForTheMeeting = (
  room: KinRoom,
  { memberId, amount, isAppeal }: { memberId: string; amount: number; isAppeal: boolean },
): boolean =>
  isAppeal ||
  areTooFew(room, memberId) ||
  amount > officerRulesOf(charterOf(room.book, room.today)).amountMax ||
  officersOn(room, room.today).some((officer) => officer.memberId === memberId)

/** Whether a rule of fairness leaves it to the meeting. */
const isTheMeetings = ({ book, today }: KinRoom, one: LoanRequest): boolean =>
  rulingsOnRequest(book, one, today).some(({ is }) => is === 'for-the-meeting')

/** Where it stands among all that wait, and why. */
const queuePart = ({ at, book, today }: KinRoom, { loanId }: LoanRequest): Html | string => {
  const words = queueWords.in(at.language)
  const place = placeInQueue(book, loanId, today)
  if (!place) return ''
  return html`<section>
    <h2>${words.queue}</h2>
    <p>
      <b>${words.ofQueue(String(place.place), String(place.of))}</b> ${reasonTold(place, words)}
    </p>
    ${wayBack(placeOf.queue(at), words.toQueue)}
  </section>`
}

const decisionFacts = (room: KinRoom, one: LoanRequest): Html => {
  const { at, book, today } = room
  const telling = { language: at.language, currency: charterOf(book, today).currency, isOwn: false }
  const view = requestViewOf(book, one)
  const place = { ...telling, fundId: at.fundId }
  return html`${askedFacts(room, one)} ${appraisalPart(telling, view)}
  ${disclosurePart(place, view)} ${queuePart(room, one)}
  ${view.guarantors.length === 0 ? '' : guarantorsPart(telling, view)} ${costOf(room, one, today)}
  ${steppedOutPart(room)}`
}

export const decision = ofRequest({ name: 'decision', rule: 'DecideLoan' }, (room, one): Act => {
  const { at } = room
  const words = formWordsAt(at)
  const life = wordsAt(at)
  const { memberId, principal: amount } = one.asked
  const isAppeal = one.state === 'appealed'
  return {
    shown: 'meeting',
    facts: decisionFacts(room, one),
    dayLegend: words.dayVoted,
    fields: [
      ...ballotFields(room, {
        memberId,
        isForTheMeeting:
          isForTheMeeting(room, { memberId, amount, isAppeal }) || isTheMeetings(room, one),
      }),
      choiceField({
        name: 'reason',
        label: words.reasonLabel,
        choices: choicesOf(refusalReasons, (reason) => life[`reason_${reason}`]),
        fault: words.chooseOne,
        isOptional: true,
      }),
    ],
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'DecideLoan',
      loanId: one.loanId,
      ballot: ballotIn(room, filled),
      ...(filled.of('reason') === '' ? {} : { reason: filled.of('reason') as RefusalReason }),
    }),
    more: (filled) => costOf(room, one, filled.day),
  }
})

const owedOf = (loan: Loan, day: string): number => standingOf(loan, day)?.owed ?? 0

const largestOf = (parts: readonly number[]): number => Math.max(0, ...parts)

export const newPlan = ofLoan({ name: 'new-plan', rule: 'RescheduleLoan' }, (room, loan): Act => {
  const { at, today } = room
  const words = formWordsAt(at)
  const { currency } = loan.terms
  const owed = owedOf(loan, today)
  const { memberId, loanId } = loan
  const before = largestOf(duesOf(loan).map(({ principal }) => principal))
  const money = (amount: number): Html => html`<b>${figure({ amount, currency })}</b>`
  return {
    shown: 'postponed',
    dayLegend: words.dayVoted,
    facts: html`<p>${words.newPlanMeaning}</p>
      <dl class="facts">
        ${fact(words.owedNow, money(owed))} ${fact(words.largestBefore, money(before))}
      </dl>
      ${steppedOutPart(room)}`,
    fields: [
      countField({
        name: 'months',
        label: words.planMonths,
        isLarge: true,
        faults: faultsAll(words.monthsFault),
      }),
      dateField(at, {
        name: 'firstDueOn',
        label: words.firstDueLabel,
        hint: words.dateHint,
        fault: words.dateFault,
        isOptional: true,
      }),
      ...ballotFields(room, {
        memberId,
        isForTheMeeting: isForTheMeeting(room, { memberId, amount: owed, isAppeal: false }),
      }),
    ],
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'RescheduleLoan',
      loanId,
      months: Number(filled.of('months')),
      ...(filled.of('firstDueOn') === '' ? {} : { firstDueOn: filled.of('firstDueOn') }),
      ballot: ballotIn(room, filled),
    }),
    more: (filled) => {
      const then = owedOf(loan, filled.day)
      const after = spreadAnew(planOf(loan), then, Number(filled.of('months')))
      return html`<dl class="facts">
        ${fact(words.largestBefore, money(before))}
        ${fact(words.largestAfter, money(largestOf(after)))}
      </dl>`
    },
  }
})

export const givingUp = ofLoan({ name: 'giving-up', rule: 'WriteOffLoan' }, (room, loan): Act => {
  const words = formWordsAt(room.at)
  const { memberId, loanId, terms } = loan
  const amount = owedOf(loan, room.today)
  const owed = html`<dl class="facts">
    ${fact(words.owedNow, html`<b class="figure">${figure({ amount, currency: terms.currency })}</b>`)}
  </dl>`
  return {
    shown: 'stop',
    facts: html`<p>${words.givingUpMeaning}</p>
      ${owed} ${steppedOutPart(room)}`,
    dayLegend: words.dayVoted,
    fields: ballotFields(room, { memberId, isForTheMeeting: true }),
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'WriteOffLoan',
      loanId,
      ballot: ballotIn(room, filled),
    }),
    more: () => owed,
  }
})
