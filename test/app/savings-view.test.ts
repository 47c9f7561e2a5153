import { expect, test } from 'vitest'
import { savingsAccounts, savingsViewOf, shareOutViewOf } from '#src/app/savings-view.ts'
import { viewChanges } from '#src/app/views.ts'
import { allOfUs, reversed } from '#test/support/committee.ts'
import { nthSaved, savingStory } from '#test/support/saving-village.ts'
import {
  type Story,
  type Told,
  answerTo,
  fundBookOf,
  paid,
  paidOut,
} from '#test/support/village.ts'

const factsOf = (story: Story) => {
  const book = fundBookOf(story)
  const accounts: readonly string[] = savingsAccounts(book)
  const { postings } = viewChanges(story.village, story.entries)
  return { book, postings: postings.filter(({ account }) => accounts.includes(account)) }
}

const year: readonly Told[] = [
  { type: 'BuyShares', effectiveOn: '2025-01-20', memberId: 'm1', shares: 2 },
  { type: 'BuyShares', effectiveOn: '2025-07-20', memberId: 'm2', shares: 1 },
  { type: 'BuyShares', effectiveOn: '2025-07-20', memberId: 'm2', shares: 4 },
  reversed(nthSaved(3), '2025-07-21'),
  { type: 'RecordDeposit', effectiveOn: '2025-03-20', memberId: 'm1', amount: 7_300 },
  paidOut({ on: '2025-01-20', principal: 500_000, months: 10, memberId: 'm1' }),
  { ...paid('2025-02-20', 57_500), excessTo: 'savings' } as Told,
  { ...paid('2025-03-20', 600_000), excessTo: 'savings' } as Told,
  { type: 'ClosePeriod', effectiveOn: '2025-12-31' },
]
const asks: Told = {
  type: 'RequestWithdrawal',
  effectiveOn: '2026-01-10',
  memberId: 'm2',
  amount: 2_000,
}

test('the pages count what members hold as decisions do, lines that were taken back left out', () => {
  const { members, queue } = savingsViewOf(factsOf(savingStory([...year, asks])), '2026-01-10')
  const of = (card: string) => members.find((one) => one.card === card)!
  expect(of('M1')).toMatchObject({ shares: 2, inShares: 10_000 })
  expect(of('M1').free).toBe(7_300 + of('M1').saved - 17_300)
  expect(of('M2')).toMatchObject({ shares: 1, saved: 5_000, waiting: 2_000 })
  expect(queue.map(({ card, left }) => [card, left])).toEqual([['M2', 2_000]])
})

test('beside a share-out stands what is owed on its day, and not what was paid later', () => {
  const facts = factsOf(savingStory(year))
  const owed = (on: string): number | undefined =>
    shareOutViewOf(facts, on, { isSurplusSplit: false, payOut: 'shares-and-parts' }).rows.find(
      ({ card }) => card === 'M1',
    )?.owed
  // 57,500 came on 20 February, of which 7,500 was interest; the rest came a month later.
  expect(['2025-02-19', '2025-02-20', '2025-03-19', '2025-03-20'].map(owed)).toEqual([
    500_000, 450_000, 450_000, 0,
  ])
})

test('the preview of a share-out is the decision, row by row', () => {
  const story = savingStory([...year, asks])
  for (const payOut of ['nothing', 'parts', 'shares-and-parts'] as const) {
    const command: Told = {
      type: 'ShareOut',
      effectiveOn: '2026-01-20',
      isSurplusSplit: true,
      payOut,
      ballot: allOfUs,
    }
    const answer = answerTo(story.village, command)
    const view = shareOutViewOf(factsOf(story), '2026-01-20', { isSurplusSplit: true, payOut })
    const { rows, pool } = view.plan
    expect(answer).toMatchObject({ outcome: 'recorded', body: { rows, pool } })
    expect(view.rows.find(({ card }) => card === 'M1')!.owed).toBe(0)
  }
})
