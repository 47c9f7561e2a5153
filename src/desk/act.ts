import { dayField } from '#src/desk/day-fields.ts'
import type { Action } from '#domain/access/actions.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Said, Shapes } from '#domain/kernel/shape.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { OneHand } from '#domain/operations/one-hand.ts'
import type { Command } from '#domain/village.ts'
import type { AskAgain } from '#src/app/lending/before-after.ts'
import { another, beyondOne } from '#src/desk/another.ts'
import { type Asks, type Filled, allOf } from '#src/desk/asking.ts'
import type { Desk } from '#src/desk/desk.ts'
import type { Field } from '#src/desk/fields.ts'
import type { Picture } from '#src/desk/pictures.ts'
import type { TaskName } from '#src/desk/places.ts'
import type { Fact, Content } from '#src/desk/content.ts'
import type { Money } from '#src/words/locale.ts'
import {
  deskWords,
  lendingFormWords,
  memberFormWords,
  reliefWords,
  seldomWords,
  supportWords,
} from '#src/words/words.ts'

/** Whose it is, as everybody at the desk knows them: by card, and a loan by its number. */
export type Whose = { readonly card: string; readonly number?: string }

/** What a form is about, as its address carries it. */
export type Subject = {
  readonly field: 'loan' | 'member' | 'entry' | 'fund' | 'dispute' | 'support' | 'event'
  readonly id: string
}

/** What recording something will do, told before it is done. */
export type Effect = {
  /** Money that changes hands, as the largest thing of the question. */
  readonly money?: {
    readonly said: string
    readonly sum: Money
    /** What the day is called on which it did. */
    readonly on: string
    readonly note?: string
    readonly lines?: readonly Fact[]
    readonly isOf: 'loans' | 'savings'
  }
  /** What is read first of all. */
  readonly lead?: Content
  readonly told?: Content
  /** What a broken rule is called here, by its code, where that says more than everywhere else. */
  readonly flags?: Readonly<Record<string, string>>
  /** What to look at besides. */
  readonly warnings?: readonly string[]
  /** A rule speaks about it, or it is large: it is asked about before it is recorded. */
  readonly isUnusual?: boolean
  /** Why the sum is asked about once more. */
  readonly asksAgain?: readonly AskAgain[]
}

/** What is kept beside the book before the entry that vouches for it; taken away again where there is none. */
type Beside = {
  readonly keep: (filled: Filled) => Promise<void>
  readonly drop: (filled: Filled) => Promise<void>
}

type Faults = ReadonlyMap<string, string>

type FormParts = {
  readonly shown: Picture
  readonly title: string
  /** What is known before anything is filled in: below the fields, so that the first of them is seen at once, but for alerts. */
  readonly told?: Content
  readonly prefilled?: Readonly<Record<string, string>>
  /** What its button is called, where it says more than to go on. */
  readonly submit?: string
  /** What the check is called. */
  readonly question: string
  /** To whom it is read, where that is not the member. */
  readonly readAloud?: string
  readonly beside?: Beside
  /** Content instead of an empty form, where there is nothing to do. */
  readonly nothing?: { readonly title: string; readonly said: string; readonly back: string }
}

/** One form as data: what it is about, what it asks, the command that comes of it and what that will do. */
export type Form = FormParts & {
  readonly subject: Subject
  readonly whose: Whose | undefined
  readonly fields: readonly Field[]
  /** Where the way back leads. */
  readonly back: string
  readonly command: (filled: Filled) => Command
  /** What is wrong with a field only beside the others, in words. */
  readonly check: (filled: Filled) => Faults
  readonly effect: (filled: Filled) => Effect | Promise<Effect>
  /** What it would cost, told while it is typed; nothing yet where it cannot be counted. */
  readonly price?: (filled: Filled) => Content
  /** The most that one may let out alone for one meeting, where this is more and nobody else stands behind it. */
  readonly beyondOne: (filled: Filled) => Promise<Money | undefined>
}

type Done = { readonly id: string; readonly entryId: string }

/** How an act goes on, where it is a part of something larger. */
type Going = {
  /** The page on which its form stands, where it has none of its own. */
  readonly home?: (desk: In, id: string) => string
  /** Where a yes leads, where that is not to the receipt. */
  readonly leads?: (desk: In, done: Done) => string
  /** Recorded at once where it is as usual; only what is not is asked about. */
  readonly isAtOnce?: boolean
}

/** Something that is done at the desk, whose right it is, and what it is about. */
export type Act = Going & {
  readonly name: TaskName
  readonly rule: Action
  readonly subject: Subject['field']
  readonly choose: Choose
  /** Whom it is about stands in no log, no rule that it breaks is told before, and the service makes the command. */
  readonly isPrivate: boolean
  readonly form: (desk: Desk, id: string) => Promise<Form | undefined>
}

/** In which fund an address is. */
type In = Pick<Desk, 'fundId'>

/** Where it is chosen what an act is about: on a page of its own, or in a list that has an address. */
type Choose = 'member' | 'loan' | 'line' | ((desk: In, name: TaskName) => string)

/** What acts are about: found by the id in the address, which is a value of the command under the name that it `fills`. */
export type About<Of, Fills extends string> = {
  readonly field: Subject['field']
  readonly choose: Choose
  readonly fills?: Fills
  readonly find: (desk: Desk, id: string) => Of | undefined | Promise<Of | undefined>
  readonly whose: (desk: Desk, of: Of) => Whose | undefined
  readonly back: (desk: In, id: string, name: TaskName) => string
}

type Shown<Of extends Shapes, Fills extends string> = Omit<FormParts, 'title' | 'question'> &
  Partial<Pick<FormParts, 'title' | 'question'>> & {
    /** What the day is called; left out, the day on which it was. */
    readonly dayLegend?: string
    /** The line of the fold in which the day is asked for, and a second officer who may be named. */
    readonly dayFold?: string
    /** The day that the form begins with, where it is not today. */
    readonly usualDay?: LocalDate
    readonly asks: Asks<Of, Fills>
    readonly check?: (command: Envelope & Said<Of>, filled: Filled) => Faults
    readonly effect?: (command: Envelope & Said<Of>, filled: Filled) => Effect | Promise<Effect>
    readonly price?: (command: Envelope & Said<Of>) => Content
  }

/** Where the acts of the desk have their names. */
const titles = [lendingFormWords, memberFormWords, supportWords, reliefWords, seldomWords]

/** What an act is called at the top of its pages. */
export const titleOf = ({ language }: Pick<Desk, 'language'>, name: TaskName): string => {
  const key = `act_${name}`
  const words = titles.map((some): object => some.in(language)).find((some) => key in some)
  return String((words as Readonly<Record<string, unknown>> | undefined)?.[key])
}

/** What the form and its question are called, where the act says nothing else. */
const headedAs = (desk: Desk, name: TaskName) => ({
  title: titleOf(desk, name),
  question: lendingFormWords.in(desk.language).isItRight,
})

/** The day on which it was: never one to come, and none before there was a book. */
const actDayField = (
  { language, today, book }: Desk,
  {
    label,
    usual,
    fold,
  }: {
    readonly label: string | undefined
    readonly usual: LocalDate
    readonly fold: string | undefined
  },
): Field => {
  const words = deskWords.in(language)
  const { openedOn } = book.fund
  return dayField({
    name: 'day',
    label: label ?? lendingFormWords.in(language).dayOf,
    ...(fold && { fold }),
    usual,
    missing: words.dayUnknown,
    fault: (day) => {
      if (day > today) return words.dayInFuture
      return day < openedOn ? words.dayBeforeFund : undefined
    },
  })
}

type Described<Of extends Shapes, Found, Fills extends string> = Going & {
  readonly name: TaskName
  readonly about: About<Found, Fills>
  /** Whose right it is, where the service makes the command for whoever may ask. */
  readonly rule?: Action
  readonly isPrivate?: boolean
  readonly shown: (desk: Desk, found: Found) => Shown<Of, Fills> | Promise<Shown<Of, Fills>>
}

const envelopeOf = ({ id, day: effectiveOn }: Filled) => ({ id, v: 1, effectiveOn }) as const

/** An operation as it is done at the desk: all that is not said here is made of the operation itself. */
export const atDesk = <
  const Type extends Action,
  const Of extends Shapes,
  Found,
  Fills extends string = never,
>(
  operation: { readonly command: Type; readonly asks: Of; readonly oneHand: OneHand },
  {
    name,
    about,
    rule = operation.command,
    isPrivate = false,
    shown,
    ...going
  }: Described<NoInfer<Of>, Found, Fills>,
): Act => ({
  ...going,
  name,
  rule,
  subject: about.field,
  choose: about.choose,
  isPrivate,
  form: async (desk, id) => {
    const found = await about.find(desk, id)
    if (found === undefined) return undefined
    const {
      asks,
      check,
      effect,
      price,
      dayLegend,
      dayFold: fold,
      usualDay: usual = desk.today,
      ...parts
    } = await shown(desk, found)
    const { fields, said } = allOf<NoInfer<Of>, Fills>(desk, operation.asks, {
      ...asks,
      ...another(desk, operation, { asks, fold, concerned: [id] }),
    })
    const subject = about.fills === undefined ? {} : { [about.fills]: id }
    // The subject fills what is not asked: the types of `About` have seen to that.
    const command = (filled: Filled) =>
      ({ ...envelopeOf(filled), type: operation.command, ...subject, ...said(filled) }) as never
    const done = (filled: Filled) => effect?.(command(filled), filled) ?? {}
    return {
      ...headedAs(desk, name),
      ...parts,
      subject: { field: about.field, id },
      whose: about.whose(desk, found),
      back: about.back(desk, id, name),
      fields: [...fields, actDayField(desk, { label: dayLegend, usual, fold })],
      prefilled: { day: usual, ...parts.prefilled },
      command,
      check: (filled) => check?.(command(filled), filled) ?? new Map(),
      effect: done,
      ...(price && { price: (filled) => price(command(filled)) }),
      beyondOne: (filled) => beyondOne(desk, operation, { fields, filled, done }),
    }
  },
})
