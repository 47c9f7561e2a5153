import { expect, test } from 'vitest'
import { queueOf } from '#domain/fairness/queue.ts'
import { waitingIn } from '#domain/savings/books.ts'
import { requested, saved } from '#test/support/committee.ts'
import { type Told, goesOn } from '#test/support/goes-on.ts'
import { idOf } from '#test/support/village.ts'

const asks = (memberId: string, effectiveOn: string, more: object = {}): Told =>
  ({ type: 'RequestWithdrawal', effectiveOn, memberId, amount: 100_000, ...more }) as Told

test('nobody stands before a neighbour by a day or an id of the own choice: savings', () => {
  const { village } = goesOn(
    [
      asks('m1', '2025-12-20'),
      asks('m2', '2025-02-01', { at: '2025-12-31' }),
      asks('m3', '2025-12-31', { id: idOf(900) }),
      asks('m4', '2025-12-31', { id: idOf(1) }),
    ],
    saved,
  )
  expect(waitingIn(village).map(({ memberId }) => memberId)).toEqual(['m1', 'm2', 'm3', 'm4'])
})

test('nobody stands before a neighbour by a day or an id of the own choice: loans', () => {
  const asked = (memberId: string, loanId: string, on: string, at = on): Told =>
    ({ ...requested({ memberId, on }), loanId, at }) as Told
  const { village } = goesOn(
    [
      asked('m1', 'l5', '2025-12-20'),
      asked('m2', 'l9', '2025-02-01', '2025-12-31'),
      asked('m3', 'l1', '2025-12-31'),
    ],
    saved,
  )
  const waiting = [...village.requests.values()].map((one) => ({ ...one, povertyLevel: undefined }))
  expect(queueOf(waiting).map(({ loanId }) => loanId)).toEqual(['l5', 'l9', 'l1'])
})

test('a request that one officer gives up for somebody is a finding; by her own word or by two it is none', () => {
  const cancelled = (more: object = {}) =>
    goesOn(
      [
        asks('m1', '2025-12-20', { id: idOf(900) }),
        {
          type: 'CancelWithdrawal',
          effectiveOn: '2025-12-21',
          requestId: idOf(900),
          memberId: 'm1',
          ...more,
        } as Told,
        requested({ on: '2025-12-20' }) as Told,
        { type: 'WithdrawRequest', effectiveOn: '2025-12-21', loanId: 'l1', ...more } as Told,
      ],
      saved,
    ).found.filter((one) => one.startsWith('request-cancelled'))
  expect(cancelled()).toHaveLength(2)
  expect(cancelled({ approvedBy: 'm1' })).toEqual([])
  expect(cancelled({ approvedBy: 'o2' })).toEqual([])
  expect(() => cancelled({ approvedBy: 'm2' })).toThrow(/approver-not-an-officer/)
})
