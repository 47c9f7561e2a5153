import type { Currency } from '#domain/kernel/money.ts'
import { supportKinds } from '#domain/grants/kinds.ts'
import { type UnspentRule, type WindowTerms, unspentRules } from '#domain/grants/terms.ts'
import { dateField } from '#src/desk/day-fields.ts'
import { type Field, type In, choiceField, choicesOf } from '#src/desk/fields.ts'
import { unitsWritten, writtenSum } from '#src/desk/written-sum.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { supportWordsAt } from '#src/pages/support/parts.ts'
import { lendingFormWords, potWords } from '#src/words/words.ts'

const lineName = (kind: (typeof supportKinds)[number]): string => `line-${kind}`

type Asked = {
  readonly currency: Currency
  /** Where a window may be opened before anything is agreed: in a fold, and only all of it or nothing. */
  readonly of?: Typed
}

/** Whether anything of the terms was filled in. */
export const hasTerms = (of: Typed): boolean =>
  ['from', 'until', 'unspent', ...supportKinds.map(lineName)].some((name) => of(name) !== '')

/** What was agreed with a donor: in which time, for which kinds how much, and what becomes of the rest. */
export const termsFields = (at: In, { currency, of }: Asked): readonly Field[] => {
  const words = supportWordsAt(at)
  const { dateFault } = lendingFormWords.in(at.language)
  const more = of === undefined ? {} : { fold: words.terms, isOptional: !hasTerms(of) }
  const day = (name: 'from' | 'until') =>
    dateField(at, { name, label: words[name], fault: dateFault, ...more })
  return [
    day('from'),
    day('until'),
    ...supportKinds.map((kind) =>
      writtenSum({
        ...more,
        name: lineName(kind),
        label: words.lineOf(words[`kind_${kind}`]),
        fault: potWords.in(at.language).fault_amount,
        isOptional: true,
        currency,
      }),
    ),
    choiceField({
      ...more,
      name: 'unspent',
      label: words.unspent,
      choices: choicesOf(unspentRules, (rule) =>
        rule === 'given-back' ? words.unspent_given_back : words.unspent_kept_for_the_same,
      ),
      fault: words.choose,
    }),
  ]
}

/** The terms that a form tells of. */
export const termsTyped = (of: Typed, currency: Currency): WindowTerms => ({
  from: of('from'),
  until: of('until'),
  lines: supportKinds.flatMap((kind) => {
    const amount = unitsWritten(of(lineName(kind)), currency)
    return amount === undefined ? [] : [{ kind, amount }]
  }),
  unspent: of('unspent') as UnspentRule,
})
