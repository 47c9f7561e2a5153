import { z } from 'zod'
import { isLocalDate } from '#domain/kernel/dates.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { type QuoteRead, quoteFields, quoteFrom } from '#src/exchange/quote-fields.ts'

/** A question that cannot be answered: which field, and what is wrong with it. */
export type QuoteError = { readonly field: string; readonly code: string; readonly message: string }

const digits = z
  .union([z.number(), z.string()], 'must be given, in digits')
  .transform((value) => latinDigits(String(value)).trim())
const sum = digits
  .pipe(z.string().regex(/^\d{1,13}$/, 'must be a whole number of the smallest unit'))
  .transform(Number)
const day = z
  .string('must be given, as year-month-day')
  .transform(latinDigits)
  .refine(isLocalDate, 'must be a day that the calendar has, as year-month-day')
const rate = digits.pipe(
  z.string().regex(/^\d{1,3}(\.\d{1,6})?$/, 'must be a rate in per cent, for example 1.5'),
)

const shape = z.strictObject(quoteFields({ sum, count: sum, day, rate }))

/** Reads the JSON of a quote; all errors in one go, the input itself is never repeated. */
export const readQuote = (text: string): QuoteRead | { readonly errors: readonly QuoteError[] } => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { errors: [{ field: '', code: 'not-json', message: 'the input is not sound JSON' }] }
  }
  const read = shape.safeParse(json)
  if (!read.success) {
    const errors = read.error.issues.flatMap(({ path, code, message, ...more }) => {
      const unknown = 'keys' in more && Array.isArray(more.keys) ? more.keys.length : 0
      if (unknown > 0)
        return [
          {
            field: '',
            code: 'unknown-field',
            message: `${unknown} field(s) that a quote does not have`,
          },
        ]
      return [
        {
          field: path.join('.'),
          code: code === 'custom' ? 'invalid' : code.replaceAll('_', '-'),
          message,
        },
      ]
    })
    return { errors }
  }
  return quoteFrom(read.data)
}
