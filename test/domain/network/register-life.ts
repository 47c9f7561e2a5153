import { statusOn } from '#domain/network/register/licence.ts'
import { idOf, networkLife } from '#test/domain/network/life.ts'

export const agency = idOf('Golden River')
export const list = { source: 'ministry-list', document: 'List 4 of the ministry' }

/** A network in which ann writes and bopha holds it against the source. */
export const registerLife = () => {
  const { network, give } = networkLife()
  let last = 0
  const party = (name: string, kind = 'agency', on = '2026-02-01') =>
    give('ann', 'RegisterParty', on, {
      partyId: idOf(name),
      kind,
      called:
        kind === 'agency'
          ? { what: 'name', latin: name }
          : { what: 'sealed-name', mark: 'a'.repeat(64) },
      ...list,
      seenOn: on,
    })
  const say = (partyId: string, fact: object, more: object = {}) => {
    last += 1
    const factId = idOf(`fact ${last}`)
    const on = '2026-02-01'
    const answer = give('ann', 'RecordPartyFacts', on, {
      partyId,
      facts: [{ factId, fact }],
      ...list,
      seenOn: on,
      ...more,
    })
    return { answer, factId, partyId }
  }
  const check = (by: string, on: string, ...facts: { partyId: string; factId: string }[]) =>
    give(by, 'CheckPartyFacts', on, {
      facts: facts.map(({ partyId, factId }) => ({ partyId, factId })),
      how: 'official-page',
    })
  const licence = (became: string, from: string, more: object = {}) =>
    say(agency, { what: 'licence', became, from, ...more })
  const stateOn = (on: string, knownOn?: string) =>
    statusOn(network.parties.get(agency)!, { on, ...(knownOn ? { knownOn } : {}) }).state
  return { network, give, party, say, check, licence, stateOn }
}
