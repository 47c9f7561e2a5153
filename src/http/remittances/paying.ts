import { charterOf, standingsOn } from '#domain/health/book.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import { isNewAccount } from '#domain/fund/receiving.ts'
import { nextPaymentIn } from '#src/app/lending/next-payment.ts'
import { paymentCodeOf } from '#src/app/remittances/sender-view.ts'
import { amountIn, amountTyped } from '#src/desk/entered.ts'
import { choiceField, sumField } from '#src/desk/fields.ts'
import type { FormOf } from '#src/http/form-pages.ts'
import { type OwnVisit, ownForm } from '#src/http/household.ts'
import { keepsSumsBack } from '#src/http/household/sums.ts'
import { referencesOf } from '#src/http/remittances/own.ts'
import { formPart } from '#src/pages/forms/form.ts'
import type { OwnReference } from '#src/pages/remittances/own-page.ts'
import { noAccountPage, payCodePage, payPage } from '#src/pages/remittances/pay-page.ts'
import { remittancePath } from '#src/pages/remittances/parts.ts'
import { currencyName } from '#src/words/locale.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'

/** So long a code with a sum is good: a slip lasts until the next market day, and no longer than a change of the account is new. */
const goodForDays = 7
const dayMs = 24 * 60 * 60 * 1000

type Paying = OwnVisit & {
  readonly references: readonly OwnReference[]
  readonly prefilled: Readonly<Record<string, string>>
}

/** What falls due next, chosen already; nothing for whoever wants no sum of the own on a page. */
const dueFirst = async (
  { context, book, memberId, asOf }: OwnVisit,
  references: readonly OwnReference[],
): Promise<Readonly<Record<string, string>>> => {
  if (await keepsSumsBack(context)) return {}
  const { currency } = charterOf(book, asOf)
  const [first] = standingsOn(book, asOf, memberId)
    .flatMap(({ loan }) => {
      const next = nextPaymentIn(book, loan, asOf)
      return next && next.amount > 0 ? [{ loanId: loan.loanId, next }] : []
    })
    .toSorted((a, b) => (a.next.on < b.next.on ? -1 : 1))
  const which = references.findIndex(({ of }) => of.key === first?.loanId)
  return first && which >= 0
    ? { which: String(which), amount: amountTyped(first.next.amount, currency) }
    : {}
}

const wordsOf = ({ place }: OwnVisit) => remittanceWords.in(place.language)

/** A member names a sum and gets a payment code with it and the own reference; nothing is written down by it. */
export const payingIn: FormOf<Paying> = {
  path: '/funds/:fundId/me/from-abroad/pay',
  rule: 'keep-own-page',
  ...ownForm(async (visit) => {
    const { context, book, place } = visit
    if (!book.fund.receiving) return context.html(noAccountPage(place), 409)
    const references = await referencesOf(visit)
    return { references, prefilled: await dueFirst(visit, references) }
  }),
  form: (visit) => {
    const { place, book, asOf, references, prefilled } = visit
    const words = wordsOf(visit)
    const { currency } = charterOf(book, asOf)
    return {
      heading: words.payHeading,
      action: remittancePath.pay(place.fundId),
      fields: [
        choiceField({
          name: 'which',
          label: words.payWhich,
          choices: references.map(({ label }, i) => ({ value: String(i), label })),
          fault: words.chooseOne,
          as: 'radios',
        }),
        sumField(place, {
          name: 'amount',
          label: words.paySum(currencyName(currency, place.language)),
          currency,
          isLarge: true,
        }),
      ],
      prefilled,
      submit: words.payShow,
    }
  },
  page: ({ place }, form, filling) => payPage(place, formPart(place.language, form, filling)),
  take: async (visit, of) => {
    const { context, book, place, asOf, references } = visit
    const { currency } = charterOf(book, asOf)
    const { receiving } = book.fund
    const amount = amountIn(of('amount'), currency)
    const chosen = references[Number(of('which'))]
    const { clock, today } = context.get('needs')
    const madeAt = Date.parse(clock())
    const code =
      chosen &&
      typeof amount === 'number' &&
      paymentCodeOf(receiving, {
        currency,
        reference: chosen.reference,
        amount,
        madeAt,
        endsAt: madeAt + goodForDays * dayMs,
      })
    if (!receiving || !chosen || typeof amount !== 'number' || !code)
      return { fault: wordsOf(visit).khqrWrong }
    context.set('script', 'print')
    return context.html(
      payCodePage(place, {
        code,
        label: chosen.label,
        reference: chosen.reference,
        money: { amount, currency },
        receiving,
        isNew: isNewAccount(receiving, today()),
        goodUntil: daysAfter(today(), goodForDays),
      }),
    )
  },
}
