import { leavingValues, ventureKinds } from '#domain/ventures/venture.ts'
import { officerOf } from '#test/sim/ballots.ts'
import type { Draws } from '#test/sim/draws.ts'
import type { CommandType } from '#test/sim/kinds.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'

type Step = readonly [type: CommandType, command: { readonly effectiveOn: string }]

/**
 * A venture from its founding to the day on which somebody leaves it and what is left is shared, with what may go wrong on
 * the way: chance alone hardly fits so many steps to each other.
 */
export const soundVenture = (draws: Draws): readonly Step[] => {
  const members = [
    ...new Set(draws.made.flatMap((one) => (one.type === 'AdmitMember' ? [one.memberId] : []))),
  ]
  const first = dayOf(draws.day())
  const ventureId = `s${draws.whole(0, 9)}`
  const at = (days: number) => ({ effectiveOn: textOf(first + days), ventureId })
  const meeting = { votes: { present: members.length, yes: members.length, no: 0 } }
  const confirmedBy = officerOf(draws)
  const sharePrice = draws.whole(1, 50) * 100
  const each = draws.one([1, 2])
  const founded = {
    kind: draws.one(ventureKinds),
    sharePrice,
    sharesOffered: 4 * each,
    sharesEach: each,
    leavesFrom: at(draws.one([0, 20])).effectiveOn,
    leavingValue: draws.one(leavingValues),
    endsOn: at(400).effectiveOn,
    cashKeeper: members[0],
    bookKeeper: members.at(-1),
  }
  const bought = (n: number): Step => {
    const memberId = members[n % members.length]!
    const shares = { memberId, approvedBy: memberId, shares: each }
    return ['BuyVentureShares', { ...at(1), ...shares, hasHeardRules: true } as Step[1]]
  }
  const moved = (move: string, amount: number): Step => [
    'RecordVentureMove',
    { ...at(3), move, amount, paper: 'R-1', confirmedBy } as Step[1],
  ]
  const leaving = { memberId: members[0], approvedBy: members[0] }
  return [
    ['FoundVenture', { ...at(0), ...founded, ...meeting, confirmedBy } as Step[1]],
    ...members.slice(0, draws.whole(2, 6)).map((_, n) => bought(n)),
    bought(0),
    moved('earned', draws.whole(1, 9) * 100),
    ...(draws.happens(40) ? [moved('bought', 100)] : []),
    bought(1),
    ['ShareVentureProfit', { ...at(4), amount: 100, ...meeting, confirmedBy } as Step[1]],
    ['LeaveVenture', { ...at(draws.one([5, 25])), ...leaving } as Step[1]],
    ['CloseVenture', { ...at(30), ...meeting, confirmedBy } as Step[1]],
  ]
}
