import type { Currency } from '#domain/kernel/money.ts'
import { outcomes } from '#domain/grants/files.ts'
import { type Field, choiceField, choicesOf, lineField } from '#src/desk/fields.ts'
import { writtenSum } from '#src/desk/written-sum.ts'
import type { Language } from '#src/words/catalogue.ts'
import { supportWordsAt } from '#src/pages/support/parts.ts'
import { potWords } from '#src/words/words.ts'

/** How it goes, months after it was given. */
export const outcomeField = (language: Language): Field => {
  const words = supportWordsAt({ language })
  return choiceField({
    name: 'outcome',
    label: words.followUps,
    choices: choicesOf(outcomes, (one) => words[`outcome_${one}`]),
    fault: words.choose,
    as: 'radios',
  })
}

const whatMax = 30

/** A line of the book of an enterprise. */
export const bookLineFields = (language: Language, currency: Currency): readonly Field[] => {
  const words = supportWordsAt({ language })
  return [
    choiceField({
      name: 'direction',
      label: words.book,
      choices: [
        { value: 'in', label: words.bookIn },
        { value: 'out', label: words.bookOut },
      ],
      fault: words.choose,
      as: 'radios',
    }),
    writtenSum({
      name: 'amount',
      label: words.amount,
      fault: potWords.in(language).fault_amount,
      currency,
    }),
    lineField({
      name: 'what',
      label: words.what,
      rule: (text) => text.slice(0, whatMax),
      fault: '',
      lengthMax: whatMax,
      isOptional: true,
    }),
  ]
}
