import {
  type Currency,
  decimalText,
  decimalsOf,
  latinDigits,
  unitsOf,
} from '#domain/kernel/money.ts'
import { keysFor, typedSum } from '#src/desk/typed-sum.ts'
import { type Field, lineField } from '#src/desk/fields.ts'
import { moneyInFigures } from '#src/words/locale.ts'

const digitsOf = (text: string): string => latinDigits(text).replaceAll(/[\s,]/g, '')

/** A whole number as it was typed, in Latin or Khmer digits; undefined for anything else. */
export const wholeIn = (text: string): number | undefined => {
  const digits = digitsOf(text)
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined
}

/** A sum as it was typed, in smallest units; undefined for anything else, and for zero. Without a currency it is typed in them. */
export const unitsWritten = (text: string, currency: Currency | undefined): number | undefined => {
  const units = currency ? unitsOf(digitsOf(text), decimalsOf(currency)) : wholeIn(text)
  return units !== undefined && units > 0 ? units : undefined
}

type SumAsk = Pick<
  Parameters<typeof lineField>[0],
  'name' | 'label' | 'hint' | 'isOptional' | 'fold'
> & {
  readonly fault: string
  readonly currency?: Currency | undefined
  readonly usual?: number
}

/** A sum of money on a page where spaces and commas may stand between digits. */
export const writtenSum = ({ currency, usual, ...named }: SumAsk): Field => {
  const decimals = currency ? decimalsOf(currency) : 0
  return {
    ...lineField({
      ...named,
      lengthMax: 15,
      rule: (text) => {
        const units = unitsWritten(text, currency)
        return units === undefined ? undefined : decimalText(units, decimals)
      },
      said: (text) =>
        currency ? moneyInFigures({ amount: unitsWritten(text, currency)!, currency }) : text,
    }),
    ...(currency && {
      sum: typedSum({ currency, usual }, (text) => unitsWritten(text, currency)),
      inputmode: keysFor(currency),
    }),
  }
}
