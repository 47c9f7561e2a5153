import { z } from '@hono/zod-openapi'
import { repaymentOrders } from '#domain/fund/charter.ts'
import { type Currency, amountMax } from '#domain/kernel/money.ts'
import { codeField, command, example, patternField, wholeField } from '#src/http/commands/fields.ts'

const cannotHold = 'charter-cannot-hold'
const rate = () => patternField(/^\d{1,3}(\.\d{1,6})?$/, cannotHold)
const whole = (min: number, max: number) => wholeField(min, max, cannotHold)
const amount = () => whole(1, amountMax)
const amountOrNought = () => whole(0, amountMax)

/** So that the most shares that can be sent at once come to no more than the largest sum. */
const shareValueMax = 100_000_000

const currencies = { KHR: true, USD: true, THB: true, VND: true, LAK: true, MMK: true } as const
const currencyCodes = Object.keys(currencies satisfies Record<Currency, true>) as Currency[]

const charterFields = {
  currency: z.enum(currencyCodes, cannotHold),
  households: whole(0, 10_000),
  shareValue: whole(1, shareValueMax),
  sharesPerMeeting: z.strictObject({ min: whole(0, 10_000), max: whole(0, 10_000) }, cannotHold),
  socialPerMeeting: amountOrNought(),
  absenceFine: amountOrNought(),
  meetingDay: whole(1, 31),
  rateMonthlyPercent: z.strictObject(
    { normal: rate(), seasonal: rate(), emergency: rate() },
    cannotHold,
  ),
  interestStep: amount(),
  instalmentStep: amount(),
  provisioning: z.strictObject(
    {
      step: amount(),
      classes: z
        .array(
          z.strictObject({
            toDays: whole(0, 10_000).nullable(),
            name: codeField(cannotHold),
            percent: rate(),
          }),
          cannotHold,
        )
        .min(1, cannotHold)
        .max(20, cannotHold),
      reliefExtraPercent: rate(),
    },
    cannotHold,
  ),
  ceiling: z.strictObject(
    {
      savingsMultiple: whole(0, 1000),
      ofEquityAndSavingsPercent: whole(0, 1000),
      amountMax: amountOrNought(),
      emergencyMax: amountOrNought(),
      emergencyMonthsMax: whole(0, 1000),
    },
    cannotHold,
  ),
  quorumPercent: whole(50, 100),
  boxMax: amountOrNought(),
  repaymentOrder: z.enum(repaymentOrders, cannotHold).optional(),
}
const charter = z.strictObject(charterFields, cannotHold)

const charterExample = {
  currency: 'KHR' as const,
  households: 60,
  shareValue: 5000,
  sharesPerMeeting: { min: 1, max: 5 },
  socialPerMeeting: 1000,
  absenceFine: 500,
  meetingDay: 20,
  rateMonthlyPercent: { normal: '1.5', seasonal: '1.5', emergency: '0' },
  interestStep: 100,
  instalmentStep: 100,
  provisioning: {
    step: 100,
    classes: [
      { toDays: 30, name: 'current', percent: '1' },
      { toDays: null, name: 'late', percent: '100' },
    ],
    reliefExtraPercent: '5',
  },
  ceiling: {
    savingsMultiple: 3,
    ofEquityAndSavingsPercent: 10,
    amountMax: 2_000_000,
    emergencyMax: 200_000,
    emergencyMonthsMax: 3,
  },
  quorumPercent: 66,
  boxMax: 2_000_000,
}

const hands = () => wholeField(0, 10_000, 'votes-not-whole')

/** Hands raised at a meeting. */
export const votes = () =>
  z.strictObject({ present: hands(), yes: hands(), no: hands() }, 'votes-not-whole')

const windowPattern = /^[a-z][a-z0-9-]{0,39}$/
export const windowIdField = () => patternField(windowPattern, 'window-not-a-code')

const balance = () => wholeField(-amountMax, amountMax, 'amount-not-whole')

export const foundFund = command('FoundFund', {
  villageCode: patternField(/^\d{8}$/, 'village-code-not-8-digits'),
  charter,
  opening: z.strictObject({
    cash: balance(),
    provision: balance(),
    social: balance(),
    reserve: balance(),
    windows: z
      .array(z.strictObject({ windowId: windowIdField(), amount: balance() }), 'list-missing')
      .max(100, 'list-too-long'),
  }),
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

export const amendCharter = command('AmendCharter', { charter, votes: votes() }).openapi(
  'AmendCharter',
  {
    example: {
      ...example('AmendCharter'),
      charter: charterExample,
      votes: { present: 48, yes: 40, no: 5 },
    },
  },
)
