import { expect, test } from 'vitest'
import { lineLeft } from '#domain/relief/emergency-line.ts'
import { byMeeting, byOfficers, flagsOf, wordOf } from '#test/support/committee.ts'
import { activated, alongTheRiver, declared, renewed, storyWith } from '#test/support/flood.ts'
import { type StoryCommand, paid, paidOut, takenOver } from '#test/support/village.ts'

const people = 6
const all = byMeeting({ present: people + 5, yes: 9, no: 1 })

const promised = (
  more: Partial<Extract<StoryCommand, { type: 'PromiseEmergencyLines' }>> = {},
): StoryCommand => ({
  type: 'PromiseEmergencyLines',
  effectiveOn: '2025-02-01',
  seasonId: 'rains',
  from: '2025-03-01',
  to: '2025-12-31',
  trigger: { station: 'KRATIE', levelCm: 2300 },
  lines: [{ memberId: 'm0', amount: 150_000 }],
  ballot: all,
  ...more,
})
const opened = (
  levelCm = 2310,
  more: Partial<Extract<StoryCommand, { type: 'OpenEmergencyLine' }>> = {},
): StoryCommand => ({
  type: 'OpenEmergencyLine',
  effectiveOn: '2025-03-06',
  seasonId: 'rains',
  eventId: 'E1',
  measure: { is: 'gauge', station: 'KRATIE', levelCm },
  witnessId: 'm4',
  ...more,
})
const handed = (principal: number, on = '2025-03-07', loanId = 'e1') =>
  paidOut({ on, principal, months: 3, loanId, memberId: 'm0', product: 'emergency' })
const book = alongTheRiver(people)

test('before the season half of the last loan is promised, within the ceiling, by a meeting', () => {
  const { village } = storyWith(book)
  const word = (more: Parameters<typeof promised>[0]) => wordOf(village, promised(more))
  const line = (memberId: string, amount: number) => ({ lines: [{ memberId, amount }] })
  expect(word({})).toBe('recorded')
  // Half of 300,000.
  expect(word(line('m0', 150_001))).toBe('above-emergency-line')
  expect(word(line('o1', 1_000))).toBe('no-last-loan')
  expect(word({ effectiveOn: '2025-03-02' })).toBe('season-has-begun')
  expect(word({ ballot: byOfficers(['o1', 'o2', 'o3', 'o4']) })).toBe('the-meeting-must-vote')
  expect(word({ lines: [] })).toBe('season-cannot-hold')
  const { village: late } = storyWith(book)
  expect(wordOf(late, promised({ effectiveOn: '2025-04-20', from: '2025-06-01' }))).toBe(
    'late-with-last-loan',
  )
  const rich = storyWith([
    ...book,
    takenOver({
      on: '2024-11-20',
      principal: 2_000_000,
      months: 10,
      owed: 1,
      loanId: 'big',
      memberId: 'o1',
    }),
  ])
  expect(wordOf(rich.village, promised(line('o1', 200_000)))).toBe('recorded')
  expect(wordOf(rich.village, promised(line('o1', 200_100)))).toBe('above-emergency-line')
  expect(wordOf(storyWith(book, promised()).village, promised())).toBe('season-already-promised')
})

test('what is promised beyond what the fund could pay is flagged and stands', () => {
  const poor = storyWith([
    ...book,
    {
      type: 'RecordExpense',
      effectiveOn: '2025-01-30',
      amount: 999_999_000 - 1_815_000,
    } as StoryCommand,
  ])
  expect(flagsOf(poor.village, promised())).toEqual(['promised-above-cash'])
  expect(flagsOf(storyWith(book).village, promised())).toEqual([])
})

test('a measure and a witness open it, and a river below the level does not', () => {
  const { village } = storyWith(book, promised(), declared())
  expect(wordOf(village, opened())).toBe('recorded')
  expect(wordOf(village, opened(2299))).toBe('measure-below-level')
  const elsewhere = { measure: { is: 'gauge', station: 'PAKSE', levelCm: 9999 } } as const
  expect(wordOf(village, opened(0, elsewhere))).toBe('measure-below-level')
  const alert = { measure: { is: 'cap-alert', hash: 'ab'.repeat(32) } } as const
  expect(wordOf(village, opened(0, alert))).toBe('recorded')
  expect(wordOf(village, opened(2310, { eventId: 'E2' }))).toBe('event-not-declared')
  const early = storyWith(book, promised({ from: '2025-03-02' }), declared()).village
  expect(wordOf(early, opened())).toBe('event-outside-season')
  expect(wordOf(storyWith(book, promised(), declared(), opened()).village, opened())).toBe(
    'line-already-open',
  )
})

test('an emergency loan within an opened line needs no other vote, and is open while payments are put off', () => {
  const ready = [promised(), declared(), activated, opened()] as const
  const { village } = storyWith(book, ...ready)
  expect(flagsOf(village, handed(150_000))).toEqual([])
  expect(flagsOf(village, handed(150_100))).toContain('paid-without-decision')
  expect(flagsOf(storyWith(book, promised(), declared()).village, handed(1_000))).toContain(
    'paid-without-decision',
  )
  expect(lineLeft(village, 'm0', '2025-05-31')).toBe(150_000)
  expect(lineLeft(village, 'm0', '2025-06-01')).toBe(0)
  expect(lineLeft(village, 'm1', '2025-05-31')).toBe(0)
  const taken = storyWith(book, ...ready, handed(100_000)).village
  expect(lineLeft(taken, 'm0', '2025-05-31')).toBe(50_000)
  const ratified: StoryCommand = {
    type: 'RatifyRelief',
    effectiveOn: '2025-03-20',
    eventId: 'E1',
    ballot: all,
  }
  const longer = storyWith(book, ...ready, ratified, renewed).village
  expect(lineLeft(longer, 'm0', '2025-08-31')).toBe(150_000)
})

const asks = (product: 'normal' | 'emergency', on: string): readonly StoryCommand[] => [
  {
    type: 'RequestLoan',
    effectiveOn: on,
    loanId: 'n1',
    memberId: 'm0',
    product,
    principal: 50_000,
    months: 2,
    purpose: 'family-need',
  },
  {
    type: 'AppraiseLoan',
    effectiveOn: on,
    loanId: 'n1',
    appraisedBy: 'o3',
    finding: 'sound',
    burden: 'up-to-33',
  },
  {
    type: 'DiscloseCost',
    effectiveOn: on,
    loanId: 'n1',
    textHash: 'ab'.repeat(32),
    language: 'km',
    paidOutOn: on,
  },
]

test('while a loan is put off only an emergency loan is lent, anything else after the first payment', () => {
  const vote = (on: string): StoryCommand => ({
    type: 'DecideLoan',
    effectiveOn: on,
    loanId: 'n1',
    ballot: all,
  })
  const saved: StoryCommand = {
    type: 'TakeOverSavings',
    effectiveOn: '2025-01-01',
    memberId: 'm0',
    amount: 500_000,
  }
  const word = (product: 'normal' | 'emergency', on: string, ...more: StoryCommand[]) =>
    wordOf(
      storyWith([...book, saved], declared(), activated, ...more, ...asks(product, on)).village,
      vote(on),
    )
  // A second general loan is refused for its own reason, so the first one is an emergency loan here.
  const own: readonly StoryCommand[] = [
    paid('2025-02-01', 310_000, 'l0'),
    paidOut({
      on: '2025-02-02',
      principal: 100_000,
      months: 3,
      loanId: 'e0',
      memberId: 'm0',
      product: 'emergency',
    }),
  ]
  const of = (on: string, ...more: StoryCommand[]) =>
    wordOf(
      storyWith([...book, saved, ...own], declared(), activated, ...more, ...asks('normal', on))
        .village,
      vote(on),
    )
  expect(word('emergency', '2025-03-20')).toBe('recorded')
  expect(of('2025-03-20')).toBe('restart-first')
  expect(of('2025-07-01')).toBe('restart-first')
  expect(of('2025-07-01', paid('2025-06-20', 10_000, 'e0'))).toBe('recorded')
})
