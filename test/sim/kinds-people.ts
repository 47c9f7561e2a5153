import { householdChanges } from '#domain/fund/people/households.ts'
import { lifeChanges } from '#domain/fund/people/life.ts'
import { officerOf } from '#test/sim/ballots.ts'
import { type Draws, given, memberOf } from '#test/sim/draws.ts'

const household = (draws: Draws): string => `h${draws.whole(0, 2)}`

/** Late in the plan, mostly, so that a village is not empty before it has begun. */
const lateDay = (draws: Draws): string => [draws.day(), draws.day(), draws.day()].toSorted()[2]!

/** Coming back comes more often than going, and whoever goes has somebody who votes for them. */
export const changeOf = (draws: Draws) => {
  const change = draws.one([...lifeChanges, 'away', 'away', 'back', 'back', 'returned'] as const)
  const votesFor = (): string => (draws.happens(60) ? memberOf(0) : draws.member())
  const proxy = draws.maybe(change === 'away' ? 95 : 3, votesFor)
  const isGoing = change === 'left' || (change === 'away' && draws.happens(50))
  return {
    memberId: draws.member(),
    change,
    ...given('proxy', proxy),
    ...given(
      'confirmedBy',
      draws.maybe(change === 'away' ? 70 : 10, () => officerOf(draws)),
    ),
    ...(isGoing ? { effectiveOn: lateDay(draws) } : {}),
  }
}

/** Now and then of somebody who was seen after that day. */
export const deathOf = (draws: Draws) => {
  const seen = draws.told('RecordAttendance')
  const isSeen = seen?.present[0] !== undefined && draws.happens(30)
  return {
    memberId: isSeen ? seen.present[0]! : draws.member(),
    effectiveOn: isSeen ? draws.day() : lateDay(draws),
  }
}

export const correctionOf = (draws: Draws) => ({
  memberId: draws.member(),
  ...given(
    'sex',
    draws.maybe(40, () => draws.one(['f', 'm'] as const)),
  ),
  ...given(
    'zone',
    draws.maybe(40, () => draws.one(['ទន្លេ', 'upland', '?'])),
  ),
  ...given(
    'povertyLevel',
    draws.maybe(40, () => draws.one([1, 2, null] as const)),
  ),
})

/** People who live together, or come to; now and then of a household that they are not in. */
export const householdOf = (draws: Draws) => {
  const change = draws.one(householdChanges)
  const isLeaving = change === 'split' || change === 'merged'
  return {
    householdId: household(draws),
    change,
    memberIds: draws.happens(10) ? draws.members() : [draws.member()],
    ...given(
      'leftId',
      draws.maybe(isLeaving ? 95 : 4, () => household(draws)),
    ),
  }
}
