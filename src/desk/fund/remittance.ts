import { faultIn } from '#domain/kernel/shape.ts'
import { awaitedUses } from '#domain/fund/receiving.ts'
import { heldElsewhere } from '#domain/fund/bank-lines.ts'
import { recordRemittance, setReceivingAccount } from '#domain/fund/operations/remittances.ts'
import { aboutFund, aboutMember } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import type { Own } from '#src/desk/asking.ts'
import { facts, note } from '#src/desk/content.ts'
import { currencyOf } from '#src/desk/desk.ts'
import { lineField } from '#src/desk/fields.ts'
import { secondOf, secretFirst } from '#src/desk/fund/power.ts'
import { placeOf } from '#src/desk/places.ts'
import { currencyName } from '#src/words/locale.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'
import { boxWords, deskWords } from '#src/words/words.ts'

const placeAsked = (language: 'en' | 'km') => {
  const words = remittanceWords.in(language)
  return {
    label: words.placeLabel,
    among: heldElsewhere,
    each: (one: (typeof heldElsewhere)[number]) => boxWords.in(language)[`place_${one}`],
    fault: words.chooseOne,
    as: 'radios',
  } as const
}

const { account, called, city } = setReceivingAccount.asks
const lines = { account, called, city } as const

/** A line that must be as the command wants it. */
const lineAsked = (
  name: keyof typeof lines,
  said: { readonly label: string; readonly hint: string; readonly fault: string },
): Own<string> => ({
  fields: [
    lineField({
      ...said,
      name,
      rule: (text) => (faultIn({ [name]: lines[name] }, { [name]: text }) ? undefined : text),
      lengthMax: 40,
      keepsTyped: true,
    }),
  ],
  said: ({ of }) => of(name),
})

/** Money from abroad that arrived at the bank or in the wallet, for a member to fetch. */
export const remittance = atDesk(recordRemittance, {
  name: 'remittance',
  about: { ...aboutMember, back: placeOf.money },
  shown: (desk) => {
    const { language } = desk
    const words = remittanceWords.in(language)
    const currency = currencyOf(desk)
    return {
      shown: 'box',
      told: [note(words.waitsMeaning)],
      asks: {
        amount: { label: words.sumLabel(currencyName(currency, language)), isLarge: true },
        use: {
          label: words.useLabel,
          among: awaitedUses,
          each: (one) => words[`use_${one}`],
          fault: words.chooseOne,
          as: 'radios',
        },
        place: placeAsked(language),
      },
      effect: ({ amount }) => ({
        money: {
          isOf: 'savings',
          said: words.bookAll,
          on: deskWords.in(language).given,
          sum: { amount, currency },
        },
        told: [note(deskWords.in(language).loansUnchanged, 'calm')],
      }),
    }
  },
})

/** Where money for the fund is paid in by a payment code: two officers say it. */
export const receivingAccount = atDesk(setReceivingAccount, {
  name: 'receiving-account',
  about: { ...aboutFund, back: placeOf.money },
  shown: (desk) => {
    const { language, book } = desk
    const words = remittanceWords.in(language)
    const { receiving } = book.fund
    return {
      shown: 'key',
      told: [
        note(words.accountMeaning),
        facts({
          label: words.accountNow,
          tone: 'main',
          text: receiving?.account ?? words.accountNone,
        }),
        ...secretFirst(desk, 'receiving-account'),
      ],
      asks: {
        place: placeAsked(language),
        account: lineAsked('account', {
          label: words.accountLabel,
          hint: words.accountHint,
          fault: words.accountFault,
        }),
        called: lineAsked('called', {
          label: words.calledLabel,
          hint: words.calledHint,
          fault: words.calledFault,
        }),
        city: lineAsked('city', {
          label: words.cityLabel,
          hint: words.cityHint,
          fault: words.cityFault,
        }),
        confirmedBy: secondOf(desk),
      },
    }
  },
})
