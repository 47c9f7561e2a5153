import { dateField } from '#src/desk/day-fields.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Said, Shape, Shapes, ValueOf } from '#domain/kernel/shape.ts'
import { isCode } from '#domain/kernel/shape.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { usualAtMeeting } from '#src/desk/doubts.ts'
import type { NumberFault } from '#src/desk/entered.ts'
import {
  type Choice,
  type Field,
  choiceField,
  choicesOf,
  countField,
  faultsAll,
  lineField,
  sumField,
  tickField,
} from '#src/desk/fields.ts'
import { cardField } from '#src/desk/person-field.ts'
import { memberOfCard, sumIn } from '#src/desk/typed.ts'

/** A form in which everything could be read. */
export type Filled = {
  readonly id: string
  readonly day: LocalDate
  readonly of: (name: string) => string
}

/** What is asked in fields of its own making, and what it says of the command. */
export type Own<Value> = {
  readonly fields: readonly Field[]
  readonly said: (filled: Filled) => Value
}

/** What a form does not ask, because it is known. */
export const known = <const Value>(said: Value | ((filled: Filled) => Value)): Own<Value> => ({
  fields: [],
  said: typeof said === 'function' ? (said as (filled: Filled) => Value) : () => said,
})

type Named = {
  readonly label: string
  readonly hint?: string
  /** Where the form calls it otherwise than the command. */
  readonly name?: string
  /** Where the form asks for what a command may leave out, or leaves out what it must say. */
  readonly isOptional?: boolean
  readonly isFolded?: boolean
  readonly fold?: string
  readonly isOfPeople?: true
  /** What is asked right before it and belongs to another value. */
  readonly before?: readonly Field[]
}

/** One answer of two, ticked or not; with a `fault`, one that must be ticked. */
type Ticked = { readonly said: string; readonly fault?: string }
type Numbered = {
  readonly fault: string | Readonly<Record<NumberFault, string>>
  readonly isLarge?: boolean
  readonly mayBeZero?: boolean
  readonly max?: number
}
/** A word of a list, each with its wording; `among` where not all of them, or in another order. */
type Chosen<Word extends string> = {
  readonly each: (word: Word) => string
  readonly among?: readonly Word[]
  readonly fault: string
  readonly as?: 'radios' | 'list'
}
/** One of those that the form offers. */
type Offered = {
  readonly choices: readonly Choice[]
  readonly fault: string
  readonly as?: 'radios' | 'list'
}
/** Somebody by card, or of a few. */
type Somebody = { readonly members: readonly Member[] } | Offered

type Sum = {
  readonly isLarge?: boolean
  readonly mayBeZero?: boolean
  readonly currency?: Currency
  /** Left out, what is usual to bring to one meeting. */
  readonly usual?: number
}
/** Whole smallest units of money, where a command is told of them as of any number. */
type Money = Sum & { readonly isMoney: true }
type Faulty = { readonly fault: string }

/** What one field is told beside its name, by the kind of value that it asks for. */
type ByKind<Word extends string> = {
  readonly sum: Sum
  readonly day: Faulty
  readonly code: Faulty | Offered
  readonly text: Offered
  readonly id: Somebody
  readonly whole: Numbered | Money
  readonly 'any-whole': Numbered | Money
  readonly word: Chosen<Word> | Ticked
  readonly 'yes-or-no': Ticked | Chosen<'yes' | 'no'>
  readonly mark: Ticked
}
type Kind = keyof ByKind<never>

type WordsOf<S> = S extends { readonly of: readonly (infer Word extends string)[] } ? Word : never

/** How a value of a shape is asked for in one field. */
type AskOf<S> = S extends { readonly is: infer Is extends Kind }
  ? Named & ByKind<WordsOf<S>>[Is]
  : never

type MayBeLeftOut = { readonly isOptional: true }
type Ask<S, Absent = never> = AskOf<S> | Own<ValueOf<S> | Absent>

/** What a form asks of an operation: every value that it must have, and what it may have besides. */
export type Asks<Of extends Shapes, Filled extends string> = {
  readonly [Name in Exclude<keyof Of, Filled> as Of[Name] extends MayBeLeftOut ? never : Name]: Ask<
    Of[Name]
  >
} & {
  readonly [
    Name in Exclude<keyof Of, Filled> as Of[Name] extends MayBeLeftOut ? Name : never
  ]?: Ask<Of[Name], undefined>
}

type AnyAsk = Named &
  Partial<
    Ticked &
      Omit<Numbered, 'fault'> &
      Omit<Chosen<string>, 'fault'> & {
        readonly currency: Currency
        readonly usual: number
        readonly isMoney: true
        readonly members: readonly Member[]
        readonly choices: readonly Choice[]
        readonly fault: Numbered['fault']
      }
  >

type Maker = (
  desk: Desk,
  one: AnyAsk & { readonly name: string },
  shape: Shape,
) => { readonly field: Field; readonly value: (text: string) => unknown }

const faultOf = ({ fault }: AnyAsk): string => fault as string

const ticked: Maker = (_, { said = '', fault, ...named }, shape) => ({
  field: tickField({ ...named, said, ...(fault === undefined ? {} : { fault: fault as string }) }),
  value: () => (shape.is === 'word' ? shape.of[0] : true),
})

const summed: Maker = (desk, { currency = currencyOf(desk), ...one }) => ({
  field: sumField(desk, { usual: usualAtMeeting(desk.book, desk.today), ...one, currency }),
  value: (text) => sumIn(text, currency),
})

const counted: Maker = (desk, one, shape) =>
  one.isMoney
    ? summed(desk, one, shape)
    : {
        field: countField({
          ...one,
          faults: typeof one.fault === 'object' ? one.fault : faultsAll(faultOf(one)),
        }),
        value: Number,
      }

const offered: Maker = (_, one) => ({
  field: choiceField({ ...one, choices: one.choices!, fault: faultOf(one) }),
  value: (text) => text,
})

const makers: Readonly<Record<Kind, Maker>> = {
  sum: summed,
  day: (desk, one) => ({
    field: dateField(desk, { ...one, fault: faultOf(one) }),
    value: (text) => text,
  }),
  code: (desk, { said: _said, ...one }, shape) =>
    one.choices
      ? offered(desk, one, shape)
      : {
          field: lineField({
            ...one,
            fault: faultOf(one),
            rule: (line) => (isCode(line) ? line : undefined),
          }),
          value: (text) => text,
        },
  text: offered,
  id: (desk, { members, ...one }, shape) =>
    members
      ? {
          field: cardField(desk, { ...one, members }),
          value: (text) => memberOfCard(desk.book, text),
        }
      : offered(desk, one, shape),
  whole: counted,
  'any-whole': counted,
  word: (desk, { each, among, ...one }, shape) => {
    if (!each) return ticked(desk, one, shape)
    const words = among ?? (shape as Extract<Shape, { is: 'word' }>).of
    return {
      field: choiceField({ ...one, choices: choicesOf(words, each), fault: faultOf(one) }),
      value: (text) => text,
    }
  },
  'yes-or-no': (desk, { each, ...one }, shape) =>
    each
      ? {
          field: choiceField({
            ...one,
            choices: choicesOf(['yes', 'no'], each),
            fault: faultOf(one),
          }),
          value: (text) => text === 'yes',
        }
      : ticked(desk, one, shape),
  mark: ticked,
}

const isOwn = (ask: object): ask is Own<unknown> => 'fields' in ask

/** What is asked for one value: in fields of its own, or in the one field that its shape makes. */
const ownOf = (
  desk: Desk,
  [name, ask]: readonly [name: string, ask: object],
  shape: Shapes[string],
): Own<unknown> => {
  if (isOwn(ask)) return ask
  const { before = [], ...named } = ask as AnyAsk
  const one = { name, isOptional: shape.isOptional === true, ...named }
  const { field, value } = makers[shape.is as Kind](desk, one, shape)
  const isNever = shape.is === 'yes-or-no' ? false : undefined
  return {
    fields: [...before, field],
    said: ({ of }) => (of(one.name) === '' ? isNever : value(of(one.name))),
  }
}

/** Several values as one, each asked for in its own way; whatever is not said is left out of it. */
export const allOf = <const Of extends Shapes, Fills extends string = never>(
  desk: Desk,
  shapes: Of,
  asks: Asks<Of, Fills>,
): Own<Omit<Said<Of>, Fills>> => {
  const asked = Object.entries<object>(asks).map(
    (each) => [each[0], ownOf(desk, each, shapes[each[0]]!)] as const,
  )
  return {
    fields: asked.flatMap(([, { fields }]) => fields),
    said: (filled) => {
      const said = asked.flatMap(([of, own]) => {
        const value = own.said(filled)
        return value === undefined ? [] : [[of, value] as const]
      })
      // What is asked for is what the shapes are: the types of `Asks` have seen to that.
      return Object.fromEntries(said) as never
    },
  }
}
