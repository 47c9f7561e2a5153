import { officerOf } from '#test/sim/ballots.ts'
import type { Draws } from '#test/sim/draws.ts'
import type { CommandType } from '#test/sim/kinds.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'

type Step = readonly [type: CommandType, command: { readonly effectiveOn: string }]

/**
 * A loan that a meeting refuses, and on the appeal refuses again, so that a second appeal is left: seven steps that chance
 * alone fits to each other less than once in 300,000 operations.
 */
export const refusedTwice = (draws: Draws): readonly Step[] => {
  const [loanId, memberId] = [`r${draws.whole(0, 9)}`, draws.member()]
  const first = dayOf(draws.day())
  const on = (days: number) => ({ effectiveOn: textOf(first + days), loanId })
  const asked = { memberId, product: 'emergency', principal: 100, months: 1, purpose: 'farm' }
  const present = draws.made.filter((one) => one.type === 'AdmitMember' && !one.isFormer).length
  const hands = { present, yes: 0, no: present }
  const refusal = {
    ballot: { by: 'meeting', hands, recused: [], confirmedBy: officerOf(draws, memberId) },
    reason: 'no-cash',
  }
  const appraisal = { appraisedBy: officerOf(draws, memberId), finding: 'sound' }
  const told = { textHash: 'cd'.repeat(32), language: 'km', paidOutOn: on(9).effectiveOn }
  return [
    ['RequestLoan', { ...on(0), ...asked }],
    ['AppraiseLoan', { ...on(1), ...appraisal, burden: 'up-to-33' } as Step[1]],
    ['DiscloseCost', { ...on(2), ...told } as Step[1]],
    ['DecideLoan', { ...on(3), ...refusal } as Step[1]],
    ['AppealDecision', on(4)],
    ['DecideLoan', { ...on(5), ...refusal } as Step[1]],
    ['AppealDecision', on(6)],
  ]
}
