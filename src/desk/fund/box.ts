import { balanceOf } from '#domain/ledger/balances.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import { type CashPlace, accountOfPlace, cashPlaces } from '#domain/fund/bank.ts'
import { recordStatement, recordTransfer } from '#domain/fund/operations/bank.ts'
import { recordExpense } from '#domain/fund/operations/money.ts'
import { recordDonation, recordGrantPayout } from '#domain/grants/operations/windows.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { recordSocialSupport } from '#domain/savings/operations/money.ts'
import { aboutFund } from '#src/desk/about.ts'
import { type Effect, atDesk } from '#src/desk/act.ts'
import { type Filled, type Own, known } from '#src/desk/asking.ts'
import { boxLine } from '#src/desk/box-line.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { type Choice, type Field, choiceField, choicesOf } from '#src/desk/fields.ts'
import { sumPaid } from '#src/desk/loans/paying.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { type Part, facts, note } from '#src/desk/content.ts'
import { cardsOf } from '#src/desk/witnesses.ts'
import { boxWords, lendingFormWords } from '#src/words/words.ts'

const aboutBox = { ...aboutFund, back: meetingPlace.all }

const heldOn = ({ book, today }: Desk, account: AccountId): number =>
  balanceOf(postedOf(book.balances), account, today)

/** What lies where, by the book. */
const held = (desk: Desk, ...lines: readonly (readonly [label: string, amount: number])[]): Part =>
  facts(
    ...lines.map(([label, amount]) => ({
      label,
      tone: 'main' as const,
      money: { amount, currency: currencyOf(desk) },
    })),
  )

/** The sum as the largest thing of the check. */
const sumEffect =
  (desk: Desk) =>
  ({ amount }: { readonly amount: number }): Effect => ({
    told: [{ is: 'sum', money: { amount, currency: currencyOf(desk) } }],
  })

/** Running costs: what it was spent on, for what work, and who got it, in words of a list and never by name. */
export const expense = atDesk(recordExpense, {
  name: 'expense',
  about: aboutBox,
  shown: (desk) => {
    const words = boxWords.in(desk.language)
    return {
      shown: 'box',
      told: [note(words.expenseMeaning), facts(boxLine(desk))],
      asks: {
        amount: sumPaid(desk),
        kind: {
          label: words.costKind,
          each: (kind) => words[`cost_${kind}`],
          fault: words.costFault,
          isOptional: false,
        },
        purpose: {
          label: words.costPurpose,
          each: (purpose) => words[`cost-for_${purpose}`],
          fault: words.costFault,
          isOptional: false,
        },
        payee: {
          label: words.costPayee,
          each: (payee) => words[`payee_${payee}`],
          fault: words.costFault,
          isOptional: false,
        },
      },
      effect: sumEffect(desk),
    }
  },
})

/** Help from the social fund; whom it helped, nobody writes down. */
export const socialSupport = atDesk(recordSocialSupport, {
  name: 'social-support',
  about: aboutBox,
  shown: (desk) => {
    const words = boxWords.in(desk.language)
    return {
      shown: 'box',
      told: [
        note(words.supportMeaning),
        held(desk, [words.socialHolds, 0 - heldOn(desk, 'liability:social-fund')]),
      ],
      asks: { amount: sumPaid(desk) },
      effect: sumEffect(desk),
    }
  },
})

/** Whose money it may be of: donors' by their windows. */
const windowsIn = ({ book }: Desk): Choice[] =>
  book.windows.map(({ windowId: value }) => ({ value, label: value }))

/** What a gift is for: the window of a donor, or running costs, which are in none. */
const purposeOf = (desk: Desk): Own<string | undefined> => {
  const words = boxWords.in(desk.language)
  const costs = { value: 'costs', label: words.forRunning }
  return {
    fields: [
      choiceField({
        name: 'window',
        label: words.donationWindow,
        choices: [...windowsIn(desk), costs],
        fault: lendingFormWords.in(desk.language).chooseOne,
      }),
    ],
    said: ({ of }) => (of('window') === costs.value ? undefined : of('window')),
  }
}

/** Money that somebody gave. */
export const donation = atDesk(recordDonation, {
  name: 'donation',
  about: aboutBox,
  shown: (desk) => ({
    shown: 'box',
    asks: { amount: sumPaid(desk), windowId: purposeOf(desk) },
    effect: sumEffect(desk),
  }),
})

/** Paid from a donor's money: a number and a sum, whatever kind of support it was. */
export const supportPayout = atDesk(recordGrantPayout, {
  name: 'support-payout',
  about: aboutBox,
  shown: (desk) => {
    const words = boxWords.in(desk.language)
    const windows = windowsIn(desk)
    const [only] = windows.length === 1 ? windows : []
    return {
      shown: 'box',
      told: [
        note(words.supportPaidMeaning),
        ...(windows.length === 0 ? [note(words.noWindow, 'alert')] : []),
        held(
          desk,
          ...windows.map(
            ({ value }) =>
              [
                words.windowHolds(value),
                0 - heldOn(desk, `liability:grant-window:${value}`),
              ] as const,
          ),
        ),
      ],
      ...(only && { prefilled: { window: only.value } }),
      asks: {
        windowId: {
          name: 'window',
          label: words.windowLabel,
          choices: windows,
          fault: lendingFormWords.in(desk.language).chooseOne,
        },
        grantNumber: {
          name: 'number',
          label: words.supportNumber,
          hint: words.supportNumberHint,
          fault: words.supportNumberFault,
        },
        amount: sumPaid(desk),
      },
      effect: sumEffect(desk),
    }
  },
})

const ways = ['box-bank', 'bank-box', 'box-wallet', 'wallet-box'] as const

/** From where to where, as one choice. */
const wayField = ({ language }: Desk): Field => {
  const words = boxWords.in(language)
  return choiceField({
    name: 'way',
    label: words.wayLabel,
    choices: choicesOf(ways, (way) => words[`way_${way}`]),
    fault: words.wayFault,
    as: 'radios',
  })
}

const endOfWay =
  (which: 0 | 1) =>
  ({ of }: Filled): CashPlace =>
    cashPlaces.find((place) => place === of('way').split('-')[which])!

/** Money went from the box to the bank or a wallet, or back, with those who carried it. */
export const bank = atDesk(recordTransfer, {
  name: 'bank',
  about: aboutBox,
  shown: (desk) => {
    const words = boxWords.in(desk.language)
    return {
      shown: 'box',
      told: [
        facts(boxLine(desk)),
        held(
          desk,
          [words.bankHolds, heldOn(desk, accountOfPlace('bank'))],
          [words.walletHolds, heldOn(desk, accountOfPlace('wallet'))],
        ),
      ],
      asks: {
        from: { fields: [wayField(desk)], said: endOfWay(0) },
        to: known(endOfWay(1)),
        amount: sumPaid(desk),
        names: cardsOf(desk, 2, (place) => ({
          name: `name${place}`,
          label: words.name(place),
          hint: words.nameHint,
        })),
      },
      effect: sumEffect(desk),
    }
  },
})

/** What the bank or the wallet says that it holds. */
export const statement = atDesk(recordStatement, {
  name: 'statement',
  about: aboutBox,
  shown: (desk) => {
    const words = boxWords.in(desk.language)
    return {
      shown: 'book',
      told: [
        held(
          desk,
          [words.bankHolds, heldOn(desk, accountOfPlace('bank'))],
          [words.walletHolds, heldOn(desk, accountOfPlace('wallet'))],
        ),
      ],
      asks: {
        place: {
          label: words.placeLabel,
          each: (place) => words[`place_${place}`],
          fault: words.placeFault,
          as: 'radios',
        },
        balance: { name: 'amount', label: words.balanceLabel, isLarge: true },
      },
      effect: ({ balance: amount }) => sumEffect(desk)({ amount }),
    }
  },
})
