import { expect, test } from 'vitest'
import { loanViewOf } from '#src/app/lending/loan-view.ts'
import type { LoanFact } from '#src/app/lending/loan-facts.ts'
import { allOfUs, byOfficers, officers, reversed } from '#test/support/committee.ts'
import { carriedOver, converted, flat, givenBack } from '#test/support/older.ts'
import { viewsOf } from '#test/support/loan-views.ts'
import { fundId } from '#test/support/small-network.ts'
import { type StoryCommand, idOf, paid, paidOut, relieved } from '#test/support/village.ts'

const as = (n: number, told: StoryCommand): StoryCommand =>
  ({ ...told, id: idOf(n) }) as StoryCommand

/** A fact without what is zero or nothing. */
const plain = (fact: LoanFact): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== undefined && value !== 0))

const lent = { on: '2025-01-20', principal: 300_000, months: 10 }
const flood = { from: '2025-03-01', to: '2025-04-30' }

const { view, seqOf } = await viewsOf([
  as(900, {
    ...paidOut(lent),
    amount: 200_000,
    proof: { witnesses: ['m4', 'm5'] },
  } as StoryCommand),
  as(901, {
    type: 'RecordPayoutPart',
    effectiveOn: '2025-02-05',
    loanId: 'l1',
    amount: 100_000,
    proof: { witnesses: ['m4'] },
  } as StoryCommand),
  // By the rule it is interest of 3,700 (half a month of the second part) and principal of 26,300.
  as(902, { ...paid('2025-02-20', [3_000, 27_000]), sender: 'abroad' } as StoryCommand),
  as(903, relieved('2025-03-01', flood)),
  as(904, { ...paid('2025-05-20', 60_000), early: 'smaller' } as StoryCommand),
  as(905, {
    type: 'RescheduleLoan',
    effectiveOn: '2025-06-01',
    loanId: 'l1',
    months: 12,
    ballot: byOfficers(officers),
  } as StoryCommand),
  as(910, {
    ...carriedOver({
      ...flat('3'),
      securities: ['land-title'],
    }),
    loanId: 'l2',
    number: 'L2',
    memberId: 'm2',
  } as StoryCommand),
  as(911, converted('2025-02-05', allOfUs, 'l2')),
  as(912, { ...givenBack('2025-02-05', 'land-title', ['m3', 'm4']), loanId: 'l2' } as StoryCommand),
  as(920, paidOut({ ...lent, principal: 100_000, months: 2, loanId: 'l3', memberId: 'm3' })),
  as(921, {
    type: 'RecordLateFine',
    effectiveOn: '2025-03-05',
    loanId: 'l3',
    amount: 700,
  } as StoryCommand),
  as(922, paid('2025-03-10', 20_000, 'l3')),
  as(923, {
    ...reversed(idOf(922), '2025-03-11'),
  }),
  as(924, {
    type: 'RecordWriteOff',
    effectiveOn: '2025-04-20',
    loanId: 'l3',
    amount: 100_000,
    minute: 'M-1',
  } as StoryCommand),
  as(925, {
    type: 'RecordRecovery',
    effectiveOn: '2025-05-20',
    loanId: 'l3',
    amount: 30_000,
  } as StoryCommand),
  as(930, paidOut({ ...lent, principal: 50_000, months: 1, loanId: 'l4', memberId: 'm4' })),
  as(931, { ...paid('2025-02-20', 60_000, 'l4'), excessTo: 'savings' } as StoryCommand),
])
const factsOf = async (loanId: string, asOf = '2025-12-31') =>
  (await view(loanId, asOf))!.facts.map(plain)

test('a loan of parts has its payments, its relief and its new plan, each with its entry', async () => {
  expect(await factsOf('l1')).toEqual([
    {
      kind: 'paid-out',
      on: '2025-01-20',
      principal: 200_000,
      entryId: idOf(900),
      seq: seqOf(900),
      witnesses: ['m4', 'm5'],
    },
    {
      kind: 'part-paid-out',
      on: '2025-02-05',
      principal: 100_000,
      entryId: idOf(901),
      seq: seqOf(901),
      witnesses: ['m4'],
    },
    {
      kind: 'repaid',
      on: '2025-02-20',
      principal: 27_000,
      interest: 3_000,
      entryId: idOf(902),
      seq: seqOf(902),
      sender: 'abroad',
      differsFromRule: true,
      isExcessSaved: false,
    },
    { kind: 'relief', on: '2025-03-01', seq: seqOf(903), ...flood },
    {
      kind: 'repaid',
      on: '2025-05-20',
      principal: 55300,
      interest: 4700,
      entryId: idOf(904),
      seq: seqOf(904),
      early: 'smaller',
      differsFromRule: false,
      isExcessSaved: false,
    },
    {
      kind: 'rescheduled',
      on: '2025-06-01',
      instalments: 12,
      firstDueOn: '2025-06-20',
      entryId: idOf(905),
      seq: seqOf(905),
    },
  ])
})

test('what had not happened by a day is not told of it', async () => {
  expect((await factsOf('l1', '2025-02-19')).map(({ kind }) => kind)).toEqual([
    'paid-out',
    'part-paid-out',
  ])
  expect((await factsOf('l1', '2025-02-20')).map(({ kind }) => kind)).toEqual([
    'paid-out',
    'part-paid-out',
    'repaid',
  ])
})

test('a loan that was taken over says what was owed then, its new price and what was given back', async () => {
  expect(await factsOf('l2')).toEqual([
    {
      kind: 'taken-over',
      on: '2025-01-01',
      principal: 500_000,
      entryId: idOf(910),
      seq: seqOf(910),
      witnesses: [],
    },
    {
      kind: 'converted',
      on: '2025-02-05',
      rateMonthlyPercent: '1.5',
      entryId: idOf(911),
      seq: seqOf(911),
    },
    {
      kind: 'given-back',
      on: '2025-02-05',
      security: 'land-title',
      entryId: idOf(912),
      seq: seqOf(912),
      witnesses: ['m3', 'm4'],
    },
  ])
})

test('a fine, a payment that was taken back, a write-off and what came after it are told by their days', async () => {
  expect(await factsOf('l3')).toEqual([
    {
      kind: 'paid-out',
      on: '2025-01-20',
      principal: 100_000,
      entryId: idOf(920),
      seq: seqOf(920),
      witnesses: [],
    },
    {
      kind: 'fined',
      on: '2025-03-05',
      principal: 700,
      dueOn: '2025-02-20',
      entryId: idOf(921),
      seq: seqOf(921),
    },
    {
      kind: 'taken-back',
      on: '2025-03-11',
      seq: seqOf(923),
      line: seqOf(922),
      reason: 'wrong-amount',
    },
    {
      kind: 'written-off',
      on: '2025-04-20',
      principal: 100_000,
      entryId: idOf(924),
      seq: seqOf(924),
      witnesses: [],
    },
    {
      kind: 'recovered',
      on: '2025-05-20',
      principal: 30_000,
      entryId: idOf(925),
      seq: seqOf(925),
      witnesses: [],
    },
  ])
})

test('money beyond the debt is told apart, and that it was saved', async () => {
  expect((await factsOf('l4')).at(-1)).toEqual({
    kind: 'repaid',
    on: '2025-02-20',
    principal: 50_000,
    interest: 700,
    excess: 9300,
    entryId: idOf(931),
    seq: seqOf(931),
    differsFromRule: false,
    isExcessSaved: true,
  })
})

test('a loan is known from its first day, and of one that is nobody’s nothing is', async () => {
  expect(await view('l1', '2025-01-19')).toBeUndefined()
  expect(await view('l1', '2025-01-20')).toMatchObject({
    card: 'M1',
    paidOutOn: '2025-01-20',
    asked: undefined,
    claim: 0,
    moneyBackUntil: undefined,
  })
  expect(await view('l9', '2025-12-31')).toBeUndefined()
  expect((await view('l2', '2025-12-31'))!.paidOutOn).toBe('2024-07-20')
  expect((await view('l3', '2025-12-31'))!.claim).toBe(70_000)
})

test('instalments stand in the order of their days, with the month ends that relief put off', async () => {
  const { instalments } = (await view('l1', '2025-05-19'))!
  expect(instalments.slice(0, 5).map(({ on, state }) => `${on} ${state}`)).toEqual([
    '2025-02-20 dueLate',
    '2025-03-20 deferred',
    '2025-04-20 deferred',
    '2025-05-20 dueAhead',
    '2025-06-20 dueAhead',
  ])
  expect(instalments[1]).toEqual({
    on: '2025-03-20',
    principal: 0,
    state: 'deferred',
    paidOn: undefined,
  })
})

test('what is not paid of a loan that was given up is not asked for any more', async () => {
  const states = async (asOf: string) =>
    (await view('l3', asOf))!.instalments.map(({ on, state }) => `${on} ${state}`)
  expect(await states('2025-04-19')).toEqual(['2025-02-20 dueLate', '2025-03-20 dueLate'])
  expect(await states('2025-04-20')).toEqual(['2025-02-20 off', '2025-03-20 off'])
})

test('where an entry cannot be found, what happened is told all the same, without it', async () => {
  const { kept, book } = await viewsOf([
    { ...paidOut(lent), proof: { witnesses: ['m4'] } } as StoryCommand,
    { ...paid('2025-02-20', 30_000), sender: 'abroad' } as StoryCommand,
  ])
  const store = { ...kept, find: async () => [], read: async () => [] }
  const view = await loanViewOf(store, fundId, { book, loanId: 'l1', asOf: '2025-02-20' })
  expect(view!.facts.map(({ kind, seq }) => [kind, seq])).toEqual([
    ['paid-out', undefined],
    ['repaid', undefined],
  ])
  expect(view!.facts[0]).toMatchObject({ entryId: undefined, witnesses: [] })
  expect(view!.facts[1]).toMatchObject({ sender: undefined, interest: 4_500 })
})
