import type { Command } from '#domain/village.ts'
import { idOf, memberId } from '#test/contract/village-life.ts'
import type { Chance } from '#test/support/oracle/chance.ts'

/** Days of one month, so that what phones write falls together. */
const dayOf = (chance: Chance): string => `2026-06-${String(chance.whole(1, 28)).padStart(2, '0')}`

export type Pool = { readonly members: number; readonly loans: number }

/** Something that somebody writes down at a meeting; now and then what the rules refuse, what nobody can read, what came twice. */
export const commandDrawn = (chance: Chance, n: number, pool: Pool): Command => {
  const id = idOf(1000 + n)
  const envelope = { id, v: 1 as const, effectiveOn: dayOf(chance) }
  const whose = { memberId: memberId(chance.whole(1, pool.members)) }
  const amount = chance.whole(1, 60) * 500
  const made = chance.one<() => object>([
    () => ({ type: 'RecordDeposit', ...whose, amount }),
    () => ({ type: 'BuyShares', ...whose, shares: chance.whole(1, 5) }),
    () => ({ type: 'RecordSocialContribution', ...whose, amount }),
    () => ({ type: 'RecordFine', ...whose, amount }),
    () => ({ type: 'RecordWithdrawal', ...whose, amount }),
    () => ({ type: 'RecordRepayment', loanId: `l${chance.whole(1, pool.loans)}`, amount }),
    () => ({ type: 'OpenMeeting', count: { amount: amount * 20, isByNote: true } }),
    () => ({ type: 'CloseMeeting', count: { amount: amount * 20, isByNote: true } }),
    () => ({ type: 'RecordAttendance', present: [whose.memberId], absent: [] }),
    // Decisions, which a phone leaves to the service.
    () => ({ type: 'RequestWithdrawal', ...whose, amount: amount * chance.whole(1, 40) }),
    () => ({ type: 'RecordExpense', amount, kind: 'running-costs' }),
    () => ({ type: 'RecordDeposit', memberId: 'somebody-else', amount }),
    // What only a newer service would read.
    () => ({ type: 'FromTomorrow', amount }),
  ])()
  return { ...envelope, ...made } as Command
}

/** A loan that was there before. */
export const loanTaken = (n: number): Command =>
  ({
    type: 'TakeOverLoan',
    id: idOf(500 + n),
    v: 1,
    effectiveOn: '2026-01-01',
    loanId: `l${n}`,
    number: `L${n}`,
    memberId: 'member-1',
    product: 'normal',
    disbursedOn: '2025-10-20',
    principal: 200_000,
    owed: 150_000,
    instalments: 10,
    repaidBefore: 50_000,
  }) as unknown as Command
