import fc from 'fast-check'
import type { Command } from '#domain/village.ts'
import { admission, charter, founding, idOf, memberId } from '#test/contract/village-life.ts'

/** One call of the recorder. */
export type Submission = { readonly fundId: string; readonly commands: readonly Command[] }

type Draw = {
  readonly kind: number
  readonly member: number
  readonly loan: number
  readonly day: number
  readonly amount: number
  /** Now and then an id comes again, with the same body or with another one. */
  readonly again: number
}

const draw = fc.record<Draw>({
  kind: fc.nat(18),
  member: fc.nat(3),
  loan: fc.nat(3),
  day: fc.nat(200),
  amount: fc.oneof(
    fc.integer({ min: 1, max: 1_000 }).map((hundreds) => hundreds * 100),
    fc.constantFrom(0, 2 ** 31, 3_000_000_000_000),
  ),
  again: fc.nat(30),
})

const dayOf = (day: number): string =>
  new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)

const facts = ({ kind, member, loan, day, amount }: Draw) => {
  const who = { memberId: memberId(member) }
  const which = { loanId: `loan-${loan}` }
  const windowId = 'safe-return'
  const written = { interest: 100, principal: amount - 100 }
  const terms = { ...which, ...who, number: `L26-${loan}`, product: 'normal', principal: amount }
  const window = { loanId: which.loanId, from: dayOf(day), to: dayOf(day + 30) }
  const all = [
    { type: 'AdmitMember', ...who, card: `ក${member}`, sex: 'f', zone: 'ទន្លេ', isFormer: false },
    { type: 'AdmitMember', ...who, card: `ខ${member}`, sex: 'm', zone: 'upland', isFormer: false },
    { type: 'BuyShares', ...who, shares: 1 + (amount % 9) },
    { type: 'RecordWithdrawal', ...who, amount },
    { type: 'RecordFine', ...who, amount },
    { type: 'RecordSocialContribution', ...who, amount },
    { type: 'RecordSocialSupport', amount },
    { type: 'RecordExpense', amount },
    { type: 'RecordDonation', amount, ...(amount % 200 === 0 ? { windowId } : {}) },
    { type: 'RecordGrantPayout', windowId, grantNumber: `G26-${member}`, amount },
    { type: 'OpenMeeting', count: { amount, isByNote: loan > 1 } },
    { type: 'CloseMeeting', count: { amount, isByNote: loan > 0 } },
    { type: 'RecordAttendance', present: [who.memberId], absent: ['member-3'] },
    { type: 'RecordPayout', ...terms, months: 6 },
    { type: 'RecordRepayment', ...which, amount, ...(amount > 100 && loan > 1 ? { written } : {}) },
    { type: 'RecordWriteOff', ...which, amount },
    { type: 'RecordRelief', eventId: `E${member}`, kind: 'flood', touched: [window] },
    { type: 'AppointOfficer', ...who, office: 'chair' },
    day > 150 ? { type: 'ClosePeriod' } : { type: 'AmendCharter', charter, votes: votesOf(member) },
  ]
  return all[kind]!
}

const votesOf = (no: number) => ({ present: 5, yes: 2, no })

const commandOf = (one: Draw, n: number): Command =>
  ({
    ...facts(one),
    id: idOf(one.again === 0 ? Math.max(n - 1, 0) : n),
    v: 1,
    effectiveOn: dayOf(one.day),
  }) as Command

const submitted = (fundId: string, draws: readonly (readonly Draw[])[]): Submission[] => {
  let n = 0
  const batches = draws.map((batch) => ({
    fundId,
    commands: batch.map((one) => {
      n += 1
      return commandOf(one, n)
    }),
  }))
  const admitted = [0, 1, 2].map((member) => admission(900 + member, member))
  return [{ fundId, commands: [founding(0), ...admitted] }, ...batches]
}

/** The life of two funds as officers write it down: whatever comes, in batches of up to four. */
export const randomLife = fc
  .tuple(
    fc.array(fc.array(draw, { minLength: 1, maxLength: 4 }), { minLength: 5, maxLength: 25 }),
    fc.array(fc.array(draw, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
  )
  .map(([mine, theirs]) => [...submitted('fund-a', mine), ...submitted('fund-b', theirs)])
