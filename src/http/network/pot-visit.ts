import { dayField } from '#src/desk/day-fields.ts'
import type { CashPlace } from '#domain/fund/bank.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Currency, decimalsOf } from '#domain/kernel/money.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Action } from '#domain/access/actions.ts'
import type { PotBook, GrantSource } from '#src/app/support/grant-source.ts'
import { type Field, choiceField, choicesOf } from '#src/desk/fields.ts'
import { unitsWritten, writtenSum } from '#src/desk/written-sum.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Typed } from '#src/http/form-pages.ts'
import type { Html } from '#src/pages/layout.ts'
import { supportWordsAt } from '#src/pages/support/parts.ts'
import type { PotAct } from '#src/pages/network/pot-parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { potWords } from '#src/words/words.ts'

/** Where an act about the pot is done: the pot as it stands, and the grant or movement that it is about. */
export type PotVisit = {
  readonly context: HttpContext
  readonly language: Language
  readonly source: GrantSource
  readonly book: PotBook
  /** A code, or an entry's id; empty where it is about the pot. */
  readonly about: string
  /** Whether somebody else decides here too, who stands behind what is done by two. */
  readonly isOfTwo: boolean
}

/** What an act comes to, in words, before and after it is written. */
export type Ready = {
  /** The act itself in one line: the largest thing on the page. */
  readonly headline: string
  readonly told: Html
  /** What must be read before the button is pressed. */
  readonly notes: readonly string[]
  /** What stands on the button that writes it down. */
  readonly writes: string
  /** Where it is told in other words once it is written. */
  readonly doneAs?: string
  /** Whom two stand behind is told so; undefined where one is enough. */
  readonly ofTwo?: string
  /** The command, with the login of the other one where two stand behind it. */
  readonly command: (second: string) => NetworkCommand
}

export type PotForm = {
  readonly act: PotAct
  readonly rule: Action
  /** What of the path it is about; left out where it is about the pot. */
  readonly about?: 'potCode' | 'potMove'
  /** What is known before; undefined where what it is about is not there. */
  readonly facts: (visit: PotVisit) => Html | undefined
  readonly fields: (visit: PotVisit, of: Typed) => readonly Field[]
  readonly prefilled?: (visit: PotVisit) => Readonly<Record<string, string>>
  /** The act as it was filled in, told in the same words before and after it is written. */
  readonly ready: (visit: PotVisit, of: Typed) => Ready
}

export const todayIn = ({ context }: PotVisit): LocalDate => context.get('needs').today()

/** How much was paid: the currency is named where there is but one, and read as the one that it turned out to be. */
type Paid = { readonly named: Currency | undefined; readonly read: Currency }

const amountField = ({ language }: PotVisit, { named, read }: Paid): Field => {
  const words = potWords.in(language)
  const example = named && decimalsOf(named) > 0 ? words.exampleParts : words.exampleWhole
  return writtenSum({
    name: 'amount',
    label: named ? words[`amount_${named}`] : words.amount,
    hint: named ? example : words.exampleAny,
    fault: words.fault_amount,
    currency: read,
  })
}

const placeField = ({ language }: PotVisit, isIn: boolean): Field => {
  const [words, told] = [potWords.in(language), supportWordsAt({ language })]
  return choiceField({
    name: 'place',
    label: isIn ? words.placeIn : words.placeOut,
    choices: choicesOf(['bank', 'box', 'wallet'] as const, (place) => told[`place_${place}`]),
    fault: words.fault_place,
  })
}

const nothingSent = '-00-00'

/** On which day money moved; today where no day was sent. */
const movedOnField = (visit: PotVisit, isIn: boolean): Field => {
  const words = potWords.in(visit.language)
  const today = todayIn(visit)
  const field = dayField({
    name: 'day',
    label: isIn ? words.dayOf_in : words.dayOf_out,
    hint: words.dayHint,
    missing: words.dayUnknown,
    fault: (day) => (day > today ? words.dayInFuture : undefined),
  })
  return { ...field, read: (text) => (text === nothingSent ? { text: today } : field.read(text)) }
}

/** How much moved, into or out of which place, and when. */
export const movedFields = (visit: PotVisit, isIn: boolean, paid: Paid): readonly Field[] => [
  amountField(visit, paid),
  placeField(visit, isIn),
  movedOnField(visit, isIn),
]

/** Money lies in the bank, and moved today, where nobody says anything else. */
export const usualMove = (visit: PotVisit) => ({ place: 'bank', day: todayIn(visit) })

export type Moved = {
  readonly amount: number
  readonly place: CashPlace
  readonly on: LocalDate
}

export const movedIn = (of: Typed, currency: Currency): Moved => ({
  amount: unitsWritten(of('amount'), currency)!,
  place: of('place') as CashPlace,
  on: of('day'),
})
