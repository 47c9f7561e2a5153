import { expect, test } from 'vitest'
import type { FundBook } from '#domain/health/book.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { boxCheckOf } from '#src/app/box-check.ts'
import { concentrationOf, kinVotedIn } from '#src/app/health/concentration.ts'
import {
  householdsViewOf,
  memberCardOf,
  memberLines,
  officersViewOf,
  pastOf,
} from '#src/app/members/members-view.ts'
import { declaredOf, kinshipWith } from '#src/app/members/particulars.ts'
import { signedBalanceOf } from '#src/app/household/signed-balance.ts'
import { inCardOrder } from '#src/app/meeting/card-order.ts'
import { committeeStory } from '#test/support/committee.ts'
import { type StoryCommand, fundBookOf, paidOut } from '#test/support/village.ts'

const member = (more: Partial<Member> = {}): Member =>
  ({
    memberId: 'm1',
    card: 'M1',
    sex: 'f',
    povertyLevel: undefined,
    zone: 'river',
    isFormer: false,
    admittedOn: '2025-01-01',
    offices: [],
    ...more,
  }) as Member

const book = (members: readonly Member[]): FundBook =>
  ({ ...fundBookOf(committeeStory()), members }) as FundBook

const fact = (on: string, change: string, more: object = {}) => ({ id: on, on, change, ...more })
const living = (...life: object[]) => member({ life: life as Member['life'] & object })

test('a member is listed with the state of the day and since when, the dead since their death', () => {
  const since = (day: string, ...life: object[]) => {
    const [line] = memberLines(book([living(...life)]), day)
    return `${line!.state} ${line!.since}`
  }
  const away = fact('2025-02-01', 'away')
  expect(since('2025-01-31', away)).toBe('here 2025-01-01')
  expect(since('2025-02-01', away)).toBe('away 2025-02-01')
  const died = fact('2025-03-01', 'died')
  const late = [away, died, fact('2025-03-05', 'left')]
  expect(since('2025-02-28', ...late)).toBe('away 2025-02-01')
  expect(since('2025-03-01', ...late)).toBe('dead 2025-03-01')
  expect(since('2025-03-06', ...late)).toBe('dead 2025-03-01')
})

test('the past of a member has every dated line through the day, the newest first', () => {
  const one = member({
    life: [fact('2025-02-01', 'away')] as never,
    corrections: [{ id: 'c', on: '2025-02-03' }],
    placements: [{ on: '2025-02-02', householdId: 'H1', change: 'formed' }] as never,
    offices: [{ office: 'chair', from: '2025-01-05', until: '2025-12-31', endedOn: '2025-02-04' }],
  })
  const lines = (day: string) => pastOf(one, day).map(({ on, what }) => `${on.slice(5)} ${what}`)
  expect(lines('2025-02-04')).toEqual([
    '02-04 ended',
    '02-03 corrected',
    '02-02 household',
    '02-01 away',
    '01-05 office',
    '01-01 admitted',
  ])
  expect(lines('2025-02-03')).toHaveLength(5)
  expect(pastOf(member({ isFormer: true }), '2025-01-01')).toEqual([
    { on: '2025-01-01', what: 'former' },
  ])
})

test('a card tells who lives with somebody on the day, and who votes for whoever is away', () => {
  const placed = (memberId: string, on: string): Member =>
    member({
      memberId,
      card: memberId.toUpperCase(),
      placements: [{ on, householdId: 'H1', change: 'joined' }] as never,
    })
  const away = {
    ...placed('m3', '2025-02-01'),
    life: [fact('2025-02-01', 'away', { proxy: 'm1' })],
  }
  const members = [placed('m2', '2025-02-01'), placed('m1', '2025-02-02'), away as Member]
  const card = (memberId: string, day: string) => memberCardOf(book(members), memberId, day)
  expect(card('m2', '2025-02-01')?.livesWith).toEqual(['M3'])
  expect(card('m2', '2025-02-02')?.livesWith).toEqual(['M1', 'M3'])
  expect(card('m1', '2025-02-01')?.livesWith).toEqual([])
  expect([card('m3', '2025-02-01')?.proxy, card('m2', '2025-02-01')?.proxy]).toEqual([
    'M1',
    undefined,
  ])
  expect(card('gone', '2025-02-01')).toBeUndefined()
  const seen = householdsViewOf(
    book([...members, member({ memberId: 'x', card: 'A' })]),
    '2025-02-01',
  )
  const cards = (ones: readonly Member[]) => ones.map((one) => one.card)
  expect(seen.households.map(cards)).toEqual([['M2', 'M3']])
  expect(cards(seen.unplaced)).toEqual(['A', 'M1'])
})

const officer = (n: number, more: object = {}, sex: 'f' | 'm' = 'f') =>
  member({
    memberId: `o${n}`,
    card: `O${n}`,
    sex,
    offices: [{ office: 'chair', from: '2025-01-01', until: '2025-06-30', ...more }],
  })

test('an office is held to the last day of its term, then in the grace, and lapsed after it', () => {
  const on = (day: string) => {
    const { offices, graceEndsOn, hasLapsed } = officersViewOf(book([officer(1)]), day)
    const [holder] = offices.find(({ office }) => office === 'chair')!.holders
    return [holder?.term, graceEndsOn, hasLapsed]
  }
  // Sixty days after the last of June.
  const lastOn = '2025-08-29'
  expect(on('2025-06-30')).toEqual([{ is: 'held' }, undefined, false])
  expect(on('2025-07-01')).toEqual([{ is: 'grace', lastOn }, '2025-08-30', false])
  expect(on(lastOn)).toEqual([{ is: 'grace', lastOn }, '2025-08-30', false])
  expect(on('2025-08-30')).toEqual([{ is: 'lapsed' }, undefined, true])
})

test('women and seats are counted by persons, a key-holder holds none, and the first grace to end is told', () => {
  const members = [
    { ...officer(1), offices: [...officer(1).offices, { office: 'counter', from: '2025-01-01' }] },
    officer(2, { office: 'record-keeper', until: '2025-06-29' }, 'm'),
    officer(3, { office: 'key-holder', until: undefined }),
    officer(4, { endedOn: '2025-02-01' }),
  ] as Member[]
  const view = officersViewOf(book(members), '2025-07-10')
  expect([view.women, view.seated]).toEqual([1, 2])
  expect(view.graceEndsOn).toBe('2025-08-29')
})

test('kin are told of each side: a parent’s child is a child’s parent', () => {
  const kin = [
    { firstId: 'a', secondId: 'b', relation: 'parent' },
    { firstId: 'c', secondId: 'a', relation: 'spouse' },
    { firstId: 'x', secondId: 'y', relation: 'sibling' },
  ] as const
  expect(declaredOf(kin, 'a')).toEqual([
    { otherId: 'b', is: 'child' },
    { otherId: 'c', is: 'spouse' },
  ])
  expect(declaredOf(kin, 'b')).toEqual([{ otherId: 'a', is: 'parent' }])
  expect(kinshipWith('a', 'b', 'child')).toEqual(kin[0])
  expect(kinshipWith('b', 'a', 'parent')).toEqual(kin[0])
})

test('cards lie on the table by their numbers, whatever the script of the digits', () => {
  const order = (...cards: string[]) =>
    cards
      .map((card) => ({ card }))
      .toSorted(inCardOrder)
      .map(({ card }) => card)
  expect(order('M10', 'M2', 'M1')).toEqual(['M1', 'M2', 'M10'])
  expect(order('M១០', 'M2')).toEqual(['M2', 'M១០'])
  expect(order('M1a', 'M1', 'B2', 'M')).toEqual(['B2', 'M', 'M1', 'M1a'])
  expect(order('7', 'A')).toEqual(['7', 'A'])
  expect(inCardOrder({ card: 'M2' }, { card: 'M2' })).toBe(0)
  expect(Math.sign(inCardOrder({ card: 'M02' }, { card: 'M2' }))).toBe(-1)
})

const lent = (memberId: string, loanId: string, principal: number): StoryCommand =>
  paidOut({ on: '2025-02-01', principal, months: 10, memberId, loanId })

test('what is with the committee is its own and that of whoever lives with it, each loan once', () => {
  const of = fundBookOf(
    committeeStory([lent('o1', 'a', 100_000), lent('m1', 'b', 200_000), lent('m2', 'c', 700_000)]),
  )
  const kin = [{ firstId: 'o1', secondId: 'm1', relation: 'same-household' }] as const
  const seen = concentrationOf(of, kin, '2025-02-01')
  expect(seen.portfolio).toBe(1_000_000)
  expect(seen.officers).toMatchObject({ owed: 100_000, percent: 10 })
  expect(seen.livingWith).toMatchObject({ owed: 200_000, count: 1 })
  expect(seen.households).toEqual({ owed: 300_000, percent: 30, isAbove: true })
  expect(seen.largest).toMatchObject({ card: 'M2', owed: 700_000 })
  expect(concentrationOf(of, [], '2025-02-01').households).toMatchObject({ isAbove: false })
  expect(concentrationOf(of, kin, '2025-01-31')).toMatchObject({
    portfolio: 0,
    officers: { owed: 0, percent: null, rows: [] },
    largest: { card: '', owed: 0, percent: 0 },
  })
})

test('a vote that kin had a part in is told from its day, as voter, confirmer or appraiser, unless recused', () => {
  const kin = [{ firstId: 'o2', secondId: 'm1', relation: 'sibling' }] as const
  const of = (ballot: object, appraisedBy = 'o5') =>
    kinVotedIn(
      {
        members: fundBookOf(committeeStory()).members,
        requests: [
          {
            loanId: 'l1',
            asked: { memberId: 'm1' },
            appraisal: { appraisedBy },
            decision: {
              on: '2025-02-01',
              ballot: { by: 'officers', recused: [], votes: [], confirmedBy: 'o1', ...ballot },
            },
          },
        ] as never,
      },
      kin,
      '2025-02-01',
    ).length
  expect(of({})).toBe(0)
  expect(of({ votes: [{ memberId: 'o2' }] })).toBe(1)
  expect(of({ confirmedBy: 'o2' })).toBe(1)
  expect(of({}, 'o2')).toBe(1)
  expect(of({ votes: [{ memberId: 'o2' }], recused: ['o2'] })).toBe(0)
  expect(of({ by: 'meeting', hands: {}, confirmedBy: 'o2' })).toBe(1)
})

test('the signed balance is what the fund has, owes and owns on the day, and another book has another mark', () => {
  const of = fundBookOf(committeeStory([lent('m1', 'a', 100_000)]))
  const hash = (text: string): string => text
  const signed = (day: string, fundId = 'f1') => signedBalanceOf({ fundId, book: of, hash }, day)
  const was = signed('2025-01-31')
  const is = signed('2025-02-01')
  expect(was.booked - is.booked).toBe(100_000)
  expect(is.own).toBe(was.own)
  expect(is.has.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['asset:cash-box', 99_900_000],
    ['asset:loan', 100_000],
  ])
  expect(is.owes.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['liability:savings', 5_000_000],
  ])
  expect(is.own).toBe(95_000_000)
  expect(new Set([was.hash, is.hash, signed('2025-02-01', 'f2').hash]).size).toBe(3)
})

test('the box is checked against the newest closing of the day or before', () => {
  const closed = (heldOn: string, amount: number) => ({
    heldOn,
    closing: { amount, isByNote: true },
  })
  const of = {
    meetings: [closed('2025-02-10', 7), { heldOn: '2025-02-20' }, closed('2025-01-10', 5)],
    balances: [
      { account: 'asset:bank', on: '2025-01-10', amount: 1000 },
      { account: 'asset:cash-box', on: '2025-01-10', amount: 100 },
      { account: 'asset:cash-box', on: '2025-02-10', amount: 20 },
      { account: 'asset:cash-box', on: '2025-02-11', amount: 3 },
    ],
  } as unknown as FundBook
  const check = (day: string) => boxCheckOf(of, day)
  expect(check('2025-01-09')).toBeUndefined()
  expect(check('2025-02-09')).toEqual({ on: '2025-01-10', booked: 100, found: 5, isByNote: true })
  expect(check('2025-02-10')).toMatchObject({ on: '2025-02-10', booked: 120, found: 7 })
  expect(check('2025-03-01')).toMatchObject({ on: '2025-02-10' })
})

test('a vote is looked at by who lived with the borrower on its day, and not by who does now', () => {
  const household = (change: string, effectiveOn: string, more: object): StoryCommand =>
    ({ type: 'RecordHousehold', effectiveOn, change, ...more }) as StoryCommand
  const family = household('formed', '2025-02-01', { householdId: 'h1', memberIds: ['m1', 'o2'] })
  const parted = household('split', '2025-03-01', {
    householdId: 'h2',
    memberIds: ['o2'],
    leftId: 'h1',
  })
  const { members } = fundBookOf(committeeStory([family, parted]))
  const of = (on: string): number => {
    const ballot = { by: 'officers', recused: [], votes: [{ memberId: 'o2' }], confirmedBy: 'o1' }
    const request = { loanId: 'l1', asked: { memberId: 'm1' }, decision: { on, ballot } }
    return kinVotedIn({ members, requests: [request] as never }, [], '2025-12-31').length
  }
  expect(['2025-01-31', '2025-02-01', '2025-02-28', '2025-03-01'].map(of)).toEqual([0, 1, 1, 0])
})
