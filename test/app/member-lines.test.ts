import { expect, test } from 'vitest'
import { bookOf } from '#src/app/queries.ts'
import { memberLinesOf } from '#src/app/members/member-lines.ts'
import { fundId, smallNetwork } from '#test/support/small-network.ts'
import { type StoryCommand, paid, paidOut } from '#test/support/village.ts'

const deposit = (memberId: string, amount = 1_000): StoryCommand => ({
  type: 'RecordDeposit',
  effectiveOn: '2025-02-01',
  memberId,
  amount,
})

const linesIn = async (told: readonly StoryCommand[]) => {
  const { kept } = await smallNetwork(told)
  const book = (await bookOf(kept, fundId))!
  return {
    kept,
    book,
    lines: (memberId: string) => memberLinesOf(kept, fundId, { book, memberId }),
  }
}

test('a member’s lines are those about the own money and the own loans, the newest first', async () => {
  const { lines } = await linesIn([
    paidOut({ on: '2025-01-20', principal: 100_000, months: 10 }),
    paidOut({ on: '2025-01-20', principal: 90_000, months: 10, loanId: 'l2', memberId: 'm2' }),
    deposit('m2'),
    deposit('m1'),
    paid('2025-02-20', 10_000),
    paid('2025-02-20', 10_000, 'l2'),
    // It moves no money, and nobody takes it back as a line of money.
    {
      type: 'RaiseDispute',
      effectiveOn: '2025-02-21',
      about: { kind: 'loan', loanId: 'l1' },
      reason: 'other',
    },
  ])
  expect((await lines('m1')).map(({ body }) => body.type)).toEqual([
    'RepaymentRecorded',
    'SavingsDeposited',
    'LoanPaidOut',
  ])
  expect((await lines('m2')).map(({ body }) => body.type)).toEqual([
    'RepaymentRecorded',
    'SavingsDeposited',
    'LoanPaidOut',
  ])
  expect(await lines('m3')).toEqual([])
})

test('thirty lines are shown and no more, the newest of them', async () => {
  const { lines } = await linesIn(Array.from({ length: 31 }, (_, i) => deposit('m1', i + 1)))
  const amounts = (await lines('m1')).map(({ body }) => ('amount' in body ? body.amount : 0))
  expect(amounts).toHaveLength(30)
  expect([amounts[0], amounts.at(-1)]).toEqual([31, 2])
})

/** The member's own lines, with so many lines of others after them: 1,500 of the newest are looked through. */
const longAgo = async (own: number, since: number) => {
  const { kept, book } = await linesIn(Array.from({ length: own }, (_, i) => deposit('m1', i + 1)))
  const first = (await kept.read(fundId, 0, 1_000)).find(({ type }) => type === 'SavingsDeposited')!
  const read = async (_: string, after: number, limit: number) =>
    limit === 1
      ? kept.read(fundId, after, 1)
      : (await kept.read(fundId, after, limit)).filter(({ seq }) => seq > after)
  const last = first.seq + own - 1 + since
  const viewsHead = async () => ({ ...(await kept.viewsHead(fundId))!, seq: last })
  const told = await memberLinesOf({ ...kept, read, viewsHead }, fundId, { book, memberId: 'm1' })
  return told.map(({ body }) => ('amount' in body ? body.amount : 0))
}

test('what is older than the newest 1,500 is found by the member’s own accounts, each once', async () => {
  for (const since of [1_497, 1_498, 1_499, 1_500, 2_000])
    expect(await longAgo(3, since)).toEqual([3, 2, 1])
  const many = await longAgo(40, 2_000)
  expect(many).toHaveLength(30)
  expect([many[0], many.at(-1)]).toEqual([40, 11])
})

test('nobody’s account is read through where the newest lines are enough', async () => {
  const { kept, book } = await linesIn(Array.from({ length: 31 }, (_, i) => deposit('m1', i + 1)))
  const head = (await kept.viewsHead(fundId))!
  const asked: string[] = []
  const counted = {
    ...kept,
    viewsHead: async () => ({ ...head, seq: 1_501 }),
    postings: async () => {
      asked.push('postings')
      return []
    },
  }
  expect(await memberLinesOf(counted, fundId, { book, memberId: 'm1' })).toHaveLength(30)
  expect(asked).toEqual([])
  // m3 has none among the newest, and is looked for in what is older.
  expect(await memberLinesOf(counted, fundId, { book, memberId: 'm3' })).toEqual([])
  expect(asked).not.toEqual([])
})

test('an older line that cannot be found is left out', async () => {
  const { kept, book } = await linesIn([deposit('m1')])
  const read = async () => []
  const viewsHead = async () => ({ ...(await kept.viewsHead(fundId))!, seq: 5_000 })
  const told = await memberLinesOf({ ...kept, read, viewsHead }, fundId, { book, memberId: 'm1' })
  expect(told).toEqual([])
})
