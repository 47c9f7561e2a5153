import { expect, test } from 'vitest'
import { leafOf } from '#src/app/proof/leaf.ts'
import { viewChanges } from '#src/app/views.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paidOut,
  storyOf,
} from '#test/support/village.ts'

const leaf = (told: readonly StoryCommand[], from = '2025-01-01', to = '2025-03-31') => {
  const { village, entries } = storyOf([
    founded({ opening: { cash: 5_000_000, reserve: 5_000_000 } }),
    admitted('m1'),
    ...told,
  ])
  const savingsPostings = viewChanges(village, entries).postings.filter(
    ({ account }) => account === 'liability:savings:m1',
  )
  return leafOf(fundBookOf({ village, entries }), 'm1', { from, to, savingsPostings })!
}
const of = (type: string, effectiveOn: string, more: object): StoryCommand =>
  ({ type, effectiveOn, memberId: 'm1', ...more }) as StoryCommand
const lent = (loanId: string, principal: number, more: object = {}): StoryCommand =>
  ({
    ...paidOut({ on: '2025-03-20', principal, months: 10, loanId, product: 'emergency' }),
    ...more,
  }) as StoryCommand

test('a leaf tells how many shares a line has bought, of what an older book brought as well', () => {
  const { lines } = leaf([
    // Two shares of 5,000 and what is left of it.
    of('TakeOverSavings', '2025-01-01', { amount: 12_000 }),
    of('BuyShares', '2025-01-20', { shares: 3 }),
    of('RecordDeposit', '2025-01-21', { amount: 10_000 }),
    lent('l1', 50_000),
  ])
  expect(lines.map(({ what, shares }) => [what, shares])).toEqual([
    ['savings-taken-over', 2],
    ['shares-bought', 3],
    ['savings-deposited', 0],
    ['loan-paid-out', 0],
  ])
})

test('what falls due next is that of the nearest day, of all loans that fall due then', () => {
  const later = lent('l1', 90_000, { firstDueOn: '2025-04-25' })
  expect(leaf([later, lent('l2', 50_000), lent('l3', 20_000)]).next).toMatchObject({
    on: '2025-04-20',
    amount: 7_000,
  })
  expect(leaf([]).next).toBeUndefined()
})
