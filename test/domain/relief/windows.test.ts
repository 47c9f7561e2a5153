import { expect, test } from 'vitest'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { charterFault } from '#domain/fund/charter/charter-shape.ts'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { duesOf } from '#domain/loans/plan/village-convention.ts'
import type { EventKind } from '#domain/relief/relief.ts'
import { renewedWindow, windowOf } from '#domain/relief/windows.ts'
import { activated, alongTheRiver, declared, listOn, storyWith } from '#test/support/flood.ts'
import { type StoryCommand, loanIn, paid, paidOut } from '#test/support/village.ts'

const ruled = (relief: NonNullable<Charter['relief']>): Charter => ({ ...defaultCharter, relief })

test.each<[EventKind, string, string]>([
  ['flood', '2025-03-01', '2025-05-31'],
  ['storm', '2025-03-15', '2025-06-14'],
  // Three months from the last of November end before the last of February.
  ['fire', '2025-11-30', '2026-02-27'],
  ['personal', '2025-03-15', '2025-05-14'],
  ['drought', '2025-03-15', '2025-12-31'],
  ['drought', '2025-09-30', '2025-12-31'],
  // The harvest comes first, and a drought is put off no shorter than any other event.
  ['drought', '2025-10-02', '2026-01-01'],
  ['drought', '2025-12-31', '2026-03-30'],
])('%s from %s is put off through %s', (kind, from, to) => {
  expect(windowOf(defaultCharter, { kind, from })).toEqual({ from, to })
})

test('a harvest that was ruled for another month is the next one of that month, the running one included', () => {
  const to = (from: string, harvestMonth: number): string =>
    windowOf(ruled({ harvestMonth, months: 1 }), { kind: 'drought', from }).to
  expect(to('2025-03-01', 4)).toBe('2025-04-30')
  expect(to('2025-04-01', 4)).toBe('2025-04-30')
  expect(to('2025-05-01', 4)).toBe('2026-04-30')
})

test('a second window begins the day after the first and is as long', () => {
  expect(renewedWindow(defaultCharter, 'flood', '2025-05-31')).toEqual({
    from: '2025-06-01',
    to: '2025-08-31',
  })
  expect(renewedWindow(defaultCharter, 'personal', '2025-04-30')).toEqual({
    from: '2025-05-01',
    to: '2025-06-30',
  })
  expect(renewedWindow(defaultCharter, 'drought', '2025-12-31')).toEqual({
    from: '2026-01-01',
    to: '2026-12-31',
  })
})

test.each<[NonNullable<Charter['relief']>, boolean]>([
  [{ months: 0 }, false],
  [{ months: 1 }, true],
  [{ months: 6 }, true],
  [{ months: 7 }, false],
  [{ months: 1.5 }, false],
  [{ personalMonths: 0 }, false],
  [{ personalMonths: 1 }, true],
  [{ personalMonths: 6 }, true],
  [{ personalMonths: 7 }, false],
  [{ harvestMonth: 0 }, false],
  [{ harvestMonth: 1 }, true],
  [{ harvestMonth: 12 }, true],
  [{ harvestMonth: 13 }, false],
  [{ lineOfLastLoanPercent: -1 }, false],
  [{ lineOfLastLoanPercent: 0 }, true],
  [{ lineOfLastLoanPercent: 50 }, true],
  [{ lineOfLastLoanPercent: 51 }, false],
])('whether a meeting can rule %j of relief: %s', (relief, can) => {
  expect(charterFault({ ...defaultCharter, relief }) === undefined).toBe(can)
})

type Field = {
  readonly firstDueOn: string
  /** The first day of the water. */
  readonly from: string
  readonly months?: number
  readonly meetingDay?: number
  readonly isFarm?: boolean
  readonly plan?: object
}

const forTheField: StoryCommand = {
  type: 'RequestLoan',
  effectiveOn: '2025-01-10',
  loanId: 'field',
  memberId: 'm0',
  product: 'normal',
  principal: 120_000,
  months: 1,
  purpose: 'farm',
}

/** Days on which a loan falls due after relief; it was asked for the field where nothing else is said. */
const duesAfter = ({
  firstDueOn,
  from,
  months = 1,
  meetingDay = 20,
  isFarm = true,
  plan,
}: Field) => {
  const lent = paidOut({
    on: '2025-01-20',
    principal: 120_000,
    months,
    loanId: 'field',
    memberId: 'm0',
  })
  const { village } = storyWith(
    [
      ...alongTheRiver(1, { meetingDay }),
      { ...forTheField, purpose: isFarm ? 'farm' : 'trade' } as StoryCommand,
      { ...lent, firstDueOn, ...(plan ? { plan } : {}) } as StoryCommand,
    ],
    declared({ from, on: from }),
    (told) => activated(told, { on: from }),
  )
  return duesOf(loanIn(village, 'field')).map(({ on }) => on)
}

test.each<[string, Field, string]>([
  ['the last of July', { firstDueOn: '2025-04-30', from: '2025-04-01', meetingDay: 31 }, '07-31'],
  ['the first of August', { firstDueOn: '2025-05-01', from: '2025-05-01', meetingDay: 1 }, '11-01'],
  [
    'the last of October',
    { firstDueOn: '2025-07-31', from: '2025-07-01', meetingDay: 31 },
    '11-30',
  ],
  [
    'the first of November',
    { firstDueOn: '2025-08-01', from: '2025-07-20', meetingDay: 1 },
    '11-01',
  ],
])('a farm loan that relief would move to %s falls due as hunger allows', (_, field, due) => {
  expect(duesAfter(field)).toEqual([`2025-${due}`])
})

test('a loan that was asked for anything else may fall due in the hungry months', () => {
  const field = { firstDueOn: '2025-05-20', from: '2025-05-01' }
  expect(duesAfter({ ...field, isFarm: false })).toEqual(['2025-08-20'])
  expect(duesAfter(field)).toEqual(['2025-11-20'])
})

test('the hungry months of each year are left out, as many years as the loan lasts', () => {
  const dues = duesAfter({ firstDueOn: '2025-04-20', from: '2025-03-01', months: 15 })
  expect(dues.map((day) => day.slice(0, 7)).join(' ')).toBe(
    '2025-06 2025-07 2025-11 2025-12 ' +
      '2026-01 2026-02 2026-03 2026-04 2026-05 2026-06 2026-07 2026-11 2026-12 2027-01 2027-02',
  )
  const long = duesAfter({ firstDueOn: '2025-04-20', from: '2025-03-01', months: 120 })
  expect(long).toHaveLength(120)
  expect(long.filter((day) => /-(08|09|10)-/.test(day))).toEqual([])
})

test('a loan that falls due each year in the hungry months stays on its own days, and relief comes to an end', () => {
  const yearly = { every: { n: 12, unit: 'months' } } as const
  const field = { firstDueOn: '2025-09-20', months: 3, plan: yearly }
  expect(duesAfter({ ...field, from: '2025-07-01' })).toEqual([
    '2026-09-20',
    '2027-09-20',
    '2028-09-20',
  ])
  expect(duesAfter({ ...field, from: '2025-05-01' })).toEqual([
    '2025-09-20',
    '2026-09-20',
    '2027-09-20',
  ])
  const halfYearly = { every: { n: 6, unit: 'months' } } as const
  const half = { firstDueOn: '2025-08-20', months: 3, plan: halfYearly, from: '2025-05-01' }
  expect(duesAfter(half)).toEqual(['2026-02-20', '2027-02-20', '2028-02-20'])
})

test('what was late before the water came stays late, also from the hungry months', () => {
  const late = { firstDueOn: '2025-08-20', from: '2025-09-01', months: 3 }
  expect(duesAfter(late)).toEqual(['2025-08-20', '2025-12-20', '2026-01-20'])
})

test('what falls due on the first day of the water or on its last is put off, the day after is not', () => {
  const dues = (from: string) => duesAfter({ firstDueOn: '2025-03-20', from, isFarm: false })
  expect(dues('2025-03-20')).toEqual(['2025-06-20'])
  expect(dues('2025-03-21')).toEqual(['2025-03-20'])
  const month = (from: string) =>
    duesAfter({ firstDueOn: '2025-05-20', from, isFarm: false, months: 1 })
  expect(month('2025-02-21')).toEqual(['2025-06-20'])
  expect(month('2025-02-20')).toEqual(['2025-05-20'])
})

test('the list tells every window of a farm loan, and none of a loan that is paid', () => {
  const lent = paidOut({
    on: '2025-01-20',
    principal: 120_000,
    months: 3,
    loanId: 'field',
    memberId: 'm0',
  })
  const farm = [...alongTheRiver(1), forTheField, lent]
  const list = (...more: StoryCommand[]) =>
    listOn(storyWith([...farm, ...more], declared()).village, '2025-03-06').map(
      ({ loanId, from, to }) => [loanId, from, to].join(' '),
    )
  expect(list(paid('2025-02-20', 41_800, 'field'))).toEqual([
    'field 2025-03-01 2025-05-31',
    'l0 2025-03-01 2025-05-31',
  ])
  const longer = [...alongTheRiver(1), forTheField, { ...lent, months: 5 } as StoryCommand]
  expect(listOn(storyWith(longer, declared()).village, '2025-03-06')).toEqual([
    { loanId: 'field', from: '2025-03-01', to: '2025-05-31' },
    { loanId: 'field', from: '2025-08-01', to: '2025-10-31' },
    { loanId: 'l0', from: '2025-03-01', to: '2025-05-31' },
  ])
  expect(list(paid('2025-02-01', 130_000, 'field'))).toEqual(['l0 2025-03-01 2025-05-31'])
})
