import { expect, test } from 'vitest'
import type { Village } from '#domain/village.ts'
import { ownViewOf } from '#src/app/household/own-view.ts'
import { activated, alongTheRiver, declared, storyWith } from '#test/support/flood.ts'
import { type StoryCommand, fundBookOf, paid, paidOut, relieved } from '#test/support/village.ts'

type Part = StoryCommand | ((village: Village) => StoryCommand)

/** Of six households m0 and m3 live where the flood was, each with a loan of its own. */
const seen = (memberId: string, asOf: string, ...parts: readonly Part[]) =>
  ownViewOf(fundBookOf(storyWith(alongTheRiver(6), ...parts)), memberId, {
    asOf,
    savingsPostings: [],
  })!
const given = [declared(), (village: Village) => activated(village)] as const
const no = (memberId: string): StoryCommand => ({
  type: 'DeclineRelief',
  effectiveOn: '2025-03-10',
  eventId: 'E1',
  memberId,
})
const reliefs = (memberId: string, asOf: string, ...parts: readonly Part[]) =>
  seen(memberId, asOf, ...parts).loans.map(({ relief }) =>
    relief.map(({ eventId, kind, mayDecline, to }) => [eventId, kind, mayDecline, to]),
  )

test('a household sees on its own loan that it is put off, for which event and until when, and may say no', () => {
  expect(reliefs('m0', '2025-03-09', ...given)).toEqual([[['E1', 'flood', true, '2025-05-31']]])
  expect(reliefs('m0', '2025-05-31', ...given)).toEqual([[['E1', 'flood', true, '2025-05-31']]])
  expect(reliefs('m0', '2025-06-01', ...given)).toEqual([[]])
  expect(reliefs('m1', '2025-03-09', ...given)).toEqual([[]])
})

test('who has said no is put off no more, and the other household may say so still', () => {
  const parts = [...given, no('m0')]
  expect(
    reliefs('m0', '2025-03-11', ...parts)
      .flat()
      .filter(([, , mayDecline]) => mayDecline),
  ).toEqual([])
  expect(reliefs('m3', '2025-03-11', ...parts)).toEqual([[['E1', 'flood', true, '2025-05-31']]])
})

test('relief of an older book is told, and nobody says no to it', () => {
  const window = { from: '2025-03-01', to: '2025-05-31' }
  const older = relieved('2025-03-05', window, { loanIds: ['l0'] })
  expect(reliefs('m0', '2025-03-09', older)).toEqual([[['E1', 'flood', false, '2025-05-31']]])
})

test('the own page has the own loans alone, those that are paid left out, and what nobody knows the owner of', () => {
  const second = paidOut({
    on: '2025-02-01',
    principal: 60_000,
    months: 6,
    loanId: 'l9',
    memberId: 'm0',
  })
  const numbers = (...parts: readonly Part[]) =>
    seen('m0', '2025-03-01', ...parts).loans.map(({ number }) => number)
  expect(numbers(second)).toEqual(['L0', 'L9'])
  const overpaid = paid('2025-02-20', 100_000, 'l9')
  expect(numbers(second, overpaid)).toEqual(['L0'])
  // 60,000 with interest of 500 for nineteen days: the rest waits for a word of hers.
  expect(seen('m0', '2025-03-01', second, overpaid).waiting).toBe(39_500)
})
