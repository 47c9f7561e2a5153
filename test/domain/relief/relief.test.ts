import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scheduleOf } from '#domain/loans/plan/scheduled.ts'
import { duesOf as dues } from '#domain/loans/plan/village-convention.ts'
import { nearDay } from '#test/support/edge-draws.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  booked,
  flagsOf,
  idOf,
  lending,
  loanIn,
  paid,
  paidOut,
  relieved,
  standingIn,
  takenOver,
} from '#test/support/village.ts'

const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const flood = relieved('2025-03-01', { from: '2025-03-01', to: '2025-05-31' })
const duesAfter = (told: readonly StoryCommand[]) => dues(loanIn(lending(told)))

test('in a window nothing falls due, and later instalments move by as many months', () => {
  const list = duesAfter([half, flood])
  expect(list.map(({ on }) => on)).toEqual([
    '2025-02-20',
    '2025-06-20',
    '2025-07-20',
    '2025-08-20',
    '2025-09-20',
    '2025-10-20',
    '2025-11-20',
    '2025-12-20',
    '2026-01-20',
    '2026-02-20',
  ])
  expect(list.every(({ principal }) => principal === 50_000)).toBe(true)
})

test('no interest is counted in a window, and none is made up later', () => {
  const village = lending([half, flood])
  const due = ['2025-02-20', '2025-05-20', '2025-06-20'].map(
    (day) => standingIn(village, day).interestDue,
  )
  expect(due).toEqual([7_500, 7_500, 15_000])
  const interest = (told: readonly StoryCommand[]) =>
    scheduleOf(loanIn(lending(told))).map((row) => row.interest)
  expect(interest([half, flood])).toEqual(interest([half]))
})

test('a window that covers no due date moves nothing', () => {
  const between = relieved('2025-03-21', { from: '2025-03-21', to: '2025-04-19' })
  expect(duesAfter([half, between])).toEqual(duesAfter([half]))
})

test('a window of one day that is a due date moves the loan by a month', () => {
  const oneDay = relieved('2025-03-20', { from: '2025-03-20', to: '2025-03-20' })
  expect(duesAfter([half, oneDay]).map(({ on }) => on)[1]).toBe('2025-04-20')
})

test('overlapping windows of two events count once', () => {
  const first = relieved('2025-03-01', { from: '2025-03-01', to: '2025-04-30' })
  const second = relieved('2025-04-01', { from: '2025-04-01', to: '2025-05-31' }, { eventId: 'E2' })
  expect(duesAfter([half, first, second])).toEqual(duesAfter([half, flood]))
  const [together, alone] = [lending([half, first, second]), lending([half, flood])]
  for (const day of ['2025-05-15', '2025-06-21', '2025-08-31']) {
    expect(standingIn(together, day).daysPastDue).toBe(standingIn(alone, day).daysPastDue)
    expect(standingIn(together, day).interestDue).toBe(standingIn(alone, day).interestDue)
  }
  expect(standingIn(together, '2025-05-15').eventIds).toEqual(['E1', 'E2'])
})

test('the days of an older arrear stand still in the window and go on after it', () => {
  const village = lending([half, flood])
  // Due on 20 February: eight days to the end of February, then the window, then June.
  const days = ['2025-02-28', '2025-03-31', '2025-05-31', '2025-06-01', '2025-06-15']
  expect(days.map((day) => standingIn(village, day).daysPastDue)).toEqual([8, 8, 8, 9, 23])
})

test('a seasonal loan falls due as many months later as the window has', () => {
  const rice = paidOut({ on: '2025-05-20', principal: 650_000, months: 8, product: 'seasonal' })
  const event = relieved('2025-09-05', { from: '2025-09-01', to: '2025-11-30' })
  const village = lending([rice, event])
  expect(dues(loanIn(village))).toEqual([{ on: '2026-04-20', principal: 650_000 }])
  // June, July, August and December bear 9,700 each; September to November nothing.
  expect(standingIn(village, '2025-12-31').interestDue).toBe(4 * 9_700)
})

test('what is paid in a window stands, lowers the loan at once and bears no interest for it', () => {
  const village = lending([half, flood, paid('2025-02-20', 57_500), paid('2025-04-01', 100_000)])
  expect(standingIn(village, '2025-04-01')).toMatchObject({ owed: 350_000, interestDue: 0 })
  expect(standingIn(village, '2025-06-20').interestDue).toBe(5_200)
  const settled = lending([half, flood, paid('2025-02-20', 57_500), paid('2025-04-01', 450_000)])
  expect(standingIn(settled, '2025-04-01')).toMatchObject({ status: 'closed', interestPaid: 7_500 })
})

test('a loan leaves the relief figure after three payments on time', () => {
  const payments = ['2025-06-20', '2025-07-20', '2025-08-20'].map((on) => paid(on, 60_000))
  const village = lending([half, paid('2025-02-20', 57_500), flood, ...payments])
  const days = ['2025-02-28', '2025-03-01', '2025-07-31', '2025-08-19', '2025-08-20']
  expect(days.map((day) => standingIn(village, day).isUnderRelief)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
})

test('a payment after its day is none of the three', () => {
  const payments = ['2025-06-21', '2025-07-20', '2025-08-20'].map((on) => paid(on, 60_000))
  const village = lending([half, paid('2025-02-20', 57_500), flood, ...payments])
  expect(standingIn(village, '2025-08-31').isUnderRelief).toBe(true)
  const fourth = lending([
    half,
    paid('2025-02-20', 57_500),
    flood,
    ...payments,
    paid('2025-09-20', 60_000),
  ])
  expect(standingIn(fourth, '2025-09-20').isUnderRelief).toBe(false)
})

test('relief declared after a payment gives the interest of its window back to the principal', () => {
  const told = [half, paid('2025-02-20', 57_500), paid('2025-03-20', 56_700)]
  const village = lending([
    ...told,
    relieved('2025-04-01', { from: '2025-03-01', to: '2025-05-31' }),
  ])
  expect(booked(village, 'income:interest', '2025-03-20')).toBe(-7_500)
  expect(booked(village, 'asset:loan:l1', '2025-03-20')).toBe(500_000 - 50_000 - 56_700)
  expect(booked(village, 'asset:cash-box')).toBe(100_000_000 - 500_000 + 57_500 + 56_700)
})

test('relief told before or after a payment leaves the same books', () => {
  const payment = { ...paid('2025-03-20', 56_700), id: idOf(50) }
  const event = {
    ...relieved('2025-03-10', { from: '2025-03-01', to: '2025-04-30' }),
    id: idOf(51),
  }
  const [one, other] = [lending([half, payment, event]), lending([half, event, payment])]
  expect(loanIn(one)).toEqual(loanIn(other))
  for (const account of ['asset:loan:l1', 'income:interest', 'asset:cash-box'] as const)
    for (const day of ['2025-03-19', '2025-03-20', '2025-12-31'])
      expect(booked(one, account, day)).toBe(booked(other, account, day))
})

test('an event is declared once, over loans that are there, for windows that can be', () => {
  const village = lending([half, flood])
  expect(answerTo(village, flood)).toEqual({ outcome: 'refused', code: 'event-already-declared' })
  const window = { from: '2025-07-01', to: '2025-07-31' }
  const next = (more: Partial<typeof window>, loanIds = ['l1'], eventId = 'E2') =>
    answerTo(village, relieved('2025-07-01', { ...window, ...more }, { eventId, loanIds }))
  expect(next({}).outcome).toBe('recorded')
  expect(next({}, ['l1', 'l9'])).toMatchObject({ at: '/touched/1/loanId' })
  expect(next({}, [])).toMatchObject({ at: '/touched' })
  expect(next({ to: '2025-06-30' })).toMatchObject({ at: '/touched/0' })
  expect(next({ to: '2025-06-31' })).toMatchObject({ at: '/touched/0/to' })
  expect(next({ to: '2025-07-32' })).toMatchObject({ at: '/touched/0/to' })
  expect(next({ from: '2025-06-31' })).toMatchObject({ at: '/touched/0/from' })
  expect(next({ to: '2025-07-01' }).outcome).toBe('recorded')
  expect(next({}, ['l1'], 'a\nb')).toMatchObject({ at: '/eventId' })
  const kind = 'eclipse' as 'flood'
  expect(answerTo(village, { ...flood, eventId: 'E3', kind } as StoryCommand)).toMatchObject({
    at: '/kind',
  })
})

test('relief of more than six months is recorded and flagged', () => {
  const flags = (...windows: readonly (readonly [string, string])[]) => {
    const touched = windows.map(([from, to]) => ({ loanId: 'l1', from, to }))
    const told = { ...relieved('2025-03-01', { from: '', to: '' }), touched } as StoryCommand
    return flagsOf(answerTo(lending([half]), told))
  }
  const long = ['without-vote', 'longer-than-rule']
  expect(flags(['2025-03-01', '2025-08-31'])).toEqual(['without-vote'])
  expect(flags(['2025-03-15', '2025-09-10'])).toEqual(['without-vote'])
  // From March through August are 184 days, a day more is too long.
  expect(flags(['2025-03-01', '2025-09-01'])).toEqual(long)
  expect(flags(['2025-03-02', '2025-09-01'])).toEqual(['without-vote'])
  // Two windows of one event are one relief; days that both have count once.
  expect(flags(['2025-03-01', '2025-07-31'], ['2025-08-01', '2025-11-30'])).toEqual(long)
  expect(flags(['2025-03-01', '2025-07-31'], ['2025-04-01', '2025-08-31'])).toEqual([
    'without-vote',
  ])
})

test('of several loans one that is put off for too long is enough for the flag, and days of others do not count', () => {
  const village = lending([
    half,
    paidOut({ on: '2025-01-20', principal: 100_000, months: 6, loanId: 'l2' }),
  ])
  const flags = (...touched: readonly (readonly [string, string, string])[]) =>
    flagsOf(
      answerTo(village, {
        ...relieved('2025-03-01', { from: '', to: '' }),
        touched: touched.map(([loanId, from, to]) => ({ loanId, from, to })),
      } as StoryCommand),
    )
  const spring = ['2025-03-01', '2025-05-31'] as const
  expect(flags(['l1', ...spring], ['l2', '2025-03-01', '2025-09-01'])).toContain('longer-than-rule')
  expect(flags(['l1', '2025-03-01', '2025-09-01'], ['l2', ...spring])).toContain('longer-than-rule')
  expect(flags(['l1', ...spring], ['l2', '2025-06-01', '2025-11-30'])).toEqual(['without-vote'])
})

test('one act defers all loans that it names, and no other', () => {
  const three = lending([
    half,
    admitted('m2'),
    paidOut({ on: '2025-01-20', principal: 300_000, months: 3, loanId: 'l2', memberId: 'm2' }),
    takenOver({ on: '2024-10-20', principal: 300_000, months: 10, owed: 90_000, loanId: 'l3' }),
    relieved('2025-03-01', { from: '2025-03-01', to: '2025-05-31' }, { loanIds: ['l1', 'l2'] }),
  ])
  const deferred = ['l1', 'l2', 'l3'].map((id) => loanIn(three, id).deferrals.length)
  expect(deferred).toEqual([1, 1, 0])
})

/** Windows that begin or end on a due day, or beside one. */
const windowDay = nearDay(['2025-03-20', '2025-04-20', '2025-06-20'], {
  from: '2025-01-21',
  to: '2026-06-30',
})
const windows = fc.array(
  fc.tuple(windowDay, windowDay).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  { maxLength: 4 },
)
const reliefIn = (
  spans: readonly { readonly from: string; readonly to: string }[],
): StoryCommand[] => spans.map((span, i) => relieved('2025-01-21', span, { eventId: `E${i}` }))

test('whatever the windows, instalments keep their number and size and never come sooner', () => {
  const loans = fc.constantFrom('normal' as const, 'seasonal' as const, 'emergency' as const)
  fc.assert(
    fc.property(loans, windows, (product, spans) => {
      const told = paidOut({ on: '2025-01-20', principal: 470_000, months: 8, product })
      const before = duesAfter([told])
      const after = duesAfter([told, ...reliefIn(spans)])
      expect(after.map(({ principal }) => principal)).toEqual(
        before.map(({ principal }) => principal),
      )
      expect(after.every(({ on }, i) => on >= before[i]!.on)).toBe(true)
      const isRelieved = (day: string) => spans.some(({ from, to }) => from <= day && day <= to)
      expect(after.filter(({ on }) => isRelieved(on))).toEqual([])
    }),
  )
})

test('whatever the windows, nobody pays more interest for them', () => {
  fc.assert(
    fc.property(windows, (spans) => {
      const rows = scheduleOf(loanIn(lending([half, ...reliefIn(spans)])))
      expect(rows.reduce((sum, { interest }) => sum + interest, 0)).toBe(41_000)
    }),
  )
})
