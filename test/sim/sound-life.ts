import { ballotOf, officerOf } from '#test/sim/ballots.ts'
import { type Draws, memberOf } from '#test/sim/draws.ts'
import type { CommandType } from '#test/sim/kinds.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'

type Step = readonly [type: CommandType, command: { readonly effectiveOn: string }]

/**
 * A loan as it should go, from the request to the money, with a vote that has its usual troubles: what chance
 * alone rarely brings about, because each step has to fit the one before.
 */
export const soundLife = (draws: Draws): readonly Step[] => {
  const loanId = draws.newLoan()
  const memberId = draws.happens(80) ? memberOf(0) : draws.member()
  const product = draws.one(['normal', 'normal', 'emergency'] as const)
  const [principal, months] = [draws.whole(1, 90) * 100, draws.one([1, 2, 3, 3, 5])]
  const terms = { loanId, memberId, product, principal, months }
  const first = dayOf(draws.day())
  const day = (days: number) => ({ effectiveOn: textOf(first + days) })
  const on = (days: number) => ({ ...day(days), loanId })
  const burden = draws.one(['up-to-33', 'up-to-33', 'to-40', 'to-50', 'above-50'] as const)
  const decision = { ...on(3), ballot: ballotOf(draws, memberId, 35) }
  const isPaid = draws.happens(80)
  const payout = {
    ...terms,
    ...on(4),
    number: loanId.toUpperCase(),
    ...(draws.happens(15) ? { months: months + 1 } : {}),
  }
  const back = { ...on(5), amount: draws.happens(50) ? principal : draws.amount() }
  const isLast = isPaid && draws.happens(25)
  const death = {
    ...day(6),
    memberId,
    ...(draws.happens(90) ? { confirmedBy: officerOf(draws, memberId) } : {}),
  }
  const settled = {
    ...day(7),
    memberId,
    isNetted: draws.happens(70),
    ballot: ballotOf(draws, memberId, 97),
  }
  const steps: readonly (Step | undefined)[] = [
    ['RequestLoan', { ...terms, ...on(0), purpose: 'farm' } as Step[1]],
    [
      'AppraiseLoan',
      { ...on(1), appraisedBy: officerOf(draws, memberId), finding: 'sound', burden } as Step[1],
    ],
    [
      'DiscloseCost',
      {
        ...on(2),
        textHash: 'cd'.repeat(32),
        language: 'km',
        paidOutOn: textOf(first + 4),
      } as Step[1],
    ],
    ['DecideLoan', decision],
    isPaid ? ['RecordPayout', payout] : undefined,
    isPaid && draws.happens(60) ? ['RecordRepayment', back] : undefined,
    isLast ? ['RecordDeath', death] : undefined,
    isLast ? ['SettleDeath', settled] : undefined,
  ]
  return steps.filter((step) => step !== undefined)
}
