import { expect, test } from 'vitest'
import type { Command } from '#domain/village.ts'
import { day, meeting } from '#test/http/meeting/at-meeting.ts'
import { pageText } from '#test/pages/page-text.ts'

test('minutes say what came in by what it was for, and nothing of what was taken back or kept in private', async () => {
  const at = await meeting()
  const { needs, fundId, book } = at
  const [first, second, third] = book.members.map(({ memberId }) => memberId)
  const chair = book.members.find(({ offices }) =>
    offices.some(({ office }) => office === 'chair'),
  )!
  const loans = at.loans.slice(0, 3).map(({ loanId }) => loanId)
  const on = { v: 1 as const, effectiveOn: day }
  const wrong = needs.ids()
  const sent = [
    { type: 'BuyShares', memberId: first, shares: 2 },
    { type: 'RecordDeposit', memberId: second, amount: 3_000 },
    { type: 'BuyShares', memberId: third, shares: 1 },
    ...loans.map((loanId) => ({ type: 'RecordRepayment', loanId, amount: 2_000 })),
    ...[first, second, third].map((memberId) => ({
      type: 'RecordSocialContribution',
      memberId,
      amount: 1_000,
    })),
    { type: 'RecordDonation', amount: 40_000 },
    { type: 'RecordPrivateSavings', mark: '5f'.repeat(32), direction: 'in', amount: 77_700 },
    { type: 'RecordFine', memberId: second, amount: 900, id: wrong },
    { type: 'ReverseEntry', reverses: wrong, reason: 'wrong-amount', approvedBy: chair.memberId },
  ]
  expect(pageText(await at.page('minutes'))).toContain('No money came in at this meeting.')
  const by = { actor: 'practice', device: 'practice' }
  for (const one of sent) {
    const [answer] = await needs.record(fundId, [{ id: needs.ids(), ...on, ...one } as Command], by)
    expect(['recorded', 'flagged'], one.type).toContain(answer!.outcome)
  }
  const text = pageText(await at.page('minutes'))
  expect(text).toContain(
    'What came in. Savings 18,000\u202f៛; Loans paid back 6,000\u202f៛; For the social fund 3,000\u202f៛; Gifts and grants 40,000\u202f៛. In all 67,000\u202f៛',
  )
  expect(text).not.toContain('77,700')
  const fine = {
    id: needs.ids(),
    ...on,
    type: 'RecordFine',
    memberId: second!,
    amount: 500,
  } as const
  await needs.record(fundId, [fine], by)
  const withOne = pageText(await at.page('minutes'))
  // One fine is somebody's: neither it nor a sum from which it could be taken off is told.
  expect(withOne).toContain('Fines from fewer than three members: not told here')
  expect(withOne).not.toContain('In all')
})
