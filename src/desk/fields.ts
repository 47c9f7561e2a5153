import { isLocalDate } from '#domain/kernel/dates.ts'
import { type Currency, decimalsOf, latinDigits } from '#domain/kernel/money.ts'
import type { Member } from '#domain/fund/members.ts'
import { cardMatches } from '#src/app/desk-day.ts'
import { type NumberFault, amountIn, amountTyped, sharesIn } from '#src/desk/entered.ts'
import type { Language } from '#src/words/catalogue.ts'
import { deskWords } from '#src/words/words.ts'
import { currencyName, dateInWords, moneyInFigures } from '#src/words/locale.ts'

/** In which language a form is. */
type In = { readonly language: Language }

/**
 * What was typed, so written that it is read as the same again; or what is wrong with it, in words, with what was
 * typed where the field keeps it to be mended.
 */
type Read = { readonly text: string } | { readonly fault: string; readonly typed?: string }

export type Choice = { readonly value: string; readonly label: string }

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
} & (
  | { readonly as: 'number'; readonly inputmode: 'numeric' | 'decimal' }
  | { readonly as: 'line'; readonly inputmode?: 'numeric'; readonly lengthMax?: number }
  | { readonly as: 'radios' | 'list'; readonly choices: readonly Choice[] }
  | { readonly as: 'tick' }
)

/** A field without which a form is none of ours: what may stay empty, or was not chosen, may be missing. */
export const mustBeSent = ({ as, read }: Field): boolean =>
  as !== 'radios' && as !== 'tick' && 'fault' in read('')

/** Values of the domain as choices, each with its wording. */
export const choicesOf = <Value extends string>(
  values: readonly Value[],
  label: (value: Value) => string,
): Choice[] => values.map((value) => ({ value, label: label(value) }))

type Named = Pick<Field, 'name' | 'label' | 'hint' | 'isFolded' | 'fold'>
type Optional = { readonly isOptional?: boolean }

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
    readonly lengthMax?: number
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

/** A day that may lie ahead, written as year, month, day. */
export const dateField = (
  { language }: In,
  named: Named & Optional & { readonly fault: string },
): Field =>
  lineField({
    ...named,
    rule: (line) => {
      const day = latinDigits(line)
      return isLocalDate(day) ? day : undefined
    },
    said: (day) => (day === '' ? '' : dateInWords(day, language)),
  })

/** Days of one's own, one after another, written as year, month, day; so many that a form may carry them. */
export const daysField = (
  { language }: In,
  { daysMax, ...named }: Named & { readonly fault: string; readonly daysMax: number },
): Field =>
  lineField({
    ...named,
    isOptional: true,
    lengthMax: daysMax * 11,
    rule: (line) => {
      const days = latinDigits(line).split(/[\s,;]+/)
      const isRising = days.every((day, i) => isLocalDate(day) && (i === 0 || days[i - 1]! < day))
      return isRising && days.length <= daysMax ? days.join(' ') : undefined
    },
    said: (days) =>
      days === ''
        ? ''
        : days
            .split(' ')
            .map((day) => dateInWords(day, language))
            .join(' · '),
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
    readonly fault: string
    readonly as?: 'radios' | 'list'
  }): Field => ({
  as,
  ...named,
  choices,
  read: (text) => {
    if (text === '' && isOptional) return { text: '' }
    return choices.some(({ value }) => value === text) ? { text } : { fault }
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
