import { z } from '@hono/zod-openapi'
import { repaymentOrders } from '#domain/fund/charter.ts'
import type { SupportLimit } from '#domain/fund/support-rules.ts'
import { type Currency, amountMax } from '#domain/kernel/money.ts'
import {
  codeField,
  command,
  example,
  memberExample,
  patternField,
  secondField,
  wholeField,
} from '#src/http/commands/fields.ts'

const cannotHold = 'charter-cannot-hold'
const rate = () => patternField(/^\d{1,3}(\.\d{1,6})?$/, cannotHold)
const whole = (min: number, max: number) => wholeField(min, max, cannotHold)
const amount = () => whole(1, amountMax)
const percent = (max: number) => whole(0, max)
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
      papersMax: amountOrNought().optional(),
      buyOutMax: amountOrNought().optional(),
      enterpriseMax: amountOrNought().optional(),
    },
    cannotHold,
  ),
  quorumPercent: whole(50, 100),
  boxMax: amountOrNought(),
  repaymentOrder: z.enum(repaymentOrders, cannotHold).optional(),
  officers: z
    .strictObject(
      {
        termMonths: whole(1, 60).optional(),
        graceDays: whole(0, 366).optional(),
        seats: whole(3, 15).optional(),
        womenMin: whole(0, 15).optional(),
        votingMin: whole(3, 15).optional(),
        amountMax: amountOrNought().optional(),
      },
      cannotHold,
    )
    .optional(),
  relief: z
    .strictObject(
      {
        months: whole(1, 6).optional(),
        personalMonths: whole(1, 6).optional(),
        harvestMonth: whole(1, 12).optional(),
        lineOfLastLoanPercent: percent(50).optional(),
      },
      cannotHold,
    )
    .optional(),
  support: z
    .strictObject(
      {
        passport: amountOrNought().optional(),
        papers: amountOrNought().optional(),
        training: amountOrNought().optional(),
        'safe-return': amountOrNought().optional(),
        'emergency-return': amountOrNought().optional(),
        reintegration: amountOrNought().optional(),
        school: amountOrNought().optional(),
        children: amountOrNought().optional(),
      } satisfies Record<SupportLimit, unknown>,
      cannotHold,
    )
    .optional(),
  savingsRules: z
    .strictObject(
      {
        liquidity: z
          .strictObject({ percent: percent(90), rainyPercent: percent(90) }, cannotHold)
          .optional(),
        surplus: z
          .strictObject(
            {
              membersPercent: percent(100),
              reservePercent: percent(100),
              runningCostsPercent: percent(100),
            },
            cannotHold,
          )
          .optional(),
        borrowingMaxPercent: percent(1000).optional(),
      },
      cannotHold,
    )
    .optional(),
}
export const charter = z.strictObject(charterFields, cannotHold)

export const charterExample = {
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

export const amendCharter = command('AmendCharter', {
  charter,
  votes: votes(),
  confirmedBy: secondField(),
}).openapi('AmendCharter', {
  example: {
    ...example('AmendCharter'),
    charter: charterExample,
    votes: { present: 48, yes: 40, no: 5 },
    confirmedBy: memberExample,
  },
})
