import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  idOf,
  storyOf,
} from '#test/support/village.ts'

// Money from abroad that waits for a member: whoever writes that it came, and hands it out as well.

type Written = StoryCommand & { readonly by?: string }

const brought = [
  founded({ opening: { cash: 2_000_000, reserve: 2_000_000 } }),
  ...['m1', 'm2', 'm3'].map((memberId) => admitted(memberId)),
  { type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId: 'm3', office: 'chair' },
] as readonly StoryCommand[]

const named = (written: readonly Written[]): readonly string[] => {
  const all = [...brought, ...written.map(({ by: _by, ...one }) => one as StoryCommand)]
  const by = (_: StoryCommand, i: number) =>
    i < brought.length ? 'importer' : (written[i - brought.length]!.by ?? 'keeper')
  return findingsOf(fundBookOf(storyOf(all, undefined, by)), '2025-12-31')
    .filter(({ code }) => code === 'let-go-by-who-booked-it')
    .map(({ on, subject }) => `${on} ${subject.kind}`)
}

const came = (amount: number, on = '2025-02-20', more: object = {}): Written =>
  ({
    type: 'RecordRemittance',
    effectiveOn: on,
    memberId: 'm1',
    amount,
    place: 'wallet',
    use: 'home',
    ...more,
  }) as Written
/** More than was owed on a loan, paid into the box before everybody: what is too much waits. */
const tooMuchInCash = (tooMuch: number, on: string): readonly Written[] => [
  {
    type: 'RecordPayout',
    effectiveOn: '2025-01-13',
    loanId: 'l1',
    number: 'N1',
    memberId: 'm1',
    product: 'emergency',
    principal: 100_000,
    months: 3,
    by: 'importer',
  } as unknown as Written,
  {
    type: 'RecordRepayment',
    effectiveOn: on,
    loanId: 'l1',
    amount: 100_000 + tooMuch,
  } as unknown as Written,
]
const went = (amount: number, on = '2025-02-20', more: object = {}): Written =>
  ({
    type: 'ReleaseSuspense',
    effectiveOn: on,
    memberId: 'm1',
    amount,
    to: 'cash',
    ...more,
  }) as Written

test('whoever alone writes that money came and hands it out is named, however little it is', () => {
  expect(named([came(20_000), went(19_000)])).toEqual(['2025-02-20 member'])
  expect(named([came(20_000), went(1_000, '2025-05-20')])).toEqual(['2025-05-20 member'])
})

test('a second officer’s word at the handing out, or another one who hands it out, names nobody', () => {
  expect(named([came(20_000), went(20_000, '2025-02-20', { approvedBy: 'm3' })])).toEqual([])
  expect(named([came(20_000), went(20_000, '2025-02-20', { by: 'chair' })])).toEqual([])
})

test('saving it first, to draw it later, is named as well', () => {
  expect(named([came(20_000), went(20_000, '2025-02-20', { to: 'savings' })])).toHaveLength(1)
})

test('an invented sum does not hide behind a true one of another hand', () => {
  const true_ = came(20_000, '2025-02-20', { by: 'chair' })
  expect(named([true_, came(20_000), went(20_000)])).toHaveLength(1)
  // Nor does a word for the true one stand for the other.
  const vouched = went(20_000, '2025-02-21', { approvedBy: 'm3' })
  expect(named([true_, came(20_000), vouched, went(20_000, '2025-02-22')])).toEqual([
    '2025-02-22 member',
  ])
})

test('what came long ago and another one has handed out says nothing of today', () => {
  const before = [came(50_000, '2025-01-20'), went(50_000, '2025-01-25', { by: 'chair' })]
  const now = [came(30_000, '2025-06-20', { by: 'chair' }), went(30_000, '2025-06-25')]
  expect(named([...before, ...now])).toEqual([])
})

test('more than a loan owes that came by the bank waits too, and in cash the count bears it out', () => {
  const lent = {
    type: 'RecordPayout',
    effectiveOn: '2025-01-13',
    loanId: 'l1',
    number: 'N1',
    memberId: 'm1',
    product: 'normal',
    principal: 100_000,
    months: 4,
    by: 'importer',
  } as unknown as Written
  const paid = (place: object) =>
    ({
      type: 'RecordRepayment',
      effectiveOn: '2025-02-20',
      loanId: 'l1',
      amount: 130_000,
      ...place,
    }) as Written
  expect(named([lent, paid({ place: 'bank' }), went(10_000)])).toHaveLength(1)
  expect(named([lent, paid({}), went(10_000)])).toEqual([])
})

test('an arrival that two took back came from nobody, and what is then let go is money that did not wait', () => {
  const first = came(20_000, '2025-02-20', { id: idOf(70) })
  const back = {
    type: 'ReverseEntry',
    effectiveOn: '2025-02-20',
    reverses: idOf(70),
    reason: 'wrong-amount',
    approvedBy: 'm3',
  } as unknown as Written
  const other = came(20_000, '2025-02-21', { by: 'chair' })
  expect(named([first, back, other, went(20_000, '2025-02-22')])).toEqual([])
})

test('an invented sum does not hide behind one that everybody saw in the box', () => {
  const seen = tooMuchInCash(20_000, '2025-02-18')
  expect(named([...seen, came(20_000), went(20_000)])).toEqual(['2025-02-20 member'])
  expect(named([came(20_000, '2025-02-17'), ...seen, went(20_000)])).toHaveLength(1)
})

test('what two let go is what was seen, whichever was written first: the invented sum is left, and is found', () => {
  const vouched = went(20_000, '2025-02-21', { approvedBy: 'm3' })
  const seen = tooMuchInCash(20_000, '2025-02-20')
  const alone = went(20_000, '2025-02-22')
  expect(named([came(20_000, '2025-02-18'), ...seen, vouched, alone])).toEqual([
    '2025-02-22 member',
  ])
  expect(named([...seen, vouched])).toEqual([])
})
