import { expect, test } from 'vitest'
import { type Kept, type Told, standingOfKept, toRead, unsent } from '#domain/phone/outbox.ts'
import type { Command } from '#domain/village.ts'

const kept = (place: number, told?: Told, isSeen?: true): Kept => ({
  place,
  command: { id: `c${place}` } as Command,
  madeAt: '2026-06-20T02:00:00.000Z',
  ...(told && { told }),
  ...(isSeen && { isSeen }),
})
const recorded: Told = { id: 'c', outcome: 'recorded', seq: 1, flags: [] }
const flagged: Told = { ...recorded, outcome: 'flagged', flags: ['overpaid'] }
const refused: Told = { id: 'c', outcome: 'refused', code: 'vote-lost' }

test('what was written on a phone is there, in the book, marked, or turned down, and nothing else', () => {
  const all = [undefined, recorded, flagged, refused, { ...refused, outcome: 'invalid' as const }]
  expect(all.map((told, place) => standingOfKept(kept(place, told)))).toEqual([
    'on-phone',
    'accepted',
    'flagged',
    'turned-down',
    'turned-down',
  ])
})

test('what waits for the service is what it has not answered, and what waits for a reader what it turned down', () => {
  const all = [kept(1), kept(2, recorded), kept(3, refused), kept(4, refused, true), kept(5)]
  expect(unsent(all).map(({ place }) => place)).toEqual([1, 5])
  expect(toRead(all).map(({ place }) => place)).toEqual([3])
})
