import type { Charter } from '#domain/fund/charter/charter.ts'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { type Draws, given } from '#test/sim/draws.ts'
import { rulesOf } from '#test/sim/kinds-officers.ts'

/** Some villages have ruled what they give, by the day on which they meet. */
const supportBy: Readonly<Record<number, Charter['support']>> = {
  15: { 'emergency-return': 900_000_000 },
  30: { 'emergency-return': 1000, children: 0 },
  31: { 'emergency-return': 900_000_000, children: 0 },
}

export const charterOf = (draws: Draws): Charter => {
  const charter = ruled(draws)
  return { ...charter, ...given('support', supportBy[charter.meetingDay]) }
}

const ruled = (draws: Draws): Charter => ({
  ...defaultCharter,
  shareValue: draws.one([100, 500, 3333]),
  sharesPerMeeting: draws.one([
    { min: 1, max: 5 },
    { min: 3, max: 4 },
  ]),
  meetingDay: draws.one([1, 15, 20, 28, 29, 30, 31]),
  rateMonthlyPercent: {
    normal: draws.one(['1.5', '1.25', '0.777777', draws.happens(10) ? '2' : '1']),
    seasonal: draws.one(['1.5', '0.5']),
    emergency: draws.one(['0', '1']),
  },
  interestStep: draws.one([1, 50, 100]),
  instalmentStep: draws.one([1, 100, 500]),
  ceiling: {
    ...defaultCharter.ceiling,
    amountMax: draws.happens(70) ? 900_000_000 : draws.amount() * 3,
    emergencyMax: draws.happens(70) ? 900_000_000 : 5000,
    emergencyMonthsMax: draws.one([3, 24]),
    ...given(
      'papersMax',
      draws.maybe(50, () => 900_000_000),
    ),
  },
  quorumPercent: draws.one([50, 67, 100]),
  currency: draws.happens(97) ? 'KHR' : 'USD',
  ...rulesOf(draws),
})

/** An old book that adds up, mostly: only then can a period be closed. */
export const openingOf = (draws: Draws) => {
  const cash = draws.amount() * 5
  const provision = draws.happens(30) ? draws.amount() : 0
  const social = draws.happens(50) ? draws.amount() : 0
  const held = draws.happens(50) ? draws.amount() : 0
  const reserve = cash - provision - social - held + (draws.happens(80) ? 0 : 100)
  const windows = held > 0 ? [{ windowId: 'safe-return', amount: held }] : []
  const counted = draws.maybe(30, () =>
    draws.happens(70) ? { amount: cash - 100, isByNote: true } : draws.count(),
  )
  return { cash, provision, social, reserve, windows, ...given('counted', counted) }
}
