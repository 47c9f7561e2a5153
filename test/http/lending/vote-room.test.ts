import { expect, test } from 'vitest'
import { lendingCodeWords } from '#src/words/report-words.ts'
import { check, hands, lending, lookedInto } from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practiceDay } from '#test/support/service.ts'

test('a vote on money that is not there is stopped on the page, with the most that there is and the way to the queue', async () => {
  const at = await lending()
  const loanId = await lookedInto(at)
  const spend = { type: 'RecordExpense', v: 1, effectiveOn: practiceDay } as const
  const { needs, fundId } = at
  await needs.record(fundId, [{ ...spend, id: needs.ids(), amount: 500_000_000 }], {
    actor: 'keeper',
    device: 'desk',
  })
  const before = await at.length()
  const answer = await check(at, `decision?loan=${loanId}`, hands(at, 50, 2))
  const text = pageText(answer.html)
  expect([400, 409]).toContain(answer.status)
  expect(text).toContain(lendingCodeWords.in('en')['more-than-can-be-lent'])
  expect(text).toContain('At most now 0\u202f៛')
  expect(text).toContain('Who comes first')
  expect(await at.length()).toBe(before)
})
