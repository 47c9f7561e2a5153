import type { Currency } from '#domain/kernel/money.ts'
import type { FieldValue } from '#src/app/charter-history.ts'
import type { Language } from '#src/words/catalogue.ts'
import { quoteFormWords } from '#src/words/quote-words.ts'
import { fieldWords } from '#src/words/words.ts'
import { moneyInFigures } from '#src/words/locale.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** A value of a charter as people say it: 5,000៛, 1.5 % a month, 20 of the month. */
export const fieldText = (
  { of, value }: FieldValue,
  { currency, language }: { readonly currency: Currency; readonly language: Language },
): string => {
  const words = fieldWords.in(language)
  switch (of) {
    case 'money':
      return moneyInFigures({ amount: value, currency })
    case 'count':
      return String(value)
    case 'code':
      return value
    case 'order':
      return value === 'interest-first' ? words.interestFirst : words.principalFirst
    case 'months':
      return words.months(String(value))
    case 'times':
      return words.times(String(value))
    case 'day-of-month':
      return words.dayOfMonth(String(value))
    case 'weekday': {
      const day = weekdays.find((one) => one === value)
      return day === undefined ? words.notWeekly : quoteFormWords.in(language)[`weekday${day}`]
    }
    case 'percent':
      return `${value} %`
    case 'percent-a-month':
      return words.monthly(value)
    case 'classes':
      return value
        .map(({ toDays, percent }) =>
          toDays === null ? words.classLast(percent) : words.classTo(String(toDays), percent),
        )
        .join(', ')
  }
}
