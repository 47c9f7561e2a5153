import { describe, expect, expectTypeOf, test } from 'vitest'
import { canonicalJson } from '#domain/kernel/canonical.ts'
import { recorded, refused } from '#domain/kernel/decision.ts'
import { id, optional, sum, word } from '#domain/kernel/shape.ts'
import { operations } from '#domain/operations/all.ts'
import { chair, nobody } from '#domain/operations/may.ts'
import { networkOperations } from '#domain/operations/network.ts'
import { byName, flagsOf, operation, operationsOf } from '#domain/operations/operation.ts'
import type { FundSubjectKind, NetworkSubjectKind } from '#domain/operations/subject.ts'

/** Somebody pays for a new roof on the meeting house: there is none such, so that nothing depends on it. */
const payForRoof = operation({
  command: 'PayForRoof',
  entry: 'RoofPaid',
  oneHand: 'sight',
  asks: {
    memberId: id('member'),
    amount: sum,
    of: word(['tin', 'straw']),
    by: optional(id('member')),
  },
  keeps: ['memberId', 'of', 'by'],
  may: chair,
  second: ({ by }) => by,
  minutes: 'told',
  isReversible: true,
  decide: (now: { readonly roof: number }, { amount }) =>
    amount > now.roof
      ? refused('too-dear')
      : recorded({ half: amount / 2, flags: flagsOf({ dear: amount === now.roof }), postings: [] }),
  about: ({ memberId, half }, entryId) => [
    { kind: 'member', key: `${memberId} ${half}` },
    { kind: 'fund', key: entryId },
  ],
})
const roofs = operationsOf([payForRoof])
const command = {
  id: 'e1',
  v: 1,
  type: 'PayForRoof',
  effectiveOn: '2025-01-10',
  memberId: 'm1',
  amount: 80,
  of: 'tin',
} as const

describe('a decision', () => {
  test('keeps what the entry is to hold of the command, and what came of it', () => {
    const told = roofs.decide({ roof: 80 }, command)
    // What was not said has no place in it either: it is as it will be read from the journal.
    expect(told).toStrictEqual({
      outcome: 'recorded',
      body: {
        type: 'RoofPaid',
        v: 1,
        memberId: 'm1',
        of: 'tin',
        half: 40,
        flags: ['dear'],
        postings: [],
      },
    })
    expect(canonicalJson('body' in told ? told.body : null)).not.toContain('by')
  })

  test('is not asked for where what was sent does not fit', () => {
    expect(roofs.decide({ roof: 1 }, { ...command, amount: 0 })).toEqual({
      outcome: 'invalid',
      code: 'amount-not-whole',
      at: '/amount',
    })
  })

  test('is handed on as it is where it is a no', () => {
    expect(roofs.decide({ roof: 1 }, command)).toEqual({ outcome: 'refused', code: 'too-dear' })
  })
})

test('a room knows its own commands and entries, and what an entry is about', () => {
  expect(['PayForRoof', 'RoofPaid', 'toString'].map((type) => roofs.isCommand({ type }))).toEqual([
    true,
    false,
    false,
  ])
  expect(['PayForRoof', 'RoofPaid'].map((type) => roofs.isBody({ type }))).toEqual([false, true])
  const body = {
    type: 'RoofPaid',
    v: 1,
    memberId: 'm1',
    of: 'tin',
    half: 4,
    flags: [],
    postings: [],
  }
  expect(roofs.about(body as never, 'e1')).toEqual([
    { kind: 'member', key: 'm1 4' },
    { kind: 'fund', key: 'e1' },
  ])
})

test('a register of operations says one thing of each by its name', () => {
  expect(byName(roofs.list, 'command', ({ may }) => may)).toEqual({ PayForRoof: chair })
  expect(byName(roofs.list, 'entry', ({ minutes }) => minutes)).toEqual({ RoofPaid: 'told' })
})

test('what is said of a fund is about parts of a fund, and of a network about parts of a network', () => {
  type KindOf<Room extends { readonly about: (...of: never) => readonly { kind: string }[] }> =
    ReturnType<Room['about']>[number]['kind']
  expectTypeOf<KindOf<typeof roofs>>().toEqualTypeOf<FundSubjectKind>()
  expectTypeOf<KindOf<typeof networkOperations>>().toEqualTypeOf<NetworkSubjectKind>()
})

test('two operations of one entry say the same of it', () => {
  const shared = [
    ...Map.groupBy<string, (typeof operations)[number]>(operations, ({ entry }) => entry),
  ].filter(([, ones]) => ones.length > 1)
  // A loan is given up by a vote, or was as an older book says.
  expect(shared.map(([entry]) => entry)).toEqual(['LoanWrittenOff'])
  for (const [, ones] of shared) {
    const body = { loanId: 'l1' } as never
    const said = ones.map(({ minutes, isReversible, about }) =>
      JSON.stringify([minutes, isReversible, about(body, 'e1')]),
    )
    expect(new Set(said).size).toBe(1)
  }
})

describe.each([
  [
    'fund',
    operations,
    [
      'AskForSupport',
      'AwardAtOnce',
      'FoundFund',
      'RecordPrivateSavings',
      'RenewAuditors',
      'TakeSupportStep',
    ],
  ],
  [
    'network',
    networkOperations.list,
    [
      'AskFromPot',
      'FoundNetwork',
      'JoinFund',
      'ReplyToAuditFinding',
      'TakeAuditPlan',
      'TakePotStep',
      'WitnessFund',
    ],
  ],
] as const)('every operation of a %s', (_, all, byTheService) => {
  test('has a command that no other one has', () => {
    const names = all.map((one) => one.command)
    expect(new Set(names).size).toBe(names.length)
  })

  test('keeps nothing that it does not ask for', () => {
    for (const { asks, keeps } of all)
      expect(Object.keys(asks)).toEqual(expect.arrayContaining([...keeps]))
  })

  test('that nobody may send is one that the service makes itself, or a founding', () => {
    const madeHere = all.filter(({ may }) => may === nobody).map((one) => one.command)
    expect(madeHere.toSorted()).toEqual(byTheService)
  })
})
