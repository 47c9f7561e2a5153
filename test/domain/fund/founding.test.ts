import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OpeningBalances } from '#domain/fund/operations/founding.ts'
import { wordOf } from '#test/support/committee.ts'
import { near } from '#test/support/edge-draws.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  booked,
  bodyOf,
  flagsOf,
  founded,
  takenOver,
  unbalanced,
  villageAfter,
} from '#test/support/village.ts'
import { emptyVillage } from '#domain/village.ts'

const opening: OpeningBalances = {
  cash: 1_000_000,
  provision: 50_000,
  social: 100_000,
  reserve: 150_000,
  windows: [{ windowId: 'migration', amount: 200_000 }],
}
const counted = (amount: number) => ({ ...opening, counted: { amount, isByNote: true } })

const savedBefore = (amount: number, memberId = 'm1'): StoryCommand => ({
  type: 'TakeOverSavings',
  effectiveOn: '2025-01-01',
  memberId,
  amount,
})

const settled = (amount: number, votes = { present: 2, yes: 2, no: 0 }): StoryCommand => ({
  type: 'SettleTakeOver',
  effectiveOn: '2025-01-20',
  amount,
  votes,
})

/** Two members, the older book's savings and one loan: it adds up where savings are 1,000,000. */
const begun = (savings: number, of = opening): readonly StoryCommand[] => [
  founded({ opening: of }),
  admitted('m1'),
  admitted('m2'),
  savedBefore(savings),
  takenOver({ on: '2024-11-20', principal: 600_000, months: 10, owed: 500_000 }),
]

describe('the box at founding', () => {
  test('what was counted stands in the box, and the difference to the old book by its name', () => {
    const village = villageAfter(begun(1_000_000, counted(980_000)))
    expect(booked(village, 'asset:cash-box')).toBe(980_000)
    expect(booked(village, 'equity:unexplained')).toBe(20_000)
    expect(booked(village, 'equity:takeover')).toBe(0)
    const more = villageAfter([founded({ opening: counted(1_000_500) })])
    expect(booked(more, 'equity:unexplained')).toBe(-500)
  })

  test('a difference is marked, and a box that agrees is not', () => {
    const flags = (of: OpeningBalances) =>
      flagsOf(answerTo(emptyVillage(), founded({ opening: of })))
    expect(flags(counted(999_999))).toEqual(['box-differs-from-books'])
    expect(flags(counted(1_000_000))).toEqual([])
    expect(flags(opening)).toEqual([])
  })
})

describe('an old book that is none, and one with windows', () => {
  test.each([
    ['/cash', { cash: 0.5 }],
    ['/provision', { provision: Number.NaN }],
    ['/social', { social: 0.5 }],
    ['/reserve', { reserve: 2 ** 53 }],
    ['/windows/0/amount', { windows: [{ windowId: 'migration', amount: 0.5 }] }],
  ])('an old book with a fault at %s is none: %o', (at, wrong) => {
    const told = founded({ opening: { ...opening, ...wrong } })
    expect(answerTo(emptyVillage(), told)).toEqual({
      outcome: 'invalid',
      code: 'amount-not-whole',
      at: `/opening${at}`,
    })
  })

  test('a window of the old book can take more from its donor', () => {
    const village = villageAfter([founded({ opening })])
    expect([...village.windows.keys()]).toEqual(['migration'])
    expect(village.windows.get('migration')).toEqual({ windowId: 'migration', grants: [] })
  })

  test('the next count finds nothing missing that was missing at the founding already', () => {
    const count = { amount: 980_000, isByNote: true }
    const open: StoryCommand = { type: 'OpenMeeting', effectiveOn: '2025-01-20', count }
    const village = villageAfter(begun(1_000_000, counted(980_000)))
    expect(bodyOf(answerTo(village, open))).toMatchObject({ flags: [], postings: [] })
  })

  test('whatever was counted, the founding sums to zero and the box holds what was counted', () => {
    fc.assert(
      fc.property(near([0, 1_000_000], { min: 0, max: 2_000_000 }), (amount) => {
        const told = founded({ opening: counted(amount) })
        const body = bodyOf(answerTo(emptyVillage(), told))
        expect(unbalanced(body.postings)).toEqual([])
        expect(body.flags).toEqual(amount === 1_000_000 ? [] : ['box-differs-from-books'])
        expect(booked(villageAfter([told]), 'asset:cash-box')).toBe(amount)
      }),
    )
  })

  test.each([
    ['/opening/counted/amount', { amount: -1, isByNote: true }],
    ['/opening/counted/notes', { amount: 1000, isByNote: true, notes: [{ note: 500, pieces: 1 }] }],
    [
      '/opening/counted/notes/0/note',
      { amount: 3, isByNote: true, notes: [{ note: 3, pieces: 1 }] },
    ],
  ])('a count that cannot be is invalid at %s', (at, count) => {
    const told = founded({ opening: { ...opening, counted: count } })
    expect(answerTo(emptyVillage(), told)).toMatchObject({ outcome: 'invalid', at })
  })
})

describe('an old book that does not add up', () => {
  const close: StoryCommand = { type: 'ClosePeriod', effectiveOn: '2025-01-31' }

  test('once every saving and loan is taken over nothing is left, and nothing can be settled', () => {
    const village = villageAfter(begun(1_000_000))
    expect(booked(village, 'equity:takeover')).toBe(0)
    expect(wordOf(village, settled(-1))).toBe('takeover-adds-up')
    expect(wordOf(village, close)).toBe('recorded')
  })

  test('what is left is agreed to by the meeting, as it was shown, and then the books can be closed', () => {
    const village = villageAfter(begun(1_030_000))
    expect(booked(village, 'equity:takeover')).toBe(30_000)
    expect(wordOf(village, close)).toBe('takeover-unfinished')
    expect(wordOf(village, settled(30_000))).toBe('differs-from-left')
    expect(wordOf(village, settled(-30_000, { present: 2, yes: 1, no: 1 }))).toBe('vote-lost')
    expect(wordOf(village, settled(-30_000, { present: 1, yes: 1, no: 0 }))).toBe('quorum-missing')
    expect(answerTo(village, settled(-30_000, { present: 3, yes: 3, no: 0 }))).toMatchObject({
      at: '/votes/present',
    })
    expect(answerTo(village, settled(-30_000.5))).toMatchObject({ at: '/amount' })
    expect(wordOf(village, settled(-29_999))).toBe('differs-from-left')
    const after = villageAfter([...begun(1_030_000), settled(-30_000)])
    expect(booked(after, 'equity:takeover')).toBe(0)
    expect(booked(after, 'equity:unexplained')).toBe(30_000)
    expect(wordOf(after, close)).toBe('recorded')
  })

  test('an officer stands behind it where one is named', () => {
    const chair: StoryCommand = {
      type: 'AppointOfficer',
      effectiveOn: '2025-01-01',
      memberId: 'm2',
      office: 'chair',
    }
    const village = villageAfter([...begun(1_030_000), chair])
    const by = (confirmedBy: string) => ({ ...settled(-30_000), confirmedBy }) as StoryCommand
    expect(wordOf(village, by('m1'))).toBe('approver-not-an-officer')
    expect(answerTo(village, by('x'))).toMatchObject({ at: '/confirmedBy' })
    expect(bodyOf(answerTo(village, by('m2')))).toMatchObject({ confirmedBy: 'm2' })
  })

  test('what is found later opens the question again, and is settled again', () => {
    const told = [...begun(1_030_000), settled(-30_000), savedBefore(5000, 'm2')]
    const village = villageAfter(told)
    expect(booked(village, 'equity:takeover')).toBe(5000)
    expect(wordOf(village, settled(-5000))).toBe('recorded')
  })
})
