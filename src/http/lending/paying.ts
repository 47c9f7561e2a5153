import { html } from 'hono/html'
import { amountOf, byKind } from '#domain/ledger/statements.ts'
import { type FundBook, charterOf, standingsOn } from '#domain/health/book.ts'
import { fineAllowedOn } from '#domain/loans/fine-limits.ts'
import { type Sender, senders } from '#domain/loans/loan.ts'
import { claimOf } from '#domain/loans/books.ts'
import type { Filled, Room } from '#src/http/desk/record.ts'
import { cardOf } from '#src/http/desk/tasks.ts'
import { saidIn, sumIn } from '#src/desk/typed.ts'
import { type Act, envelopeOf, ofLoan, ofMember } from '#src/http/lending/act.ts'
import { type Choice, type Field, choiceField, choicesOf, sumField } from '#src/desk/fields.ts'
import { amountTold, fact, figure } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { wordsAt } from '#src/pages/lending/parts.ts'
import { currencyName, dateInWords, moneyInFigures } from '#src/words/locale.ts'

export const currencyOf = ({ book, today }: Room) => charterOf(book, today).currency

/** A sum as the largest thing of the check, in figures and words. */
export const sumTold = (room: Room, amount: number): Html =>
  html`<section class="check loans">
    ${amountTold({ amount, currency: currencyOf(room) }, room.at.language)}
  </section>`

/** The sum that changed hands, as the largest field of a form. */
export const paidField = (room: Room): Field => {
  const currency = currencyOf(room)
  const { at } = room
  return sumField(at, {
    name: 'amount',
    label: formWordsAt(at).sumPaid(currencyName(currency, at.language)),
    currency,
    isLarge: true,
  })
}

export const paidIn = (room: Room, { of }: Filled): number => sumIn(of('amount'), currencyOf(room))

const loanPlaces = ['1', '2', '3', '4'] as const

/** Open loans to choose from, the payer's own first. */
const openLoans = ({ at, book, today }: Room, payer: string): Choice[] => {
  const open = standingsOn(book, today).filter(({ owed }) => owed > 0)
  const isOwn = ({ loan }: (typeof open)[number]): boolean => loan.memberId === payer
  return [...open.filter(isOwn), ...open.filter((one) => !isOwn(one))].map(({ loan, owed }) => ({
    value: loan.loanId,
    label: formWordsAt(at).loanChoice(
      loan.number,
      cardOf(book, loan.memberId),
      moneyInFigures({ amount: owed, currency: loan.terms.currency }),
    ),
  }))
}

export const payment = ofMember(
  { name: 'payment', rule: 'RecordPaymentForLoans' },
  (room, memberId): Act => {
    const { at } = room
    const words = formWordsAt(at)
    const choices = openLoans(room, memberId)
    return {
      shown: 'loans',
      fields: [
        paidField(room),
        ...loanPlaces.map((place, i) =>
          choiceField({
            name: `loan${place}`,
            label: words.loanPlace(place),
            ...(i === 0 ? { hint: words.loanPlaceHint } : {}),
            choices,
            fault: words.loanPlaceFault,
            isOptional: i > 0,
            isFolded: i > 1,
          }),
        ),
        choiceField({
          name: 'sender',
          label: words.sender,
          choices: choicesOf(senders, (sender) => wordsAt(at)[`sender_${sender}`]),
          fault: words.chooseOne,
          isOptional: true,
          isFolded: true,
        }),
      ],
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'RecordPaymentForLoans',
        memberId,
        amount: paidIn(room, filled),
        loanIds: loanPlaces.map((place) => filled.of(`loan${place}`)).filter((id) => id !== ''),
        ...saidIn<{ sender: Sender }>({ sender: filled.of('sender') }),
      }),
      more: (filled) => sumTold(room, paidIn(room, filled)),
    }
  },
)

export const lateFine = ofLoan({ name: 'late-fine', rule: 'RecordLateFine' }, (room, loan): Act => {
  const { at, today } = room
  const words = formWordsAt(at)
  const { allowed, dueOn } = fineAllowedOn(loan, today)
  const { currency } = loan.terms
  return {
    shown: 'late',
    facts:
      allowed === 0
        ? html`<p><b>${words.fineNone}</b></p>`
        : html`<dl class="facts">
            ${fact(
              words.fineAllowed,
              html`<b class="figure">${figure({ amount: allowed, currency })}</b>`,
            )}
            ${fact(words.fineFor, dateInWords(dueOn, at.language))}
          </dl>`,
    fields: [paidField(room)],
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'RecordLateFine',
      loanId: loan.loanId,
      amount: paidIn(room, filled),
    }),
  }
})

export const recovery = ofLoan({ name: 'recovery', rule: 'RecordRecovery' }, (room, loan): Act => {
  const { currency } = loan.terms
  return {
    shown: 'loans',
    facts: html`<dl class="facts">
      ${fact(
        formWordsAt(room.at).claimLeft,
        html`<b class="figure">${figure({ amount: claimOf(loan), currency })}</b>`,
      )}
    </dl>`,
    fields: [paidField(room)],
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'RecordRecovery',
      loanId: loan.loanId,
      amount: paidIn(room, filled),
    }),
  }
})

/** Money beyond a debt that waits for its owner's word. */
const waitingOf = (book: FundBook, memberId: string, day: string): number => {
  const own = book.balances.filter(({ account }) => account === `liability:suspense:${memberId}`)
  return 0 - amountOf(byKind(own, { through: day, withClosing: true }), 'liability:suspense')
}

export const waitingMoney = ofMember(
  { name: 'waiting-money', rule: 'ReleaseSuspense' },
  (room, memberId): Act => {
    const { at, book, today } = room
    const words = formWordsAt(at)
    const amount = waitingOf(book, memberId, today)
    return {
      shown: 'savings',
      facts: html`<dl class="facts">
        ${fact(
          words.waiting,
          html`<b class="figure">${figure({ amount, currency: currencyOf(room) })}</b>`,
        )}
      </dl>`,
      fields: [
        { ...paidField(room), label: words.amountLabel },
        choiceField({
          name: 'to',
          label: words.waitingTo,
          choices: choicesOf(['savings', 'cash'] as const, (to) => words[`to_${to}`]),
          fault: words.waitingToFault,
          as: 'radios',
        }),
      ],
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'ReleaseSuspense',
        memberId,
        amount: paidIn(room, filled),
        to: filled.of('to') as 'savings' | 'cash',
      }),
    }
  },
)
