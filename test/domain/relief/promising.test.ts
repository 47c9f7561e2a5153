import { expect, test } from 'vitest'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { lineFor } from '#domain/relief/emergency-line.ts'
import { byMeeting, flagsOf, wordOf } from '#test/support/committee.ts'
import { alongTheRiver, storyWith } from '#test/support/flood.ts'
import {
  type StoryCommand,
  answerTo,
  idOf,
  paid,
  paidOut,
  takenOver,
} from '#test/support/village.ts'

const all = byMeeting({ present: 7, yes: 6, no: 1 })

type Promised = Extract<StoryCommand, { type: 'PromiseEmergencyLines' }>

const promised = (more: Partial<Promised> = {}): Promised => ({
  type: 'PromiseEmergencyLines',
  effectiveOn: '2025-02-01',
  seasonId: 'rains',
  from: '2025-06-01',
  to: '2025-12-31',
  trigger: { station: 'KRATIE', levelCm: 2300 },
  lines: [{ memberId: 'm0', amount: 100_000 }],
  ballot: all,
  ...more,
})

/** Two households along the river: m0 owes 300,000, due first on 20 February. */
const book = alongTheRiver(2)
const { village } = storyWith(book)

/** `recorded`, the code of a refusal, or the code and place of what cannot hold. */
const said = (more: Partial<Promised> = {}, of = village): string => {
  const answer = answerTo(of, promised(more))
  return answer.outcome === 'invalid' ? `${answer.code} ${answer.at}` : wordOf(of, promised(more))
}

test('thirty days late with the last loan is not too late for a promise, and thirty-one are', () => {
  // Nothing was paid on 20 February: thirty days later it is 22 March.
  expect(said({ effectiveOn: '2025-02-20' })).toBe('recorded')
  expect(said({ effectiveOn: '2025-03-21' })).toBe('recorded')
  expect(said({ effectiveOn: '2025-03-22' })).toBe('recorded')
  expect(said({ effectiveOn: '2025-03-23' })).toBe('late-with-last-loan')
})

test('nothing is promised to whoever left the last loan to be written off', () => {
  const givenUp: StoryCommand = {
    type: 'RecordWriteOff',
    effectiveOn: '2025-02-10',
    loanId: 'l0',
    amount: 300_000,
    minute: 'M-1',
  }
  const lost = storyWith(book, givenUp).village
  expect(said({ effectiveOn: '2025-02-09' }, lost)).toBe('recorded')
  expect(said({ effectiveOn: '2025-02-10' }, lost)).toBe('late-with-last-loan')
})

test('a promise is made on the first day of its season at the latest', () => {
  const season = (effectiveOn: string) => said({ effectiveOn, from: '2025-02-10' })
  expect(season('2025-02-09')).toBe('recorded')
  expect(season('2025-02-10')).toBe('recorded')
  expect(season('2025-02-11')).toBe('season-has-begun')
})

test('a season is a day at least and ends by the same month a year later', () => {
  const season = (from: string, to: string) => said({ from, to })
  expect(season('2025-06-01', '2025-05-31')).toBe('season-cannot-hold /to')
  expect(season('2025-06-01', '2025-06-01')).toBe('recorded')
  expect(season('2025-06-01', '2026-06-30')).toBe('recorded')
  expect(season('2025-06-01', '2026-07-01')).toBe('season-cannot-hold /to')
  expect(season('2025-06-31', '2025-12-31')).toBe('date-impossible /from')
  expect(season('2025-06-01', '2025-12-32')).toBe('date-impossible /to')
})

test('what cannot be a promise says where', () => {
  const line = (memberId: string, amount: number) => ({ memberId, amount })
  const [mine, hers] = [line('m0', 1_000), line('m1', 1_000)]
  expect(said({ seasonId: 'a\nb' })).toBe('season-cannot-hold /seasonId')
  const trigger = (station: string, levelCm: number) => said({ trigger: { station, levelCm } })
  expect(trigger('', 2300)).toBe('evidence-cannot-hold /trigger/station')
  expect(trigger('KRATIE', -1)).toBe('evidence-cannot-hold /trigger/levelCm')
  expect(said({ lines: [mine, line('m9', 1_000)] })).toBe('member-unknown /lines/1/memberId')
  expect(said({ lines: [mine, line('m1', 0)] })).toBe('amount-not-whole /lines/1/amount')
  expect(said({ lines: [line('m9', 1_000), mine] })).toBe('member-unknown /lines/0/memberId')
  expect(said({ lines: [line('m1', 0), mine] })).toBe('amount-not-whole /lines/0/amount')
  expect(said({ lines: [mine, hers] })).toBe('recorded')
  expect(said({ lines: [mine, hers, mine] })).toBe('season-cannot-hold /lines')
  expect(said({ lines: [] })).toBe('season-cannot-hold /lines')
  // A line too high for one household is refused, wherever on the list she stands.
  expect(said({ lines: [mine, line('m1', 150_600)] })).toBe('above-emergency-line')
  // Of two that cannot be, the first on the list is told.
  const [high, none] = [line('m1', 150_600), line('o1', 1_000)]
  expect([said({ lines: [high, none] }), said({ lines: [none, high] })]).toEqual([
    'above-emergency-line',
    'no-last-loan',
  ])
})

test('a meeting without its quorum promises nothing, nor one that says no, nor on a tie', () => {
  const hands = (present: number, yes: number, no: number) =>
    said({ ballot: byMeeting({ present, yes, no }) })
  // Seven of two households and five officers; 67 % are five of them.
  expect(hands(4, 4, 0)).toBe('quorum-missing')
  expect(hands(5, 4, 1)).toBe('recorded')
  expect(hands(6, 3, 3)).toBe('vote-lost')
  expect(said({ ballot: { ...all, recused: ['m9'] } })).toBe('member-unknown /ballot')
  expect(hands(8, 8, 0)).toBe('more-present-than-members /ballot/hands/present')
})

test('what the fund could pay out is promised without a flag, a riel more with it', () => {
  const left = (cash: number) =>
    storyWith(book, {
      type: 'RecordExpense',
      effectiveOn: '2025-01-30',
      // 300,000 and 301,000 are lent.
      amount: 1_000_000_000 - 601_000 - cash,
    } as StoryCommand).village
  const lines = [
    { memberId: 'm0', amount: 100_000 },
    { memberId: 'm1', amount: 50_000 },
  ]
  expect(flagsOf(left(150_000), promised({ lines }))).toEqual([])
  expect(flagsOf(left(149_999), promised({ lines }))).toEqual(['promised-above-cash'])
})

/** What may be promised to `o1`, who has had these loans, on 1 February. */
const lineOf = (
  loans: readonly StoryCommand[],
  charter: Partial<Charter> = {},
  on = '2025-02-01',
) => {
  const { village: told } = storyWith([...alongTheRiver(0, charter), ...loans])
  const line = lineFor({ loans: told.loans, charter: told.fund!.charters[0]!.charter }, 'o1', on)
  return 'code' in line ? line.code : line.amount
}
const lent = (principal: number, on = '2025-01-10', loanId = 'own'): StoryCommand =>
  paidOut({ on, principal, months: 10, loanId, memberId: 'o1' })

test('half of the last loan is promised, down to what can be paid out in notes', () => {
  expect(lineOf([lent(300_000)])).toBe(150_000)
  expect(lineOf([lent(300_199)])).toBe(150_000)
  expect(lineOf([lent(300_200)])).toBe(150_100)
  expect(lineOf([lent(400_000)])).toBe(200_000)
  expect(lineOf([lent(400_200)])).toBe(200_000)
  expect(lineOf([lent(300_000)], { relief: { lineOfLastLoanPercent: 33 } })).toBe(99_000)
  expect(lineOf([lent(300_000)], { relief: { lineOfLastLoanPercent: 0 } })).toBe(0)
})

test('the last loan is the one whose money was given last, whoever lent it', () => {
  const first = lent(100_000, '2025-01-10', 'b')
  const second = lent(200_000, '2025-01-12', 'a')
  expect(lineOf([first, paid('2025-01-11', 100_000, 'b'), second])).toBe(100_000)
  // A loan of the older book was given in the year before, though it came into this one later.
  const old = takenOver({
    on: '2024-11-20',
    principal: 80_000,
    months: 10,
    owed: 80_000,
    loanId: 'old',
    memberId: 'o1',
    takenOn: '2025-01-15',
  })
  expect(lineOf([first, old])).toBe(50_000)
  // Of two given on one day it is the later one by its id.
  expect(lineOf([lent(60_000, '2025-01-10', 'c'), first])).toBe(30_000)
})

test('a loan of the day itself counts, one of the day after does not, nor one that was taken back', () => {
  expect(lineOf([lent(100_000, '2025-02-01')])).toBe(50_000)
  expect(lineOf([lent(100_000, '2025-02-02')])).toBe('no-last-loan')
  const wrong = { ...lent(100_000), id: idOf(70) }
  const back: StoryCommand = {
    type: 'ReverseEntry',
    effectiveOn: '2025-01-11',
    reverses: idOf(70),
    reason: 'did-not-happen',
    approvedBy: 'o3',
  }
  expect(lineOf([wrong])).toBe(50_000)
  expect(lineOf([wrong, back])).toBe('no-last-loan')
  // Then it is the one before it that counts.
  const first = lent(60_000, '2025-01-09', 'first')
  expect(lineOf([first, wrong])).toBe(50_000)
  expect(lineOf([first, wrong, back])).toBe(30_000)
  expect(lineOf([first, lent(100_000, '2025-02-02')])).toBe(30_000)
})
