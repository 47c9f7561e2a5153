import { methods } from '#domain/loans/as-written.ts'
import { securities } from '#domain/loans/request/request-state.ts'
import { ballotOf } from '#test/sim/ballots.ts'
import { type Draws, given } from '#test/sim/draws.ts'

/** How an older book charged, and what it took; cheap now and then, dear mostly. */
export const olderOf = (draws: Draws, isTakenOver: boolean) => ({
  ...given(
    'asWritten',
    draws.maybe(35, () => writtenOf(draws, isTakenOver)),
  ),
  ...given(
    'securities',
    draws.maybe(25, () => takenOf(draws)),
  ),
})

const writtenOf = (draws: Draws, isTakenOver: boolean) => ({
  ...draws.maybe(85, () => ({
    method: draws.one(methods),
    rateMonthlyPercent: draws.one(['0', '0.5', '0.7', '1.2', '2.5', '3', '3.333333', '20', '60']),
  })),
  ...given(
    'fee',
    draws.maybe(30, () => draws.whole(0, 9) * 100),
  ),
  ...given('interestPaidBefore', isTakenOver ? draws.maybe(30, draws.amount) : undefined),
})

const takenOf = (draws: Draws) => [
  ...new Set([draws.one(securities), ...(draws.happens(30) ? [draws.one(securities)] : [])]),
]

type Older = { readonly loanId: string; readonly memberId: string; readonly effectiveOn: string }

/** One of the loans of which an older book tells something, and a day after it came in. */
const olderLoan = (draws: Draws, tells: 'asWritten' | 'securities'): Older | undefined => {
  const begun = draws.made.filter(
    (one) => (one.type === 'TakeOverLoan' || one.type === 'RecordPayout') && one[tells],
  )
  const loan = begun.length === 0 || draws.happens(10) ? undefined : draws.one(begun)
  if (loan?.type !== 'TakeOverLoan' && loan?.type !== 'RecordPayout') return undefined
  const { loanId, memberId } = loan
  return { loanId, memberId, effectiveOn: draws.after(loan.effectiveOn) }
}

export const conversionOf = (draws: Draws) => {
  const older = olderLoan(draws, 'asWritten')
  const ballot = ballotOf(draws, older?.memberId ?? draws.member(), 92)
  return {
    loanId: older?.loanId ?? draws.loan(),
    ...given('effectiveOn', older?.effectiveOn),
    ballot,
  }
}

export const returnOf = (draws: Draws) => {
  const older = olderLoan(draws, 'securities')
  return {
    loanId: older?.loanId ?? draws.loan(),
    ...given('effectiveOn', older?.effectiveOn),
    security: draws.one(securities),
    ...given(
      'proof',
      draws.maybe(60, () => ({ witnesses: draws.members() })),
    ),
  }
}
