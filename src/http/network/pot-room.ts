import { html } from 'hono/html'
import { type CashPlace, cashPlaces } from '#domain/fund/bank.ts'
import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import { type Currency, decimalsOf, latinDigits } from '#domain/kernel/money.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { PotBook, Purse } from '#src/app/support/purse.ts'
import type { HttpContext } from '#src/http/env.ts'
import { field, fieldFault } from '#src/pages/entrance/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { type Choice, type Typed, choiceField, dayFields } from '#src/pages/network/parts.ts'
import type { PotTold } from '#src/pages/network/pot-forms.ts'
import { wordsAt } from '#src/pages/support/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { potWords } from '#src/words/words.ts'

/** Where an act about the pot is done: the pot as it stands, and the grant or movement that it is about. */
export type PotRoom = {
  readonly context: HttpContext
  readonly language: Language
  readonly purse: Purse
  readonly book: PotBook
  /** A code, or an entry's id; empty where it is about the pot. */
  readonly about: string
}

/** An act as a form asks for it; the same text tells it before and after it is written. */
export type Ready = PotTold & {
  /** The command, with the login of the other one where two stand behind it. */
  readonly command: (second: string) => NetworkCommand
}

/** What is wrong with a form, by field; one that none of our pages sends may have no field to name. */
export type Faults = { readonly faults: Readonly<Record<string, string>> }

/** What a form was filled in with, and what was wrong with it; nothing of either in one that is new. */
export type Filled = Faults & { readonly typed: Typed | undefined }

export type Act = {
  readonly names: readonly string[]
  /** Undefined where what it is about is not there. */
  readonly facts: (room: PotRoom) => Html | string | undefined
  readonly fields: (room: PotRoom, filled: Filled) => Html
  readonly read: (room: PotRoom, of: Typed) => Ready | Faults
}

export const dayNames = ['day', 'month', 'year'] as const

export const todayIn = ({ context }: PotRoom): LocalDate => context.get('needs').today()

/** Leaves out what is not wrong. */
export const faultsOf = (told: Readonly<Record<string, string | false>>): Faults => ({
  faults: Object.fromEntries(
    Object.entries(told).filter((one): one is [string, string] => one[1] !== false),
  ),
})

export const placeOf = (of: Typed): CashPlace | undefined =>
  cashPlaces.find((place) => place === of('place'))

/** The day on which money moved; today where no day was sent. Or what is wrong with it, in words. */
export const dayIn = (room: PotRoom, of: Typed): { on: LocalDate } | { fault: string } => {
  const words = potWords.in(room.language)
  const [day, month, year] = dayNames.map((name) => latinDigits(of(name)))
  const today = todayIn(room)
  if (`${day}${month}${year}` === '') return { on: today }
  const on = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  if (!isLocalDate(on)) return { fault: words.dayUnknown }
  return on > today ? { fault: words.dayInFuture } : { on }
}

/** Asks how much, with the currency named where it is known. */
export const amountField = (
  { language }: PotRoom,
  { typed, faults }: Filled,
  currency: Currency | undefined,
): Html => {
  const words = potWords.in(language)
  const value = typed?.('amount').slice(0, 15) ?? ''
  const example = currency && decimalsOf(currency) > 0 ? words.exampleParts : words.exampleWhole
  return field({
    name: 'amount',
    label: currency ? words[`amount_${currency}`] : words.amount,
    hint: currency ? example : words.exampleAny,
    maxLength: 15,
    value: /^[\p{Nd}.,\s]*$/u.test(value) ? value : '',
    fault: faults['amount'],
  })
}

export const placeField = (
  { language }: PotRoom,
  { typed, faults }: Filled,
  isIn: boolean,
): Html => {
  const [words, told] = [potWords.in(language), wordsAt({ language })]
  return choiceField(language, {
    name: 'place',
    label: isIn ? words.placeIn : words.placeOut,
    choices: (['bank', 'box', 'wallet'] as const).map((value) => ({
      value,
      label: told[`place_${value}`],
    })),
    typed: typed ?? ((name) => (name === 'place' ? 'bank' : '')),
    fault: faults['place'],
  })
}

/** Asks on which day money moved; today stands there. */
export const dayField = (room: PotRoom, { typed, faults }: Filled, isIn: boolean): Html => {
  const words = potWords.in(room.language)
  const legend = isIn ? words.dayOf_in : words.dayOf_out
  const asked = { legend, hint: words.dayHint, day: todayIn(room), fault: faults['day'] }
  return dayFields(room.language, asked, typed)
}

/** One of a few, each on a line of its own. */
export const radios = (
  { name, label, choices }: { name: string; label: string; choices: readonly Choice[] },
  { faults }: Filled,
): Html =>
  html`<fieldset>
    <legend>${label}</legend>
    ${fieldFault(name, faults[name])}
    ${choices.map(
      (one) =>
        html`<label class="tick"
          ><input type="radio" name="${name}" value="${one.value}" required />
          <span>${one.label}</span></label
        >`,
    )}
  </fieldset>`
