import { describe, expect, test } from 'vitest'
import {
  type Round,
  type RoundEntry as Sealed,
  countsOf,
  fundAfterConfirmation,
  isOftenNotRight,
  openRoundFor,
  standingAnswer,
} from '#domain/fund/meeting/confirming.ts'
import { recordConfirmationAnswer } from '#domain/fund/operations/confirming.ts'
import { type CommandOf, operationsOf } from '#domain/operations/operation.ts'
import { byCard } from '#domain/fund/meeting/drawing.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { committeeAfter } from '#test/support/committee.ts'
import { type StoryCommand, hashLike, idOf } from '#test/support/village.ts'

const { members } = committeeAfter([
  { type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId: 'o2', office: 'committee' },
  { type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId: 'm5', office: 'key-holder' },
] as readonly StoryCommand[])

/** Asked from 1 June on: open for 31 days, until 2 July. */
const round: Round = {
  id: idOf(1),
  on: '2025-06-01',
  closesOn: '2025-07-02',
  nextOn: '2025-08-30',
  asked: ['m1', 'm2', 'm3', 'm4', 'o3'],
  answers: [],
}
const later: Round = { ...round, id: idOf(2), on: '2025-09-01', closesOn: '2025-10-02' }

type Answer = Round['answers'][number]
const given = (memberId: string, answer: Answer['answer'], more: Partial<Answer> = {}): Answer => ({
  id: idOf(10),
  on: '2025-06-10',
  memberId,
  answer,
  by: 'slip',
  ...more,
})
const withAnswers = (...answers: readonly Answer[]): Round => ({ ...round, answers })

const answers = operationsOf([recordConfirmationAnswer])

const decided = (more: object = {}, rounds: readonly Round[] = [round, later]) => {
  const none = () => new Map<string, number>()
  const state = { members, fund: { confirmations: rounds }, savedOn: none, owedOn: none }
  return answers.decide(state, {
    type: 'RecordConfirmationAnswer',
    id: idOf(99),
    v: 1,
    effectiveOn: '2025-06-10',
    roundId: round.id,
    memberId: 'm1',
    answer: 'right',
    by: 'slip',
    askedBy: 'o3',
    ...more,
  } as CommandOf<typeof recordConfirmationAnswer>)
}
const wordOf = (more: object = {}, rounds?: readonly Round[]): string => {
  const decision = decided(more, rounds)
  return decision.outcome === 'recorded' ? 'recorded' : decision.code
}
const flagsOf = (more: object, rounds?: readonly Round[]) => {
  const decision = decided(more, rounds)
  return decision.outcome === 'recorded' ? decision.body.flags : decision.code
}
const own = { by: 'page', askedBy: undefined }

describe('an answer of a household', () => {
  test('is of the round from its first day on, and marked after its last', () => {
    expect(wordOf({ effectiveOn: '2025-05-31' })).toBe('before-the-round')
    const days = ['2025-06-01', '2025-07-02', '2025-07-03']
    expect(days.map((effectiveOn) => flagsOf({ effectiveOn }))).toEqual([
      [],
      [],
      ['after-the-round'],
    ])
    expect(wordOf({ roundId: later.id })).toBe('before-the-round')
  })

  test('names who asked where somebody asked', () => {
    expect(decided()).toMatchObject({ body: { askedBy: 'o3' } })
    const alone = decided(own)
    expect('body' in alone && alone.body).not.toHaveProperty('askedBy')
  })

  test('is asked for by whoever holds an office, but not by whoever keeps the book beside it', () => {
    expect(['o1', 'm5', 'o2', 'm4'].map((askedBy) => wordOf({ askedBy }))).toEqual([
      'recorded',
      'recorded',
      'asker-keeps-the-book',
      'asker-holds-no-office',
    ])
    expect(wordOf({ memberId: 'o3' })).toBe('asker-is-asked')
    expect(wordOf({ memberId: 'o3', askedBy: 'o1' })).toBe('recorded')
    expect(wordOf({ memberId: 'm5' })).toBe('not-asked')
  })

  test('by text or on the own page says right or wrong, and nobody asked', () => {
    for (const by of ['page', 'message']) {
      expect(wordOf({ by })).toBe('asker-without-need')
      expect(wordOf({ by, askedBy: undefined, answer: 'not-reached' })).toBe('answer-unknown')
      expect(wordOf({ by, askedBy: undefined, answer: 'wrong' })).toBe('recorded')
    }
  })

  test('stands once; the own page says it again, and is marked only where it says something else', () => {
    const asked = [withAnswers(given('m1', 'right')), later]
    expect(wordOf({}, asked)).toBe('already-answered')
    expect(wordOf({ roundId: later.id, effectiveOn: '2025-09-10' }, asked)).toBe('recorded')
    // What came from the own phone, and another slip that says otherwise, is one statement more.
    const texted = { by: 'message', askedBy: undefined } as const
    expect(flagsOf(texted, asked)).toEqual([])
    expect(flagsOf({ ...texted, answer: 'wrong' }, asked)).toEqual(['differs-from-slip'])
    expect(wordOf({ by: 'in-person', answer: 'right' }, asked)).toBe('already-answered')
    expect(flagsOf({ by: 'in-person', answer: 'wrong' }, asked)).toEqual(['differs-from-slip'])
    expect(flagsOf(own, asked)).toEqual([])
    expect(flagsOf({ ...own, answer: 'wrong' }, asked)).toEqual(['differs-from-slip'])
    expect(flagsOf({ ...own, memberId: 'm2' }, asked)).toEqual([])
    const tried = [withAnswers(given('m1', 'not-reached')), later]
    expect(flagsOf({}, tried)).toEqual([])
    const onPage = [withAnswers(given('m1', 'right', { by: 'page' })), later]
    expect(wordOf({ ...own, answer: 'wrong' }, onPage)).toBe('already-answered')
  })
})

describe('the answer that counts', () => {
  const standing = (...answers: readonly Answer[]) => standingAnswer(withAnswers(...answers), 'm1')

  test('is the own page’s, else the first that says something, else the last', () => {
    const [slip, page] = [given('m1', 'right'), given('m1', 'wrong', { by: 'page' })]
    const [nobody, silent] = [given('m1', 'not-reached'), given('m1', 'no-answer')]
    expect(standing(slip, page)).toBe(page)
    const text = given('m1', 'wrong', { by: 'message' })
    expect(standing(slip, text)).toBe(text)
    expect(standing(text, page)).toBe(page)
    expect(standing(nobody, slip, silent)).toBe(slip)
    expect(standing(nobody, silent)).toBe(silent)
    expect(standing(given('m2', 'right'))).toBeUndefined()
  })

  test('was given by the last day of the round', () => {
    expect(standing(given('m1', 'right', { on: '2025-07-02' }))?.answer).toBe('right')
    expect(standing(given('m1', 'right', { on: '2025-07-03' }))).toBeUndefined()
  })

  test('is counted once for everybody who was asked, and who was not heard of gave none', () => {
    const heard = [given('m1', 'right'), given('m2', 'wrong'), given('m3', 'not-reached')]
    const none = { disputes: [], loans: [] }
    expect(countsOf(withAnswers(...heard, given('m4', 'no-answer')), none)).toEqual({
      asked: 5,
      right: 1,
      wrong: 1,
      notReached: 1,
      noAnswer: 2,
    })
  })
})

describe('what a round comes to', () => {
  test('that it is not right outweighs every yes but one that the own page gives on a later day', () => {
    const about = { kind: 'savings', memberId: 'm1' } as const
    const counted = (raisedOn: string, own: readonly Answer[], answered?: string) => {
      const answers = answered
        ? [{ on: answered, entryId: idOf(8), answer: 'stands' as const }]
        : []
      const told = { disputes: [{ about, raisedOn, answers }], loans: [] }
      const { right, wrong } = countsOf(withAnswers(...own), told)
      return right === 1 ? 'right' : wrong === 1 ? 'wrong' : 'neither'
    }
    const yes = (by: Answer['by'], on = '2025-06-10') => [given('m1', 'right', { by, on })]
    // Said before the round, and not answered when it began: nobody takes the no out of it.
    expect(counted('2025-05-20', [])).toBe('wrong')
    expect(counted('2025-05-20', yes('message'), '2025-06-02')).toBe('wrong')
    expect(counted('2025-05-20', yes('message'), '2025-05-30')).toBe('right')
    expect(counted('2025-06-15', yes('message'))).toBe('wrong')
    expect(counted('2025-06-15', yes('page'))).toBe('wrong')
    expect(counted('2025-06-10', yes('page'))).toBe('wrong')
    expect(counted('2025-06-09', yes('page'))).toBe('right')
    expect(counted('2025-07-03', [])).toBe('neither')
  })

  test('more than a fifth who did not say right are worth a look, a fifth is not', () => {
    const counts = { wrong: 0, notReached: 0, noAnswer: 0 }
    expect(isOftenNotRight({ ...counts, asked: 30, right: 24 })).toBe(false)
    expect(isOftenNotRight({ ...counts, asked: 30, right: 23 })).toBe(true)
    expect(isOftenNotRight({ ...counts, asked: 100, right: 80 })).toBe(false)
    expect(isOftenNotRight({ ...counts, asked: 100, right: 79 })).toBe(true)
    expect(isOftenNotRight({ ...counts, asked: 0, right: 0 })).toBe(false)
  })
})

describe('a round as the fund keeps it', () => {
  const sealed = (n: number, on: string, recordedOn = on): Sealed => ({
    entryId: idOf(n),
    on,
    hash: hashLike(idOf(n)),
    recordedAt: `${recordedOn}T02:00:00.000Z`,
  })
  const begun = {
    type: 'ConfirmationBegun',
    v: 1,
    among: ['m1', 'm2', 'm3'],
    number: 3,
    flags: [],
    postings: [],
  } as const
  const kept = (...told: readonly Sealed[]): Fund =>
    told.reduce((fund, one) => fundAfterConfirmation(fund, begun, one), {} as Fund)

  test('it is open for 31 days and the next one waits for 90, from when it was written where that is later', () => {
    const days = (on: string, recordedOn: string) => {
      const { closesOn, nextOn } = kept(sealed(1, on, recordedOn)).confirmations![0]!
      return [closesOn, nextOn]
    }
    expect(days('2025-06-01', '2025-06-01')).toEqual(['2025-07-02', '2025-08-30'])
    expect(days('2025-05-01', '2025-06-01')).toEqual(['2025-07-02', '2025-08-30'])
    expect(days('2025-06-01', '2025-05-01')).toEqual(['2025-07-02', '2025-08-30'])
  })

  test('an answer is of its own round, and rounds and answers stand in the order of their days', () => {
    const fund = kept(sealed(2, '2025-09-01'), sealed(1, '2025-06-01'))
    expect(fund.confirmations!.map(({ on }) => on)).toEqual(['2025-06-01', '2025-09-01'])
    const answer = {
      ...given('m1', 'right'),
      type: 'ConfirmationAnswered',
      v: 1,
      roundId: idOf(2),
      flags: [],
      postings: [],
    } as const
    const after = [sealed(21, '2025-09-12'), sealed(20, '2025-09-10')].reduce(
      (before, one) => fundAfterConfirmation(before, answer, one),
      fund,
    )
    expect(after.confirmations!.map(({ answers }) => answers.map(({ on }) => on))).toEqual([
      [],
      ['2025-09-10', '2025-09-12'],
    ])
  })
})

describe('who is asked', () => {
  test('it asks whom it drew from its first day through its last', () => {
    const days = ['2025-05-31', '2025-06-01', '2025-07-02', '2025-07-03']
    const ids = (memberId: string) =>
      days.map((day) => openRoundFor([round], { memberId, day })?.id)
    expect(ids('m1')).toEqual([undefined, idOf(1), idOf(1), undefined])
    expect(ids('m5')).toEqual([undefined, undefined, undefined, undefined])
  })

  test('members stand in a draw by their card, whatever the order in which they came', () => {
    const three = ['m3', 'm1', 'o1', 'm2'].map((id) => members.get(id)!)
    expect(byCard(three).map(({ card }) => card)).toEqual(['M1', 'M2', 'M3', 'O1'])
  })
})
