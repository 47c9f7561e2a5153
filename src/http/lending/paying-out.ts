import { html } from 'hono/html'
import { isCode } from '#domain/fund/members.ts'
import { lentSoFar } from '#domain/loans/loan.ts'
import { type LenderKind, type LoanAsked, lenderKinds } from '#domain/loans/request-state.ts'
import type { Filled, Room } from '#src/http/desk/record.ts'
import { sumIn } from '#src/desk/typed.ts'
import { type Act, envelopeOf, ofLoan, ofRequest } from '#src/http/lending/act.ts'
import { askedFacts } from '#src/http/lending/asking.ts'
import { proofIn, witnessFields } from '#src/http/lending/witnesses.ts'
import { currencyOf, sumTold } from '#src/http/lending/paying.ts'
import { type Field, lineField, sumField, tickField } from '#src/desk/fields.ts'
import { fact, figure } from '#src/pages/desk/parts.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { buyOutWords } from '#src/words/words.ts'
import { currencyName } from '#src/words/locale.ts'

/** Whom a buy-out pays: each lender by kind, ticked as it was agreed. */
const lendersOf = ({ at }: Room, asked: LoanAsked | undefined) => {
  const kinds = asked?.purpose === 'buy-out' ? (asked.buyOut?.lenderKinds ?? lenderKinds) : []
  const words = formWordsAt(at)
  const names = buyOutWords.in(at.language)
  return {
    fields: kinds.map((kind): Field =>
      tickField({
        name: `lender-${kind}`,
        label: words.paidToLender(names[`kind-${kind}`]),
        said: words.yes,
      }),
    ),
    prefilled: Object.fromEntries(
      (asked?.buyOut?.lenderKinds ?? []).map((kind) => [`lender-${kind}`, 'yes']),
    ),
    told: ({ of }: Filled): { readonly lenderKinds?: readonly LenderKind[] } => {
      const paid = kinds.filter((kind) => of(`lender-${kind}`) === 'yes')
      return paid.length === 0 ? {} : { lenderKinds: paid }
    },
  }
}

export const payout = ofRequest({ name: 'payout', rule: 'RecordPayout' }, (room, one): Act => {
  const { at, book } = room
  const words = formWordsAt(at)
  const currency = currencyOf(room)
  const { asked, loanId } = one
  const { memberId, product, principal, months, firstDueOn, plan } = asked
  const partOf = ({ of }: Filled): number => sumIn(of('amount'), currency)
  const lenders = lendersOf(room, asked)
  return {
    shown: 'box',
    facts: askedFacts(room, one),
    prefilled: lenders.prefilled,
    fields: [
      lineField({
        name: 'number',
        label: words.loanNumber,
        hint: words.loanNumberHint,
        rule: (line) => (isCode(line) ? line : undefined),
        fault: words.loanNumberFault,
      }),
      sumField(at, { name: 'amount', label: words.partLabel, currency, isOptional: true }),
      ...lenders.fields,
      ...witnessFields(room),
    ],
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'RecordPayout',
      loanId,
      number: filled.of('number'),
      memberId,
      product,
      principal,
      months,
      ...(firstDueOn === undefined ? {} : { firstDueOn }),
      ...(plan === undefined ? {} : { plan }),
      ...(partOf(filled) === 0 ? {} : { amount: partOf(filled) }),
      ...lenders.told(filled),
      ...proofIn(book, filled),
    }),
    more: (filled) => sumTold(room, partOf(filled) === 0 ? principal : partOf(filled)),
  }
})

export const payoutPart = ofLoan(
  { name: 'payout-part', rule: 'RecordPayoutPart' },
  (room, loan): Act => {
    const { at, book } = room
    const words = formWordsAt(at)
    const { currency, principal } = loan.terms
    const toPay = Math.max(principal - lentSoFar(loan), 0)
    const asked = book.requests.find(({ loanId }) => loanId === loan.loanId)?.asked
    const lenders = lendersOf(room, asked)
    const amountIn = ({ of }: Filled): number => sumIn(of('amount'), currency)
    return {
      shown: 'box',
      facts: html`<dl class="facts">
        ${fact(words.approvedSum, figure({ amount: principal, currency }))}
        ${fact(words.stillToPay, html`<b class="figure">${figure({ amount: toPay, currency })}</b>`)}
      </dl>`,
      fields: [
        sumField(at, {
          name: 'amount',
          label: words.partAmount(currencyName(currency, at.language)),
          currency,
          isLarge: true,
        }),
        ...lenders.fields,
        ...witnessFields(room),
      ],
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'RecordPayoutPart',
        loanId: loan.loanId,
        amount: amountIn(filled),
        ...lenders.told(filled),
        ...proofIn(book, filled),
      }),
      more: (filled) => sumTold(room, amountIn(filled)),
    }
  },
)
