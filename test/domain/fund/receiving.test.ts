import { expect, test } from 'vitest'
import { isNewAccount } from '#domain/fund/receiving.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { type StoryCommand, admitted, founded, fundBookOf, storyOf } from '#test/support/village.ts'

const said = (account: string, effectiveOn: string): StoryCommand =>
  ({
    type: 'SetReceivingAccount',
    effectiveOn,
    place: 'bank',
    account,
    called: 'Village Fund',
    city: 'Battambang',
    confirmedBy: 'm1',
  }) as StoryCommand

const begun: readonly StoryCommand[] = [
  founded({}),
  admitted('m1'),
  { type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId: 'm1', office: 'chair' },
]

/** The account after what was said, each written down on the day beside it. */
const after = (...all: readonly (readonly [StoryCommand, string])[]) => {
  const days = all.map(([, day]) => `${day}T03:00:00.000Z`)
  const at = (_: StoryCommand, i: number) => days[i - begun.length] ?? '2025-01-01T02:00:00.000Z'
  return storyOf([...begun, ...all.map(([one]) => one)], at).village.fund!.receiving
}

test('an account is shown since the day on which it was written down, whatever day it was sent for', () => {
  const [honest, thief] = ['fund@bank', 'thief@bank']
  const first = [said(honest, '2025-02-01'), '2025-02-01'] as const
  expect(after(first)).toMatchObject({ account: honest, from: '2025-02-01' })
  const second = [said(thief, '2025-02-02'), '2025-06-10'] as const
  expect(after(first, second)).toMatchObject({ account: thief, from: '2025-06-10' })
})

test('the last that was written stands, also where it was sent for an earlier day', () => {
  const wrong = [said('thief@bank', '2025-06-10'), '2025-06-10'] as const
  const right = [said('fund@bank', '2025-02-01'), '2025-06-12'] as const
  expect(after(wrong, right)).toMatchObject({ account: 'fund@bank', from: '2025-06-12' })
})

test('an account that is changed is told and stays a sign, and the first one is none', () => {
  const signs = (...all: readonly StoryCommand[]) =>
    findingsOf(fundBookOf(storyOf([...begun, ...all])), '2025-12-31').flatMap(({ code, on }) =>
      code === 'receiving-account-changed' ? [on] : [],
    )
  const first = said('fund@bank', '2025-02-01')
  expect(signs(first, said('fund@bank', '2025-03-01'))).toEqual([])
  // Whoever sets it back when the money has come to him leaves two signs.
  expect(signs(first, said('thief@bank', '2025-03-01'), said('fund@bank', '2025-03-20'))).toEqual([
    '2025-03-01',
    '2025-03-20',
  ])
})

test('for thirty days whoever pays is asked to ask first', () => {
  const account = after([said('fund@bank', '2025-02-01'), '2025-02-01'])!
  expect([isNewAccount(account, '2025-03-03'), isNewAccount(account, '2025-03-04')]).toEqual([
    true,
    false,
  ])
})
