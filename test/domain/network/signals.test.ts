import { expect, test } from 'vitest'
import { type Signal, signalsIn } from '#domain/network/register/signals.ts'
import { idOf, networkLife } from '#test/domain/network/life.ts'

const heard = { source: 'said-to-us', seenOn: '2026-01-01' } as const
const markOf = (name: string): string => idOf(name).replaceAll('-', '').padEnd(64, '0')

/** A register in which ann enters and bopha checks, each of whom is called and where they were seen. */
const register = () => {
  const { network, give } = networkLife()
  const check = (who: string, facts: readonly string[]) =>
    give('bopha', 'CheckPartyFacts', '2026-01-02', {
      facts: facts.map((factId) => ({ partyId: idOf(who), factId })),
      how: 'visited',
    })
  let count = 0
  const said = (who: string, fact: object, isChecked = true): string => {
    count += 1
    const factId = idOf(`fact ${count}`)
    const partyId = idOf(who)
    give('ann', 'RecordPartyFacts', '2026-01-01', { partyId, facts: [{ factId, fact }], ...heard })
    if (isChecked) check(who, [factId])
    return factId
  }
  return {
    network,
    give,
    enter: (who: string, called: string, kind = 'broker') => {
      const named =
        kind === 'agency'
          ? { what: 'name', latin: called }
          : { what: 'sealed-name', mark: markOf(called) }
      const partyId = idOf(who)
      give('ann', 'RegisterParty', '2026-01-01', { partyId, kind, called: named, ...heard })
      check(who, [partyId])
    },
    seenIn: (who: string, place: string, isChecked = true) =>
      said(who, { what: 'place', place }, isChecked),
    calledBy: (who: string, number: string) => said(who, { what: 'phone', mark: markOf(number) }),
    signals: (): readonly Signal[] => signalsIn([...network.parties.values()]),
  }
}

test('a broker who is entered in two villages under one name is one signal, with both places', () => {
  const { enter, seenIn, signals } = register()
  enter('of the north', 'Sok')
  enter('of the south', 'Sok')
  enter('somebody else', 'Dara')
  seenIn('of the north', '020101')
  seenIn('of the south', '030203')
  seenIn('somebody else', '030203')
  expect(signals()).toEqual([
    {
      by: ['name'],
      partyIds: [idOf('of the north'), idOf('of the south')].toSorted(),
      places: ['020101', '030203'],
    },
  ])
})

test('one phone behind two names is found, and an agency’s own number among them', () => {
  const { enter, seenIn, calledBy, signals } = register()
  enter('one', 'Sok')
  enter('two', 'Chea')
  enter('office', 'Golden River', 'agency')
  for (const who of ['one', 'two', 'office']) calledBy(who, '012 555 011')
  seenIn('one', '020101')
  expect(signals()).toEqual([])
  seenIn('office', '120401')
  expect(signals()).toMatchObject([{ by: ['phone'], places: ['020101', '120401'] }])
  expect(signals()[0]!.partyIds).toHaveLength(3)
})

test('a sub-agent who goes from village to village is a signal alone; an agency with branches is none', () => {
  const { enter, seenIn, signals } = register()
  enter('walker', 'Sok', 'sub-agent')
  enter('office', 'Golden River', 'agency')
  for (const who of ['walker', 'office']) {
    seenIn(who, '020101')
    seenIn(who, '020105')
  }
  expect(signals()).toEqual([
    { by: ['one'], partyIds: [idOf('walker')], places: ['020101', '020105'] },
  ])
})

test('who is found in most places comes first, each with the places in their order', () => {
  const { enter, seenIn, signals } = register()
  for (const who of ['few', 'many', 'few too']) enter(who, who)
  for (const place of ['050203', '020101']) for (const who of ['few', 'few too']) seenIn(who, place)
  for (const place of ['030203', '010203', '020101']) seenIn('many', place)
  expect(signals().map(({ places }) => places)).toEqual([
    ['010203', '020101', '030203'],
    ['020101', '050203'],
    ['020101', '050203'],
  ])
  const [, ...equals] = signals().map(({ partyIds }) => partyIds[0])
  expect(equals).toEqual([idOf('few'), idOf('few too')].toSorted())
})

test('a province and a commune in it are not two places', () => {
  const { enter, seenIn, signals } = register()
  enter('walker', 'Sok')
  seenIn('walker', '02')
  seenIn('walker', '020105')
  expect(signals()).toEqual([])
  seenIn('walker', '03')
  expect(signals()).toHaveLength(1)
})

test('what one person alone says raises nothing, and what two took out is a signal no more', () => {
  const { network, enter, seenIn, signals } = register()
  enter('walker', 'Sok')
  seenIn('walker', '020101')
  const unchecked = seenIn('walker', '030203', false)
  expect(signals()).toEqual([])
  const party = network.parties.get(idOf('walker'))!
  expect(party.facts.some(({ factId }) => factId === unchecked)).toBe(true)
})

test('whether anybody told anything of them changes no sign of a signal', () => {
  const { network, give, enter, seenIn, signals } = register()
  enter('walker', 'Sok')
  for (const place of ['020101', '030203']) seenIn('walker', place)
  const before = JSON.stringify(signals())
  give('ann', 'CheckReport', '2026-02-01', {
    reportId: idOf('told'),
    partyId: idOf('walker'),
    kind: 'money-lost',
    duties: [],
    month: '2026-01',
    basis: 'two-sources',
    evidence: [],
    mayBeCounted: true,
    mayBeAsked: true,
  })
  expect(network.watch.reports.size).toBe(1)
  expect(JSON.stringify(signals())).toBe(before)
})
