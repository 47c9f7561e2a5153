import { expect, test } from 'vitest'
import { concentrationOf, kinVotedIn } from '#src/app/health/concentration.ts'
import { committeeStory } from '#test/support/committee.ts'
import { type StoryCommand, fundBookOf, paid, paidOut } from '#test/support/village.ts'

const free = { rateMonthlyPercent: { normal: '0', seasonal: '0', emergency: '0' } }
const lent = (memberId: string, principal: number): StoryCommand =>
  paidOut({ on: '2025-02-01', principal, months: 10, loanId: `l-${memberId}`, memberId })
const seen = (told: readonly StoryCommand[], asOf = '2025-02-01') =>
  concentrationOf(fundBookOf(committeeStory(told, free)), [], asOf)

test('committee households may have a quarter of what is lent, and no more', () => {
  const share = (committee: number) => {
    const { households, limits } = seen([lent('o1', committee), lent('m1', 750_000)])
    return [households.percent, households.isAbove, limits.committee]
  }
  expect(share(250_000)).toEqual([25, false, 25])
  expect(share(250_200)).toEqual([25.01, true, 25])
})

/** Of the fund's own and its members' savings there are 100,000,000 in these books. */
test('the largest borrower may have a tenth of equity and savings, and no more', () => {
  const largest = (principal: number) => seen([lent('m1', principal), lent('m2', 100)]).largest
  expect(largest(10_000_000)).toEqual({
    card: 'M1',
    owed: 10_000_000,
    own: 100_000_000,
    percent: 10,
    isAbove: false,
  })
  expect(largest(10_010_000)).toMatchObject({ percent: 10.01, isAbove: true })
})

test('what the fund owns and owes its savers is counted through the day', () => {
  const told: StoryCommand[] = [
    lent('m1', 1_000_000),
    { type: 'RecordDeposit', effectiveOn: '2025-02-02', memberId: 'm1', amount: 5_000 },
    { type: 'RecordExpense', effectiveOn: '2025-02-03', amount: 2_000 },
  ]
  expect(seen(told, '2025-02-01').largest.own).toBe(100_000_000)
  expect(seen(told, '2025-02-02').largest.own).toBe(100_005_000)
  expect(seen(told, '2025-02-03').largest.own).toBe(100_003_000)
})

test('a fund that has nothing of its own has no share to measure by', () => {
  const book = fundBookOf(committeeStory([lent('m1', 1_000_000)], free))
  const balances = book.balances.filter(({ account }) => account.startsWith('asset:loan'))
  expect(concentrationOf({ ...book, balances }, [], '2025-02-01').largest).toEqual({
    card: 'M1',
    owed: 1_000_000,
    own: 0,
    percent: null,
    isAbove: false,
  })
})

test('who owes most is told by all loans together, of equals the first card; paid ones are no rows', () => {
  const told = [
    ...['m3', 'm1', 'm2'].map((memberId) => lent(memberId, 100_000)),
    lent('o2', 40_000),
    paidOut({ on: '2025-02-01', principal: 60_000, months: 6, loanId: 'l9', memberId: 'o2' }),
    lent('o3', 50_000),
    paid('2025-02-01', 50_000, 'l-o3'),
  ]
  const { largest, officers } = seen(told)
  expect(largest).toMatchObject({ card: 'M1', owed: 100_000 })
  expect(officers.rows.map(({ number, card, owed }) => [number, card, owed])).toEqual([
    ['L-O2', 'O2', 40_000],
    ['L9', 'O2', 60_000],
  ])
})

const kin = [{ firstId: 'o2', secondId: 'm1', relation: 'sibling' }] as const
const { members } = fundBookOf(committeeStory())
const votedIn = (request: object, asOf = '2025-02-01') =>
  kinVotedIn(
    {
      members,
      requests: [
        {
          loanId: 'l1',
          asked: { memberId: 'm1' },
          decision: {
            on: '2025-02-01',
            ballot: {
              by: 'meeting',
              hands: {},
              recused: [],
              confirmedBy: 'o1',
            },
          },
          ...request,
        },
      ] as never,
    },
    kin,
    asOf,
  )

test('hands raised name nobody; whoever confirmed them or looked at the request is named', () => {
  const told = [{ loanId: 'l1', card: 'M1', on: '2025-02-01' }]
  expect(votedIn({})).toEqual([])
  expect(votedIn({ appraisal: { appraisedBy: 'o2' } })).toEqual(told)
  expect(votedIn({ appraisal: { appraisedBy: 'o2' } }, '2025-01-31')).toEqual([])
  expect(votedIn({ appraisal: { appraisedBy: 'o3' } })).toEqual([])
  expect(votedIn({ decision: undefined, appraisal: { appraisedBy: 'o2' } })).toEqual([])
})

test('a borrower whom the book does not know is told without a card', () => {
  const ballot = { by: 'officers', votes: [{ memberId: 'o2' }], recused: [], confirmedBy: 'o1' }
  const [told] = kinVotedIn(
    {
      members: members.filter(({ memberId }) => memberId !== 'm1'),
      requests: [
        { loanId: 'l1', asked: { memberId: 'm1' }, decision: { on: '2025-02-01', ballot } },
      ] as never,
    },
    kin,
    '2025-02-01',
  )
  expect(told).toEqual({ loanId: 'l1', card: '?', on: '2025-02-01' })
})
