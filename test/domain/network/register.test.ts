import { expect, test } from 'vitest'
import { isLookedAt, statusOn } from '#domain/network/register/licence.ts'
import { agencyAbove, treeUnder, worksUnder } from '#domain/network/register/tree.ts'
import { idOf } from '#test/domain/network/life.ts'
import { agency, list, registerLife as life } from '#test/domain/network/register-life.ts'

/** The worked example: granted in 2020, warned twice, suspended, restored, removed in 2025. */
const tenYears = () => {
  const its = life()
  its.party('Golden River')
  const facts = [
    its.licence('granted', '2020-03-01', { number: '041/20', until: '2023-02-28' }),
    its.licence('granted', '2023-03-01', { number: '007/23' }),
    its.licence('warned', '2023-10-10'),
    its.licence('warned', '2024-01-20'),
    its.licence('suspended', '2024-05-02'),
    its.licence('restored', '2024-09-01'),
    its.licence('removed', '2025-06-15'),
  ]
  expect(its.check('bopha', '2026-02-03', ...facts)).toBe('recorded')
  return its
}

test.each([
  ['2020-02-29', 'not-on-record', undefined, 0],
  ['2020-03-01', 'licensed', '2020-03-01', 0],
  ['2023-02-28', 'licensed', '2020-03-01', 0],
  ['2023-03-01', 'licensed', '2023-03-01', 0],
  ['2023-10-10', 'warned', '2023-10-10', 1],
  ['2024-05-01', 'warned', '2024-01-20', 2],
  ['2024-05-02', 'suspended', '2024-05-02', 2],
  ['2024-08-31', 'suspended', '2024-05-02', 2],
  ['2024-09-01', 'licensed', '2024-09-01', 0],
  ['2025-06-14', 'licensed', '2024-09-01', 0],
  ['2025-06-15', 'removed', '2025-06-15', 0],
  ['2026-11-30', 'removed', '2025-06-15', 0],
])('whether it was licensed when somebody paid: on %s it was %s', (on, state, since, warnings) => {
  const { network } = tenYears()
  const {
    by: _by,
    number: _number,
    until: _until,
    ...licence
  } = statusOn(network.parties.get(agency)!, { on })
  expect(licence).toEqual({ state, warnings, ...(since && { since }) })
})

test('a licence that nobody renewed has run out the day after its last one', () => {
  const { party, licence, check, stateOn } = life()
  party('Golden River')
  check('bopha', '2026-02-02', licence('granted', '2020-03-01', { until: '2023-02-28' }))
  expect(stateOn('2023-02-28')).toBe('licensed')
  expect(stateOn('2023-03-01')).toBe('expired')
})

test('one alone neither gives a licence nor takes one away', () => {
  const { party, licence, check, stateOn } = life()
  party('Golden River')
  const granted = licence('granted', '2020-03-01')
  expect(stateOn('2026-02-01')).toBe('not-on-record')
  check('ann', '2026-02-01', granted)
  expect(stateOn('2026-02-01')).toBe('not-on-record')
  check('bopha', '2026-02-02', granted)
  expect(stateOn('2026-02-02')).toBe('licensed')
  licence('removed', '2026-01-05')
  expect(stateOn('2026-02-02')).toBe('licensed')
})

test('what was known on a day stays what was known, whatever came out later', () => {
  const { party, licence, check, stateOn } = life()
  party('Golden River')
  check('bopha', '2026-02-02', licence('granted', '2020-03-01'))
  const removed = licence('removed', '2026-01-05')
  check('bopha', '2026-03-09', removed)
  expect(stateOn('2026-02-10')).toBe('removed')
  expect(stateOn('2026-02-10', '2026-02-10')).toBe('licensed')
  check('bopha', '2026-04-01', removed)
  expect(stateOn('2026-02-10', '2026-03-09')).toBe('removed')
})

test('a removal of long ago that is written down today was not known before today, whatever days its two writers give', () => {
  const { give, party, licence, check, stateOn } = life()
  party('Golden River')
  check('bopha', '2026-02-02', licence('granted', '2020-03-01'))
  const { partyId, factId } = licence('removed', '2026-02-01')
  const look = { facts: [{ partyId, factId }], how: 'official-page' }
  expect(give('bopha', 'CheckPartyFacts', '2026-02-03', look, '2026-11-30')).toBe('recorded')
  expect(stateOn('2026-02-10')).toBe('removed')
  expect(stateOn('2026-02-10', '2026-11-29')).toBe('licensed')
  expect(stateOn('2026-02-10', '2026-11-30')).toBe('removed')
})

test('what two take out today was known until today, whatever day they give', () => {
  const { give, party, licence, check, stateOn } = life()
  for (const who of ['ann', 'bopha'])
    give('program', 'AppointStaff', '2026-01-01', {
      userId: idOf(who),
      role: 'administrator',
      until: '2026-12-31',
    })
  party('Golden River')
  check('bopha', '2026-02-02', licence('granted', '2020-03-01'))
  const { partyId, factId } = licence('removed', '2026-01-05')
  check('bopha', '2026-02-03', { partyId, factId })
  const said = { partyId, factId, why: 'wrong', approvedBy: idOf('bopha') }
  expect(give('ann', 'WithdrawPartyFact', '2026-02-04', said, '2026-11-30')).toBe('recorded')
  expect(stateOn('2026-02-10')).toBe('licensed')
  expect(stateOn('2026-02-10', '2026-11-29')).toBe('removed')
})

test('a fact is taken out by two, and what was known before it was stays so', () => {
  const { give, party, licence, check, stateOn } = life()
  for (const who of ['ann', 'bopha'])
    give('program', 'AppointStaff', '2026-01-01', {
      userId: idOf(who),
      role: 'administrator',
      until: '2026-12-31',
    })
  party('Golden River')
  check('bopha', '2026-02-02', licence('granted', '2020-03-01'))
  const removed = licence('removed', '2026-01-05')
  check('bopha', '2026-02-03', removed)
  const { partyId, factId } = removed
  const out = (approvedBy: string, on = '2026-02-20') =>
    give('ann', 'WithdrawPartyFact', on, { partyId, factId, why: 'wrong', approvedBy })
  expect(out(idOf('nobody'))).toBe('not-of-the-deciding-staff')
  expect(out(idOf('bopha'))).toBe('recorded')
  expect(out(idOf('bopha'))).toBe('withdrawn-already')
  expect(stateOn('2026-02-10')).toBe('licensed')
  expect(stateOn('2026-02-10', '2026-02-19')).toBe('removed')
})

test('of two things said of one day the graver holds, in whatever order they were written', () => {
  for (const order of [
    ['suspended', 'warned', 'granted'],
    ['granted', 'warned', 'suspended'],
  ]) {
    const { party, licence, check, stateOn } = life()
    party('Golden River')
    check('bopha', '2026-02-02', ...order.map((became) => licence(became, '2024-05-02')))
    expect(stateOn('2024-05-02')).toBe('suspended')
  }
})

test('a warning lifts no suspension', () => {
  const { party, licence, check, stateOn } = life()
  party('Golden River')
  check(
    'bopha',
    '2026-02-02',
    licence('granted', '2020-03-01'),
    licence('suspended', '2024-05-02'),
    licence('warned', '2024-06-01'),
  )
  expect(stateOn('2024-06-02')).toBe('suspended')
})

test.each([
  ['2026-02-03', true],
  ['2026-03-05', true],
  ['2026-03-06', false],
])('a look at a licence is good for thirty days: %s', (on, isGood) => {
  const { network } = tenYears()
  expect(isLookedAt(network.parties.get(agency)!, on)).toBe(isGood)
})

test('looking again makes it good again', () => {
  const { network, check, licence, party } = life()
  party('Golden River')
  const granted = licence('granted', '2020-03-01')
  check('bopha', '2026-02-02', granted)
  check('bopha', '2026-05-01', granted)
  expect(isLookedAt(network.parties.get(agency)!, '2026-05-20')).toBe(true)
})

test.each([
  ['what the press says of a licence', { source: 'press' }, 'source-not-official'],
  ['a source of tomorrow', { seenOn: '2026-02-02' }, 'source-in-the-future /seenOn'],
  ['a source that nobody knows', { source: 'gossip' }, 'source-unknown /source'],
])('%s is refused', (_, more, code) => {
  const { party, say } = life()
  party('Golden River')
  const licence = { what: 'licence', became: 'removed', from: '2026-01-01' }
  expect(say(agency, licence, more).answer).toBe(code)
})

test('no name of a person stands in the journal', () => {
  const { give, party, say } = life()
  expect(party('Sok', 'broker')).toBe('recorded')
  expect(say(idOf('Sok'), { what: 'name', latin: 'Sok' }).answer).toBe('fact-not-of-this-kind')
  const named = { partyId: idOf('Dara'), kind: 'broker', called: { what: 'name', latin: 'Dara' } }
  expect(
    give('ann', 'RegisterParty', '2026-02-01', { ...named, ...list, seenOn: '2026-02-01' }),
  ).toBe('fact-not-of-this-kind')
})

test('where somebody is stands no nearer than the commune', () => {
  const { party, say } = life()
  party('Lamp', 'venue')
  const at = (place: string) => say(idOf('Lamp'), { what: 'place', place }).answer
  expect(at('020101')).toBe('recorded')
  expect(at('02010104')).toBe('place-unreadable /facts/0/fact/place')
  expect(at('26')).toBe('place-unreadable /facts/0/fact/place')
})

test('sub-agents and brokers are a tree under their agency, and nobody works for themselves', () => {
  const { network, party, say, check } = life()
  party('Golden River')
  party('Sok', 'sub-agent')
  party('Dara', 'broker')
  const works = (who: string, boss: string) =>
    say(idOf(who), { what: 'works-for', partyId: boss }, { source: 'said-to-us' })
  const first = works('Sok', agency)
  const second = works('Dara', idOf('Sok'))
  expect(works('Sok', idOf('Sok')).answer).toBe('works-for-itself')
  expect(works('Sok', idOf('somebody')).answer).toBe('boss-unknown')
  const { parties } = network
  // What one alone has entered stands in nobody's way: it is held against what counts when it is checked.
  expect(worksUnder(parties, idOf('Dara'), agency)).toBe(false)
  const circle = works('Sok', idOf('Dara'))
  expect(circle.answer).toBe('recorded')
  const top = parties.get(agency)!
  expect(treeUnder(parties.values(), top).under).toEqual([])
  // Nor does whoever one alone has written down, whatever two say of whom he works for.
  expect(check('bopha', '2026-02-02', first)).toBe('recorded')
  expect(treeUnder(parties.values(), parties.get(agency)!).under).toEqual([])
  const names = ['Sok', 'Dara'].map((name) => ({ partyId: idOf(name), factId: idOf(name) }))
  expect(check('bopha', '2026-02-02', first, second, circle)).toBe('works-for-itself')
  expect(check('bopha', '2026-02-02', first, second, ...names)).toBe('recorded')
  expect(worksUnder(parties, idOf('Dara'), agency)).toBe(true)
  expect(works('Sok', idOf('Dara')).answer).toBe('works-for-itself')
  expect(check('bopha', '2026-02-02', circle)).toBe('works-for-itself')
  const [sok] = treeUnder(parties.values(), parties.get(agency)!).under
  expect(sok?.party.partyId).toBe(idOf('Sok'))
  expect(sok?.under.map((one) => one.party.partyId)).toEqual([idOf('Dara')])
  expect(agencyAbove(parties, idOf('Dara'))?.partyId).toBe(agency)
})

test('three who are looked at together and of whom two work for each other are refused, and the look ends', () => {
  const { party, say, check } = life()
  for (const name of ['Vanna', 'Sok', 'Dara']) party(name, 'broker')
  const works = (who: string, boss: string) =>
    say(idOf(who), { what: 'works-for', partyId: idOf(boss) }, { source: 'said-to-us' })
  const circle = [works('Vanna', 'Sok'), works('Sok', 'Dara'), works('Dara', 'Sok')]
  expect(check('bopha', '2026-02-02', ...circle)).toBe('works-for-itself')
})

test('nothing can be said of or looked at that is not there', () => {
  const { party, say, check, give } = life()
  expect(say(agency, { what: 'place', place: '12' }).answer).toBe('party-unknown /partyId')
  party('Golden River')
  expect(party('Golden River')).toBe('party-already-there')
  expect(check('bopha', '2026-02-02', { partyId: agency, factId: idOf('none') })).toBe(
    'fact-unknown /facts/0/factId',
  )
  expect(check('bopha', '2026-01-31', { partyId: agency, factId: agency })).toBe(
    'checked-before-entered',
  )
  expect(give('bopha', 'CheckPartyFacts', '2026-02-02', { facts: [], how: 'called' })).toBe(
    'facts-missing /facts',
  )
})
