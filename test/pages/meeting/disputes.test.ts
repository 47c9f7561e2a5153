import { expect, test } from 'vitest'
import { disputesPage } from '#src/pages/meeting/disputes.ts'
import { disputeWords } from '#src/words/words.ts'
import { pageText } from '#test/pages/page-text.ts'

const at = { language: 'en', isPractice: false, fundId: 'a-fund', fundName: 'Village 1' } as const

const dispute = (number: string, more: object = {}) => ({
  disputeId: `dispute-${number}`,
  number,
  kind: 'savings',
  reason: 'other',
  raisedOn: '2026-01-02',
  dueOn: '2026-02-20',
  isLate: false,
  isWithNgo: false,
  answer: undefined,
  card: undefined,
  ...more,
})

test('two who wait for an answer stand there each with the way to it, and two who have one below them', async () => {
  const words = disputeWords.in('en')
  const answered = { answer: { answer: 'corrected', on: '2026-01-20' } }
  const disputes = [dispute('A1'), dispute('A2'), dispute('B1', answered), dispute('B2', answered)]
  const page = String(
    await disputesPage(at, { disputes: disputes as never, mayAnswer: true, mayRaise: false }),
  )
  expect([...page.matchAll(/dispute=dispute-(\w+)/g)].map(([, number]) => number)).toEqual([
    'A1',
    'A2',
  ])
  const text = pageText(page)
  for (const number of ['A1', 'A2', 'B1', 'B2']) expect(text).toContain(words.numberOf(number))
})
