import { expect, test } from 'vitest'
import { counts } from '#domain/network/register/parties.ts'
import { signalsIn } from '#domain/network/register/signals.ts'
import { idOf, networkLife } from '#test/domain/network/life.ts'

const heard = { source: 'said-to-us', seenOn: '2026-01-01' } as const
const [sok, agency, phoneId] = [idOf('sok'), idOf('golden river'), idOf('phone of sok')]
const mark = 'a'.repeat(64)

/** A broker with a phone, and an agency, each checked by a second one. */
const register = () => {
  const { network, give } = networkLife()
  const enter = (partyId: string, kind: string, called: object) =>
    give('ann', 'RegisterParty', '2026-01-01', { partyId, kind, called, ...heard })
  enter(sok, 'broker', { what: 'sealed-name', mark })
  enter(agency, 'agency', { what: 'name', latin: 'Golden River' })
  const say = (factId: string, fact: object) => {
    give('ann', 'RecordPartyFacts', '2026-01-01', {
      partyId: sok,
      facts: [{ factId, fact }],
      ...heard,
    })
    give('bopha', 'CheckPartyFacts', '2026-01-02', {
      facts: [{ partyId: sok, factId }],
      how: 'called',
    })
  }
  say(phoneId, { what: 'phone', mark })
  return {
    network,
    say,
    enter,
    give,
    erase: (factId: string, more: object = {}) =>
      give('rith', 'ErasePartyWords', '2026-02-01', {
        partyId: sok,
        factId,
        why: 'by-law',
        ...more,
      }),
    factOf: (factId: string) =>
      network.parties.get(sok)!.facts.find((one) => one.factId === factId)!,
  }
}

test('a name or a phone is erased with a mark that stays, and everything else is as it was', () => {
  const { erase, factOf } = register()
  const before = factOf(phoneId)
  expect(erase(phoneId)).toBe('recorded')
  expect(factOf(phoneId)).toEqual({ ...before, erased: { on: '2026-02-01', why: 'by-law' } })
  expect(erase(sok, { why: 'wrong' })).toBe('recorded')
  expect(factOf(sok).erased).toEqual({ on: '2026-02-01', why: 'wrong' })
  // That it was looked at by two is as true as before: only the words are gone.
  expect(counts(factOf(phoneId))).toBe(true)
})

test.each([
  [
    'the name of an agency, which stands in the book itself',
    { partyId: agency, factId: agency },
    'fact-not-sealed',
  ],
  ['what nobody has written down', { factId: idOf('nothing') }, 'fact-unknown /factId'],
  ['for no reason', { factId: phoneId, why: 'because' }, 'reason-unknown /why'],
  [
    'by somebody who does not decide',
    { factId: phoneId, approvedBy: idOf('nobody') },
    'not-of-the-deciding-staff',
  ],
])('%s is not erased', (_, said, code) => {
  expect(register().erase(phoneId, said)).toBe(code)
})

test('what is erased already is erased once', () => {
  const { erase } = register()
  erase(phoneId)
  expect(erase(phoneId)).toBe('erased-already')
})

test('a mark whose words were erased finds nobody in another village any more', () => {
  const { network, say, enter, give, erase } = register()
  const other = idOf('another broker')
  enter(other, 'broker', { what: 'sealed-name', mark: 'c'.repeat(64) })
  const said = [
    { factId: idOf('phone of the other'), fact: { what: 'phone', mark } },
    { factId: idOf('place of the other'), fact: { what: 'place', place: '030203' } },
  ]
  give('ann', 'RecordPartyFacts', '2026-01-01', { partyId: other, facts: said, ...heard })
  give('bopha', 'CheckPartyFacts', '2026-01-02', {
    facts: said.map(({ factId }) => ({ partyId: other, factId })),
    how: 'called',
  })
  say(idOf('place of sok'), { what: 'place', place: '020101' })
  const signals = () => signalsIn([...network.parties.values()])
  expect(signals()).toHaveLength(1)
  erase(phoneId)
  expect(signals()).toEqual([])
})
