import { expect, test } from 'vitest'
import type { Village } from '#domain/village.ts'
import {
  about,
  allOfUs,
  appraised,
  approved,
  byMeeting,
  byOfficers,
  committeeAfter,
  decided,
  disclosed,
  requested,
  turnedDown,
  wordOf,
} from '#test/support/committee.ts'
import { type StoryCommand, loanIn, paid, paidOut } from '#test/support/village.ts'

const out = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const heard = about('AppealDecision', '2025-02-01')

/** What must have happened for a request to be in a state. */
const waysTo = {
  requested: [requested()],
  appraised: [requested(), appraised()],
  approved,
  refused: [requested(), appraised(), turnedDown()],
  appealed: [requested(), appraised(), turnedDown(), heard],
  withdrawn: [requested(), about('WithdrawRequest', '2025-01-08')],
  'paid-out': [...approved, out],
} satisfies Record<string, readonly StoryCommand[]>

type State = keyof typeof waysTo
const after = (state: State): Village => committeeAfter(waysTo[state])
const guarantee: StoryCommand = {
  type: 'GiveGuarantee',
  effectiveOn: '2025-02-10',
  loanId: 'l1',
  guarantees: [{ memberId: 'm2', upTo: 50_000 }],
  isGroup: false,
}
const moves = {
  ask: requested({ on: '2025-02-10' }),
  appraise: appraised({ on: '2025-02-10' }),
  vote: decided({ on: '2025-02-10' }),
  'vote by the meeting': decided({ on: '2025-02-10', ballot: allOfUs }),
  'tell the price': disclosed({ on: '2025-02-10' }),
  appeal: about('AppealDecision', '2025-02-10'),
  withdraw: about('WithdrawRequest', '2025-02-10'),
  stand: guarantee,
} satisfies Record<string, StoryCommand>

/** A request's graph: in each state what every move is answered with. */
const graph: Record<State, Record<keyof typeof moves, string>> = {
  requested: {
    ask: 'loan-already-there',
    appraise: 'recorded',
    vote: 'not-appraised',
    'vote by the meeting': 'not-appraised',
    'tell the price': 'recorded',
    appeal: 'nothing-to-appeal',
    withdraw: 'recorded',
    stand: 'recorded',
  },
  appraised: {
    ask: 'loan-already-there',
    appraise: 'already-appraised',
    vote: 'recorded',
    'vote by the meeting': 'recorded',
    'tell the price': 'recorded',
    appeal: 'nothing-to-appeal',
    withdraw: 'recorded',
    stand: 'recorded',
  },
  approved: {
    ask: 'loan-already-there',
    appraise: 'already-appraised',
    vote: 'already-decided',
    'vote by the meeting': 'already-decided',
    'tell the price': 'recorded',
    appeal: 'nothing-to-appeal',
    withdraw: 'recorded',
    stand: 'recorded',
  },
  refused: {
    ask: 'loan-already-there',
    appraise: 'request-closed',
    vote: 'already-decided',
    'vote by the meeting': 'already-decided',
    'tell the price': 'already-decided',
    appeal: 'recorded',
    withdraw: 'request-closed',
    stand: 'request-closed',
  },
  appealed: {
    ask: 'loan-already-there',
    appraise: 'already-appraised',
    vote: 'the-meeting-must-vote',
    'vote by the meeting': 'recorded',
    'tell the price': 'recorded',
    appeal: 'nothing-to-appeal',
    withdraw: 'recorded',
    stand: 'recorded',
  },
  withdrawn: {
    ask: 'loan-already-there',
    appraise: 'request-closed',
    vote: 'request-closed',
    'vote by the meeting': 'request-closed',
    'tell the price': 'request-closed',
    appeal: 'nothing-to-appeal',
    withdraw: 'request-closed',
    stand: 'request-closed',
  },
  'paid-out': {
    ask: 'loan-already-there',
    appraise: 'request-closed',
    vote: 'request-closed',
    'vote by the meeting': 'request-closed',
    'tell the price': 'request-closed',
    appeal: 'nothing-to-appeal',
    withdraw: 'request-closed',
    stand: 'request-closed',
  },
}

test.each(Object.keys(graph) as State[])(
  'a request that is %s takes the moves that its graph has, and says why not to the others',
  (state) => {
    const village = after(state)
    expect(village.requests.get('l1')!.state).toBe(state)
    const answers = Object.entries(moves).map(([move, told]) => [move, wordOf(village, told)])
    expect(Object.fromEntries(answers)).toEqual(graph[state])
  },
)

const changed = (day: string, hands = allOfUs) => decided({ on: day, ballot: hands })

test('nothing is done about a loan that nobody asked for', () => {
  const village = committeeAfter([])
  for (const move of ['appraise', 'vote', 'appeal', 'withdraw', 'stand'] as const)
    expect([move, wordOf(village, moves[move])]).toEqual([move, 'request-unknown'])
})

test('a household asks for one thing at a time, and again once that is answered', () => {
  const again = requested({ on: '2025-03-01', loanId: 'l2' })
  const answers = Object.fromEntries(
    (Object.keys(waysTo) as State[]).map((state) => [state, wordOf(after(state), again)]),
  )
  expect(answers).toEqual({
    requested: 'already-asking',
    appraised: 'already-asking',
    approved: 'already-asking',
    refused: 'recorded',
    appealed: 'already-asking',
    withdrawn: 'recorded',
    'paid-out': 'recorded',
  })
})

test('in an emergency a household that is waiting for another loan may ask', () => {
  const urgent = { product: 'emergency', principal: 100_000, months: 3 } as const
  const told = requested({ on: '2025-01-12', loanId: 'l2', purpose: 'health', ...urgent })
  expect(wordOf(after('appraised'), told)).toBe('recorded')
})

test('two households may ask on one day', () => {
  const told = requested({ loanId: 'l2', memberId: 'm2' })
  expect(wordOf(after('requested'), told)).toBe('recorded')
})

test('nothing happens to a request before the day on which it was made', () => {
  const before = [
    appraised({ on: '2025-01-05' }),
    about('WithdrawRequest', '2025-01-05'),
    { ...guarantee, effectiveOn: '2025-01-05' },
  ]
  for (const told of before) expect(wordOf(after('requested'), told)).toBe('before-the-last-step')
})

test('a vote is not held before the appraisal that it rests on', () => {
  expect(wordOf(after('appraised'), decided({ on: '2025-01-09' }))).toBe('before-the-last-step')
  expect(wordOf(after('appraised'), decided({ on: '2025-01-10' }))).toBe('recorded')
})

test('an appraisal is an officer of the day, and never the borrower', () => {
  const village = after('requested')
  expect(wordOf(village, appraised({ appraisedBy: 'm2' }))).toBe('appraiser-not-an-officer')
  expect(wordOf(village, appraised({ appraisedBy: 'nobody' }))).toBe('member-unknown')
  const own = committeeAfter([requested({ memberId: 'o4' })])
  expect(wordOf(own, appraised({ appraisedBy: 'o4' }))).toBe('appraised-by-borrower')
  expect(wordOf(own, appraised({ appraisedBy: 'o5' }))).toBe('recorded')
})

test('whoever was refused may speak to the meeting once, and within a month', () => {
  const village = after('refused')
  const days = ['2025-01-19', '2025-01-20', '2025-02-20', '2025-02-21']
  expect(days.map((day) => wordOf(village, about('AppealDecision', day)))).toEqual([
    'before-the-last-step',
    'recorded',
    'recorded',
    'appeal-too-late',
  ])
})

test('the meeting decides an appeal, once for all', () => {
  const no = committeeAfter([
    ...waysTo.appealed,
    changed('2025-02-20', byMeeting({ present: 9, yes: 3, no: 5 })),
  ])
  expect(no.requests.get('l1')!.state).toBe('refused')
  expect(wordOf(no, about('AppealDecision', '2025-02-25'))).toBe('appealed-before')
  const yes = committeeAfter([...waysTo.appealed, changed('2025-02-20')])
  expect(yes.requests.get('l1')!.state).toBe('approved')
})

test('an appeal is not decided before it was made', () => {
  expect(wordOf(after('appealed'), changed('2025-01-31'))).toBe('before-the-last-step')
})

test('a refusal of the vote gives its reason, and no reason is given for a yes', () => {
  const village = after('refused')
  expect(village.requests.get('l1')!.decision).toMatchObject({
    outcome: 'refused',
    reason: 'no-cash',
  })
  const tie = committeeAfter([
    requested(),
    appraised(),
    decided({ ballot: byOfficers(['o1', 'o2'], ['o3', 'o4']) }),
  ])
  expect(tie.requests.get('l1')!.decision).toMatchObject({
    outcome: 'refused',
    reason: 'no-majority',
  })
  const yes = after('approved').requests.get('l1')!.decision!
  expect(yes.outcome).toBe('approved')
  expect(yes.reason).toBe(undefined)
})

test('a decision keeps the charter that it was judged by', () => {
  expect(after('approved').requests.get('l1')!.decision!.charterVersion).toBe(1)
})

test('a loan whose price breaks the cap cannot be asked for, however the price is dressed up', () => {
  const village = committeeAfter([])
  const dear = (plan: object) => requested({ plan: { rateMonthlyPercent: '1.5', ...plan } })
  expect(wordOf(village, dear({}))).toBe('recorded')
  expect(wordOf(village, dear({ rateMonthlyPercent: '1.6' }))).toBe('above-cap')
  expect(wordOf(village, dear({ every: { n: 1, unit: 'weeks' }, ratePercent: '1' }))).not.toBe(
    'recorded',
  )
})

test('who asked and was paid has a loan under the id of the request', () => {
  expect(loanIn(after('paid-out'))).toMatchObject({ loanId: 'l1', memberId: 'm1' })
})

test('who was paid without a decision has been answered, and may ask again', () => {
  const told = [requested(), appraised(), out, paid('2025-02-20', 507_500)]
  expect(wordOf(committeeAfter(told), requested({ on: '2025-03-01', loanId: 'l2' }))).toBe(
    'recorded',
  )
})

test('a decision may be made up for after the money went out', () => {
  const told = [requested(), appraised(), out]
  const village = committeeAfter([...told, decided({ on: '2025-02-20' })])
  expect(village.requests.get('l1')!.state).toBe('paid-out')
})

test('a list of days has as many days as there are instalments', () => {
  const plan = { dueOn: ['2025-02-20', '2025-03-20', '2025-04-20'] }
  const village = committeeAfter([])
  expect(wordOf(village, requested({ plan, months: 3 }))).toBe('recorded')
  expect(wordOf(village, requested({ plan, months: 4 }))).toBe('loan-cannot-hold')
})
