import { z } from '@hono/zod-openapi'
import { isLocalDate } from '#domain/kernel/dates.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { amountMax } from '#domain/kernel/money.ts'
import { isCode } from '#domain/fund/people/members.ts'

/**
 * The fields that commands are made of. Every message is a stable code, the domain's own where it has
 * one. Nothing here has a default or changes what it reads: the hash of a command covers it as it came.
 */

const control = /\p{Cc}/u

/** No U+0000 or other control character, and no half of a character. */
const isClean = (value: string): boolean => value.isWellFormed() && !control.test(value)

/** Text that a rule of the domain's knows how to judge, once it is text at all. */
const textOf = (rule: (value: string) => boolean, code: string) =>
  z
    .string(code)
    .refine(isClean, { error: 'text-not-clean', abort: true })
    .refine(rule, { error: code })

export const idField = (code: string) => textOf(isUuid, code).openapi({ format: 'uuid' })

export const dateText = () => textOf(isLocalDate, 'date-impossible').openapi({ format: 'date' })

/** A number or mark of the fund's own: letters and digits of any script, no free text. */
export const codeField = (code: string) => textOf(isCode, code).openapi({ maxLength: 40 })

export const patternField = (pattern: RegExp, code: string) =>
  textOf((value) => pattern.test(value), code).openapi({ pattern: pattern.source })

export const wholeField = (min: number, max: number, code: string) =>
  z.int(code).min(min, code).max(max, code)

const sumField = (min: number) =>
  z.int('amount-not-whole').min(min, 'amount-not-whole').max(amountMax, 'amount-too-large')

/** A sum in the currency's smallest unit, above zero. */
export const amountField = () => sumField(1)

/** A sum that came in, or with a minus went out; never zero. */
export const signedAmountField = () =>
  z
    .int('amount-not-whole')
    .min(-amountMax, 'amount-too-large')
    .max(amountMax, 'amount-too-large')
    .refine((amount) => amount !== 0, 'amount-not-whole')

export const amountOrZeroField = () => sumField(0)

export const memberIdField = () => idField('member-not-an-id')

/** A command of one type: its envelope, and its own fields. A field more is a fault. */
export const command = <Type extends string, Fields extends z.ZodRawShape>(
  type: Type,
  fields: Fields,
) =>
  z.strictObject({
    id: idField('id-not-an-id'),
    type: z.literal(type, 'type-unknown'),
    v: z.literal(1, 'version-unknown'),
    effectiveOn: dateText(),
    ...fields,
  })

/** What every example begins with. */
export const example = <Type extends string>(type: Type) => ({
  id: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e01',
  type,
  v: 1 as const,
  effectiveOn: '2025-11-20',
})

export const memberExample = '3f0e7a52-6a1b-8c44-9d0f-2b7c1e5a9d10'
export const loanExample = 'b81d2c06-94e3-8f1a-a7c5-60d9e3f4a712'
