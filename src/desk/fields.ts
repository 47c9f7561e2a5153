import { type Currency, decimalsOf } from '#domain/kernel/money.ts'
import { type NumberFault, amountIn, amountTyped, sharesIn } from '#src/desk/entered.ts'
import type { SecretName } from '#src/desk/secret-names.ts'
import type { Language } from '#src/words/catalogue.ts'
import { deskWords } from '#src/words/words.ts'
import { type TypedSum, keysFor, typedSum } from '#src/desk/typed-sum.ts'
import { moneyInFigures } from '#src/words/locale.ts'

/** In which language a form is. */
export type In = { readonly language: Language }

/**
 * What was typed, so written that it is read as the same again; or what is wrong with it, in words, with what was
 * typed where the field keeps it to be mended.
 */
type Read = { readonly text: string } | { readonly fault: string; readonly typed?: string }

export type Choice = {
  readonly value: string
  readonly label: string
  /** What a choice means that stands open beside the others. */
  readonly meaning?: string
}

/** What every field is told. */
export type Named = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** Asked for in a fold, because it is seldom needed. */
  readonly isFolded?: boolean
  /** Asked for in a fold of its own, under this line. */
  readonly fold?: string
  /** That fold lies at its place among the others, and is none while another field says this. */
  readonly openWhile?: { readonly name: string; readonly is: string }
  /** Asked for beside others, under this heading. */
  readonly group?: string
  /** Said before it, where it begins something else. */
  readonly begins?: { readonly heading?: string; readonly text?: string }
  /** It names people: whoever is shown it has looked at names. */
  readonly isOfPeople?: true
  /** The browser asks for it itself, so that no guess is spent on nothing. */
  readonly isRequired?: true
}
export type Optional = { readonly isOptional?: boolean }

/** One thing that a form asks: how it looks, how what was typed is read, how it is said again. */
export type Field = Named & {
  readonly read: (text: string) => Read
  readonly said: (text: string) => string
  /** Of a field of money: what guards it against a zero too many. */
  readonly sum?: TypedSum
} & (
    | { readonly as: 'number'; readonly inputmode: 'numeric' | 'decimal' }
    | {
        readonly as: 'line'
        readonly inputmode?: 'numeric' | 'decimal'
        readonly lengthMax?: number
        /** Whom it is found from while a name is typed; what a choice means is said in the other script. */
        readonly people?: readonly Choice[]
        readonly isKhmer?: true
        /** Stands in no page again, as whoever gives it gives it with a secret. */
        readonly isGivenAnew?: true
        /** A day, or several: a form that comes back shows it as it was typed. */
        readonly isDay?: true
        /** A name or code by which somebody comes in: no phone mends its spelling. */
        readonly autocomplete?: 'username' | 'off'
      }
    /** A password or PIN, which stands in no page again. */
    | {
        readonly as: 'secret'
        readonly autocomplete?: 'current-password' | 'new-password'
        /** Six digits, and spaces between them. */
        readonly isPin?: true
        /** Where two forms of one page ask for the same, each has an id of its own; else the name is it. */
        readonly id?: string
      }
    /** A file, or several that are chosen at once. */
    | { readonly as: 'file'; readonly accept: string; readonly isSeveral?: boolean }
    /** What somebody writes in lines of their own. */
    | { readonly as: 'lines'; readonly lengthMax: number }
    /** A day in three fields named day, month and year, of which a form has one; read and kept as `2026-01-31`. */
    | { readonly as: 'day' }
    | { readonly as: 'radios' | 'list'; readonly choices: readonly Choice[] }
    | { readonly as: 'tick' }
  )

/** Values of the domain as choices, each with its wording. */
export const choicesOf = <Value extends string>(
  values: readonly Value[],
  label: (value: Value) => string,
): Choice[] => values.map((value) => ({ value, label: label(value) }))

export const exampleAmount = (currency: Currency): string =>
  decimalsOf(currency) === 0 ? '212000' : '12.50'

const amountFaultSaid = ({ language }: In, fault: NumberFault, currency: Currency): string => {
  const words = deskWords.in(language)
  const example = exampleAmount(currency)
  return {
    missing: words.amountMissing(example),
    'not-digits': words.amountNotDigits(example),
    zero: words.amountZero,
    'too-large': words.amountTooLarge,
  }[fault]
}

/** A sum of money; the one that a page is about is large. */
export const sumField = (
  at: In,
  {
    currency,
    isOptional,
    isLarge,
    mayBeZero,
    faults,
    usual,
    ...named
  }: Named &
    Optional & {
      readonly currency: Currency
      /** What is usual here, where more is known than what people pay anywhere. */
      readonly usual?: number
      readonly isLarge?: boolean
      readonly mayBeZero?: boolean
      /** Said in other words than those of the desk. */
      readonly faults?: Readonly<Record<NumberFault, string>>
    },
): Field => {
  const inputmode = keysFor(currency)
  return {
    hint: deskWords.in(at.language).amountHint(exampleAmount(currency)),
    ...named,
    as: isLarge ? 'number' : 'line',
    inputmode,
    sum: typedSum({ currency, usual }, (text) => amountIn(text, currency)),
    read: (text) => {
      const read = amountIn(text, currency)
      if (typeof read === 'number') return { text: amountTyped(read, currency) }
      if (read === 'zero' && mayBeZero) return { text: '0' }
      return read === 'missing' && isOptional
        ? { text: '' }
        : { fault: faults?.[read] ?? amountFaultSaid(at, read, currency) }
    },
    said: (text) => {
      const read = amountIn(text, currency)
      return typeof read === 'number' ? moneyInFigures({ amount: read, currency }) : ''
    },
  }
}

/** One sentence for whatever may be wrong with a number. */
export const faultsAll = (fault: string): Readonly<Record<NumberFault, string>> => ({
  missing: fault,
  'not-digits': fault,
  zero: fault,
  'too-large': fault,
})

/** A whole number of things; `faults` say what is wrong with it, zero where it may be none. */
export const countField = ({
  faults,
  isLarge,
  mayBeZero = false,
  isOptional = false,
  max = Infinity,
  ...named
}: Named &
  Optional & {
    readonly faults: Readonly<Record<NumberFault, string>>
    readonly isLarge?: boolean
    readonly mayBeZero?: boolean
    readonly max?: number
  }): Field => ({
  ...named,
  ...(isLarge ? { as: 'number', inputmode: 'numeric' } : { as: 'line', inputmode: 'numeric' }),
  read: (text) => {
    const read = sharesIn(text)
    if (typeof read === 'number')
      return read > max ? { fault: faults['too-large'] } : { text: String(read) }
    if (read === 'zero' && mayBeZero) return { text: '0' }
    return read === 'missing' && isOptional ? { text: '' } : { fault: faults[read] }
  },
  said: (text) => text,
})

/** A line that a rule can read: the canonical text of it, or undefined. */
export const lineField = ({
  rule,
  fault,
  isOptional = false,
  keepsTyped = false,
  said = (text: string) => text,
  ...named
}: Named &
  Optional & {
    readonly rule: (text: string) => string | undefined
    /** In words; may name places in the line, never what stands there. */
    readonly fault: string | ((text: string) => string)
    /** A long line is not typed twice: it stays in the field, to be mended. */
    readonly keepsTyped?: boolean
    readonly said?: (text: string) => string
    readonly inputmode?: 'numeric' | 'decimal'
    readonly lengthMax?: number
    readonly people?: readonly Choice[]
    readonly isKhmer?: true
    readonly isGivenAnew?: true
    readonly isDay?: true
    readonly autocomplete?: 'username' | 'off'
  }): Field => ({
  as: 'line',
  ...named,
  said,
  read: (text) => {
    const line = text.trim()
    if (line === '' && isOptional) return { text: '' }
    const read = rule(line)
    if (read !== undefined) return { text: read }
    const said = typeof fault === 'string' ? fault : fault(line)
    return { fault: said, ...(keepsTyped ? { typed: line } : {}) }
  },
})

/** Taken as it is sent, for others to read, and said nowhere. */
const asSent: Pick<Field, 'read' | 'said'> = { read: (text) => ({ text }), said: () => '' }

/** A password or PIN. Whether it is the right one is for others to say. */
export const secretField = (
  named: Named & { readonly name: SecretName } & Pick<
      Extract<Field, { as: 'secret' }>,
      'autocomplete' | 'id' | 'isPin'
    >,
): Field => ({ as: 'secret', ...named, ...asSent })

/** A file to be sent, of some types; it is read by whoever takes it. */
export const fileField = (
  named: Named & Pick<Extract<Field, { as: 'file' }>, 'accept' | 'isSeveral'>,
): Field => ({ as: 'file', ...named, ...asSent })

/** What somebody writes in lines of their own; it stays in the field to be mended. */
export const linesField = ({
  rule,
  fault,
  ...named
}: Named & {
  /** The text as it is kept, or undefined. */
  readonly rule: (text: string) => string | undefined
  readonly fault: string
  readonly lengthMax: number
}): Field => ({
  as: 'lines',
  ...named,
  read: (text) => {
    const read = rule(text)
    const typed = text.slice(0, 2 * named.lengthMax).toWellFormed()
    return read === undefined ? { fault, typed } : { text: read }
  },
  said: (text) => text,
})

/** One of a list; what the list does not offer is not chosen. */
export const choiceField = ({
  choices,
  fault,
  isOptional = false,
  as = 'list',
  ...named
}: Named &
  Optional & {
    readonly choices: readonly Choice[]
    readonly fault: string | ((text: string) => string)
    readonly as?: 'radios' | 'list'
  }): Field => ({
  as,
  ...named,
  choices,
  read: (text) => {
    if (text === '' && isOptional) return { text: '' }
    if (choices.some(({ value }) => value === text)) return { text }
    return { fault: typeof fault === 'string' ? fault : fault(text) }
  },
  said: (text) => choices.find(({ value }) => value === text)?.label ?? '',
})

/** A box that is ticked or not; with a `fault`, one that must be ticked by hand before anything goes on. */
export const tickField = ({
  said,
  fault,
  ...named
}: Named & { readonly said: string; readonly fault?: string }): Field => ({
  as: 'tick',
  ...named,
  read: (text) => {
    if (text !== 'yes' && fault !== undefined) return { fault }
    return { text: text === 'yes' ? 'yes' : '' }
  },
  said: (text) => (text === 'yes' ? said : ''),
})
