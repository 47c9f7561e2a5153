import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  idOf,
  paidOut,
  storyOf,
} from '#test/support/village.ts'

// What a third reader made findings go away by, in a fund that is kept here since its first day.

type Written = StoryCommand & { readonly by?: string; readonly at?: string }
const as = (one: object): Written => one as unknown as Written
const day = '2025-02-20'

const members = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9']
const seat = (memberId: string, office: string) =>
  as({ type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId, office })
const brought: readonly Written[] = [
  founded({ opening: { cash: 2_000_000, reserve: 2_000_000 } }),
  ...members.map((memberId) => admitted(memberId)),
  seat('m1', 'chair'),
  seat('m2', 'box-keeper'),
  seat('m3', 'counter'),
]

/** Each line is written on its own day, where it does not say when. */
const found = (...written: readonly Written[]) => {
  const all = [...brought, ...written]
  const story = storyOf(
    all.map(({ by: _by, at: _at, ...one }) => one as StoryCommand),
    (_, i) => `${all[i]!.at ?? all[i]!.effectiveOn}T0${i < brought.length ? 1 : 2}:00:00.000Z`,
    (_, i) => (i < brought.length ? 'ngo' : (all[i]!.by ?? 'keeper')),
  )
  return findingsOf(fundBookOf(story), '2025-12-31')
}
const codes = (...written: readonly Written[]) => found(...written).map(({ code }) => code)

const closed = (amount: number, more: object = {}) =>
  as({ type: 'CloseMeeting', effectiveOn: day, count: { amount, isByNote: false }, ...more })

test('a total of the box that is typed without notes and is not the book’s is found, and what is written of its days afterwards', () => {
  const short = 'box-differs-from-books'
  expect(codes(closed(2_000_000))).not.toContain(short)
  expect(codes(closed(1_000_000))).toContain(short)
  const out = as({
    type: 'RecordWithdrawal',
    effectiveOn: day,
    memberId: 'm4',
    amount: 900_000,
    at: '2025-02-21',
  })
  const late = codes(closed(1_100_000), out)
  expect(late).toEqual(
    expect.arrayContaining([short, 'paid-after-the-count', 'difference-changed-later']),
  )
  // On a day after it the next count takes it in.
  const next = codes(closed(2_000_000), { ...out, effectiveOn: '2025-02-21' })
  expect(next).not.toContain('paid-after-the-count')
  expect(next).not.toContain('difference-changed-later')
})

const rules = (present: number, more: object = {}) =>
  as({
    type: 'AmendCharter',
    effectiveOn: day,
    votes: { present, yes: present, no: 0 },
    confirmedBy: 'm1',
    charter: { ...(founded() as { charter: object }).charter, boxMax: 3_000_000 },
    ...more,
  })
const there = (...present: readonly string[]) =>
  as({ type: 'RecordAttendance', effectiveOn: day, present, absent: [], by: 'chair' })
const back = (reverses: string) =>
  as({
    type: 'ReverseEntry',
    effectiveOn: '2025-02-25',
    reverses,
    reason: 'did-not-happen',
    approvedBy: 'm1',
  })
const away = (memberId: string, more: object = {}) =>
  as({
    type: 'RecordMemberChange',
    effectiveOn: '2025-02-19',
    memberId,
    change: 'away',
    confirmedBy: 'm1',
    at: day,
    ...more,
  })

test('a vote to which too few had come stays found, whoever is written away of a day before it by two words', () => {
  const name = 'too-few-for-a-vote'
  const gone = ['m5', 'm6', 'm7', 'm8', 'm9'].map((memberId) => away(memberId))
  const list = there('m2', 'm3', 'm4')
  const vote = rules(3)
  expect(codes(rules(9), list)).toContain(name)
  expect(codes(rules(9), list, ...gone)).toContain(name)
  // In every order in which the list was there before them: that it was too small is seen by it and not by the vote.
  expect(codes(list, ...gone, vote)).toContain(name)
  // Whoever is known to be away before the list is written is counted by nobody.
  expect(codes(...gone, list, vote)).not.toContain(name)
  expect(
    codes(rules(9), { ...list, id: idOf(900) } as Written, ...gone, back(idOf(900)), list),
  ).toContain(name)
})

test('what an older book says of its box, of days before the fund was kept here, is held against the book by its own rules alone', () => {
  const then = [brought[0]!, ...brought.slice(1)].map((one) => ({ ...one, at: '2025-06-01' }))
  const story = storyOf(
    [...then, closed(1_000_000)].map(({ by: _by, at: _at, ...one }) => one as StoryCommand),
    () => '2025-06-01T02:00:00.000Z',
  )
  expect(findingsOf(fundBookOf(story), '2025-12-31').map(({ code }) => code)).not.toContain(
    'box-differs-from-books',
  )
})

test('a vote of a day without a list is found, and stays so, but for a list of the day on which it was written', () => {
  const name = 'vote-without-a-list'
  const whole = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9']
  const list = there(...whole)
  const nextDay = '2025-02-21'
  expect(found(rules(9))).toContainEqual(
    expect.objectContaining({ code: name, on: day, found: 0, expected: 6 }),
  )
  expect(codes(list, rules(9))).not.toContain(name)
  expect(codes(rules(9), list)).not.toContain(name)
  expect(codes(list, rules(9, { at: nextDay }))).not.toContain(name)
  // A list of another day comes too late for it, and a list without anybody is none.
  expect(codes(rules(9), { ...list, at: nextDay })).toContain(name)
  expect(codes(there(), rules(9))).toContain(name)
  // Written once more after it, or with the list taken back by two, it is the same vote.
  expect(codes(rules(9), { ...list, at: nextDay }, rules(9, { at: nextDay }))).toContain(name)
  expect(codes({ ...list, id: idOf(900) } as Written, rules(9), back(idOf(900)))).toContain(name)
  const two = [rules(9), rules(8, { at: nextDay })]
  expect(codes(...two).filter((code) => code === name)).toHaveLength(1)
})

test('the vote of an older book needs no list: nobody can write one any more', () => {
  const told = [...brought, rules(9)].map(({ by: _by, at: _at, ...one }) => one as StoryCommand)
  expect(findingsOf(fundBookOf(storyOf(told)), '2025-12-31').map(({ code }) => code)).not.toContain(
    'vote-without-a-list',
  )
})

const house = (more: object) =>
  as({ type: 'RecordHousehold', effectiveOn: '2025-01-01', householdId: idOf(910), ...more })
const home = house({ change: 'formed', memberIds: ['m4', 'm5'], confirmedBy: 'm1' })
const out = house({
  effectiveOn: '2025-02-19',
  householdId: idOf(911),
  leftId: idOf(910),
  change: 'split',
  memberIds: ['m5'],
})
const loan = (memberId: string, more: object = {}) => ({
  ...paidOut({ on: day, principal: 100_000, months: 5, memberId, loanId: memberId }),
  ...more,
})

test('who is moved out of a household of borrowers shortly before the second loan is parted by nothing', () => {
  const name = 'second-loan-in-household'
  const first = loan('m4', { effectiveOn: '2025-01-10' })
  expect(codes(home, first, loan('m5'))).toContain(name)
  for (const at of ['2025-02-19', day])
    expect(codes(home, first, { ...out, at } as Written, loan('m5', { at }))).toContain(name)
  // Whoever moved out more than a month before is a neighbour.
  const early = { ...out, effectiveOn: '2025-01-12', at: '2025-01-12' } as Written
  expect(codes(home, first, early, loan('m5'))).not.toContain(name)
})

test('money of a loan’s own day that is written on a later day excuses it no more than that of an earlier one', () => {
  const name = 'restricted-money-lent'
  const social = as({
    type: 'RecordSocialContribution',
    effectiveOn: '2025-02-01',
    memberId: 'm6',
    amount: 100_000,
  })
  const gone = as({ type: 'RecordExpense', effectiveOn: '2025-02-02', amount: 200_000 })
  const all = paidOut({ on: day, principal: 2_000_000, months: 5, memberId: 'm4' })
  const large = [social, gone, all] as const
  const saved = (at: string, more: object = {}) =>
    as({ type: 'RecordDeposit', effectiveOn: day, memberId: 'm5', amount: 2_000_000, at, ...more })
  expect(codes(...large)).toContain(name)
  // Typed in another order in the same evening it accuses nobody.
  expect(codes(...large, saved(day))).not.toContain(name)
  expect(codes(...large, saved('2025-02-25'))).toContain(name)
  const away = as({
    type: 'RecordWithdrawal',
    effectiveOn: '2025-02-25',
    memberId: 'm5',
    amount: 2_000_000,
  })
  expect(codes(...large, saved('2025-02-25'), away)).toContain(name)
  // What is moved from bank to box is no more money than there was.
  const between = (from: string, to: string, more: object) =>
    as({ type: 'RecordTransfer', amount: 1_850_000, from, to, names: ['m1', 'm2'], ...more })
  const banked = between('box', 'bank', { effectiveOn: '2025-02-03' })
  const fetched = between('bank', 'box', { effectiveOn: '2025-02-19', at: '2025-02-21' })
  expect(codes(banked, ...large, saved(day), fetched)).not.toContain(name)
  const next = closed(2_000_000, {
    effectiveOn: '2025-02-24',
    count: { amount: 2_000_000, isByNote: true },
  })
  expect(codes(...large, next, saved('2025-02-25'))).toContain(name)
  // Nor does a count of that day that finds more in the box and is written later.
  const more = closed(2_000_000, { count: { amount: 2_000_000, isByNote: true } })
  expect(codes(...large, more)).not.toContain(name)
  expect(codes(...large, { ...more, at: '2025-02-25' })).toContain(name)
})

test('a list that is taken back takes none of its witnesses along', () => {
  const list = { ...there('m6', 'm7'), id: idOf(900) } as Written
  const dead = as({
    type: 'RecordDeath',
    effectiveOn: '2025-02-01',
    memberId: 'm4',
    confirmedBy: 'm1',
  })
  const heirs = as({
    type: 'RecordHeirsPayment',
    effectiveOn: day,
    memberId: 'm4',
    amount: 5_000,
    witnesses: ['m6', 'm7'],
    to: 'heirs',
    id: idOf(901),
  })
  const saved = as({
    type: 'RecordDeposit',
    effectiveOn: '2025-01-05',
    memberId: 'm4',
    amount: 9_000,
  })
  const paid = [saved, dead, list, heirs]
  const elsewhere = ['witnesses-elsewhere', 'heirs-paid-elsewhere']
  const of = (...written: readonly Written[]) =>
    codes(...written).filter((code) => elsewhere.includes(code))
  expect(of(...paid)).toEqual([])
  expect(of(...paid, back(idOf(900)))).toEqual(['witnesses-elsewhere'])
  // Where what they saw is taken back as well, before it, nothing hangs on them.
  expect(of(...paid, back(idOf(901)), back(idOf(900)))).toEqual([])
})
