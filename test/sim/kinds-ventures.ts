import { leavingValues, ventureKinds } from '#domain/ventures/venture.ts'
import { officerOf } from '#test/sim/ballots.ts'
import { type Draws, given, memberOf } from '#test/sim/draws.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'

const ventureIdOf = (draws: Draws): string => (draws.happens(97) ? `v${draws.whole(0, 2)}` : '?')

/** Mostly nearly all are there and for it. */
const byMeeting = (draws: Draws) => {
  const admitted = draws.made.filter(({ type }) => type === 'AdmitMember').length
  const present = Math.max(admitted - draws.whole(0, 1), 1)
  const votes = draws.happens(85) ? { present, yes: present, no: 0 } : draws.votes()
  return { votes, confirmedBy: draws.happens(95) ? officerOf(draws) : draws.member() }
}

const foundingOf = (draws: Draws) => {
  const on = draws.day()
  const later = (days: number): string => textOf(dayOf(on) + days)
  const offered = draws.whole(4, 40)
  const most = Math.floor(offered / 4)
  return {
    effectiveOn: on,
    ventureId: ventureIdOf(draws),
    kind: draws.one(ventureKinds),
    sharePrice: draws.happens(98) ? draws.whole(1, 50) * 100 : 999_999_999_999,
    sharesOffered: offered,
    sharesEach: draws.happens(96) ? draws.whole(1, most) : offered,
    leavesFrom: later(draws.happens(97) ? draws.one([0, 0, 30]) : 900),
    leavingValue: draws.one(leavingValues),
    endsOn: later(draws.happens(97) ? 400 : 0),
    cashKeeper: memberOf(draws.whole(0, 2)),
    bookKeeper: memberOf(draws.happens(97) ? draws.whole(3, 5) : 0),
    ...byMeeting(draws),
  }
}

const aboutVenture = (draws: Draws) => {
  const founded = draws.told('FoundVenture')
  return {
    ...given('effectiveOn', founded && draws.after(founded.effectiveOn)),
    ventureId: founded && draws.happens(97) ? founded.ventureId : ventureIdOf(draws),
  }
}

const byHolder = (draws: Draws, memberId: string) => ({
  memberId,
  approvedBy: draws.happens(85) ? memberId : draws.happens(80) ? officerOf(draws) : draws.member(),
  ...given(
    'proof',
    draws.maybe(20, () => ({ witnesses: draws.members().slice(0, 2) })),
  ),
})

const boughtOf = (draws: Draws) => ({
  ...aboutVenture(draws),
  ...byHolder(draws, draws.member()),
  shares: draws.happens(97) ? draws.whole(1, 4) : draws.whole(1, 99),
  hasHeardRules: true as const,
})

const leftOf = (draws: Draws) => {
  const bought = draws.told('BuyVentureShares')
  return {
    ...aboutVenture(draws),
    ...given('ventureId', bought?.ventureId),
    ...byHolder(draws, bought?.memberId ?? draws.member()),
  } as ReturnType<typeof aboutVenture> & ReturnType<typeof byHolder>
}

const movedOf = (draws: Draws) => ({
  ...aboutVenture(draws),
  move: draws.one(['earned', 'earned', 'spent', 'missing', 'bought', 'gone'] as const),
  amount: draws.whole(1, 60) * 100,
  paper: 'R-1',
  confirmedBy: draws.happens(95) ? officerOf(draws) : draws.member(),
})

const countedOf = (draws: Draws) => ({
  ...aboutVenture(draws),
  cash: draws.whole(0, 90) * 100,
  goods: draws.happens(50) ? 0 : draws.whole(0, 9) * 100,
  countedWith: draws.member(),
  confirmedBy: draws.happens(95) ? officerOf(draws) : draws.member(),
})

const sharedOf = (draws: Draws) => ({
  ...aboutVenture(draws),
  amount: draws.whole(1, 2000),
  ...byMeeting(draws),
})

const closedOf = (draws: Draws) => ({ ...aboutVenture(draws), ...byMeeting(draws) })

const decision = <Draw>(by: 'chair' | 'member' | 'record-keeper', weight: number, draw: Draw) =>
  ({ by, order: 'decision', weight, draw }) as const

/** A generator a type of command about ventures. */
export const ofVentures = {
  FoundVenture: { by: 'chair', order: 'beginning', weight: 3, draw: foundingOf },
  BuyVentureShares: decision('member', 4, boughtOf),
  RecordVentureMove: decision('record-keeper', 4, movedOf),
  CountVenture: decision('record-keeper', 3, countedOf),
  ShareVentureProfit: decision('chair', 2, sharedOf),
  LeaveVenture: decision('member', 2, leftOf),
  CloseVenture: decision('chair', 1, closedOf),
} as const
