import { expect, test } from 'vitest'
import type { AccountId } from '#domain/ledger/accounts.ts'
import {
  allOfUs,
  byMeeting,
  byOfficers,
  officers,
  reversed,
  wordOf,
} from '#test/support/committee.ts'
import { savingAfter } from '#test/support/saving-village.ts'
import {
  type StoryCommand,
  answerTo,
  bodyOf,
  booked,
  idOf,
  paid,
  paidOut,
  standingIn,
  takenOver,
} from '#test/support/village.ts'

const lent = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const saved = (amount: number, effectiveOn = '2025-01-20'): StoryCommand => ({
  type: 'RecordDeposit',
  effectiveOn,
  memberId: 'm1',
  amount,
})
const died = (effectiveOn: string): StoryCommand => ({
  type: 'RecordDeath',
  effectiveOn,
  memberId: 'm1',
  confirmedBy: 'o2',
})
const netting = (amount: number, effectiveOn = '2025-02-20'): StoryCommand => ({
  type: 'RepayFromSavings',
  effectiveOn,
  loanId: 'l1',
  amount,
  proof: { witnesses: ['m2', 'm3'] },
})
const settle = (effectiveOn: string, more: object = {}): StoryCommand =>
  ({
    type: 'SettleDeath',
    effectiveOn,
    memberId: 'm1',
    isNetted: true,
    ballot: allOfUs,
    ...more,
  }) as StoryCommand

test('all savings may go into a loan, and not a riel more', () => {
  const village = savingAfter([lent, saved(100_000)])
  expect([99_999, 100_000, 100_001].map((sum) => wordOf(village, netting(sum)))).toEqual([
    'recorded',
    'recorded',
    'more-than-own-savings',
  ])
})

test('savings count from the day on which they came, and no longer than they were there', () => {
  const late = savingAfter([lent, saved(100_000, '2025-02-20')])
  expect(['2025-02-19', '2025-02-20'].map((on) => wordOf(late, netting(1_000, on)))).toEqual([
    'more-than-own-savings',
    'recorded',
  ])
  const gone = savingAfter([lent, saved(100_000), netting(80_000, '2025-04-20')])
  expect(wordOf(gone, netting(20_000, '2025-03-20'))).toBe('recorded')
  expect(wordOf(gone, netting(20_001, '2025-03-20'))).toBe('more-than-own-savings')
})

test('what settles a loan may come out of savings, and not a riel more', () => {
  const village = savingAfter([lent, saved(900_000)])
  expect([507_500, 507_501].map((sum) => wordOf(village, netting(sum)))).toEqual([
    'recorded',
    'more-than-owed',
  ])
})

test('a loan takes savings from its first day, and from nobody who has died', () => {
  const village = savingAfter([lent, saved(100_000)])
  expect(wordOf(village, netting(1_000, '2025-01-19'))).toBe('loan-not-open')
  expect(wordOf(village, netting(1_000, '2025-01-20'))).toBe('recorded')
  const dead = savingAfter([lent, saved(100_000), died('2025-02-20')])
  expect(wordOf(dead, netting(1_000, '2025-02-19'))).toBe('recorded')
  expect(wordOf(dead, netting(1_000, '2025-02-20'))).toBe('borrower-died')
})

test('a death is settled from its day on, by a vote that is carried', () => {
  const dead = savingAfter([lent, saved(100_000), died('2025-03-05')])
  expect(wordOf(dead, settle('2025-03-04'))).toBe('member-not-dead')
  expect(wordOf(dead, settle('2025-03-05'))).toBe('recorded')
  const tie = byMeeting({ present: 8, yes: 4, no: 4 })
  expect(wordOf(dead, settle('2025-03-05', { ballot: tie }))).toBe('vote-lost')
  expect(wordOf(dead, settle('2025-03-05', { ballot: byOfficers(officers) }))).toBe(
    'the-meeting-must-vote',
  )
  const strange = byMeeting({ present: 9, yes: 8, no: 0 }, { recused: ['nobody'] })
  expect(wordOf(dead, settle('2025-03-05', { ballot: strange }))).toBe('member-unknown')
  const few = byMeeting({ present: 1, yes: 1, no: 0 })
  expect(wordOf(dead, settle('2025-03-05', { ballot: few }))).toBe('quorum-missing')
})

test('of two loans the older takes of the savings first, and the rest of both is written off', () => {
  const older = paidOut({
    on: '2025-01-10',
    principal: 90_000,
    months: 3,
    loanId: 'l2',
    product: 'emergency',
  })
  const told = [lent, older, saved(100_000), died('2025-02-01')]
  const settled = bodyOf(answerTo(savingAfter(told), settle('2025-02-10')))
  expect(settled).toMatchObject({
    loans: [
      { loanId: 'l2', netted: 90_000, writtenOff: 0 },
      { loanId: 'l1', netted: 10_000, writtenOff: 490_000 },
    ],
  })
  const turned = [older, lent, ...told.slice(2)]
  expect(bodyOf(answerTo(savingAfter(turned), settle('2025-02-10')))).toMatchObject({
    loans: [{ loanId: 'l2' }, { loanId: 'l1' }],
  })
  const after = savingAfter([...told, settle('2025-02-10')])
  expect(['asset:loan:l1', 'asset:loan:l2'].map((id) => booked(after, id as AccountId))).toEqual([
    0, 0,
  ])
  expect(booked(after, 'asset:loan-loss-provision')).toBe(490_000)
  expect(standingIn(after, '2025-02-10', 'l2')).toMatchObject({ status: 'closed', owed: 0 })
  expect(standingIn(after, '2025-02-10')).toMatchObject({ status: 'written-off', owed: 0 })
})

test('of loans of one day the one with the first id comes first', () => {
  const twin = { product: 'emergency', principal: 90_000, months: 3 } as const
  const told = [
    paidOut({ on: '2025-01-20', loanId: 'l2', ...twin }),
    paidOut({ on: '2025-01-20', ...twin }),
    saved(100_000),
    died('2025-02-01'),
  ]
  expect(bodyOf(answerTo(savingAfter(told), settle('2025-02-10')))).toMatchObject({
    loans: [
      { loanId: 'l1', netted: 90_000 },
      { loanId: 'l2', netted: 10_000 },
    ],
  })
})

test('a loan that is repaid, of somebody else, or lent later is no loan of the dead', () => {
  const others = paidOut({
    on: '2025-01-20',
    principal: 100_000,
    months: 4,
    loanId: 'l2',
    memberId: 'm2',
  })
  const closed = savingAfter([lent, others, paid('2025-02-20', 507_500), died('2025-03-05')])
  expect(wordOf(closed, settle('2025-03-05'))).toBe('no-loan-open')
  const later = { ...lent, effectiveOn: '2025-02-10' } as StoryCommand
  const dead = savingAfter([died('2025-02-01'), later])
  expect(wordOf(dead, settle('2025-02-09'))).toBe('no-loan-open')
  expect(wordOf(dead, settle('2025-02-10'))).toBe('recorded')
  const wrong = { ...lent, id: idOf(90) } as StoryCommand
  const never = savingAfter([wrong, reversed(idOf(90), '2025-01-25'), died('2025-02-01')])
  expect(wordOf(never, settle('2025-02-10'))).toBe('no-loan-open')
})

test('of somebody who saved nothing all is written off, and nothing stands in the loan as paid', () => {
  const { loans } = savingAfter([lent, died('2025-02-01'), settle('2025-02-10')])
  expect(loans.get('l1')).toMatchObject({ repayments: [], writeOffs: [{ amount: 500_000 }] })
})

test('a death stands still the loans of who died, and of nobody else', () => {
  const others = paidOut({
    on: '2025-01-20',
    principal: 200_000,
    months: 4,
    loanId: 'l2',
    memberId: 'm2',
  })
  // Both were paid the month after; the death is written down afterwards.
  const told = [lent, others, paid('2025-03-20', 15_000), paid('2025-03-20', 6_000, 'l2')]
  const dead = savingAfter([...told, died('2025-02-01')])
  expect(standingIn(dead, '2025-06-30')).toMatchObject({ interestPaid: 0, daysPastDue: 0 })
  expect(booked(dead, 'asset:loan:l1')).toBe(485_000)
  expect(standingIn(dead, '2025-06-30', 'l2')).toMatchObject({ interestPaid: 6_000 })
  expect(standingIn(dead, '2025-06-30', 'l2').daysPastDue).toBe(130)
  expect(booked(dead, 'asset:loan:l2')).toBe(200_000)
  expect(booked(dead, 'income:interest')).toBe(-6_000)
})

test('who pays on the day of the death owes no interest of that day or after it', () => {
  const dead = savingAfter([lent, died('2025-02-20')])
  expect(standingIn(dead, '2025-02-20').interestDue).toBe(0)
  const later = savingAfter([lent, died('2025-02-21')])
  expect(standingIn(later, '2025-02-21').interestDue).toBe(7_500)
})

test('of savings that a loan turns out not to have needed, none was taken', () => {
  const told = [lent, saved(600_000), netting(507_500)]
  expect(booked(savingAfter(told), 'liability:savings:m1')).toBe(-92_500)
  const late = savingAfter([...told, paid('2025-02-19', 100_000)])
  expect(standingIn(late, '2025-02-20').owed).toBe(0)
  expect(booked(late, 'liability:suspense:m1')).toBe(0)
  // What was netted is what the loan then still needed.
  const taken = standingIn(late, '2025-02-20').splits.at(-1)!
  expect(booked(late, 'liability:savings:m1')).toBe(-600_000 + taken.interest + taken.principal)
  expect(taken.excess).toBeGreaterThan(0)
})

test('two members other than the borrower saw that savings were taken, and a whole sum of them', () => {
  const village = savingAfter([lent, saved(100_000)])
  const word = (more: object) => wordOf(village, { ...netting(1_000), ...more } as StoryCommand)
  const seenBy = (...witnesses: string[]) => word({ proof: { witnesses } })
  expect([seenBy(), seenBy('m2'), seenBy('m2', 'm3')]).toEqual([
    'own-act-not-witnessed',
    'own-act-not-witnessed',
    'recorded',
  ])
  expect(word({ proof: {} })).toBe('own-act-not-witnessed')
  expect(seenBy('m1', 'm2')).toBe('proof-cannot-hold')
  expect([word({ amount: 0 }), word({ amount: 0.5 })]).toEqual([
    'amount-not-whole',
    'amount-not-whole',
  ])
})

test('a loan that is written down after its borrower died stands as if it had been there before, taken over or paid out', () => {
  const older = takenOver({ on: '2024-12-20', principal: 500_000, months: 10, owed: 400_000 })
  for (const loan of [older, lent]) {
    const [before, after] = [
      savingAfter([loan, died('2025-02-10')]),
      savingAfter([died('2025-02-10'), loan]),
    ]
    const standing = standingIn(after, '2025-06-20')
    expect(standing).toEqual(standingIn(before, '2025-06-20'))
    expect(standing.eventIds).toEqual(['death'])
    // Not a riel of interest since.
    expect(standing.interestDue).toBe(standingIn(after, '2025-02-20').interestDue)
  }
})
