import { rateOfProduct } from '#domain/fund/charter.ts'
import { html } from 'hono/html'
import { scopeFor } from '#domain/access/table.ts'
import { charterOf } from '#domain/health/book.ts'
import { tasksOf } from '#domain/health/tasks.ts'
import { capOfMonth, lowerRate } from '#domain/loans/as-written.ts'
import { beyondOf } from '#domain/loans/beyond.ts'
import { stillHeld } from '#domain/loans/held.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { Security } from '#domain/loans/request-state.ts'
import { fairCapOn } from '#domain/fairness/fair-lending.ts'
import { dayToShow } from '#src/app/own-view.ts'
import { type Room, notFound, roomOf } from '#src/http/desk/record.ts'
import { cardOf } from '#src/http/desk/tasks.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type Act, envelopeOf, ofLoan } from '#src/http/lending/act.ts'
import { ballotFields, ballotIn, steppedOutPart } from '#src/http/lending/ballot.ts'
import { proofIn, witnessFields } from '#src/http/lending/witnesses.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import { fact, figure } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { tasksPage } from '#src/pages/older/tasks-page.ts'
import { olderWords } from '#src/words/report-words.ts'
import { deskWords } from '#src/words/words.ts'
import { securityNamed } from '#src/words/older-task-words.ts'

/** What the vote changes: the rate before and after, and what is given up by it. */
const conversionFacts = ({ at, book }: Room, loan: Loan, day: string): Html => {
  const words = olderWords.in(at.language)
  const { rateMonthlyPercent, product, currency } = loan.terms
  const own = rateOfProduct(charterOf(book, day), product)
  const then = lowerRate(lowerRate(own, capOfMonth(fairCapOn(day))), rateMonthlyPercent)
  const amount = beyondOf(loan, day)?.open ?? 0
  return html`<dl class="facts">
    ${fact(words.rateNow, html`<b>${rateMonthlyPercent} %</b>`)}
    ${fact(words.rateThen, html`<b>${then} %</b>`)}
    ${fact(words.givenUp, html`<b>${figure({ amount, currency })}</b>`)}
  </dl>`
}

export const conversion = ofLoan({ name: 'conversion', rule: 'ConvertLoan' }, (room, loan): Act => {
  const words = olderWords.in(room.at.language)
  const { memberId, loanId } = loan
  return {
    shown: 'meeting',
    facts: html`<p>${words.conversionMeaning}</p>
      ${conversionFacts(room, loan, room.today)} ${steppedOutPart(room)}`,
    fields: ballotFields(room, { memberId, isForTheMeeting: true }),
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'ConvertLoan',
      loanId,
      ballot: ballotIn(room, filled),
    }),
    more: (filled) => conversionFacts(room, loan, filled.day),
  }
})

export const givingBack = ofLoan(
  { name: 'giving-back', rule: 'ReturnSecurity' },
  (room, loan): Act => {
    const { at, book, today } = room
    const words = olderWords.in(at.language)
    const held = stillHeld(loan, today)
    return {
      shown: 'card',
      facts: html`<p>${held.length === 0 ? words.nothingHeld : words.givingBackMeaning}</p>`,
      fields: [
        choiceField({
          name: 'security',
          label: words.whatBack,
          choices: choicesOf(held, (one) => securityNamed(one, at.language)),
          fault: words.whatBackFault,
          as: 'radios',
        }),
        ...witnessFields(room, words.witnessHint),
      ],
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'ReturnSecurity',
        loanId: loan.loanId,
        security: filled.of('security') as Security,
        ...proofIn(book, filled),
      }),
    }
  },
)

/** What the committee has still to do about loans of an older book. */
export const tasks = async (context: HttpContext): Promise<Html | Response> => {
  const room = await roomOf(context)
  if (!room) return notFound(context)
  const { at, book, today } = room
  const asOf = dayToShow(book, today)
  const mayRecord = scopeFor('ReturnSecurity', context.get('fund').held) === 'all'
  const words = deskWords.in(at.language)
  const back = mayRecord
    ? { href: `/funds/${at.fundId}/desk`, label: words.backToDesk }
    : { href: '/', label: words.backToFund }
  return tasksPage(
    { ...at, back },
    {
      tasks: tasksOf(book, asOf).map((task) => ({ ...task, card: cardOf(book, task.memberId) })),
      currency: charterOf(book, asOf).currency,
      asOf,
      mayRecord,
    },
  )
}
