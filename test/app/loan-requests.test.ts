import { expect, test } from 'vitest'
import { requestViewOf } from '#src/app/lending/loan-view.ts'
import {
  appraised,
  byOfficers,
  decided,
  disclosed,
  requested,
  saved,
} from '#test/support/committee.ts'
import { viewsOf } from '#test/support/loan-views.ts'
import { type StoryCommand, paid, paidOut } from '#test/support/village.ts'

const lent = { on: '2025-01-20', principal: 300_000, months: 10 }

test('an instalment is paid on the day on which all due up to it was, on time or late', async () => {
  const emergency = { ...lent, principal: 90_000, months: 3, product: 'emergency' as const }
  const { view } = await viewsOf([
    paidOut(emergency),
    paid('2025-02-20', 30_000),
    paid('2025-03-19', 29_999),
    paid('2025-03-21', 1),
  ])
  const told = async (asOf: string) =>
    (await view('l1', asOf))!.instalments.map(
      ({ on, state, paidOn, principal }) => `${on} ${principal} ${state} ${paidOn}`,
    )
  expect(await told('2025-03-20')).toEqual([
    '2025-02-20 30000 paid 2025-02-20',
    '2025-03-20 30000 dueAhead undefined',
    '2025-04-20 30000 dueAhead undefined',
  ])
  expect(await told('2025-03-21')).toEqual([
    '2025-02-20 30000 paid 2025-02-20',
    '2025-03-20 30000 paidLate 2025-03-21',
    '2025-04-20 30000 dueAhead undefined',
  ])
  expect((await told('2025-04-20')).at(-1)).toBe('2025-04-20 30000 dueAhead undefined')
  expect((await told('2025-04-21')).at(-1)).toBe('2025-04-20 30000 dueLate undefined')
})

const lentAsAsked: readonly StoryCommand[] = [
  ...saved,
  requested(),
  disclosed(),
  {
    type: 'GiveGuarantee',
    effectiveOn: '2025-01-08',
    loanId: 'l1',
    isGroup: false,
    approvedBy: 'o3',
    guarantees: [
      {
        memberId: 'm2',
        upTo: 450_000,
      },
      {
        memberId: 'm3',
        upTo: 50_000,
      },
    ],
  } as StoryCommand,
  appraised(),
  decided({ ballot: byOfficers(['o1', 'o2', 'o3', 'o4'], ['o5']) }),
  paidOut({ ...lent, principal: 500_000 }),
  paid('2025-02-20', 107_500),
  requested({ loanId: 'l2', memberId: 'm4', principal: 100_000 }),
  disclosed({ loanId: 'l2' }),
]

test('a loan that was asked for is told with its request, and may be brought back until the next meeting', async () => {
  const { view, book } = await viewsOf(lentAsAsked)
  const asked = (await view('l1', '2025-02-20'))!.asked!
  expect(asked).toMatchObject({
    card: 'M1',
    appraisedBy: 'O2',
    decided: {
      on: '2025-01-20',
      outcome: 'approved',
      by: 'officers',
      yes: 4,
      no: 1,
      recused: 0,
      confirmedBy: 'O1',
      present: undefined,
      reason: undefined,
    },
    // Nobody stands for more than is still owed: 500,000 less 100,000.
    guarantors: [
      { card: 'M2', upTo: 450_000, now: 400_000 },
      { card: 'M3', upTo: 50_000, now: 50_000 },
    ],
  })
  expect((await view('l1', '2025-02-20'))!.moneyBackUntil).toBe('2025-02-20')
  expect((await view('l1', '2025-02-21'))!.moneyBackUntil).toBeUndefined()
  const open = book.requests.find(({ loanId }) => loanId === 'l2')!
  expect(requestViewOf(book, open)).toMatchObject({
    card: 'M4',
    appraisedBy: undefined,
    decided: undefined,
    guarantors: [],
  })
  // Before it is paid out they stand for what was asked.
  const whole = book.requests.find(({ loanId }) => loanId === 'l1')!
  expect(requestViewOf(book, whole).guarantors[0]).toMatchObject({ now: 450_000 })
  const strange = { ...open, asked: { ...open.asked, memberId: 'nobody' } }
  expect(requestViewOf(book, strange).card).toBe('?')
})
