import fc from 'fast-check'
import { expect, test } from 'vitest'
import { near } from '#test/support/edge-draws.ts'
import {
  type StoryCommand,
  answerTo,
  bodyOf,
  booked,
  flagsOf,
  founded,
  storyOf,
  villageAfter,
} from '#test/support/village.ts'

const on = '2025-03-20'
const begun = founded({
  opening: {
    cash: 500_000,
    reserve: 200_000,
    windows: [{ windowId: 'migration', amount: 300_000 }],
  },
})
const gift = (amount: number, windowId?: string): StoryCommand => ({
  type: 'RecordDonation',
  effectiveOn: on,
  amount,
  ...(windowId === undefined ? {} : { windowId }),
})
const grant = (amount: number, grantNumber = 'G1', windowId = 'migration'): StoryCommand => ({
  type: 'RecordGrantPayout',
  effectiveOn: on,
  windowId,
  grantNumber,
  amount,
})

test('a gift for a purpose is owed to that purpose and is no income', () => {
  const village = villageAfter([begun, gift(250_000, 'migration')])
  expect(booked(village, 'liability:grant-window:migration')).toBe(-550_000)
  expect(booked(village, 'asset:cash-box')).toBe(750_000)
  expect(booked(village, 'income:donations')).toBe(0)
})

test('a gift without a purpose pays running costs and is income', () => {
  const village = villageAfter([begun, gift(250_000)])
  expect(booked(village, 'income:donations')).toBe(-250_000)
  expect(booked(village, 'liability:grant-window:migration')).toBe(-300_000)
})

test('a grant is paid from its own window and leaves the savings alone', () => {
  const village = villageAfter([begun, grant(100_000)])
  expect(booked(village, 'liability:grant-window:migration')).toBe(-200_000)
  expect(booked(village, 'asset:cash-box')).toBe(400_000)
})

test('the last riel of a window is spent without a flag, one more with it', () => {
  const village = villageAfter([begun])
  expect(flagsOf(answerTo(village, grant(300_000)))).toEqual([])
  expect(flagsOf(answerTo(village, grant(300_001)))).toEqual(['window-overspent'])
  expect(flagsOf(answerTo(village, grant(100, 'G1', 'school')))).toEqual(['window-overspent'])
})

test('a grant in the journal is a number and a sum: no payee and no kind', () => {
  const body = bodyOf(answerTo(villageAfter([begun]), grant(100_000)))
  expect(Object.keys(body).toSorted()).toEqual([
    'amount',
    'flags',
    'grantNumber',
    'postings',
    'type',
    'v',
    'windowId',
  ])
})

test('a gift says its window in the journal where it has one, and nothing of a window where it has none', () => {
  const keys = (told: StoryCommand) => bodyOf(answerTo(villageAfter([begun]), told))
  expect(keys(gift(1, 'school'))).toMatchObject({ windowId: 'school' })
  expect(Object.keys(keys(gift(1)))).not.toContain('windowId')
  const opened = villageAfter([begun, gift(1, 'school'), gift(1)])
  expect([...opened.windows.keys()]).toContain('school')
  expect([...opened.windows.keys()]).not.toContain(undefined)
})

test('a gift may open a window that the book did not have', () => {
  const village = villageAfter([begun, gift(80_000, 'school'), grant(30_000, 'G1', 'school')])
  expect(village.windows.get('school')).toEqual({
    windowId: 'school',
    grants: [{ grantNumber: 'G1', amount: 30_000, paidOn: on }],
  })
})

test.each([
  [gift(0, 'migration'), '/amount'],
  [gift(0.5), '/amount'],
  [gift(100, 'Sok Dara, survivor'), '/windowId'],
  [grant(-1), '/amount'],
  [grant(100, 'G1', 'A Name'), '/windowId'],
])('what cannot be a gift or a grant is invalid: %o', (told, at) => {
  expect(answerTo(villageAfter([begun]), told)).toMatchObject({ outcome: 'invalid', at })
})

test('of every window, what was spent and what is unspent is what was received', () => {
  const sums = fc.array(fc.integer({ min: 1, max: 200_000 }), { maxLength: 6 })
  const total = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0)
  // The last grant takes what is left in the window, one riel more or less, or any sum.
  const plan = fc.tuple(sums, sums).chain(([gifts, grants]) => {
    const left = 300_000 + total(gifts) - total(grants)
    return near([left], { min: 1, max: 1_500_000 }).map((last) => ({
      gifts,
      grants: [...grants, last],
    }))
  })
  fc.assert(
    fc.property(plan, ({ gifts, grants }) => {
      const { village, entries } = storyOf([
        begun,
        ...gifts.map((amount) => gift(amount, 'migration')),
        ...grants.map((amount, i) => grant(amount, `G${i}`)),
      ])
      const received = 300_000 + total(gifts)
      const spent = village.windows
        .get('migration')!
        .grants.reduce((sum, { amount }) => sum + amount, 0)
      expect(spent).toBe(total(grants))
      expect(spent - booked(village, 'liability:grant-window:migration')).toBe(received)
      const given = grants.map((_, i) => total(grants.slice(0, i + 1)))
      const marked = entries.slice(1 + gifts.length).map(({ body }) => body.flags.length > 0)
      expect(marked).toEqual(given.map((so) => so > received))
    }),
  )
})

test('a grant that is paid in parts keeps its number, in whatever order the parts are told', () => {
  const parts = [grant(100_000), { ...grant(50_000), effectiveOn: '2025-04-20' }] as const
  const told = [[...parts], parts.toReversed()].map((order) => villageAfter([begun, ...order]))
  expect(told[0]!.windows.get('migration')).toEqual(told[1]!.windows.get('migration'))
  expect(booked(told[0]!, 'liability:grant-window:migration')).toBe(-150_000)
})
