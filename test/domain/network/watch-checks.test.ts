import { expect, test } from 'vitest'
import { petitionOf } from '#domain/network/watch/petition.ts'
import { upheldOf } from '#domain/network/watch/watch.ts'
import { idOf } from '#test/domain/network/life.ts'
import { watchLife } from '#test/domain/network/watch-life.ts'

test('nobody is written to about what was not upheld, nor in the name of a step against somebody else', () => {
  const { give, check, upheld, step } = watchLife()
  check('only checked', '2026-01-05')
  const send = (letterId: string, more: object) =>
    give('ann', 'SendWatchLetter', '2026-01-10', {
      letterId: idOf(letterId),
      to: 'labour-ministry',
      partyId: idOf('Golden River'),
      ...more,
    })
  expect(send('early', { reportIds: [idOf('only checked')] })).toBe('report-not-upheld')
  const ids = [1, 2, 3].map((household) => upheld(household, '2026-01-06'))
  expect(send('mixed', { reportIds: [...ids, idOf('only checked')] })).toBe('report-not-upheld')
  const ruling = { decisionId: idOf('ruling of report 1 2026-01-06 on 2026-01-06') }
  expect(send('ruling', { reportIds: ids, ...ruling })).toBe('decision-not-confirmed')
  step('first-warning', '2026-01-07', ids)
  expect(send('step', { reportIds: ids, decisionId: idOf('first-warning') })).toBe('recorded')
})

test('a network that wants more households before anything is told asks no agency about fewer', () => {
  const { give, upheld } = watchLife()
  const rules = { upheldNeeded: 3, windowDays: 730, publicFrom: 5, delayDays: 90 }
  expect(give('rith', 'SetWatchRules', '2026-01-05', rules)).toBe('recorded')
  const ids = [1, 2, 3, 4].map((household) => upheld(household, '2026-01-06'))
  const send = () =>
    give('ann', 'SendWatchLetter', '2026-01-10', {
      letterId: idOf('letter'),
      to: 'agency',
      partyId: idOf('Golden River'),
      reportIds: ids,
    })
  expect(send()).toBe('would-tell-who-spoke')
  ids.push(upheld(5, '2026-01-06'))
  expect(send()).toBe('recorded')
})

test('what was checked wrongly counts for nothing once two say so, and no one ruling brings it back', () => {
  const { give, rule, upheld, ladder } = watchLife()
  const ids = [1, 2, 3].map((household) => upheld(household, '2026-01-05'))
  expect(ladder().due).toMatchObject({ on: '2026-01-05' })
  const wrong = { decisionId: idOf('wrong'), reportId: ids[2]!, found: 'checked-wrongly' }
  expect(give('ann', 'ProposeRuling', '2026-01-06', wrong)).toBe('recorded')
  expect(ladder().due).toBeDefined()
  give('ann', 'ConfirmDecision', '2026-01-06', { decisionId: wrong.decisionId })
  expect(ladder().due).toBeDefined()
  expect(give('bopha', 'ConfirmDecision', '2026-01-06', { decisionId: wrong.decisionId })).toBe(
    'recorded',
  )
  expect(ladder().due).toBeUndefined()
  const back = { decisionId: idOf('back'), reportId: ids[2]!, found: 'upheld' }
  expect(give('ann', 'ProposeRuling', '2026-01-07', back)).toBe('checked-wrongly-already')
  // Its report is checked anew, of the right household, and counts again.
  upheld(4, '2026-01-08')
  expect(ladder().due).toMatchObject({ on: '2026-01-08' })
  expect(rule('report 4 2026-01-08', '2026-01-09', { found: 'unfounded' })).toBe('recorded')
})

test('no authority rules that something was checked wrongly', () => {
  const { give, check } = watchLife()
  check('fee', '2026-01-05')
  const official = { authority: 'court', on: '2026-01-04' }
  const said = { decisionId: idOf('one'), reportId: idOf('fee'), official }
  for (const found of ['unfounded', 'checked-wrongly'])
    expect(give('ann', 'ProposeRuling', '2026-01-06', { ...said, found })).toBe('official-upholds')
})

test('what the register came to know after a petition, be it on the same day, is no part of it', () => {
  const { network, upheld, step, give } = watchLife()
  const partyId = idOf('Golden River')
  const say = (name: string, became: string, from: string) => {
    give('ann', 'RecordPartyFacts', '2026-01-20', {
      partyId,
      facts: [{ factId: idOf(name), fact: { what: 'licence', became, from } }],
      source: 'ministry-list',
      seenOn: '2026-01-02',
    })
    const facts = [{ partyId, factId: idOf(name) }]
    return give('bopha', 'CheckPartyFacts', '2026-01-20', { facts, how: 'official-page' })
  }
  expect(say('granted', 'granted', '2020-03-01')).toBe('recorded')
  const ids = [1, 2, 3].map((household) => upheld(household, '2026-01-05'))
  expect(step('first-warning', '2026-01-20', ids).confirmed).toBe('recorded')
  const now = () =>
    petitionOf({ ...network.watch, parties: network.parties }, idOf('first-warning'))
  const before = now()
  expect(before!.licence).toMatchObject({ state: 'licensed' })
  expect(say('removed', 'removed', '2025-12-01')).toBe('recorded')
  expect(now()).toEqual(before)
})

test('a petition that bears an earlier day than it was written on says what the licence is when it is written', () => {
  const { network, upheld, give } = watchLife()
  const partyId = idOf('Golden River')
  for (const [became, from] of [
    ['granted', '2020-03-01'],
    ['removed', '2026-01-10'],
  ]) {
    const factId = idOf(became!)
    give('ann', 'RecordPartyFacts', '2026-01-12', {
      partyId,
      facts: [{ factId, fact: { what: 'licence', became, from } }],
      source: 'ministry-list',
      seenOn: '2026-01-12',
    })
    const facts = [{ partyId, factId }]
    give('bopha', 'CheckPartyFacts', '2026-01-12', { facts, how: 'official-page' })
  }
  const reportIds = [1, 2, 3].map((household) => upheld(household, '2026-01-05'))
  const decisionId = idOf('first-warning')
  const said = { decisionId, partyId, step: 'first-warning', reportIds }
  give('ann', 'ProposeLadderStep', '2026-01-06', said, '2026-01-20')
  give('bopha', 'ConfirmDecision', '2026-01-06', { decisionId }, '2026-01-20')
  const petition = petitionOf({ ...network.watch, parties: network.parties }, decisionId)
  expect(petition).toMatchObject({ on: '2026-01-06', licence: { state: 'removed' } })
})

test('what was upheld on one day is told in one order, whichever report was looked at first', () => {
  const { check, rule, network } = watchLife()
  const [a, b, c] = ['one', 'two', 'three'].toSorted((x, y) => (idOf(x) < idOf(y) ? -1 : 1))
  // Neither as they came nor the other way round.
  for (const name of [b!, a!, c!]) {
    check(name, '2026-01-05')
    rule(name, '2026-01-05')
  }
  const told = upheldOf(network.watch, idOf('Golden River')).map(({ reportId }) => reportId)
  expect(told).toEqual([a, b, c].map((name) => idOf(name!)))
})
