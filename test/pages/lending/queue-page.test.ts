import { expect, test } from 'vitest'
import type { LendingQueue } from '#src/app/lending/lending-queue.ts'
import { queuePage } from '#src/pages/lending/queue-page.ts'
import { pageText } from '#test/pages/page-text.ts'

const asked = { memberId: 'm1', months: 3, jumpedBy: [] }

const queue: LendingQueue = {
  currency: 'USD',
  asOf: '2026-01-01',
  cash: {
    cash: 907_07,
    earmarked: 101_01,
    mustStay: 102_02,
    mustStayPercent: 20,
    pledged: 103_03,
    askedBySavers: 104_04,
    promised: 105_05,
    lendable: 391_92,
  },
  approved: [{ ...asked, loanId: 'l1', card: 'M1', principal: 105_05, approvedOn: '2025-12-31' }],
  lines: [
    {
      ...asked,
      loanId: 'l2',
      card: 'M2',
      principal: 106_06,
      place: 1,
      reasons: [],
      requestedOn: '2025-12-31',
      state: 'requested',
      next: undefined,
      isReached: true,
    },
  ],
  refused: [
    {
      ...asked,
      loanId: 'l3',
      card: 'M3',
      principal: 107_07,
      refusedOn: '2025-12-31',
      reason: undefined,
      appealUntil: undefined,
    },
  ],
}

test('in a fund in dollars each sum of who comes first is told in dollars, beside what it is', async () => {
  const at = { language: 'en', isPractice: false, fundId: 'a-fund' } as const
  const text = pageText(String(await queuePage(at, { queue, mayRecord: false })))
  for (const said of [
    'Can be lent now $391.92 It is enough for all of them.',
    'the wallet $907.07',
    'waits for its owner $101.01',
    'which must stay $102.02',
    'more than that $103.03',
    'members have asked for $104.04',
    'not paid out yet $105.05 Can be lent now $391.92',
    'Approved on 31 December 2025 $105.05',
    'Asked on 31 December 2025 $106.06',
    'Refused on 31 December 2025 $107.07',
  ])
    expect(text).toContain(said)
  expect(text).not.toMatch(/៛|riel/)
})
