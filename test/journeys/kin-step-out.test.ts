import { beforeEach, expect, test } from 'vitest'
import {
  about,
  appraised,
  beginningsOf,
  byMeeting,
  byOfficers,
  decided,
  officers,
  requested,
  saved,
  savedEach,
  turnedDown,
  withPrices,
} from '#test/support/committee.ts'
import { carriedOver, converted, flat } from '#test/support/older.ts'
import { kinVillage, payoutOfM1 } from '#test/support/kin-village.ts'
import { type StoryCommand, takenOver } from '#test/support/village.ts'

const { fundId, by, now } = kinVillage()

let village: ReturnType<typeof kinVillage>
beforeEach(async () => {
  village = kinVillage()
  // A neighbour's loan of the older book: of all that is lent officers' households may be voted a part.
  const lent = { on: '2024-12-01', loanId: 'old', memberId: 'm5', months: 12 }
  const sums = { principal: 9_000_000, owed: 9_000_000 }
  await told(
    ...beginningsOf({}, 100_000_000 - saved.length * savedEach),
    ...saved,
    takenOver({ ...lent, ...sums }),
  )
})

/** Every household that asks is told the price; that is not what these stories are about. */
const told = (...stories: readonly StoryCommand[]): Promise<string[]> =>
  village.told(...withPrices(stories))
const areKin: typeof village.areKin = (...kin) => village.areKin(...kin)

const four = officers.slice(0, 4)
/** What becomes of a vote on the loan of m1. */
const voted = async (...[yes, no, more]: Parameters<typeof byOfficers>): Promise<string> =>
  (await told(decided({ ballot: byOfficers(yes, no, more) })))[0]!

test('where no kin was declared all five officers vote', async () => {
  await told(requested(), appraised())
  expect(await voted(officers)).toBe('recorded')
})

test('an officer who is kin does not vote, is named as stepped out, and then the vote stands', async () => {
  await areKin('m1', 'sibling', 'o5')
  await told(requested(), appraised())
  expect(await voted(officers)).toBe('kin-must-step-out')
  expect(await voted(four)).toBe('kin-must-step-out')
  expect(await voted(four, [], { recused: ['o5'] })).toBe('recorded')
})

test('kin who vote no must step out like kin who vote yes', async () => {
  await areKin('o5', 'parent', 'm1')
  await told(requested(), appraised())
  expect(await voted([], officers)).toBe('kin-must-step-out')
})

const kinOfKin: readonly (readonly [string, () => Promise<unknown>])[] = [
  [
    'the spouse of a sibling',
    async () => {
      await areKin('m1', 'sibling', 'm2')
      await areKin('m2', 'spouse', 'o5')
    },
  ],
  [
    'the sibling of a spouse who is in no office',
    async () => {
      await areKin('m1', 'spouse', 'm2')
      await areKin('o5', 'sibling', 'm2')
    },
  ],
  [
    'the spouse of a child',
    async () => {
      await areKin('m1', 'parent', 'm2')
      await areKin('m2', 'spouse', 'o5')
    },
  ],
  [
    'whoever lives with somebody who lives with the borrower',
    async () => {
      await areKin('m1', 'same-household', 'm2')
      await areKin('m2', 'same-household', 'm3')
      await areKin('m3', 'same-household', 'o5')
    },
  ],
]

test.each(kinOfKin)('kin of kin steps out: %s', async (_, declare) => {
  await declare()
  await told(requested(), appraised())
  expect(await voted(officers)).toBe('kin-must-step-out')
  expect(await voted(four, [], { recused: ['o5'] })).toBe('recorded')
})

test('when two of five are kin, fewer than four may vote and the meeting votes', async () => {
  await areKin('m1', 'sibling', 'o4')
  await areKin('m1', 'in-law', 'o5')
  await told(requested(), appraised())
  const recused = ['o4', 'o5']
  expect(await voted(['o1', 'o2', 'o3'], [], { recused })).toBe('the-meeting-must-vote')
  const hands = { present: 9, yes: 7, no: 0 }
  expect(await told(decided({ ballot: byMeeting(hands) }))).toEqual(['kin-must-step-out'])
  expect(await told(decided({ ballot: byMeeting(hands, { recused }) }))).toEqual(['recorded'])
})

test('a chair who is kin confirms no vote of the meeting; another officer does', async () => {
  await areKin('m1', 'spouse', 'o1')
  await told(requested(), appraised())
  const hands = { present: 9, yes: 7, no: 0 }
  const recused = ['o1']
  expect(await told(decided({ ballot: byMeeting(hands) }))).toEqual(['kin-must-step-out'])
  expect(await told(decided({ ballot: byMeeting(hands, { recused }) }))).toEqual([
    'confirmed-by-no-chair',
  ])
  const byAnother = byMeeting(hands, { recused, confirmedBy: 'o3' })
  expect(await told(decided({ ballot: byAnother }))).toEqual(['recorded'])
})

test('where every officer is kin one looks into it, the meeting decides, and the chair writes it down', async () => {
  for (const officer of four) await areKin('m1', 'in-law', officer)
  await told(requested())
  expect(await told(appraised())).toEqual(['appraiser-is-kin'])
  await areKin('m1', 'in-law', 'o5')
  expect(await told(appraised())).toEqual(['recorded'])
  const hands = { present: 9, yes: 8, no: 0 }
  const byHands = (recused: readonly string[]) =>
    told(decided({ ballot: byMeeting(hands, { recused }) }))
  expect(await voted(officers, [], { recused: [] })).toBe('kin-must-step-out')
  expect(await byHands(four)).toEqual(['confirmed-by-no-chair'])
  expect(await byHands(['o2', 'o3', 'o4', 'o5'])).toEqual(['kin-must-step-out'])
  expect(await byHands(officers)).toEqual(['recorded'])
})

test('of an officer to whom all the others are kin one of them looks into it and writes it down', async () => {
  for (const officer of officers.slice(1)) await areKin('o1', 'in-law', officer)
  await told(requested({ memberId: 'o1' }))
  expect(await told(appraised({ appraisedBy: 'o1' }))).not.toEqual(['recorded'])
  expect(await told(appraised({ appraisedBy: 'o2' }))).toEqual(['recorded'])
  const hands = { present: 9, yes: 8, no: 0 }
  const byHands = (confirmedBy: string) =>
    told(decided({ ballot: byMeeting(hands, { recused: officers.slice(1), confirmedBy }) }))
  expect(await byHands('o1')).toEqual(['confirmed-by-no-chair'])
  expect(await byHands('o3')).toEqual(['recorded'])
})

test('a request that is asked for and voted on in one batch is held against kin all the same', async () => {
  await areKin('m1', 'sibling', 'o5')
  expect(await told(requested(), appraised(), decided())).toEqual([
    'recorded',
    'recorded',
    'kin-must-step-out',
  ])
})

test('an officer who was appointed in the same batch steps out too', async () => {
  await areKin('m1', 'sibling', 'm2')
  const elected: StoryCommand = {
    type: 'AppointOfficer',
    effectiveOn: '2025-01-05',
    memberId: 'm2',
    office: 'committee',
  }
  expect(await told(elected, requested(), appraised(), decided())).toEqual([
    'recorded',
    'recorded',
    'recorded',
    'kin-must-step-out',
  ])
})

test('whoever the book itself says lives with the borrower steps out, from that day on', async () => {
  const household = (effectiveOn: string, ...memberIds: readonly string[]): StoryCommand => ({
    type: 'RecordHousehold',
    effectiveOn,
    householdId: 'h1',
    change: 'joined',
    memberIds,
  })
  await areKin('o5', 'same-household', 'm3')
  await told(requested(), appraised(), household('2025-01-15', 'm1', 'm3'))
  expect(await voted(officers)).toBe('kin-must-step-out')
  expect(await voted(four, [], { recused: ['o5'] })).toBe('recorded')
  await told(requested({ loanId: 'l2', memberId: 'm2' }), appraised({ loanId: 'l2' }))
  await told(household('2025-01-25', 'm2'))
  expect(await told(decided({ loanId: 'l2', on: '2025-01-24' }))).toEqual(['recorded'])
})

test('kin do not look into a request', async () => {
  await areKin('m1', 'same-household', 'o2')
  await told(requested())
  expect(await told(appraised({ appraisedBy: 'o2' }))).toEqual(['appraiser-is-kin'])
  expect(await told(appraised({ appraisedBy: 'o3' }))).toEqual(['recorded'])
})

test('kin step out of the vote on an appeal as well', async () => {
  await told(requested(), appraised(), turnedDown(), about('AppealDecision', '2025-01-25'))
  await areKin('m1', 'sibling', 'o5')
  const anew = (recused: readonly string[]) =>
    told(
      decided({
        on: '2025-02-01',
        ballot: byMeeting({ present: 9, yes: 7, no: 0 }, { recused }),
      }),
    )
  expect(await anew([])).toEqual(['kin-must-step-out'])
  expect(await anew(['o5'])).toEqual(['recorded'])
})

test('kin step out of a new plan and of giving up', async () => {
  expect(await told(requested(), appraised(), decided(), payoutOfM1)).toEqual(
    Array(4).fill('recorded'),
  )
  await areKin('m1', 'in-law', 'o5')
  const plan = (recused: readonly string[]): StoryCommand => ({
    type: 'RescheduleLoan',
    effectiveOn: '2025-03-01',
    loanId: 'l1',
    months: 20,
    ballot: byOfficers(four, [], { recused }),
  })
  const giveUp = (recused: readonly string[]): StoryCommand => ({
    type: 'WriteOffLoan',
    effectiveOn: '2026-06-01',
    loanId: 'l1',
    ballot: byMeeting({ present: 9, yes: 7, no: 0 }, { recused }),
  })
  expect(await told(plan([]), plan(['o5']))).toEqual(['kin-must-step-out', 'recorded'])
  expect(await told(giveUp([]), giveUp(['o5']))).toEqual(['kin-must-step-out', 'recorded'])
})

test('kin step out of the vote that takes an older loan over for good', async () => {
  await told(carriedOver(flat('3')))
  await areKin('m1', 'spouse', 'o5')
  const vote = (recused: readonly string[]): StoryCommand =>
    converted('2025-03-20', byMeeting({ present: 9, yes: 7, no: 0 }, { recused }))
  expect(await told(vote([]), vote(['o5']))).toEqual(['kin-must-step-out', 'recorded'])
})

test('who is kin but has left, or holds no office, need not be named', async () => {
  await areKin('m1', 'sibling', 'm3')
  await told(requested(), appraised())
  expect(await voted(officers)).toBe('recorded')
})

test('kin declared after the vote change nothing of it: the same command is the same answer', async () => {
  await told(requested(), appraised())
  const [vote] = village.commandsOf([decided()])
  const [before] = await village.record(fundId, [vote!], by)
  await areKin('m1', 'sibling', 'o5')
  const [again] = await village.record(fundId, [vote!], by)
  expect(again).toEqual(before)
  expect(await told(payoutOfM1)).toEqual(['recorded'])
})

test('a dry run says the same and writes nothing', async () => {
  await areKin('m1', 'sibling', 'o5')
  await told(requested(), appraised())
  const length = (await village.store.read(fundId, 0, 1000)).length
  const answers = await village.record(fundId, village.commandsOf([decided()]), {
    ...by,
    dryRun: true,
  })
  expect(answers).toMatchObject([{ outcome: 'refused', code: 'kin-must-step-out' }])
  expect(await village.store.read(fundId, 0, 1000)).toHaveLength(length)
})

test('the journal says who stepped out, never why, and no word of kin', async () => {
  await areKin('m1', 'sibling', 'o5')
  await told(requested(), appraised())
  await voted(four, [], { recused: ['o5'] })
  const ballot = (await village.store.read(fundId, 0, 1000)).filter(
    ({ type }) => type === 'LoanDecided',
  )
  const all = JSON.stringify(ballot)
  expect(all).toContain('"recused\\":[\\"o5\\"]')
  for (const word of ['kin', 'sibling', 'spouse', 'household', 'in-law'])
    expect(all).not.toContain(word)
})

test('kin of one fund have no say about another', async () => {
  await village.store.keepKinships('fund-b', [
    { fundId: 'fund-b', firstId: 'm1', secondId: 'o5', relation: 'sibling', declaredAt: now },
  ])
  await told(requested(), appraised())
  expect(await voted(officers)).toBe('recorded')
})
