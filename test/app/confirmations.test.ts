import { expect, test } from 'vitest'
import type { ConfirmationAnswer, Round } from '#domain/fund/meeting/confirming.ts'
import { roundsReport } from '#src/app/health/confirmations.ts'

type Counted = Partial<Record<'right' | 'wrong' | 'not-reached' | 'no-answer' | 'silent', number>>

/** A round of 1 June that closes on 2 July, with so many answers of each kind. */
const round = (counted: Counted, more: Partial<Round> = {}): Round => {
  const said = Object.entries(counted).flatMap(([answer, n]) =>
    Array.from({ length: n }, (_, i) => ({ memberId: `${answer} ${i}`, answer })),
  )
  return {
    id: 'r1',
    on: '2026-06-01',
    closesOn: '2026-07-02',
    nextOn: '2026-08-30',
    asked: said.map(({ memberId }) => memberId),
    answers: said
      .filter(({ answer }) => answer !== 'silent')
      .map(({ memberId, answer }, i) => ({
        memberId,
        id: String(i),
        on: '2026-06-10',
        by: 'slip' as const,
        answer: answer as ConfirmationAnswer,
      })),
    ...more,
  }
}
const told = (
  confirmations: readonly Round[] | undefined,
  { asOf = '2026-07-03', ofVillage = false } = {},
) =>
  roundsReport({ fund: { confirmations } as never, disputes: [], loans: [] }, { asOf, ofVillage })

const countsOf = (counted: Counted, more = {}) => {
  const { right, wrong, notReached, noAnswer } = told([round(counted)], more).rounds[0]!
  return [right, wrong, notReached, noAnswer]
}
const nothing = [null, null, null, null]

test('what was said is counted when the round has closed, and until then only who has been heard', () => {
  const one = round({ right: 6, silent: 5 })
  const on = (asOf: string) => told([one], { asOf, ofVillage: true }).rounds[0]!
  expect(on('2026-07-02')).toEqual({
    roundId: 'r1',
    on: '2026-06-01',
    closesOn: '2026-07-02',
    isClosed: false,
    asked: 11,
    heard: 6,
    right: null,
    wrong: null,
    notReached: null,
    noAnswer: null,
  })
  expect(on('2026-07-03')).toMatchObject({ isClosed: true, heard: 6, right: 6, noAnswer: 5 })
})

test('the village sees every count, however small', () => {
  expect(
    countsOf({ right: 1, wrong: 2, 'not-reached': 3, 'no-answer': 4 }, { ofVillage: true }),
  ).toEqual([1, 2, 3, 4])
})

test('beyond the village no count of one to four is told', () => {
  expect(countsOf({ right: 5, wrong: 5, 'not-reached': 5, 'no-answer': 5 })).toEqual([5, 5, 5, 5])
  // None is not few: nobody can be read from it.
  expect(countsOf({ right: 30 })).toEqual([30, 0, 0, 0])
  expect(countsOf({ wrong: 5 })).toEqual([0, 5, 0, 0])
  for (const few of [1, 4]) {
    expect(countsOf({ right: few, wrong: 26 })).toEqual(nothing)
    expect(countsOf({ right: 26, wrong: few })).toEqual(nothing)
    // Fewer than five in one part alone: how many it was right for, and no more.
    expect(countsOf({ right: 20, wrong: few, 'no-answer': 6 })).toEqual([20, null, null, null])
  }
  // Few in each part, and enough together.
  expect(countsOf({ right: 20, wrong: 2, 'not-reached': 2, 'no-answer': 1 })).toEqual([
    20,
    null,
    null,
    null,
  ])
  expect(countsOf({ right: 20, wrong: 2, 'not-reached': 1, 'no-answer': 1 })).toEqual(nothing)
})

test('another round may begin on the first day that every round before leaves free', () => {
  const early = round({}, { id: 'r0', on: '2026-01-01', nextOn: '2026-09-30' })
  const nextOn = (asOf: string, rounds: readonly Round[] = [early, round({})]) =>
    told(rounds, { asOf }).nextOn
  expect(nextOn('2026-07-03')).toBe('2026-09-30')
  expect(nextOn('2026-07-03', [round({}), early])).toBe('2026-09-30')
  expect(nextOn('2026-09-29')).toBe('2026-09-30')
  expect(nextOn('2026-09-30')).toBeNull()
  expect(nextOn('2026-07-03', [])).toBeNull()
})

test('rounds are told from their day, the newest first, and a fund without any has none', () => {
  const rounds = [round({}, { id: 'r0', on: '2026-02-01' }), round({})]
  const ids = (asOf: string) => told(rounds, { asOf }).rounds.map(({ roundId }) => roundId)
  expect(ids('2026-05-31')).toEqual(['r0'])
  expect(ids('2026-06-01')).toEqual(['r1', 'r0'])
  expect(told(undefined)).toEqual({ asOf: '2026-07-03', nextOn: null, rounds: [] })
})
