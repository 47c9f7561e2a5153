import { expect, test } from 'vitest'
import type { Command } from '#domain/village.ts'
import { itemOf } from '#src/http/commands/items.ts'
import { fundSchemas } from '#src/http/commands/schemas.ts'
import { decidedHere } from '#src/pwa/decides.ts'

/*
 * One command of each type that a phone sends, as it stood in an outbox of the first edition that sent it. They are never
 * changed: a phone that was without a network for two years hands them in as they are. Members and loans are invented.
 */

const member = '00000000-0000-7000-8000-000000000101'
const loan = '00000000-0000-7000-8000-000000000201'
const envelope = { id: '00000000-0000-7000-8000-000000000301', v: 1, effectiveOn: '2026-12-01' }
const count = {
  isByNote: true,
  amount: 130_000,
  notes: [
    { note: 100_000, pieces: 1 },
    { note: 10_000, pieces: 3 },
  ],
}
const ballot = {
  by: 'meeting',
  hands: { present: 40, yes: 35, no: 2 },
  recused: [],
  confirmedBy: member,
}
const ofMember = { memberId: member, amount: 5000 }

const stored = {
  OpenMeeting: { count },
  RecordAttendance: { present: [member], absent: [] },
  CloseMeeting: { count, code: { digits: '12345678', head: 'cd'.repeat(32) } },
  BuyShares: { memberId: member, shares: 2 },
  RecordDeposit: ofMember,
  RecordSocialContribution: ofMember,
  RecordFine: ofMember,
  RecordWithdrawal: ofMember,
  RecordRepayment: { loanId: loan, amount: 21_200 },
  RequestLoan: {
    loanId: loan,
    memberId: member,
    principal: 100_000,
    months: 5,
    product: 'normal',
    purpose: 'farm',
  },
  AppraiseLoan: { loanId: loan, appraisedBy: member, finding: 'sound', burden: 'unknown' },
  DiscloseCost: {
    loanId: loan,
    textHash: 'ab'.repeat(32),
    language: 'km',
    paidOutOn: '2026-12-01',
  },
  DecideLoan: { loanId: loan, ballot },
  RecordPayout: {
    loanId: loan,
    number: 'L26-01',
    memberId: member,
    product: 'normal',
    principal: 100_000,
    months: 5,
  },
  ConfirmPayout: { loanId: loan, memberId: member, approvedBy: member },
  RescheduleLoan: { loanId: loan, months: 8, firstDueOn: '2027-01-01', ballot },
  ActivateRelief: {
    eventId: 'E2026-1',
    touched: [{ loanId: loan, from: '2026-12-01', to: '2027-02-28' }],
    ballot,
  },
  RatifyRelief: { eventId: 'E2026-1', ballot },
} as const

test('a stored command is kept for each type that a phone sends', () => {
  expect(Object.keys(stored).toSorted()).toEqual(
    decidedHere.map(({ command }) => command).toSorted(),
  )
})

test.each(Object.entries(stored))(
  '%s: what a phone hands in after two years is read as it was written',
  (type, said) => {
    const written = { ...envelope, type, ...said }
    expect(itemOf<Command>(fundSchemas, written)).toEqual({ command: written })
  },
)
