import { expect, test } from 'vitest'
import type { Command } from '#domain/village.ts'
import { bookOf } from '#src/app/queries.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practice, practiceDay } from '#test/support/service.ts'

test('a household reads that a part of another one’s loan was paid out that day, and not how much', async () => {
  const { needs, fundId, ask, as } = await practice()
  const { loans, members } = (await bookOf(needs.store, fundId))!
  const [card] = await needs.store.cards(fundId)
  const { loanId, memberId } = loans.find((one) => one.memberId !== card!.memberId)!
  const others = members.map((one) => one.memberId).filter((id) => id !== memberId)
  const said = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: practiceDay })
  const count = { amount: 13_000_000, isByNote: false }
  const proof = { witnesses: [others[0]!, others[1]!] as const }
  const amount = 333_300
  const day: readonly Command[] = [
    { ...said(), type: 'OpenMeeting', count },
    { ...said(), type: 'RecordPayoutPart', loanId, amount, proof },
    { ...said(), type: 'CloseMeeting', count },
  ]
  for (const command of day)
    await needs.record(fundId, [command], { actor: 'practice', device: 'practice' })
  const path = `/funds/${fundId}/me/minutes?lang=en&day=${practiceDay}`
  const text = pageText(await (await ask(path, { token: await as('household') })).text())
  expect(text).toContain('Another part paid out')
  expect(text).not.toContain(moneyInFigures({ amount, currency: 'KHR' }))
})
