import { type Currency, decimalsOf } from '#domain/kernel/money.ts'
import type { Member } from '#domain/fund/members.ts'
import { cardMatches } from '#src/app/desk-day.ts'
import { type NumberFault, amountIn, amountTyped, sharesIn } from '#src/desk/entered.ts'
import type { Language } from '#src/words/catalogue.ts'
import { deskWords } from '#src/words/words.ts'
import { currencyName, moneyInFigures } from '#src/words/locale.ts'

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

/** One thing that a form asks: how it looks, how what was typed is read, how it is said again. */
export type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly read: (text: string) => Read
  readonly said: (text: string) => string
  /** Asked for in a fold, because it is seldom needed. */
  readonly isFolded?: boolean
  /** Asked for in a fold of its own, under this line. */
  readonly fold?: string
  /** Asked for beside others, under this heading. */
  readonly group?: string
} & (
  | { readonly as: 'number'; readonly inputmode: 'numeric' | 'decimal' }
  | {
      readonly as: 'line'
      readonly inputmode?: 'numeric' | 'decimal'
      readonly lengthMax?: number
      readonly isKhmer?: true
      /** Stands in no page again, as whoever gives it gives it with a secret. */
      readonly isGivenAnew?: true
    }
  /** A password or PIN, which stands in no page again. */
  | { readonly as: 'secret'; readonly autocomplete?: 'current-password' | 'new-password' }
  | { readonly as: 'file'; readonly accept: string }
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

/** What every field is told. */
export type Named = Pick<Field, 'name' | 'label' | 'hint' | 'isFolded' | 'fold' | 'group'>
export type Optional = { readonly isOptional?: boolean }

export const exampleAmount = (currency: Currency): string =>
  decimalsOf(currency) === 0 ? '212000' : '12.50'

const amountFaultSaid = ({ language }: In, fault: NumberFault, currency: Currency): string => {
  const words = deskWords.in(language)
  const example = exampleAmount(currency)
  return {
    missing: words.amountMissing(example),
    'not-digits': words.amountNotDigits(example),
    nought: words.amountNought,
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
    ...named
  }: Named & Optional & { readonly currency: Currency; readonly isLarge?: boolean },
): Field => {
  const inputmode = decimalsOf(currency) === 0 ? 'numeric' : 'decimal'
  return {
    hint: deskWords.in(at.language).amountHint(exampleAmount(currency)),
    ...named,
    ...(isLarge ? { as: 'number', inputmode } : { as: 'line', inputmode: 'numeric' }),
    read: (text) => {
      const read = amountIn(text, currency)
      if (typeof read === 'number') return { text: amountTyped(read, currency) }
      return read === 'missing' && isOptional
        ? { text: '' }
        : { fault: amountFaultSaid(at, read, currency) }
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
  nought: fault,
  'too-large': fault,
})

/** A whole number of things; `faults` say what is wrong with it, nought where it may be none. */
export const countField = ({
  faults,
  isLarge,
  mayBeNought = false,
  isOptional = false,
  ...named
}: Named &
  Optional & {
    readonly faults: Readonly<Record<NumberFault, string>>
    readonly isLarge?: boolean
    readonly mayBeNought?: boolean
  }): Field => ({
  ...named,
  ...(isLarge ? { as: 'number', inputmode: 'numeric' } : { as: 'line', inputmode: 'numeric' }),
  read: (text) => {
    const read = sharesIn(text)
    if (typeof read === 'number') return { text: String(read) }
    if (read === 'nought' && mayBeNought) return { text: '0' }
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
    readonly inputmode?: 'decimal'
    readonly lengthMax?: number
    readonly isKhmer?: true
    readonly isGivenAnew?: true
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

/** A password or PIN. Whether it is the right one is for others to say. */
export const secretField = (
  named: Named & { readonly autocomplete?: 'current-password' | 'new-password' },
): Field => ({
  as: 'secret',
  ...named,
  read: (text) => ({ text }),
  said: () => '',
})

/** A file to be sent, of some types; it is read by whoever takes it. */
export const fileField = (named: Named & { readonly accept: string }): Field => ({
  as: 'file',
  ...named,
  read: (text) => ({ text }),
  said: () => '',
})

/** Somebody of the fund, named by card; read as the card stands in the book. */
export const cardField = (
  at: In,
  { members, ...named }: Named & Optional & { readonly members: readonly Member[] },
): Field =>
  lineField({
    ...named,
    fault: deskWords.in(at.language).cardUnknown,
    rule: (line) => {
      const isOf = ({ card }: Member): boolean => cardMatches(card, line)
      const found = members.find(({ card }) => card === line) ?? members.find(isOf)
      return found?.card
    },
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

/** The label of a sum that changed hands, with the currency's name. */
export const paidLabel = (at: In, currency: Currency): string =>
  deskWords.in(at.language).amountLabel(currencyName(currency, at.language))
