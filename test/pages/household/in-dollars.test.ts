import { expect, test } from 'vitest'
import type { OwnView } from '#src/app/household/own-view.ts'
import { ownPage } from '#src/pages/household/own-page.ts'
import { languages } from '#src/words/catalogue.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { pageText } from '#test/pages/page-text.ts'

const sums = {
  savings: 101_01,
  free: 102_02,
  owedOutside: 103_03,
  owed: 104_04,
  waiting: 105_05,
  loan: 106_06,
  principal: 107_07,
  interest: 108_08,
  late: 109_09,
  due: 110_10,
  saved: 111_11,
  request: 112_12,
  season: 113_13,
  line: 114_14,
  after: 115_15,
  goal: 116_16,
}

const next = {
  on: '2026-01-31',
  principal: sums.principal,
  interest: sums.interest,
  late: sums.late,
  amount: sums.due,
}

const view: OwnView = {
  memberId: 'm1',
  card: 'M1',
  isFormer: false,
  currency: 'USD',
  asOf: '2026-01-01',
  savings: sums.savings,
  shares: 3,
  free: sums.free,
  owedOutside: sums.owedOutside,
  owed: sums.owed,
  waiting: sums.waiting,
  declined: [],
  nextMeeting: '2026-01-31',
  loans: [
    {
      loanId: 'l1',
      number: 'L1',
      owed: sums.loan,
      next,
      relief: [],
      early: { principal: 0, interestNow: 200, interestBySchedule: 0, saved: sums.saved },
    },
  ],
  requests: [{ loanId: 'l2', principal: sums.request, state: 'requested' }],
  line: { open: 0, promised: [{ from: '2026-05-01', amount: sums.season }] },
  lines: [
    {
      on: '2025-12-31',
      what: 'savings-deposited',
      loan: undefined,
      principal: 0,
      interest: 0,
      owed: 0,
      saved: sums.line,
      savings: sums.after,
    },
  ],
  lineCount: 1,
}

test('a household of a fund in dollars reads and hears each of its sums in dollars, and none in riel', async () => {
  const place = { isPractice: false, fundId: 'a-fund', fundName: 'Village 1' }
  const goal = { kind: 'school', amount: sums.goal } as const
  for (const language of languages) {
    const page = String(await ownPage(view, { ...place, language }, { goal }))
    const text = pageText(page)
    for (const [what, amount] of Object.entries(sums))
      expect(text, what).toContain(moneyInFigures({ amount, currency: 'USD' }))
    expect(page).not.toMatch(/៛|riel|រៀល/)
  }
})
