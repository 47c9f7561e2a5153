import { expect, test } from 'vitest'
import type { FigureKey } from '#src/app/health/figure-rows.ts'
import { detailsIn, written } from '#test/support/figure-details.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  paid,
  paidOut,
  relieved,
  storyOf,
  takenOver,
} from '#test/support/village.ts'

/** What a figure of a day is made of: the rows above the line, and those below it. */
const figuresOf = (told: readonly StoryCommand[]) => {
  const detailOn = detailsIn(storyOf(told))
  return (key: FigureKey, asOf: string) => {
    const { numerator, denominator } = detailOn(key, asOf)
    return { above: written(numerator.rows), below: written(denominator?.rows) }
  }
}

const opening = { cash: 10_000_000, reserve: 10_000_000 }
/** Nobody pays interest, so that all that is paid is principal. */
const charter = { rateMonthlyPercent: { normal: '0', seasonal: '0', emergency: '0' } }
const lent = (loanId: string, memberId: string, more: object = {}): StoryCommand =>
  paidOut({ on: '2025-01-20', principal: 300_000, months: 10, loanId, memberId, ...more })

const unpaid = figuresOf([
  founded({ opening }),
  admitted('m1'),
  admitted('m2', { sex: 'm' }),
  admitted('o1'),
  { ...admitted('m3', { sex: 'm' }), povertyLevel: 2 } as StoryCommand,
  { type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId: 'o1', office: 'chair' },
  lent('l1', 'm1'),
  lent('l2', 'o1', { principal: 200_000 }),
  lent('l3', 'm3', { principal: 100_000 }),
  relieved('2025-03-01', { from: '2025-03-01', to: '2025-05-31' }, { loanIds: ['l3'] }),
])

test.each([
  // The first instalment was due on 20 February; thirty, sixty and ninety days later nothing is over the line yet.
  ['par30', '2025-03-22', '2025-03-23'],
  ['par60', '2025-04-21', '2025-04-22'],
  ['par90', '2025-05-21', '2025-05-22'],
] as const)('%s has no loan on %s and has it from %s', (key, last, first) => {
  expect(unpaid(key, last).above).toEqual([])
  expect(unpaid(key, first).above).toEqual(['L1 300000', 'L2 200000'])
  expect(unpaid(`${key}_with_relief`, last).above).toEqual(['L3 100000'])
  expect(unpaid(`${key}_with_relief`, first).above).toEqual(['L1 300000', 'L2 200000', 'L3 100000'])
})

test('of late loans those of the committee are shown apart, from the same day', () => {
  expect(unpaid('committee_par30', '2025-03-22').above).toEqual([])
  expect(unpaid('committee_par30', '2025-03-23').above).toEqual(['L2 200000'])
  expect(unpaid('committee_exposure', '2025-03-22').above).toEqual(['L2 200000'])
})

test('a loan is of whoever owes it: of women, of the poor', () => {
  expect(unpaid('women_portfolio_percent', '2025-03-01').above).toEqual(['L1 300000', 'L2 200000'])
  expect(unpaid('idpoor_portfolio_percent', '2025-03-01').above).toEqual(['L3 100000'])
})

test('what is overdue is so from the day after it was due, and what is put off is not', () => {
  expect(unpaid('arrears', '2025-02-20').above).toEqual([])
  expect(unpaid('arrears', '2025-02-21').above).toEqual(['L1 30000', 'L2 20000', 'L3 10000'])
  expect(unpaid('arrears', '2025-03-21').above).toEqual(['L1 60000', 'L2 40000', 'L3 10000'])
})

test('of each loan is set aside what its days ask for: 3 % on the thirtieth day, 20 % on the next', () => {
  expect(unpaid('provision', '2025-03-22').above).toEqual(['L1 9000', 'L2 6000', 'L3 1000'])
  expect(unpaid('provision', '2025-03-23').above).toEqual(['L1 60000', 'L2 40000', 'L3 1000'])
})

test('a loan whose relief has ended is waited for thirty days, and is one that began again or none', () => {
  const told: readonly StoryCommand[] = [
    founded({ opening }),
    admitted('m1'),
    admitted('m2'),
    lent('l1', 'm1'),
    lent('l2', 'm2'),
    relieved('2025-03-01', { from: '2025-03-01', to: '2025-04-30' }, { loanIds: ['l1', 'l2'] }),
    paid('2025-05-20', 30_000, 'l2'),
  ]
  const unpaid = figuresOf(told)
  expect(unpaid('restart_30_percent', '2025-05-29')).toEqual({ above: [], below: [] })
  expect(unpaid('restart_30_percent', '2025-05-30')).toEqual({
    above: ['L2 1'],
    below: ['L1 1', 'L2 1'],
  })
  expect(unpaid('restart_60_percent', '2025-06-28').below).toEqual([])
  expect(unpaid('restart_60_percent', '2025-06-29').below).toEqual(['L1 1', 'L2 1'])
  expect(unpaid('restart_90_percent', '2025-07-28').below).toEqual([])
  expect(unpaid('restart_90_percent', '2025-07-29').above).toEqual(['L2 1'])
})

const collecting = figuresOf([
  founded({ charter, opening: { ...opening, reserve: 10_110_000 } }),
  admitted('m1'),
  admitted('m2'),
  admitted('m3'),
  admitted('m4', { isFormer: true }),
  takenOver({
    on: '2024-06-20',
    principal: 300_000,
    months: 10,
    owed: 50_000,
    loanId: 'l2',
    memberId: 'm2',
  }),
  takenOver({
    on: '2024-06-20',
    principal: 300_000,
    months: 10,
    owed: 60_000,
    loanId: 'l4',
    memberId: 'm4',
  }),
  lent('l1', 'm1', { on: '2025-01-01' }),
  lent('l3', 'm3', { product: 'seasonal', months: 3 }),
  paid('2025-01-20', 30_000, 'l1'),
  paid('2025-02-21', 30_000, 'l1'),
  paid('2025-03-20', 30_000, 'l1'),
  paid('2025-04-20', 300_000, 'l3'),
  paid('2025-04-20', 60_000, 'l4'),
])

test('an instalment is to be collected from its day, also of a loan of the very first day', () => {
  const toCollect = (day: string) => collecting('principal_collected_percent', day).below
  expect(toCollect('2025-01-19')).toEqual([])
  expect(toCollect('2025-01-20')).toEqual(['L1 30000', 'L2 30000'])
  expect(toCollect('2025-02-20')).toEqual(['L1 60000', 'L2 50000'])
})

test('loans of a season and of whoever has left are not among it, and what they pay is not either', () => {
  expect(collecting('principal_collected_percent', '2025-04-20').above).toEqual(['L1 90000'])
  expect(collecting('principal_received', '2025-04-20').above).toEqual([
    'L1 90000',
    'L3 300000',
    'L4 60000',
  ])
})

test('an instalment is on time on its day and not the day after, and later ones can be again', () => {
  const on = (day: string) => collecting('on_time_percent', day)
  expect(on('2025-01-20').above).toEqual(['L1 1'])
  expect(on('2025-02-21')).toEqual({ above: ['L1 1'], below: ['L1 2', 'L2 2', 'L4 2'] })
  expect(on('2025-03-20').above).toEqual(['L1 2'])
})

test('a loan that was taken over was not paid out by the fund, and one of the day asked was', () => {
  expect(collecting('disbursed', '2025-01-01').above).toEqual(['L1 300000'])
  expect(collecting('disbursed', '2025-01-19').above).toEqual(['L1 300000'])
  expect(collecting('disbursed', '2025-01-20').above).toEqual(['L1 300000', 'L3 300000'])
})

test('a loan that is paid back is none of the active ones', () => {
  expect(collecting('active_loans', '2025-04-19').above).toEqual(['L1 1', 'L2 1', 'L3 1', 'L4 1'])
  expect(collecting('active_loans', '2025-04-20').above).toEqual(['L1 1', 'L2 1'])
  expect(collecting('gross_loan_portfolio', '2025-04-20').above).toEqual(['L1 210000', 'L2 50000'])
})

test('a new year counts from what was owed on the last evening of the old one', () => {
  const collecting = figuresOf([
    founded({ charter, opening }),
    admitted('m1'),
    admitted('m2'),
    paidOut({ on: '2025-10-20', principal: 120_000, months: 12 }),
    paid('2025-11-20', 100_000),
    paid('2026-01-01', 5_000),
    paidOut({ on: '2025-12-31', principal: 60_000, months: 6, loanId: 'l2', memberId: 'm2' }),
    { type: 'RecordWriteOff', effectiveOn: '2025-12-31', loanId: 'l2', amount: 60_000 },
    paidOut({ on: '2026-01-01', principal: 90_000, months: 9, loanId: 'l3', memberId: 'm2' }),
  ])
  expect(collecting('principal_collected_percent', '2026-04-20')).toEqual({
    above: ['L1 5000'],
    below: ['L1 20000', 'L3 40000'],
  })
  expect(collecting('disbursed', '2026-04-20').above).toEqual(['L3 90000'])
  expect(collecting('disbursed', '2025-12-31').above).toEqual(['L1 120000', 'L2 60000'])
  expect(collecting('write_off_percent', '2025-12-31').above).toEqual(['L2 60000'])
  expect(collecting('write_off_percent', '2026-04-20').above).toEqual([])
  // A loan that was given up has no instalments to be on time with.
  expect(collecting('on_time_percent', '2026-04-20').below).toEqual(['L1 4', 'L3 4'])
})

const lentTo = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']
const present = (on: string, who: readonly string[]): StoryCommand => ({
  type: 'RecordAttendance',
  effectiveOn: on,
  present: who,
  absent: [],
})
const people = figuresOf([
  founded({ charter, opening }),
  ...lentTo.map((memberId, i) => admitted(memberId, { sex: i === 0 ? 'm' : 'f' })),
  admitted('m7'),
  ...lentTo.map((memberId, i) =>
    paidOut({
      on: '2025-01-20',
      principal: 100_000 * (i + 1),
      months: 10,
      loanId: `l${i + 1}`,
      memberId,
    }),
  ),
  // With both of them m1 owes more than anybody else.
  paidOut({ on: '2025-01-20', principal: 550_000, months: 10, loanId: 'l9', memberId: 'm1' }),
  { type: 'RecordMemberChange', effectiveOn: '2025-03-20', memberId: 'm2', change: 'left' },
  { type: 'RecordMemberChange', effectiveOn: '2025-03-20', memberId: 'm7', change: 'away' },
  paid('2025-03-20', 600_000, 'l6'),
  present('2025-03-20', ['m1', 'm2', 'm7', 'm3']),
  present('2025-02-20', ['m1', 'm2', 'm7']),
  present('2026-01-01', ['m1']),
  present('2025-04-20', ['m1']),
])

test('the largest borrower is who owes most in all, and five are shown of six', () => {
  expect(people('largest_borrower_percent', '2025-03-19').above).toEqual(['M1 650000'])
  expect(people('five_largest_percent', '2025-03-19').above).toEqual([
    'M1 650000',
    'M6 600000',
    'M5 500000',
    'M4 400000',
    'M3 300000',
  ])
  expect(people('five_largest_percent', '2025-03-20').above.at(-1)).toBe('M2 200000')
})

test('whoever has left is no member from that day, nor a borrower among them', () => {
  const members = (day: string) => people('members_with_loan_percent', day)
  expect(members('2025-03-19').above).toHaveLength(6)
  expect(members('2025-03-19').below).toHaveLength(7)
  expect(members('2025-03-20').above).toEqual(['M1 1', 'M3 1', 'M4 1', 'M5 1'])
  expect(members('2025-03-20').below).toEqual(
    ['M1', 'M3', 'M4', 'M5', 'M6', 'M7'].map((card) => `${card} 1`),
  )
  expect(people('women_members_percent', '2025-03-20').above).toHaveLength(5)
})

test('each meeting of the year counts those who were there of those who could come, in the order of days', () => {
  expect(people('attendance_percent', '2025-02-19')).toEqual({ above: [], below: [] })
  expect(people('attendance_percent', '2025-02-20').above).toEqual(['2025-02-20 3'])
  expect(people('attendance_percent', '2025-03-20')).toEqual({
    above: ['2025-02-20 3', '2025-03-20 2'],
    below: ['2025-02-20 7', '2025-03-20 5'],
  })
  expect(people('attendance_percent', '2025-12-31').above).toEqual([
    '2025-02-20 3',
    '2025-03-20 2',
    '2025-04-20 1',
  ])
  expect(people('attendance_percent', '2026-01-01').above).toEqual(['2026-01-01 1'])
})
