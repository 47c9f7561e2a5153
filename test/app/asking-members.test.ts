import { expect, test } from 'vitest'
import { type Role, roles } from '#domain/access/roles.ts'
import type { Command } from '#domain/village.ts'
import { askerRefusal, mayAskMembers } from '#src/app/health/asking-members.ts'

const asked = (type: string, more: object = {}): Command =>
  ({ type, ...more }) as unknown as Command
const round = asked('BeginConfirmation')
const answer = (askedBy?: string): Command => asked('RecordConfirmationAnswer', { askedBy })
const refusal = (
  command: Command,
  { held = ['chair'], isBound }: { held?: readonly Role[]; isBound?: boolean } = {},
) =>
  askerRefusal(
    {
      memberOf: [
        { fundId: 'other', memberId: 'm9' },
        { fundId: 'f1', memberId: 'm1' },
      ],
    } as never,
    { fundId: 'f1', held, ...(isBound === undefined ? {} : { isBound }) },
  )(command)

test('members are asked by officers, key-holders and auditors, and never by whoever keeps the book', () => {
  expect(roles.filter((role) => mayAskMembers([role]))).toEqual([
    'chair',
    'box-keeper',
    'counter',
    'committee-member',
    'key-holder',
    'auditor',
  ])
  expect(mayAskMembers([])).toBe(false)
  for (const held of [
    ['chair', 'record-keeper'],
    ['record-keeper', 'auditor'],
  ] as const)
    expect(mayAskMembers(held)).toBe(false)
  for (const command of [round, answer('m1')])
    expect(refusal(command, { held: ['chair', 'record-keeper'] })).toBe('not-yours-to-do')
})

test('a round is begun alone, and with nothing else', () => {
  expect(refusal(round)).toBeUndefined()
  expect(refusal(round, { isBound: false })).toBeUndefined()
  expect(refusal(round, { isBound: true })).toBe('round-alone')
  // An answer hangs on nothing, and may come with others.
  expect(refusal(answer('m1'), { isBound: true })).toBeUndefined()
})

test('whoever asked writes the answer down: a member by the own id in this fund, an auditor by none', () => {
  expect(refusal(answer('m1'))).toBeUndefined()
  for (const other of ['m2', 'm9', undefined])
    expect(refusal(answer(other))).toBe('asker-not-oneself')
  const auditor = askerRefusal({ memberOf: [] }, { fundId: 'f1', held: ['auditor'] })
  expect(auditor(answer())).toBeUndefined()
  expect(auditor(answer('m1'))).toBe('asker-not-oneself')
})

test('what is neither a round nor an answer is nobody’s business here', () => {
  expect(refusal(asked('BuyShares'), { held: ['household-member'], isBound: true })).toBeUndefined()
})
