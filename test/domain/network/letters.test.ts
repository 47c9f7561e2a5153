import { expect, test } from 'vitest'
import { overdueOf } from '#domain/network/watch/ladder.ts'
import { petitionOf } from '#domain/network/watch/petition.ts'
import { answerOf } from '#domain/network/watch/watch.ts'
import { idOf } from '#test/domain/network/life.ts'
import { watchLife } from '#test/domain/network/watch-life.ts'

const letterId = idOf('letter to the ministry')
const partyId = idOf('Golden River')

/** Three households of one agency were upheld on the 5th of January. */
const upheld = () => {
  const life = watchLife()
  const reportIds = [1, 2, 3].map((one) => life.upheld(one, '2026-01-05'))
  const letters = () => life.network.watch.letters
  return {
    ...life,
    reportIds,
    about: { to: 'labour-ministry', partyId, reportIds },
    overdue: (day: string) => overdueOf(life.network.watch, day).length,
    answered: () => answerOf(letters().get(letterId)!)?.says,
    say: (by: string, says: string, on: string) =>
      life.give(by, 'RecordWatchAnswer', on, { letterId, says }),
    see: (by: string, says: string, on: string) =>
      life.give(by, 'ConfirmWatchAnswer', on, { letterId, says }),
  }
}

test('a letter that one person alone says was sent makes no authority overdue', () => {
  const { give, about, overdue, say } = upheld()
  expect(give('ann', 'SendWatchLetter', '2026-01-06', { letterId, ...about })).toBe('recorded')
  expect(say('ann', 'refuses', '2026-01-07')).toBe('letter-not-confirmed')
  // Whoever let it through: a word of the same hand is none.
  give('ann', 'ConfirmWatchLetter', '2026-01-07', { letterId })
  expect(overdue('2026-03-01')).toBe(0)
  expect(give('bopha', 'ConfirmWatchLetter', '2026-01-05', { letterId })).toBe(
    'checked-before-entered',
  )
  expect(give('bopha', 'ConfirmWatchLetter', '2026-01-08', { letterId })).toBe('recorded')
  expect([overdue('2026-01-16'), overdue('2026-01-17')]).toEqual([0, 1])
  expect(give('bopha', 'ConfirmWatchLetter', '2026-01-08', { letterId })).toBe(
    'decision-confirmed-already',
  )
  const unknown = { letterId: idOf('?') }
  expect(give('bopha', 'ConfirmWatchLetter', '2026-01-08', unknown)).toBe(
    'letter-unknown /letterId',
  )
})

test('no letter goes out before what it is about was ruled, or the step it carries out was taken', () => {
  const { give, about, step, reportIds } = upheld()
  const send = (on: string, more: object = {}) =>
    give('ann', 'SendWatchLetter', on, { letterId, ...about, ...more })
  expect(send('2026-01-04')).toBe('letter-before-ruling')
  step('first-warning', '2026-01-20', reportIds)
  const carries = { decisionId: idOf('first-warning') }
  expect(send('2026-01-19', carries)).toBe('letter-before-ruling')
  expect(send('2026-01-20', carries)).toBe('recorded')
})

test('an answer that one person alone writes down ends no clock', () => {
  const { letter, about, overdue, say, see, answered } = upheld()
  letter(letterId, '2026-01-06', about)
  expect(see('bopha', 'repays', '2026-01-10')).toBe('not-answered-yet')
  expect(say('ann', 'repays', '2026-01-10')).toBe('recorded')
  see('ann', 'repays', '2026-01-10')
  expect([answered(), overdue('2026-01-20')]).toEqual([undefined, 1])
  expect(see('bopha', 'refuses', '2026-01-11')).toBe('answer-moved')
  expect(see('bopha', 'repays', '2026-01-09')).toBe('checked-before-entered')
  expect(see('bopha', 'repays', '2026-01-11')).toBe('recorded')
  expect([answered(), overdue('2026-01-20')]).toEqual(['repays', 0])
  expect(see('bopha', 'repays', '2026-01-12')).toBe('decision-confirmed-already')
})

test('a wrong answer is put right by two, and stands until then', () => {
  const { letter, answer, about, say, see, answered } = upheld()
  letter(letterId, '2026-01-06', about)
  answer(letterId, '2026-01-10', 'repays')
  expect(say('ann', 'repays', '2026-01-12')).toBe('answered-already')
  expect(say('ann', 'denies', '2026-01-12')).toBe('recorded')
  expect(answered()).toBe('repays')
  // Written down by nobody who stands behind it: another one says otherwise, and that is what is looked at.
  expect(say('bopha', 'explains', '2026-01-13')).toBe('recorded')
  expect(see('ann', 'denies', '2026-01-13')).toBe('answer-moved')
  expect(see('ann', 'explains', '2026-01-13')).toBe('recorded')
  expect(answered()).toBe('explains')
})

test('who confirms an answer stands behind the writing itself, and behind no other that came meanwhile', () => {
  const { give, letter, about, answered, network } = upheld()
  letter(letterId, '2026-01-06', about)
  const of = (digest?: string) => ({ letterId, says: 'denies', ...(digest && { digest }) })
  const say = (digest?: string) => give('ann', 'RecordWatchAnswer', '2026-01-10', of(digest))
  const see = (digest?: string) => give('bopha', 'ConfirmWatchAnswer', '2026-01-10', of(digest))
  const [paper, other] = ['a'.repeat(64), 'b'.repeat(64)]
  expect(say()).toBe('recorded')
  expect(see(paper)).toBe('answer-moved')
  expect(say(paper)).toBe('recorded')
  // The same code, and another writing behind it since bopha looked.
  expect(say(other)).toBe('recorded')
  expect([see(), see(paper), answered()]).toEqual(['answer-moved', 'answer-moved', undefined])
  expect([see(other), answered()]).toEqual(['recorded', 'denies'])
  expect(answerOf(network.watch.letters.get(letterId)!)?.digest).toBe(other)
})

test('a petition holds no letter and no answer that one person alone wrote down', () => {
  const { give, letter, about, say, step, reportIds, network } = upheld()
  const lone = idOf('a letter of one hand')
  give('ann', 'SendWatchLetter', '2026-01-06', { letterId: lone, ...about })
  letter(letterId, '2026-01-06', about)
  say('ann', 'repays', '2026-01-10')
  step('first-warning', '2026-01-20', reportIds)
  const petition = petitionOf({ ...network.watch, parties: network.parties }, idOf('first-warning'))
  expect(petition!.letters).toEqual([
    { to: 'labour-ministry', on: '2026-01-06', dueOn: '2026-01-16' },
  ])
})

test('letters without an answer are told the longest overdue first, those of one day in one order', () => {
  const { letter, about, network } = upheld()
  const [a, b, c] = ['one', 'two', 'three'].map(idOf).toSorted() as [string, string, string]
  // Neither as they came nor the other way round.
  for (const one of [b, a, c]) letter(one, '2026-01-08', about)
  letter(letterId, '2026-01-06', about)
  const told = overdueOf(network.watch, '2026-03-01').map((one) => one.letterId)
  expect(told).toEqual([letterId, a, b, c])
})

test('a petition tells name and licence of its day, its reports and duties counted, and letters by their day', () => {
  const { give, upheld: uphold, letter, step, network } = watchLife()
  const facts = [
    { factId: idOf('name'), fact: { what: 'name', km: 'ទន្លេមាស', latin: 'Golden River Co.' } },
    {
      factId: idOf('licence'),
      fact: { what: 'licence', became: 'granted', from: '2020-03-01', number: '041/20' },
    },
  ]
  const source = { source: 'ministry-list', seenOn: '2026-01-02' }
  give('ann', 'RecordPartyFacts', '2026-01-02', { partyId, facts, ...source })
  give('bopha', 'CheckPartyFacts', '2026-01-02', {
    facts: facts.map(({ factId }) => ({ partyId, factId })),
    how: 'official-page',
  })
  const told = [[1], [2], [3, 'receipts-given']].map(([household, ...more]) =>
    uphold(Number(household), '2026-01-05', { duties: ['no-fee-above-ceiling', ...more] }),
  )
  uphold(4, '2026-01-10')
  const inOrder = told.toSorted()
  const about = { to: 'labour-ministry', partyId, reportIds: told }
  letter(letterId, '2026-01-08', about)
  letter(idOf('an earlier one'), '2026-01-06', about)
  expect(step('first-warning', '2026-01-20', inOrder.toReversed()).confirmed).toBe('recorded')
  const petition = petitionOf(
    { ...network.watch, parties: network.parties },
    idOf('first-warning'),
  )!
  expect(petition.name).toEqual({ km: 'ទន្លេមាស', latin: 'Golden River Co.' })
  expect(petition.licence).toEqual({ state: 'licensed', since: '2020-03-01', number: '041/20' })
  expect(petition.reports.map(({ reportId }) => reportId)).toEqual(inOrder)
  expect(petition.steps).toEqual([
    { step: 'first-warning', on: '2026-01-20', rests: [1, 2, 3], households: 3 },
  ])
  expect(petition.duties.map(({ duty, times }) => [duty, times])).toEqual([
    ['no-fee-above-ceiling', 3],
    ['receipts-given', 1],
  ])
  expect(petition.letters.map(({ on }) => on)).toEqual(['2026-01-06', '2026-01-08'])
})
