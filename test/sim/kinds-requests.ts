import { channels, securities } from '#domain/loans/request/request-state.ts'
import { type Draws, given, memberOf } from '#test/sim/draws.ts'
import { lentOf } from '#test/sim/kinds-lending.ts'
import { buyOutOf } from '#test/sim/kinds-buy-out.ts'

const migrationOf = (draws: Draws) => ({
  channel: draws.one(channels),
  isAdult: draws.happens(85),
  ...given('recruitmentFee', draws.maybe(15, draws.amount)),
  ...given('agencyCheckedOn', draws.maybe(70, draws.day)),
})

export const requestOf = (draws: Draws) => {
  const lent = lentOf(draws)
  const purpose = draws.one([
    'farm',
    'school',
    'family-need',
    'papers-and-travel',
    'buy-out',
  ] as const)
  const isLong = lent.plan?.every?.unit === 'years'
  const isPapers = purpose === 'papers-and-travel'
  return {
    loanId: draws.newLoan(),
    memberId: draws.happens(50) ? memberOf(0) : draws.member(),
    ...lent,
    purpose,
    ...given(
      'fee',
      draws.maybe(isLong ? 60 : 5, () => draws.whole(1, 100)),
    ),
    ...given(
      'deposit',
      draws.maybe(3, () => draws.whole(1, 100)),
    ),
    ...given(
      'security',
      draws.maybe(10, () => draws.one(securities)),
    ),
    ...given(
      'migration',
      draws.maybe(isPapers ? 75 : 2, () => migrationOf(draws)),
    ),
    ...given(
      'buyOut',
      draws.maybe(purpose === 'buy-out' ? 70 : 1, () => buyOutOf(draws)),
    ),
  }
}
