import { offices } from '#domain/fund/people/tenures.ts'
import { type Draws, given, memberOf } from '#test/sim/draws.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'
import { officerOf } from '#test/sim/ballots.ts'

/** Terms so short that they run out while a plan is played. */
export const rulesOf = (draws: Draws) =>
  given(
    'officers',
    draws.maybe(60, () => ({
      termMonths: draws.one([1, 2, 12]),
      graceDays: draws.one([0, 5, 60]),
      womenMin: draws.one([0, 3, 5, draws.happens(5) ? 9 : 5]),
      ...given(
        'amountMax',
        draws.maybe(30, () => draws.amount() * 2),
      ),
    })),
  )

/** As many of those who were admitted as can vote, mostly. */
const presentOf = (draws: Draws): number => {
  const admitted = draws.made.filter(({ type }) => type === 'AdmitMember').length
  const drawn = draws.happens(90) ? Math.max(admitted - draws.whole(0, 1), 1) : draws.whole(0, 9)
  return draws.comingOf(drawn, admitted)
}

const contestOf = (draws: Draws, present: number, first: number) => {
  const seats = draws.happens(97) ? draws.one([1, 1, 2]) : 0
  const standing = draws.happens(92) ? draws.whole(1, 3) : 0
  const isEmpty = draws.happens(8)
  return {
    office: draws.one(draws.happens(98) ? offices : (['king'] as never)),
    seats,
    candidates: Array.from({ length: standing }, (_, n) => ({
      memberId: draws.happens(90) ? memberOf((first + n) % 6) : draws.member(),
      votes: isEmpty
        ? 0
        : n === 0 && draws.happens(80)
          ? present
          : draws.whole(0, draws.happens(95) ? 1 : 9),
    })),
  }
}

const votesOf = (draws: Draws, present: number) => ({
  present,
  yes: draws.happens(80) ? present : 0,
  no: draws.happens(95) ? 0 : 3,
})

/** Put into an office without a vote; now and then into one that the meeting had elected. */
export const appointmentOf = (draws: Draws) => {
  const election = draws.happens(40) ? draws.told('ElectOfficers') : undefined
  const office = election?.contests[0]?.office
  return {
    memberId: draws.member(),
    office: office ?? draws.one(offices),
    ...given('until', draws.maybe(25, draws.day)),
    ...given('replaces', draws.maybe(8, draws.member)),
    ...(election ? { effectiveOn: draws.after(election.effectiveOn) } : {}),
  }
}

export const electionOf = (draws: Draws) => {
  const present = presentOf(draws)
  const effectiveOn = draws.day()
  const isOfWomen = draws.happens(20)
  const many = draws.happens(65) ? 1 : draws.one([0, 2, 2, 2])
  const first = draws.whole(0, 5)
  return {
    by: draws.one(draws.happens(98) ? (['hands', 'slips'] as const) : (['feet'] as never)),
    electorate: isOfWomen ? ('women' as const) : ('all' as const),
    present: isOfWomen ? Math.max(Math.floor(present / 2), 1) : present,
    contests: Array.from({ length: many }, () => contestOf(draws, present, first)),
    effectiveOn,
    ...given(
      'until',
      draws.maybe(25, () => textOf(dayOf(effectiveOn) + draws.whole(-5, 500))),
    ),
    ...given(
      'exception',
      draws.maybe(65, () => votesOf(draws, present)),
    ),
    confirmedBy: draws.happens(95) ? officerOf(draws, '') : draws.member(),
  }
}

/** What an old book does not explain: the hundred that its reserve is out by, mostly. */
export const settlementOf = (draws: Draws) => ({
  amount: draws.one([-100, -100, draws.amount(), 0]),
  votes: votesOf(draws, presentOf(draws)),
})

export const endingOf = (draws: Draws) => {
  const named = draws.told('AppointOfficer', 'AppointOfficer')
  const isVoted = draws.happens(50)
  return {
    memberId: named && draws.happens(85) ? named.memberId : draws.member(),
    office: named && draws.happens(85) ? named.office : draws.one(offices),
    why: draws.happens(95)
      ? isVoted
        ? ('removed' as const)
        : ('resigned' as const)
      : ('' as never),
    approvedBy: draws.happens(90) ? officerOf(draws, named?.memberId ?? '') : draws.member(),
    ...given(
      'votes',
      draws.maybe(isVoted ? 95 : 4, () => votesOf(draws, presentOf(draws))),
    ),
  }
}

export const handOverOf = (draws: Draws) => ({
  office: draws.one(offices),
  from: draws.member(),
  to: draws.happens(60) ? officerOf(draws, '') : draws.member(),
  witnesses: draws.members().slice(0, draws.one([0, 1, 2, 2])),
  ...given(
    'count',
    draws.maybe(70, () => draws.count()),
  ),
  ...given(
    'balanceHash',
    draws.maybe(60, () => (draws.happens(90) ? 'ab'.repeat(32) : 'none')),
  ),
})
