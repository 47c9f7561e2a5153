import { expect, test } from 'vitest'
import { countTouched } from '#domain/hands/counted.ts'
import { type Told, goesOn } from '#test/support/goes-on.ts'
import { admitted, idOf, paidOut } from '#test/support/village.ts'

const as = (one: object): Told => one as unknown as Told
const day = '2025-01-20'
const on = (effectiveOn: string, what: object): Told => as({ ...what, effectiveOn })

const saves = (amount: number, of = day, memberId = 'm1') =>
  on(of, { type: 'RecordDeposit', memberId, amount })
const draws = (amount: number, of = day, more: object = {}) =>
  on(of, { type: 'RecordWithdrawal', memberId: 'm1', amount, ...more })
const takenOver = (amount: number) => on(day, { type: 'TakeOverSavings', memberId: 'm1', amount })
const counted = (type: 'OpenMeeting' | 'CloseMeeting', of: string, amount: number) =>
  on(of, { type, count: { amount, isByNote: true } })
const there = (present: readonly string[], by = 'record-keeper') =>
  on(day, { type: 'RecordAttendance', present, absent: [], by })
const goes = (change: 'away' | 'left') =>
  on(day, { type: 'RecordMemberChange', memberId: 'm2', change })
const lent = (loanId: string, memberId: string) =>
  paidOut({ on: '2025-01-06', principal: 100_000, months: 10, loanId, memberId })
const lives = (change: 'formed' | 'joined', householdId: string, ...memberIds: string[]) =>
  on('2025-01-10', { type: 'RecordHousehold', change, householdId, memberIds })
const takenBack = (reverses: string, by = 'record-keeper') =>
  on(day, { type: 'ReverseEntry', reverses, reason: 'wrong-amount', approvedBy: 'o3', by })

const ghost = on('2025-01-10', admitted('m9'))

const named = idOf(900)
const noted = (one: Told): Told => as({ ...one, id: named })

/** What is seen of the last that is told. */
const seen = (...told: Told[]): readonly string[] => {
  const { village, entries } = goesOn(told)
  return village.hands.signs.get(entries.at(-1)!.id) ?? []
}
/** The one hand that has written. */
const handOf = (...told: Told[]) => {
  const [hand, ...others] = goesOn(told).village.hands.sums.values()
  expect(others).toEqual([])
  return hand
}

test('what went out before a count is told of one alone, and of nobody where a second one stands behind it', () => {
  const before = [saves(300_000, '2025-01-10'), counted('CloseMeeting', day, 100_300_000)]
  const late = (more: object = {}) => as({ ...draws(30_000, '2025-01-15', more), at: '2025-01-21' })
  expect(seen(...before, late())).toEqual(['paid-after-the-count'])
  expect(seen(...before, late({ approvedBy: 'o2' }))).toEqual([])
})

test('which count an entry has changed is kept with the entry', () => {
  const { village, entries } = goesOn([
    saves(300_000, '2025-01-10'),
    counted('CloseMeeting', day, 100_300_000),
    draws(30_000, '2025-01-15'),
  ])
  expect(entries.slice(-3).map((one) => countTouched(village.counted, one))).toEqual([
    [],
    [],
    [day],
  ])
})

test('a count of a day before one that was counted is told, when the box is opened or closed, and nothing else of that day', () => {
  const after = counted('CloseMeeting', '2025-02-20', 100_000_000)
  for (const type of ['OpenMeeting', 'CloseMeeting'] as const)
    expect(seen(after, counted(type, day, 99_000_000))).toEqual(['after-a-later-count'])
  expect(seen(after, saves(10_000))).toEqual([])
})

test('whoever is said to have seen savings taken for a loan was at the meeting', () => {
  const nets = on(day, {
    type: 'RepayFromSavings',
    loanId: 'l1',
    amount: 50_000,
    proof: { witnesses: ['m3', 'm4'] },
  })
  const begun = [lent('l1', 'm1'), saves(300_000, '2025-01-10')]
  expect(seen(...begun, nets)).toContain('witnesses-not-there')
  expect(seen(...begun, there(['m1', 'm3', 'm4']), nets)).not.toContain('witnesses-not-there')
})

test('whoever is said to have seen a paper given back was at the meeting', () => {
  const begun = as({ ...lent('l1', 'm1'), securities: ['id-card'] })
  const paidBack = on('2025-01-10', { type: 'RecordRepayment', loanId: 'l1', amount: 110_000 })
  const back = on(day, {
    type: 'ReturnSecurity',
    loanId: 'l1',
    security: 'id-card',
    proof: { witnesses: ['m3', 'm4'] },
  })
  expect(seen(begun, paidBack, back)).toContain('witnesses-not-there')
  expect(seen(begun, paidBack, there(['m1', 'm3', 'm4']), back)).not.toContain(
    'witnesses-not-there',
  )
})

test('money that comes late is told only of a day on which a loan went out of what is not lent', () => {
  expect(seen(as({ ...saves(10_000), at: '2025-02-03' }))).toEqual([])
})

test('interest on what the fund owes is agreed from the day on which it falls due, and the rest without interest always', () => {
  const borrowed = on('2025-01-02', {
    type: 'RecordBorrowing',
    borrowingId: 'b1',
    lender: 'ngo',
    amount: 300_000,
    ratePercent: '6',
    schedule: [{ on: '2025-03-20', principal: 300_000, interest: 4_500 }],
    place: 'box',
  })
  const pays = (of: string, principal: number, interest: number) =>
    on(of, {
      type: 'RecordBorrowingRepayment',
      borrowingId: 'b1',
      principal,
      interest,
      place: 'box',
    })
  expect(seen(borrowed, pays('2025-03-20', 100_000, 4_500))).toEqual([])
  expect(seen(borrowed, pays('2025-03-19', 100_000, 4_500))).toEqual(['interest-not-agreed'])
  expect(
    seen(borrowed, pays('2025-03-18', 100_000, 4_500), pays('2025-03-19', 100_000, 0)),
  ).toEqual([])
})

test('savings of an older book came in no money: what goes out of them did not come and go', () => {
  expect(handOf(saves(100_000), draws(100_000))?.backAndForth).toEqual({ [day]: 100_000 })
  expect(handOf(takenOver(100_000), draws(100_000))?.backAndForth).toEqual({})
})

test('what came and went, of which one is taken back, is as if it had not', () => {
  const hand = handOf(saves(100_000), noted(draws(100_000)), takenBack(named))
  expect(hand).toMatchObject({ out: {}, backAndForth: {} })
})

test('who was sent away is kept with the hand that did it, until it is taken back; who left was not sent away', () => {
  expect(handOf(goes('away'))?.sentAwayOn).toEqual({ m2: day })
  expect(handOf(noted(goes('away')), takenBack(named))).not.toHaveProperty('sentAwayOn')
  expect(handOf(goes('left'))).toBeUndefined()
})

test('what moves nothing is in nobody’s hand, and of a hand only what there is is told', () => {
  expect(handOf(there(['m1', 'm2']))).toBeUndefined()
  expect(handOf(saves(10_000))).not.toHaveProperty('writtenOn')
})

test('the last day of a hand is the latest of what it holds, whatever was written last', () => {
  const days = ['2025-01-10', '2025-01-15'] as const
  for (const those of [days, days.toReversed()])
    expect(handOf(...those.map((one) => saves(10_000, one)))?.on).toBe('2025-01-15')
})

test('two borrowers of one household who part are told, and nobody who leaves one alone that owes nothing', () => {
  const house = lives('formed', 'h1', 'm1', 'm2')
  const leaves = lives('joined', 'h2', 'm1')
  expect(seen(lent('l1', 'm1'), lent('l2', 'm2'), house, leaves)).toEqual(['borrowers-parted'])
  expect(seen(lent('l1', 'm1'), house, leaves)).toEqual([])
})

test('who was written in by one and listed by others stays seen as long as the list of one of the others stands', () => {
  const isUnseen = (...told: Told[]) => handOf(ghost, ...told)?.admitted.includes('m9')
  const all = ['m1', 'm9']
  const chairs = noted(there(all, 'chair'))
  expect(isUnseen()).toBe(true)
  expect(isUnseen(chairs)).toBe(false)
  expect(isUnseen(chairs, takenBack(named))).toBe(true)
  expect(isUnseen(chairs, there(all, 'counter'), takenBack(named))).toBe(false)
  // The own list of whoever wrote her in shows nobody anything.
  expect(isUnseen(chairs, there(all), takenBack(named))).toBe(true)
})

test('whom only their own writer had listed by then stays unseen at that meeting', () => {
  const lists = (...told: Told[]) =>
    goesOn([ghost, ...told])
      .village.meetings.get(day)!
      .lists!.map(({ unseen }) => unseen)
  expect(lists(there(['m1', 'm9']))).toEqual([['m9']])
  expect(lists(there(['m1', 'm9'], 'chair'), there(['m1', 'm9']))).toEqual([undefined, undefined])
})
