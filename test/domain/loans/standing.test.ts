import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import {
  provisionClassOf,
  provisionOf,
  provisionOfAll,
  provisionOn,
} from '#domain/loans/provision.ts'
import { standingOf } from '#domain/loans/standing.ts'
import {
  lending,
  loanIn,
  paid,
  paidOut,
  relieved,
  standingIn,
  takenOver,
} from '#test/support/village.ts'

const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })

test('a loan has no standing before it was paid out', () => {
  expect(standingOf(loanIn(lending([half])), '2025-01-19')).toBe(undefined)
  expect(standingIn(lending([half]), '2025-01-20')).toMatchObject({
    status: 'open',
    owed: 500_000,
    interestDue: 0,
    daysPastDue: 0,
    overdue: 0,
    nextDue: { on: '2025-02-20', principal: 50_000 },
  })
})

test('an instalment is late from the day after its due date', () => {
  const village = lending([half])
  const days = ['2025-02-20', '2025-02-21', '2025-03-20', '2025-03-21']
  expect(days.map((day) => standingIn(village, day).daysPastDue)).toEqual([0, 1, 28, 29])
  expect(days.map((day) => standingIn(village, day).overdue)).toEqual([0, 50_000, 50_000, 100_000])
})

test('lateness is counted from the oldest instalment that is not wholly paid', () => {
  const short = lending([half, paid('2025-03-20', 57_500)])
  // 15,000 of interest come first, so 7,500 of the first instalment are still missing.
  expect(standingIn(short, '2025-03-20')).toMatchObject({ daysPastDue: 28, overdue: 7_500 })
  const whole = lending([half, paid('2025-03-20', 65_000)])
  expect(standingIn(whole, '2025-03-20')).toMatchObject({ daysPastDue: 0, overdue: 0 })
  expect(standingIn(whole, '2025-03-25')).toMatchObject({ daysPastDue: 5, overdue: 50_000 })
})

test('principal that was paid ahead makes nobody late for instalments that it covers', () => {
  const village = lending([half, paid('2025-02-20', 157_500)])
  expect(standingIn(village, '2025-04-21')).toMatchObject({
    daysPastDue: 0,
    owed: 350_000,
    nextDue: { on: '2025-05-20', principal: 50_000 },
  })
})

test('a past day is told by what had happened by then, whatever came later', () => {
  const facts = [half, paid('2025-02-20', 57_500), paid('2025-03-20', 56_700)]
  const then = standingIn(lending(facts), '2025-04-30')
  const later = lending([...facts, paid('2025-05-20', 100_000), paid('2025-07-20', 100_000)])
  expect({ ...standingIn(later, '2025-04-30'), loan: 0, whole: 0 }).toEqual({
    ...then,
    loan: 0,
    whole: 0,
  })
  expect(then).toMatchObject({ owed: 400_000, interestDue: 6_000, daysPastDue: 10 })
})

test('relief that is declared later takes its interest back, and makes no past day less late', () => {
  const facts = [half, paid('2025-02-20', 57_500), paid('2025-03-20', 56_700)]
  const relief = relieved('2025-05-05', { from: '2025-04-01', to: '2025-06-30' })
  const village = lending([...facts, relief])
  expect(standingIn(village, '2025-04-30')).toMatchObject({
    owed: 400_000,
    interestDue: 0,
    daysPastDue: 10,
    isUnderRelief: false,
    eventIds: [],
  })
  expect(standingIn(village, '2025-05-05')).toMatchObject({
    owed: 400_000,
    interestDue: 0,
    daysPastDue: 0,
    isUnderRelief: true,
    eventIds: ['E1'],
  })
})

test('a seasonal loan is late only after its maturity, with all of it', () => {
  const told = paidOut({ on: '2025-01-20', principal: 600_000, months: 8, product: 'seasonal' })
  const village = lending([told])
  expect(standingIn(village, '2025-09-20')).toMatchObject({ daysPastDue: 0, overdue: 0 })
  expect(standingIn(village, '2025-09-30')).toMatchObject({ daysPastDue: 10, overdue: 600_000 })
})

test('a loan taken over is late from its first instalment in these books', () => {
  const told = takenOver({ on: '2023-11-20', principal: 300_000, months: 10, owed: 84_000 })
  const village = lending([told])
  expect(standingIn(village, '2025-01-20').daysPastDue).toBe(0)
  expect(standingIn(village, '2025-02-19').daysPastDue).toBe(30)
})

test('an instalment is counted from the real end of the month', () => {
  const told = paidOut({ on: '2025-01-31', principal: 300_000, months: 3 })
  const village = lending([told], { meetingDay: 31 })
  const days = ['2025-02-28', '2025-03-01', '2025-03-31']
  expect(days.map((day) => standingIn(village, day).daysPastDue)).toEqual([0, 1, 31])
})

test('the next instalment is that of the day itself, through its whole day', () => {
  const village = lending([half])
  const next = (day: string) => standingIn(village, day).nextDue?.on
  expect(['2025-02-19', '2025-02-20', '2025-02-21'].map(next)).toEqual([
    '2025-02-20',
    '2025-02-20',
    '2025-03-20',
  ])
  expect(['2025-11-20', '2025-11-21'].map(next)).toEqual(['2025-11-20', undefined])
})

test('an instalment is paid with its last riel, and not with the one before', () => {
  const short = lending([half, paid('2025-02-20', 57_499)])
  expect(standingIn(short, '2025-02-21')).toMatchObject({ overdue: 1, daysPastDue: 1 })
  const whole = lending([half, paid('2025-02-20', 57_500)])
  expect(standingIn(whole, '2025-02-21')).toMatchObject({ overdue: 0, daysPastDue: 0 })
})

test('a loan leaves the relief figure with the third instalment that was paid by its day', () => {
  const flood = relieved('2025-03-01', { from: '2025-03-01', to: '2025-05-31' })
  const before = [half, paid('2025-02-20', 57_500), flood]
  const onTime = ['2025-06-20', '2025-07-20', '2025-08-20'].map((on) => paid(on, 60_000))
  const under = (told: Parameters<typeof lending>[0], day: string) =>
    standingIn(lending(told), day).isUnderRelief
  expect(under([...before, ...onTime.slice(0, 2)], '2025-08-20')).toBe(true)
  expect(under([...before, ...onTime], '2025-08-20')).toBe(false)
  // All three are paid ahead of their days, and each counts on its day alone.
  const ahead = [...before, paid('2025-06-20', 156_700)]
  expect(['2025-08-19', '2025-08-20'].map((day) => under(ahead, day))).toEqual([true, false])
  // A riel is missing of the third until the day after it.
  const short = [...before, paid('2025-06-20', 156_699), paid('2025-08-21', 30_000)]
  expect(under(short, '2025-08-31')).toBe(true)
})

test('days in a window are no days late, days beside it are', () => {
  const flood = relieved('2025-03-01', { from: '2025-03-01', to: '2025-03-10' })
  const lateOn = (day: string) => standingIn(lending([half, flood]), day).daysPastDue
  expect(['2025-02-28', '2025-03-01', '2025-03-10', '2025-03-11'].map(lateOn)).toEqual([8, 8, 8, 9])
})

test('early money on the last day of a window is no instalment after it', () => {
  const flood = relieved('2025-03-01', { from: '2025-03-01', to: '2025-05-31' })
  const early = (on: string) => ({ ...paid(on, 1_000), early: 'fewer' }) as typeof half
  const dues = [paid('2025-06-20', 60_000), paid('2025-07-20', 60_000)]
  const under = (on: string) =>
    standingIn(lending([half, paid('2025-02-20', 57_500), flood, early(on), ...dues]), '2025-07-31')
      .isUnderRelief
  expect([under('2025-05-31'), under('2025-06-01')]).toEqual([true, false])
})

test('a loan that is paid or given up is under relief no more', () => {
  const flood = relieved('2025-02-01', { from: '2025-02-01', to: '2025-04-30' })
  expect(
    standingIn(lending([half, flood, paid('2025-03-01', 500_000)]), '2025-03-01'),
  ).toMatchObject({ status: 'closed', isUnderRelief: false })
})

test.each([
  [0, 'normal'],
  [14, 'normal'],
  [15, 'special_mention'],
  [30, 'special_mention'],
  [31, 'substandard'],
  [60, 'substandard'],
  [61, 'doubtful'],
  [90, 'doubtful'],
  [91, 'loss'],
  [9_999, 'loss'],
])('a loan %i days late is %s', (days, name) => {
  expect(provisionClassOf(defaultCharter, days).name).toBe(name)
})

test('what is set aside is the share of the class in what is owed, rounded down to 100', () => {
  const village = lending([half, paid('2025-02-20', [7_400, 50_100])])
  const needed = (day: string) => provisionOf(defaultCharter, standingIn(village, day))
  // 449,900 owed; the second instalment, 100 of it paid ahead, fell due on 20 March.
  expect(needed('2025-03-20')).toBe(4_400)
  expect(needed('2025-04-05')).toBe(13_400)
  expect(needed('2025-04-20')).toBe(89_900)
  expect(needed('2025-05-30')).toBe(224_900)
  expect(needed('2025-06-20')).toBe(449_900)
})

test('nothing is set aside for a loan that is paid', () => {
  const village = lending([half, paid('2025-02-20', 507_500)])
  expect(provisionOf(defaultCharter, standingIn(village, '2025-12-31'))).toBe(0)
})

test('the extra share for relief is added while the loan is under relief, and never beyond all', () => {
  const relief = relieved('2025-02-01', { from: '2025-02-01', to: '2025-04-30' })
  const standing = standingIn(lending([half, relief]), '2025-03-01')
  const withExtra = (reliefExtraPercent: string) => ({
    ...defaultCharter,
    provisioning: { ...defaultCharter.provisioning, reliefExtraPercent },
  })
  const shares = ['0', '5', '100'].map((extra) => provisionOf(withExtra(extra), standing))
  expect(shares).toEqual([5_000, 30_000, 500_000])
  const without = standingIn(lending([half]), '2025-02-10')
  expect(provisionOf(withExtra('5'), without)).toBe(5_000)
})

test('the provision of a fund is rounded loan by loan', () => {
  const village = lending([
    paidOut({ on: '2025-01-20', principal: 15_900, months: 3 }),
    paidOut({ on: '2025-01-20', principal: 15_900, months: 3, loanId: 'l2' }),
  ])
  const standings = ['l1', 'l2'].map((id) => standingIn(village, '2025-01-31', id))
  // 1 % of 15,900 is 159, twice rounded down to 100.
  expect(provisionOfAll(defaultCharter, standings)).toBe(200)
  const on = (day: string) => provisionOn(defaultCharter, village.loans.values(), day)
  expect(['2025-01-19', '2025-01-20'].map(on)).toEqual([0, 200])
})
