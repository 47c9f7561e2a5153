import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import { type StoryCommand, admitted, founded, fundBookOf, storyOf } from '#test/support/village.ts'

// What a second independent reader tried, after the first one's ways were closed.

type Written = StoryCommand & { readonly by?: string }

const chair = { type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId: 'm3', office: 'chair' }
const brought = [
  founded({ opening: { cash: 2_000_000, reserve: 2_000_000 } }),
  ...['m1', 'm2', 'm3', 'm4', 'm5'].map((memberId) => admitted(memberId)),
  chair,
] as readonly StoryCommand[]

const codes = (written: readonly Written[]): readonly string[] => {
  const all = [...brought, ...written.map(({ by: _by, ...one }) => one as StoryCommand)]
  const by = (_: StoryCommand, i: number) =>
    i < brought.length ? 'importer' : (written[i - brought.length]!.by ?? 'keeper')
  return findingsOf(fundBookOf(storyOf(all, undefined, by)), '2025-12-31').map(({ code }) => code)
}

const there = (present: readonly string[], by = 'keeper'): Written =>
  ({ type: 'RecordAttendance', effectiveOn: '2025-02-20', present, absent: [], by }) as Written

test('dollars that one officer alone changed are a finding, however few', () => {
  const exchange = (more: object = {}) =>
    ({
      type: 'RecordExchange',
      effectiveOn: '2025-02-03',
      from: { currency: 'KHR', amount: 8_200 },
      to: { currency: 'USD', amount: 200 },
      rate: { of: 'USD', in: 'KHR', value: '4100' },
      approvedBy: 'm3',
      ...more,
    }) as unknown as Written
  const back = { from: { currency: 'USD', amount: 200 }, to: { currency: 'KHR', amount: 1_000 } }
  expect(codes([exchange()])).not.toContain('foreign-by-one-hand')
  expect(codes([exchange(), exchange({ ...back, approvedBy: undefined })])).toContain(
    'foreign-by-one-hand',
  )
  expect(codes([exchange(), exchange(back)])).not.toContain('foreign-by-one-hand')
})

test('whoever is said to have seen a box handed over was there', () => {
  const handed = (witnesses: readonly string[]) =>
    ({
      type: 'RecordHandOver',
      effectiveOn: '2025-02-20',
      office: 'chair',
      from: 'm1',
      to: 'm3',
      witnesses,
    }) as unknown as Written
  const list = there(['m1', 'm2', 'm4'], 'chair')
  expect(codes([list, handed(['m2', 'm5'])])).toContain('witnesses-elsewhere')
  expect(codes([list, handed(['m2', 'm4'])])).not.toContain('witnesses-elsewhere')
})

test('a vote that is carried by members whom one officer wrote in for it is a finding', () => {
  const ghosts = ['n1', 'n2', 'n3', 'n4'].map(
    (memberId) => ({ ...admitted(memberId), effectiveOn: '2025-02-19' }) as Written,
  )
  const rules = {
    type: 'AmendCharter',
    effectiveOn: '2025-02-20',
    votes: { present: 6, yes: 6, no: 0 },
    confirmedBy: 'm3',
    charter: { ...(founded() as { charter: object }).charter, boxMax: 3_000_000 },
  } as unknown as Written
  const list = there(['m1', 'm2', 'n1', 'n2', 'n3', 'n4'])
  expect(codes([...ghosts, list, rules])).toContain('vote-with-unseen-members')
  const gone = ghosts.map(
    (one) =>
      ({
        type: 'RecordMemberChange',
        effectiveOn: '2025-02-21',
        memberId: (one as unknown as { memberId: string }).memberId,
        change: 'left',
      }) as Written,
  )
  expect(codes([...ghosts, list, rules, ...gone])).toContain('vote-with-unseen-members')
  const seen = { ...list, by: 'chair' } as Written
  expect(codes([...ghosts, seen, rules])).not.toContain('vote-with-unseen-members')
})

test('a statement of the bank that differed when it came stays a finding, whatever is written later', () => {
  const statement = {
    type: 'RecordStatement',
    effectiveOn: '2025-02-20',
    place: 'bank',
    balance: 400_000,
  } as unknown as Written
  const moved = {
    type: 'RecordTransfer',
    effectiveOn: '2025-02-19',
    from: 'box',
    to: 'bank',
    amount: 400_000,
    names: ['m1', 'm3'],
    approvedBy: 'm3',
  } as unknown as Written
  expect(codes([statement])).toContain('bank-statement-differs')
  expect(codes([statement, moved])).toContain('bank-statement-differs')
  expect(codes([moved, statement])).not.toContain('bank-statement-differs')
})
