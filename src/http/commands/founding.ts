import { z } from '@hono/zod-openapi'
import { amountMax } from '#domain/kernel/money.ts'
import { charter, charterExample, votes, windowIdField } from '#src/http/commands/charter.ts'
import {
  command,
  example,
  memberExample,
  patternField,
  secondField,
  wholeField,
} from '#src/http/commands/fields.ts'
import { count } from '#src/http/commands/fund.ts'

const balance = () => wholeField(-amountMax, amountMax, 'amount-not-whole')

/** What an older book leaves a fund, whole sums in its smallest unit. */
export const openingBalances = z.strictObject({
  cash: balance(),
  provision: balance(),
  social: balance(),
  reserve: balance(),
  windows: z
    .array(z.strictObject({ windowId: windowIdField(), amount: balance() }), 'list-missing')
    .max(100, 'list-too-long'),
  counted: count().optional().openapi({
    description: 'What was in the box; `cash` is what the older book said',
  }),
})

export const foundFund = command('FoundFund', {
  villageCode: patternField(/^\d{8}$/, 'village-code-not-8-digits'),
  charter,
  opening: openingBalances,
}).openapi('FoundFund', {
  example: {
    ...example('FoundFund'),
    villageCode: '17020304',
    charter: charterExample,
    opening: {
      cash: 1_200_000,
      provision: 0,
      social: 180_000,
      reserve: 400_000,
      windows: [{ windowId: 'transport', amount: 500_000 }],
    },
  },
})

/** Founds nothing: what the older book does not explain, as the meeting was shown it and agreed to. */
export const settleTakeOver = command('SettleTakeOver', {
  amount: balance(),
  votes: votes(),
  confirmedBy: secondField(),
}).openapi('SettleTakeOver', {
  example: {
    ...example('SettleTakeOver'),
    amount: -12_500,
    votes: { present: 48, yes: 40, no: 5 },
    confirmedBy: memberExample,
  },
})
