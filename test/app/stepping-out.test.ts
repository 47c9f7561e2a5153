import { describe, expect, test } from 'vitest'
import type { Kinship } from '#domain/fund/people/particulars.ts'
import type { Command } from '#domain/village.ts'
import { householdOfEvent, kinOnDay, kinRefusal, whoStepsOut } from '#src/app/stepping-out.ts'
import {
  allOfUs,
  beginningsOf,
  byMeeting,
  byOfficers,
  committeeAfter,
  decided,
  households,
  officers,
  requested,
} from '#test/support/committee.ts'
import { declared } from '#test/support/flood.ts'
import { type StoryCommand, paidOut, storyOf } from '#test/support/village.ts'

const siblings = (firstId: string, secondId: string): Kinship => ({
  firstId,
  secondId,
  relation: 'sibling',
})
const together = (firstId: string, secondId: string): Kinship => ({
  firstId,
  secondId,
  relation: 'same-household',
})
const formed = (householdId: string, ...memberIds: string[]): StoryCommand => ({
  type: 'RecordHousehold',
  effectiveOn: '2025-02-01',
  change: 'formed',
  householdId,
  memberIds,
})
const ofOneHouse = declared({
  on: '2025-02-10',
  from: '2025-02-01',
  kind: 'personal',
  memberIds: ['m1', 'm2'],
})
/** A flood that was declared for two households by name. */
const ofTwo = declared({
  on: '2025-02-10',
  from: '2025-02-01',
  eventId: 'E2',
  memberIds: ['m1', 'm3'],
})
const village = committeeAfter([
  requested(),
  paidOut({ on: '2025-01-20', principal: 100_000, months: 10, loanId: 'l2', memberId: 'm2' }),
  formed('h1', 'm4', 'o4'),
  ofOneHouse,
  ofTwo,
  declared({ on: '2025-02-10', from: '2025-02-01', eventId: 'E3', places: ['river'] }),
])

const refusal = (told: object, kin: readonly Kinship[] = [siblings('o2', 'm1')]) =>
  kinRefusal(village, { effectiveOn: '2025-02-20', ...told } as unknown as Command, kin)
const vote = (ballot: object) => ({ ...decided(), effectiveOn: '2025-02-20', ballot })
const others = officers.filter((one) => one !== 'o2')

describe('an officer who is kin of the borrower steps out', () => {
  test('whoever votes, confirms or is not named as recused has not stepped out', () => {
    expect(refusal(vote(byOfficers(officers)))).toBe('kin-must-step-out')
    expect(refusal(vote(byOfficers(others)))).toBe('kin-must-step-out')
    expect(refusal(vote(byOfficers(others, [], { recused: ['o2'] })))).toBeUndefined()
    expect(refusal(vote(byOfficers(['o1'], ['o2'], { recused: ['o2'] })))).toBe('kin-must-step-out')
    const confirmed = { recused: ['o2'], confirmedBy: 'o2' }
    expect(refusal(vote(byOfficers(others, [], confirmed)))).toBe('kin-must-step-out')
    expect(refusal(vote(byMeeting({ present: 9, yes: 8, no: 0 }, confirmed)))).toBe(
      'kin-must-step-out',
    )
    expect(refusal(vote(byMeeting({ present: 9, yes: 8, no: 0 }, { recused: ['o2'] })))).toBe(
      undefined,
    )
  })

  test('where nobody is kin nobody steps out, and whoever is recused all the same is believed', () => {
    expect(refusal(vote(byOfficers(officers)), [])).toBeUndefined()
    expect(refusal(vote(byOfficers(others, [], { recused: ['o2'] })), [])).toBeUndefined()
    // Kin who hold no office have no part in it.
    expect(refusal(vote(byOfficers(officers)), [siblings('m3', 'm1')])).toBeUndefined()
  })

  test('nor do they look into the request, and what a household asks is nobody’s vote', () => {
    const looks = (appraisedBy: string) => ({ type: 'AppraiseLoan', loanId: 'l1', appraisedBy })
    expect(refusal(looks('o2'))).toBe('appraiser-is-kin')
    expect(refusal(looks('o3'))).toBeUndefined()
    expect(refusal({ type: 'RequestLoan', loanId: 'l1', memberId: 'm1' })).toBeUndefined()
  })

  test.each(['RescheduleLoan', 'ConvertLoan', 'WriteOffLoan'])(
    '%s is about whoever owes the loan',
    (type) => {
      const told = { type, loanId: 'l2', ballot: allOfUs }
      expect(refusal(told, [siblings('o2', 'm2')])).toBe('kin-must-step-out')
      expect(refusal(told, [siblings('o2', 'm1')])).toBeUndefined()
      // Of a loan that is none nobody is concerned: that is for others to say.
      expect(refusal({ ...told, loanId: 'l9' }, [siblings('o2', 'm2')])).toBeUndefined()
    },
  )

  test('a vote on a request that is none is nobody’s matter', () => {
    expect(refusal({ ...vote(byOfficers(officers)), loanId: 'l9' })).toBeUndefined()
  })
})

describe('where every officer is kin of whoever asks', () => {
  const all = officers.map((one) => siblings(one, 'm1'))
  const recused = [...officers]

  test('one of them looks into it, the meeting decides, and one of them writes it down', () => {
    expect(refusal({ type: 'AppraiseLoan', loanId: 'l1', appraisedBy: 'o2' }, all)).toBeUndefined()
    expect(refusal(vote(byMeeting({ present: 9, yes: 8, no: 0 }, { recused })), all)).toBe(
      undefined,
    )
    // The officers themselves do not vote on it, and are still named.
    expect(refusal(vote(byOfficers(officers, [], { recused })), all)).toBe('kin-must-step-out')
    const one = { recused: recused.slice(1) }
    expect(refusal(vote(byMeeting({ present: 9, yes: 8, no: 0 }, one)), all)).toBe(
      'kin-must-step-out',
    )
  })

  test('one who is not is enough that the others step out', () => {
    const four = all.slice(1)
    const told = byMeeting(
      { present: 9, yes: 8, no: 0 },
      { recused: recused.slice(1), confirmedBy: 'o2' },
    )
    expect(refusal(vote(told), four)).toBe('kin-must-step-out')
    expect(refusal({ type: 'AppraiseLoan', loanId: 'l1', appraisedBy: 'o2' }, four)).toBe(
      'appraiser-is-kin',
    )
    // The borrower who holds the last office is one of them.
    const own = { type: 'AppraiseLoan', loanId: 'l2', appraisedBy: 'o2' }
    expect(refusal(own, four)).toBeUndefined()
  })
})

describe('relief is a household’s own matter where it is for one household', () => {
  const about = (type: string, eventId: string) => ({ type, eventId, ballot: allOfUs })

  test.each(['ActivateRelief', 'RenewRelief', 'RatifyRelief'])('at %s its kin step out', (type) => {
    expect(refusal(about(type, 'E1'), [siblings('o2', 'm2')])).toBe('kin-must-step-out')
    expect(refusal(about(type, 'E1'), [siblings('o2', 'm3')])).toBeUndefined()
    // A flood is everybody's.
    expect(refusal(about(type, 'E3'), [siblings('o2', 'm1')])).toBeUndefined()
    expect(refusal(about(type, 'E9'), [siblings('o2', 'm1')])).toBeUndefined()
  })

  test('two who were named are one household where the book or what was declared says so', () => {
    const members = [...village.members.values()]
    const house = (eventId: string, kin: readonly Kinship[], of = members) =>
      householdOfEvent(village.events.get(eventId), { members: of, kin, day: '2025-02-20' })
    expect(house('E1', [])).toEqual(['m1', 'm2'])
    expect(house('E2', [])).toEqual([])
    expect(house('E2', [together('m1', 'm3')])).toEqual(['m1', 'm3'])
    expect(house('E2', [together('m1', 'm5'), together('m5', 'm3')])).toEqual(['m1', 'm3'])
    // Kin who live elsewhere are another household.
    expect(house('E2', [siblings('m1', 'm3')])).toEqual([])
    expect(house('E3', [together('m1', 'm3')])).toEqual([])
    expect(house('E9', [])).toEqual([])
    const living = committeeAfter([formed('h1', 'm1', 'm3'), ofTwo])
    expect(house('E2', [], [...living.members.values()])).toEqual(['m1', 'm3'])
  })
})

test('who lives together in the book is kin from the day on which the book says so', () => {
  const members = [...village.members.values()]
  const kin = (day: string) => [...kinOnDay([], members, { memberId: 'm4', day })]
  expect(kin('2025-01-31')).toEqual([])
  expect(kin('2025-02-01')).toEqual(['o4'])
})

const moved = (
  change: 'formed' | 'split',
  householdId: string,
  memberIds: readonly string[],
  more: object,
): StoryCommand =>
  ({ type: 'RecordHousehold', change, householdId, memberIds, ...more }) as StoryCommand

test.each([
  ['on its day', '2025-02-15'],
  ['on a day before it was asked for', '2025-01-05'],
])(
  'an officer who moves out of the borrower’s household %s steps out of the open vote all the same',
  (_, on) => {
    const told = [
      moved('formed', 'h9', ['m1', 'o2'], { effectiveOn: '2025-01-02' }),
      requested(),
      moved('split', 'h8', ['o2'], { effectiveOn: on, leftId: 'h9' }),
    ]
    const command = { ...vote(byOfficers(others)), effectiveOn: '2025-02-20' } as unknown as Command
    expect(kinRefusal(committeeAfter(told), command, [])).toBe('kin-must-step-out')
  },
)

// All of it was written before the request, which bears an earlier day.
test('who lived together since it was asked for steps out, and whoever moved out before is free', () => {
  const word = (from: string, to: string, on = '2025-01-06') => {
    const told = [
      moved('formed', 'h9', ['m1', 'o2'], { effectiveOn: from }),
      moved('split', 'h8', ['o2'], { effectiveOn: to, leftId: 'h9' }),
      requested({ on }),
    ]
    return kinRefusal(committeeAfter(told), vote(byOfficers(others)) as never, [])
  }
  expect(word('2025-01-10', '2025-01-15')).toBe('kin-must-step-out')
  expect(word('2025-01-02', '2025-01-07')).toBe('kin-must-step-out')
  expect(word('2025-01-02', '2025-02-13', '2025-02-19')).toBe('kin-must-step-out')
  for (const out of ['2025-01-05', '2025-01-06']) expect(word('2025-01-02', out)).toBeUndefined()
})

test('kin who hold no office raise no hand either, where there is a list of who was there', () => {
  const on = '2025-02-20'
  const list = (present: readonly string[]) => ({
    type: 'RecordAttendance' as const,
    effectiveOn: on,
    present: [...present],
    absent: [],
  })
  const everybody = [...officers, ...households]
  const word = (yes: number, ...before: readonly StoryCommand[]) => {
    const hands = { present: 10, yes, no: 0 }
    const command = { ...vote(byMeeting(hands)), effectiveOn: on } as unknown as Command
    const kin = [siblings('m1', 'm3'), siblings('m4', 'm1')]
    return kinRefusal(committeeAfter([requested(), ...before]), command, kin)
  }
  expect(word(9)).toBeUndefined()
  expect(word(8, list(everybody))).toBe('kin-must-step-out')
  expect(word(7, list(everybody))).toBeUndefined()
  // Who was not there was not among those who could raise one.
  expect(word(7, list(everybody.filter((id) => id !== 'm3')))).toBeUndefined()
  expect(word(7, list(everybody.filter((id) => id !== 'm2')))).toBe('kin-must-step-out')
})

describe('a household that changes just before a vote frees nobody', () => {
  const ofM2 = (type: string, day: string) =>
    ({ type, loanId: 'l2', effectiveOn: day, ballot: allOfUs }) as unknown as Command
  const lent = paidOut({
    on: '2025-01-20',
    principal: 100_000,
    months: 10,
    loanId: 'l2',
    memberId: 'm2',
  })
  const living = moved('formed', 'h9', ['m2', 'o2'], { effectiveOn: '2025-01-02' })
  const out = (on: string) => moved('split', 'h8', ['o2'], { effectiveOn: on, leftId: 'h9' })
  const writtenOnItsDay = (told: readonly StoryCommand[]) =>
    storyOf([...beginningsOf(), ...told], ({ effectiveOn }) => `${effectiveOn}T02:00:00.000Z`)
      .village

  test.each(['RescheduleLoan', 'ConvertLoan', 'WriteOffLoan'])('at %s', (type) => {
    const voted = (on: string, day: string) =>
      kinRefusal(writtenOnItsDay([lent, living, out(on)]), ofM2(type, day), [])
    expect(voted('2025-02-19', '2025-02-20')).toBe('kin-must-step-out')
    expect(voted('2025-02-13', '2025-02-20')).toBe('kin-must-step-out')
    expect(voted('2025-02-12', '2025-02-20')).toBeUndefined()
    const lentSince = writtenOnItsDay([living, out('2025-02-13'), lent])
    expect(kinRefusal(lentSince, ofM2(type, '2025-02-20'), [])).toBe('kin-must-step-out')
  })

  test('also where it is written with a day long ago', () => {
    const told = [...beginningsOf(), living, lent, out('2025-01-10')]
    const { village: later } = storyOf(told, () => '2025-02-19T02:00:00.000Z')
    expect(kinRefusal(later, ofM2('RescheduleLoan', '2025-02-20'), [])).toBe('kin-must-step-out')
  })

  test('at relief for one household that was split into two', () => {
    const before = moved('formed', 'h9', ['m1', 'm3', 'o2'], { effectiveOn: '2025-01-02' })
    const split = moved('split', 'h8', ['m3', 'o2'], { effectiveOn: '2025-02-19', leftId: 'h9' })
    const told = { type: 'ActivateRelief', eventId: 'E2', effectiveOn: '2025-02-20' }
    const command = { ...told, ballot: allOfUs } as unknown as Command
    expect(kinRefusal(committeeAfter([before, ofTwo, split]), command, [])).toBe(
      'kin-must-step-out',
    )
    expect(kinRefusal(committeeAfter([ofTwo]), command, [])).toBeUndefined()
  })
})

test('kin are read where a command asks for it, and a journal alone knows none', async () => {
  let reads = 0
  const journal = {
    kinships: async () => {
      reads += 1
      return [{ ...siblings('o2', 'm1'), fundId: 'f', declaredAt: '' }]
    },
  }
  const voted = vote(byOfficers(officers)) as unknown as Command
  const bought = { type: 'BuyShares', memberId: 'm1' } as unknown as Command
  const judge = await whoStepsOut({ journal }, 'f', [bought, voted])
  expect(judge(village, voted)).toBe('kin-must-step-out')
  expect(reads).toBe(1)
  expect((await whoStepsOut({ journal }, 'f', [bought]))(village, voted)).toBeUndefined()
  expect(reads).toBe(1)
  expect((await whoStepsOut({ journal: {} }, 'f', [voted]))(village, voted)).toBeUndefined()
})
