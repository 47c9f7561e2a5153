import type { LocalDate } from '#domain/kernel/dates.ts'
import { nameKeyOf } from '#domain/kernel/names.ts'
import type { Country } from '#domain/network/places.ts'
import { type LicenceOn, maySend, statusOn } from '#domain/network/register/licence.ts'
import { type FactSaid, type Party, factsOf, latestOf } from '#domain/network/register/parties.ts'

/** An agency as an official list has it. */
export type Listed = {
  readonly km?: string
  readonly latin?: string
  readonly number?: string
  readonly state: 'licensed' | 'suspended' | 'removed'
  readonly since?: LocalDate
  readonly until?: LocalDate
  readonly countries: readonly Country[]
}

/** What a list says beside what the register says, on the day of the list. */
export type ListDiff = {
  readonly fresh: readonly Listed[]
  readonly changed: readonly {
    readonly party: Party
    readonly before: LicenceOn
    readonly listed: Listed
    readonly facts: readonly FactSaid[]
  }[]
  readonly same: readonly Party[]
  /** Of these the register says that they have a licence, and the list does not name them. */
  readonly gone: readonly Party[]
}

const keysOf = (party: Party): readonly string[] =>
  factsOf(party, 'name').flatMap(({ fact }) =>
    [fact.km, fact.latin].flatMap((name) => (name === undefined ? [] : [nameKeyOf(name)])),
  )

const keysOfListed = ({ km, latin }: Listed): readonly string[] =>
  [km, latin].flatMap((name) => (name === undefined ? [] : [nameKeyOf(name)]))

const became = { licensed: 'granted', suspended: 'suspended', removed: 'removed' } as const

/** What an official list says of one as facts; `on` is the day of the list, where it names none. */
export const factsListed = (listed: Listed, on: LocalDate): readonly FactSaid[] => {
  const { state, since = on, until, number, countries } = listed
  const isGranted = state === 'licensed'
  return [
    {
      what: 'licence',
      became: became[state],
      from: since,
      ...(number !== undefined && { number }),
      ...(isGranted && until !== undefined && { until }),
    },
    ...(countries.length === 0 ? [] : [{ what: 'destinations' as const, countries }]),
  ]
}

const standsAs = (before: LicenceOn, { state }: Listed): boolean =>
  state === 'licensed' ? maySend(before) : before.state === state

const changedFacts = (party: Party, listed: Listed, on: LocalDate): readonly FactSaid[] => {
  const before = statusOn(party, { on })
  const { number, until, countries } = listed
  const isOther =
    !standsAs(before, listed) ||
    (number !== undefined && number !== before.number) ||
    (listed.state === 'licensed' && until !== undefined && until !== before.until)
  const known = latestOf(party, 'destinations')?.fact.countries ?? []
  const sendsElsewhere =
    countries.length > 0 && [...countries].toSorted().join() !== [...known].toSorted().join()
  return factsListed(listed, on).filter(({ what }) =>
    what === 'licence' ? isOther : sendsElsewhere,
  )
}

/** Holds an official list against the register. Who is not on it is told, and nothing is written of that. */
export const listDiff = (
  parties: readonly Party[],
  listed: readonly Listed[],
  on: LocalDate,
): ListDiff => {
  const agencies = parties.filter(({ kind }) => kind === 'agency')
  const byKey = new Map(agencies.flatMap((party) => keysOf(party).map((key) => [key, party])))
  const found = listed.map((one) => ({
    listed: one,
    party: keysOfListed(one)
      .map((key) => byKey.get(key))
      .find((party) => party !== undefined),
  }))
  const named = new Set(found.map(({ party }) => party?.partyId))
  const known = found.flatMap(({ listed: one, party }) =>
    party ? [{ party, listed: one, facts: changedFacts(party, one, on) }] : [],
  )
  return {
    fresh: found.flatMap(({ listed: one, party }) => (party ? [] : [one])),
    changed: known
      .filter(({ facts }) => facts.length > 0)
      .map((one) => ({ ...one, before: statusOn(one.party, { on }) })),
    same: known.filter(({ facts }) => facts.length === 0).map(({ party }) => party),
    gone: agencies.filter((party) => !named.has(party.partyId) && maySend(statusOn(party, { on }))),
  }
}
