import fc from 'fast-check'
import { expect, test } from 'vitest'
import { declaredIn } from '#domain/relief/event.ts'
import { scheduleOf } from '#domain/loans/plan/scheduled.ts'
import type { Village } from '#domain/village.ts'
import { byMeeting, wordOf } from '#test/support/committee.ts'
import {
  activated,
  alongTheRiver,
  communes,
  declared,
  listOn,
  renewed,
  storyWith,
} from '#test/support/flood.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  booked,
  paid,
  paidOut,
  relieved,
  storyOf,
} from '#test/support/village.ts'

const undone = (on = '2025-03-07'): StoryCommand => ({
  type: 'UndoRelief',
  effectiveOn: on,
  eventId: 'E1',
  approvedBy: 'o3',
})

const schedules = (village: Village): string =>
  JSON.stringify([...village.loans.values()].map((loan) => [loan.loanId, scheduleOf(loan), loan]))

test('taking relief back leaves every schedule as it was, to the byte', () => {
  const beginnings = [...alongTheRiver(12), paid('2025-02-20', 20_000, 'l0')]
  const before = storyOf([...beginnings, declared()]).village
  const { village } = storyWith(beginnings, declared(), activated, undone())
  expect(schedules(village)).toBe(schedules(before))
  expect(village.posted).toEqual(before.posted)
  expect(declaredIn(village.events, 'E1')!.touched).toEqual([])
  // It may be given again, to those whom it was meant for.
  expect(wordOf(village, activated(village, { on: '2025-03-08' }))).toBe('recorded')
})

const chance = fc.record({
  loans: fc.array(
    fc.record({
      principal: fc.integer({ min: 10, max: 2000 }),
      months: fc.integer({ min: 1, max: 24 }),
      product: fc.constantFrom('normal' as const, 'seasonal' as const, 'emergency' as const),
      paid: fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 900 })), {
        maxLength: 3,
      }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  from: fc.integer({ min: 1, max: 28 }),
  kind: fc.constantFrom('flood' as const, 'drought' as const, 'fire' as const),
  isRenewed: fc.boolean(),
  older: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 })), {
    maxLength: 2,
  }),
})

const two = (n: number): string => String(n).padStart(2, '0')

type Chance = typeof chance extends fc.Arbitrary<infer One> ? One : never

const bookOf = ({ loans, older }: Chance): readonly StoryCommand[] => [
  ...alongTheRiver(0),
  ...loans.flatMap(({ principal, months, product, paid: payments }, i): StoryCommand[] => [
    admitted(`m${i}`, { zone: communes[0] }),
    paidOut({
      on: '2025-01-20',
      principal: principal * 1000,
      months,
      product,
      loanId: `l${i}`,
      memberId: `m${i}`,
    }),
    ...payments.map(([day, sum]) => paid(`2025-02-${two(day)}`, sum * 100, `l${i}`)),
  ]),
  ...older.map(([month, length], i) =>
    relieved(
      '2025-03-01',
      { from: `2025-${two(month)}-05`, to: `2025-${two(month + length)}-25` },
      { eventId: `O${i}`, loanIds: ['l0'] },
    ),
  ),
]

/** What is decided about the event: officers give it, the meeting ratifies, and it may be renewed. */
const helpOf = (
  { loans, isRenewed }: Chance,
  beginnings: readonly StoryCommand[],
): readonly StoryCommand[] => {
  const ballot = byMeeting({ present: 5 + loans.length, yes: 5, no: 0 })
  const given = activated(storyOf(beginnings).village)
  if (!isRenewed) return [given]
  const ratified: StoryCommand = {
    type: 'RatifyRelief',
    effectiveOn: '2025-03-20',
    eventId: 'E1',
    ballot,
  }
  const { village } = storyOf([...beginnings, given, ratified])
  // A loan that is due in full by then can be touched no further, and nothing is left to renew.
  const isLeft = listOn(village, '2025-04-01', 'E1', true).length > 0
  return [given, ratified, ...(isLeft ? [renewed(village, { on: '2025-04-01', ballot })] : [])]
}

test('whatever the book, the event and the relief before it, what is taken back was never there', () => {
  fc.assert(
    fc.property(chance, (one) => {
      const happened = declared({ from: `2025-02-${two(one.from)}`, kind: one.kind })
      const told = [...bookOf(one), happened]
      const before = storyOf(told).village
      if (listOn(before, '2025-03-06').length === 0) return
      const { village } = storyOf([...told, ...helpOf(one, told), undone('2025-04-02')])
      expect(schedules(village)).toBe(schedules(before))
      for (const account of before.posted.accounts.keys())
        expect(booked(village, account)).toBe(booked(before, account))
    }),
    { numRuns: 40 },
  )
})

test('it is not taken back once something was paid on it, unless that is taken back first', () => {
  const { village } = storyWith(
    alongTheRiver(3),
    declared(),
    activated,
    paid('2025-03-06', 5_000, 'l0'),
  )
  const answer = answerTo(village, undone())
  expect(answer).toMatchObject({ outcome: 'refused', code: 'paid-since' })
  const [payment] = (answer as { entries: readonly string[] }).entries
  const taken: StoryCommand = {
    type: 'ReverseEntry',
    effectiveOn: '2025-03-07',
    reverses: payment!,
    reason: 'entered-twice',
    approvedBy: 'o3',
  }
  const back = storyWith(
    alongTheRiver(3),
    declared(),
    activated,
    paid('2025-03-06', 5_000, 'l0'),
    taken,
  )
  expect(wordOf(back.village, undone())).toBe('recorded')
  // Another household's payment, and one that was in the book before, stop nothing.
  const others = storyWith(
    alongTheRiver(3),
    paid('2025-02-20', 5_000, 'l0'),
    declared(),
    activated,
    paid('2025-03-06', 5_000, 'l1'),
  )
  expect(wordOf(others.village, undone())).toBe('recorded')
})
