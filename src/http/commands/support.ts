import { z } from '@hono/zod-openapi'
import { cashPlaces } from '#domain/fund/bank.ts'
import { supportKinds } from '#domain/grants/kinds.ts'
import { unspentRules } from '#domain/grants/terms.ts'
import { amountField, dayField, patternField } from '#src/http/commands/fields.ts'

export const placeField = () => z.enum(cashPlaces, 'place-unknown')

/** What a donor's agreement says of a window of the pot. */
export const termsFields = () => ({
  from: dayField(),
  until: dayField(),
  lines: z
    .array(
      z.strictObject({ kind: z.enum(supportKinds, 'kind-unknown'), amount: amountField() }),
      'list-missing',
    )
    .max(supportKinds.length, 'list-too-long'),
  unspent: z.enum(unspentRules, 'rule-unknown'),
})

export const supportCodeField = () => patternField(/^S-[A-HJKMNP-Z2-9]{8}$/, 'support-not-a-code')
export const codeExample = 'S-7KQ2MPRT'
