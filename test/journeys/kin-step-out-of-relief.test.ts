import { beforeEach, expect, test } from 'vitest'
import { beginningsOf, byMeeting, byOfficers } from '#test/support/committee.ts'
import { kinVillage, payoutOfM1 } from '#test/support/kin-village.ts'
import type { StoryCommand } from '#test/support/village.ts'

let village: ReturnType<typeof kinVillage>
beforeEach(async () => {
  village = kinVillage()
  await told(...beginningsOf())
})

const told: typeof village.told = (...stories) => village.told(...stories)
const areKin: typeof village.areKin = (...kin) => village.areKin(...kin)

/** m1 and m2 live together; something happened to them, and each has a loan. */
const ofOneHousehold = async (): Promise<readonly object[]> => {
  const loan = (loanId: string, memberId: string, number: string): StoryCommand => ({
    ...payoutOfM1,
    loanId,
    memberId,
    number,
  })
  const happened: StoryCommand = {
    type: 'DeclareEvent',
    effectiveOn: '2025-02-01',
    eventId: 'E1',
    kind: 'personal',
    memberIds: ['m1', 'm2'],
    from: '2025-02-01',
    evidence: { is: 'reason', hash: 'ab'.repeat(32) },
  }
  await told(loan('l1', 'm1', 'L1'), loan('l2', 'm2', 'L2'), happened)
  const span = { from: '2025-02-01', to: '2025-03-31' }
  return [
    { loanId: 'l1', ...span },
    { loanId: 'l2', ...span },
  ]
}

const relief = (touched: readonly object[], ballot: object): StoryCommand =>
  ({
    type: 'ActivateRelief',
    effectiveOn: '2025-02-02',
    eventId: 'E1',
    touched,
    ballot,
  }) as StoryCommand

test("kin of anybody of the household step out of the officers' vote on its relief", async () => {
  await areKin('m2', 'sibling', 'o5')
  const touched = await ofOneHousehold()
  const voted3 = (yes: readonly string[], recused: readonly string[] = []) =>
    told(relief(touched, byOfficers(yes, [], { recused })))
  expect(await voted3(['o1', 'o2', 'o5'])).toEqual(['kin-must-step-out'])
  expect(await voted3(['o1', 'o2', 'o3'])).toEqual(['kin-must-step-out'])
  // Named as stepped out she votes all the same: that is no stepping out.
  expect(await voted3(['o1', 'o2', 'o5'], ['o5'])).toEqual(['recused-votes'])
  expect(await voted3(['o1', 'o2', 'o3'], ['o5'])).toEqual(['recorded'])
})

test("kin step out of the meeting's vote on one household's relief, and confirm none", async () => {
  await areKin('m1', 'spouse', 'o1')
  const touched = await ofOneHousehold()
  const hands = { present: 9, yes: 8, no: 0 }
  const raised = (more: { recused?: readonly string[]; confirmedBy?: string }) =>
    told(relief(touched, byMeeting(hands, more)))
  expect(await raised({})).toEqual(['kin-must-step-out'])
  expect(await raised({ recused: ['o1'] })).toEqual(['confirmed-by-no-chair'])
  expect(await raised({ recused: ['o1'], confirmedBy: 'o3' })).toEqual(['recorded'])
})

test('kin step out of ratifying and renewing it as well', async () => {
  const touched = await ofOneHousehold()
  await areKin('m1', 'in-law', 'o4')
  expect(
    await told(relief(touched, byOfficers(['o1', 'o2', 'o3'], [], { recused: ['o4'] }))),
  ).toEqual(['recorded'])
  const hands = { present: 9, yes: 8, no: 0 }
  const word = (recused: readonly string[]): StoryCommand => ({
    type: 'RatifyRelief',
    effectiveOn: '2025-02-20',
    eventId: 'E1',
    ballot: byMeeting(hands, { recused }),
  })
  expect(await told(word([]), word(['o4']))).toEqual(['kin-must-step-out', 'recorded'])
  const span = { from: '2025-04-01', to: '2025-05-31' }
  const again = (recused: readonly string[]): StoryCommand =>
    ({
      type: 'RenewRelief',
      effectiveOn: '2025-03-15',
      eventId: 'E1',
      touched: ['l1', 'l2'].map((loanId) => ({ loanId, ...span })),
      ballot: byMeeting(hands, { recused }),
    }) as StoryCommand
  expect(await told(again([]), again(['o4']))).toEqual(['kin-must-step-out', 'recorded'])
})

test('of a flood that touched a kinsman with the whole village nobody steps out', async () => {
  await areKin('m1', 'sibling', 'o5')
  await told(payoutOfM1, {
    type: 'DeclareEvent',
    effectiveOn: '2025-02-01',
    eventId: 'E2',
    kind: 'flood',
    memberIds: ['m1', 'm2'],
    from: '2025-02-01',
    evidence: { is: 'gauge', station: 'KRATIE', levelCm: 2310 },
  })
  const touched = [{ loanId: 'l1', from: '2025-02-01', to: '2025-04-30' }]
  const flood = {
    ...relief(touched, byOfficers(['o1', 'o2', 'o5'])),
    eventId: 'E2',
  } as StoryCommand
  expect(await told(flood)).toEqual(['recorded'])
})

/** The same two, and somebody has written that it was a flood. */
const calledAFlood = (
  touched: readonly object[],
  ballot: object,
  evidence: object,
): StoryCommand[] => [
  {
    type: 'DeclareEvent',
    effectiveOn: '2025-02-01',
    eventId: 'E3',
    kind: 'flood',
    memberIds: ['m1', 'm2'],
    from: '2025-02-01',
    evidence,
  } as StoryCommand,
  { ...relief(touched, ballot), eventId: 'E3' } as StoryCommand,
]
const gauge = { is: 'gauge', station: 'KRATIE', levelCm: 2310 }

test('a flood that is said of one household is its own matter: kin step out as of any need of its own', async () => {
  await areKin('m1', 'same-household', 'm2')
  await areKin('m2', 'sibling', 'o5')
  await told(payoutOfM1)
  const touched = [{ loanId: 'l1', from: '2025-02-01', to: '2025-04-30' }]
  const votes = (yes: readonly string[], recused: readonly string[] = []) =>
    byOfficers(yes, [], { recused })
  const first = calledAFlood(touched, votes(['o1', 'o2', 'o5']), gauge)
  expect(await told(...first)).toEqual(['recorded', 'kin-must-step-out'])
  expect(await told(first[1]!)).toEqual(['kin-must-step-out'])
  const right = calledAFlood(touched, votes(['o1', 'o2', 'o3'], ['o5']), gauge)
  expect(await told(right[1]!)).toEqual(['recorded'])
})

test('where everybody who holds an office is kin the meeting decides, and one of them writes it down', async () => {
  const officers = ['o1', 'o2', 'o3', 'o4', 'o5']
  for (const officer of officers) await areKin('m1', 'in-law', officer)
  const touched = await ofOneHousehold()
  const hands = { present: 9, yes: 8, no: 0 }
  const alone = byOfficers(['o1', 'o2', 'o3'], [], { recused: officers })
  expect(await told(relief(touched, alone))).not.toEqual(['recorded'])
  expect(await told(relief(touched, byMeeting(hands, { recused: officers })))).toEqual(['recorded'])
})
