import { expect, test } from 'vitest'
import { awaitsRestart, reliefEndsOn, restartedOn, restartsOf } from '#domain/relief/restart.ts'
import { activated, alongTheRiver, declared, storyWith } from '#test/support/flood.ts'
import { type StoryCommand, idOf, loanIn, paid, relieved } from '#test/support/village.ts'

const book = alongTheRiver(6)

/** Loans of the flood (l0 and l3), put off through 31 May. */
const restarts = (asOf: string, days: number, ...more: readonly StoryCommand[]) => {
  const { village } = storyWith(book, declared(), activated, ...more)
  const { ended, restarted } = restartsOf(village.loans.values(), asOf, days)
  return [ended, restarted].map((loans) => loans.map(({ loanId }) => loanId).toSorted())
}
const both = ['l0', 'l3']

test('a loan is counted on the thirtieth day after its relief, and on no day before', () => {
  expect(restarts('2025-06-29', 30)).toEqual([[], []])
  expect(restarts('2025-06-30', 30)).toEqual([both, []])
  expect(restarts('2025-07-29', 60)).toEqual([[], []])
  expect(restarts('2025-07-30', 60)).toEqual([both, []])
})

test('what is paid after the last day put off and by the thirtieth after it begins the loan again', () => {
  const begun = (on: string, days = 30) => restarts('2025-12-31', days, paid(on, 1_000, 'l0'))[1]
  expect(begun('2025-05-31')).toEqual([])
  expect(begun('2025-06-01')).toEqual(['l0'])
  expect(begun('2025-06-30')).toEqual(['l0'])
  expect(begun('2025-07-01')).toEqual([])
  expect(begun('2025-07-01', 60)).toEqual(['l0'])
})

test('what was paid back whole before its relief ended has nothing to begin again, nor what never was', () => {
  expect(restarts('2025-12-31', 30, paid('2025-05-31', 400_000, 'l0'))).toEqual([['l3'], []])
  expect(restarts('2025-12-31', 30, paid('2025-06-01', 400_000, 'l0'))).toEqual([both, ['l0']])
  const lent = book.findIndex((told) => told.type === 'RecordPayout' && told.loanId === 'l0')
  const named = book.map((told, i) => (i === lent ? { ...told, id: idOf(90) } : told))
  const back: StoryCommand = {
    type: 'ReverseEntry',
    effectiveOn: '2025-03-07',
    reverses: idOf(90),
    reason: 'did-not-happen',
    approvedBy: 'o3',
  }
  const { village } = storyWith(named, declared(), activated, back)
  expect(
    restartsOf(village.loans.values(), '2025-12-31', 30).ended.map((one) => one.loanId),
  ).toEqual(['l3'])
})

test('relief is known from the day on which it was decided, and ends with the last of its windows', () => {
  const { village } = storyWith(
    book,
    declared(),
    activated,
    // By its code it stands before the flood.
    relieved(
      '2025-04-01',
      { from: '2025-04-01', to: '2025-06-15' },
      { eventId: 'A', loanIds: ['l0'] },
    ),
  )
  const days = ['2025-03-05', '2025-03-06', '2025-03-31', '2025-04-01']
  expect(days.map((day) => reliefEndsOn(loanIn(village, 'l0'), day))).toEqual([
    undefined,
    '2025-05-31',
    '2025-05-31',
    '2025-06-15',
  ])
  expect(reliefEndsOn(loanIn(village, 'l1'), '2025-04-01')).toBe(undefined)
})

test('a death puts a loan off, and is no relief to begin again after', () => {
  const died: StoryCommand = { type: 'RecordDeath', effectiveOn: '2025-03-01', memberId: 'm1' }
  const { village } = storyWith(book, died)
  expect(loanIn(village, 'l1').deferrals).toHaveLength(1)
  expect(reliefEndsOn(loanIn(village, 'l1'), '2025-12-31')).toBe(undefined)
})

test('the first payment is the earliest of those after the end that are known', () => {
  const payments = ['2025-06-20', '2025-06-10', '2025-05-31'].map((on) => paid(on, 1_000, 'l0'))
  const { village } = storyWith(book, declared(), activated, ...payments)
  const loan = loanIn(village, 'l0')
  expect(restartedOn(loan, '2025-05-31', '2025-12-31')).toBe('2025-06-10')
  expect(restartedOn(loan, '2025-05-31', '2025-06-10')).toBe('2025-06-10')
  expect(restartedOn(loan, '2025-05-31', '2025-06-09')).toBe(undefined)
  expect(restartedOn(loan, '2025-05-30', '2025-06-09')).toBe('2025-05-31')
})

test('a loan waits to begin again until something is paid after the last of its windows', () => {
  // By its code the longer one stands before the flood, which ends on 31 May.
  const longer = relieved(
    '2025-04-01',
    { from: '2025-04-01', to: '2025-06-15' },
    { eventId: 'A', loanIds: ['l0'] },
  )
  const waits = (paidOn: string) => {
    const { village } = storyWith(book, declared(), activated, longer, paid(paidOn, 1_000, 'l0'))
    return awaitsRestart(village.loans.values(), 'm0', '2025-07-01')
  }
  expect(['2025-06-05', '2025-06-15', '2025-06-16'].map(waits)).toEqual([true, true, false])
})
