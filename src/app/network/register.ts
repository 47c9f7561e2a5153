import type { LocalDate } from '#domain/kernel/dates.ts'
import { nameKeyOf } from '#domain/kernel/names.ts'
import { goodForDefault } from '#domain/network/checked.ts'
import { type Country } from '#domain/network/places.ts'
import {
  type LicenceOn,
  isFresh,
  isGraver,
  lookedOn,
  maySend,
  statusOn,
} from '#domain/network/register/licence.ts'
import { type Party, counts, latestOf, nameOf } from '#domain/network/register/parties.ts'
import { isOfficial, type Source } from '#domain/network/register/sources.ts'
import { found } from '#domain/network/register/search.ts'
import { type PriceOn, type TransferPrice, pricesShown } from '#domain/network/roads/prices.ts'
import { type Route, type RouteOn, routesShown } from '#domain/network/roads/routes.ts'
import type { Warning } from '#domain/network/warnings/warning.ts'
import type { Journal, NetworkViews } from '#domain/ports.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { lastKept } from '#src/app/turns.ts'

/** What a network knows of agencies, of the roads abroad and of false investments. */
export type Register = {
  readonly networkId: string
  readonly parties: readonly Party[]
  readonly routes: readonly Route[]
  readonly warnings: readonly Warning[]
  readonly prices: readonly TransferPrice[]
  /** For how many days a look at a road is good; a licence has a shorter time of its own. */
  readonly goodForDays: number
}

export type RegisterStore = Pick<
  NetworkViews,
  'networkSubjects' | 'networkHead' | 'registerSubjects'
> & { readonly networks: Pick<Journal, 'fundIds'> }

const networksKept = 50
const keptBy = new WeakMap<
  object,
  ReturnType<typeof lastKept<{ readonly hash: string; readonly register: Register }>>
>()

/** A network's register from its views, read when its journal has gone on and not for each question. */
export const registerOf = async (
  store: Omit<RegisterStore, 'networks'>,
  networkId: string,
): Promise<Register> => {
  const kept = keptBy.get(store) ?? lastKept(networksKept)
  keptBy.set(store, kept)
  const head = await store.networkHead(networkId)
  const known = kept.get(networkId)
  if (head && known?.hash === head.hash) return known.register
  const rows = await store.registerSubjects(networkId)
  const of = <T>(asked: string): readonly T[] =>
    rows.filter(({ kind }) => kind === asked).map(({ data }) => JSON.parse(data) as T)
  const book = await networkBookOf(store, networkId)
  const goodForDays = book?.goodForDays ?? goodForDefault
  const register = {
    networkId,
    parties: of<Party>('party'),
    routes: of<Route>('route'),
    warnings: of<Warning>('warning'),
    prices: of<TransferPrice>('transfer-price'),
    goodForDays,
  }
  const after = await store.networkHead(networkId)
  if (head && after?.hash === head.hash) kept.keep(networkId, { hash: head.hash, register })
  return register
}

/** An agency as anybody may see it: official facts that two stand behind, and nothing else. */
export type ShownAgency = {
  readonly partyId: string
  readonly km?: string
  readonly latin?: string
  readonly licence: Omit<LicenceOn, 'by'>
  /** Where it is said how the licence stands, and when somebody last looked there. */
  readonly source?: Source
  readonly seenOn?: LocalDate
  /** Since when it is known here; of what came out later than a day that is asked about. */
  readonly knownSince?: LocalDate
  readonly lookedOn?: LocalDate
  /** It may send people as far as is known, and nobody has looked for more than thirty days: it has to be asked anew. */
  readonly isStale: boolean
  readonly countries: readonly Country[]
}

/** Whether anybody is told to go to it: it may send people as far as is known, and somebody has looked lately. */
export const maySendNow = ({
  licence,
  isStale,
}: Pick<ShownAgency, 'licence' | 'isStale'>): boolean => maySend(licence) && !isStale

const official = (party: Party): Party => ({
  ...party,
  facts: party.facts.filter(({ source }) => isOfficial(source)),
})

type AsOf = { readonly on: LocalDate; readonly known: LocalDate | undefined }

const shownOf = (whole: Party, { on, known }: AsOf, today: LocalDate): ShownAgency => {
  const party = official(whole)
  const { by, ...licence } = statusOn(party, { on, ...(known !== undefined && { knownOn: known }) })
  const { km, latin } = nameOf(party)
  const looked = lookedOn(party, known ?? today)
  return {
    partyId: party.partyId,
    ...(km !== undefined && { km }),
    ...(latin !== undefined && { latin }),
    licence,
    ...(by && { source: by.source, seenOn: by.seenOn }),
    ...(by?.countsFrom !== undefined && { knownSince: by.countsFrom }),
    ...(looked !== undefined && { lookedOn: looked }),
    isStale: maySend(licence) && (looked === undefined || !isFresh(looked, on)),
    countries: latestOf(party, 'destinations', known)?.fact.countries ?? [],
  }
}

/** Whether anything official is known of a party that two stand behind, or was on a day. */
const isPublic = ({ kind, facts }: Party, known: LocalDate | undefined): boolean =>
  kind === 'agency' &&
  isOfficial(facts[0]!.source) &&
  counts(facts[0]!, known) &&
  facts.some((one) => one.fact.what === 'licence' && counts(one, known) && isOfficial(one.source))

/** What an agency is called, the language of the reader first. */
export const nameSaid = ({ km, latin }: Pick<ShownAgency, 'km' | 'latin'>, isKhmer: boolean) =>
  (isKhmer ? (km ?? latin) : (latin ?? km)) ?? ''

const byName = (a: ShownAgency, b: ShownAgency): number =>
  nameKeyOf(nameSaid(a, false)) < nameKeyOf(nameSaid(b, false)) ? -1 : 1

/** The registers of the network that is named, else of all networks of the service. */
export const registersAsked = async (
  store: RegisterStore,
  networkId: string | undefined,
): Promise<readonly Register[]> => {
  const all = await store.networks.fundIds()
  const asked = all.filter((id) => id === networkId)
  return Promise.all((asked.length > 0 ? asked : all).map((id) => registerOf(store, id)))
}

/** Whether what one network says of an agency stands over what another one says: the graver does, and of the same the later look. */
const standsOver = (one: ShownAgency, other: ShownAgency, on: LocalDate): boolean =>
  isGraver(one.licence, other.licence, on) ||
  (!isGraver(other.licence, one.licence, on) && (one.lookedOn ?? '') > (other.lookedOn ?? ''))

/** Each agency once, that two networks know under one name: nobody waves one through whom another network has taken off. */
const eachOnce = (agencies: readonly ShownAgency[], on: LocalDate): readonly ShownAgency[] => {
  const held = new Map<string, ShownAgency>()
  for (const one of agencies) {
    const key = nameKeyOf(one.latin ?? one.km ?? one.partyId)
    const before = held.get(key)
    if (!before || standsOver(one, before, on)) held.set(key, one)
  }
  return [...held.values()].toSorted(byName)
}

/** Agencies as anybody may see them, on a day, by what is known or by what was known on another; those of the named network, else of all networks of the service. */
export const agenciesForAnybody = async (
  store: RegisterStore,
  {
    networkId,
    today,
    on = today,
    known,
    typed = '',
  }: {
    readonly networkId?: string | undefined
    readonly today: LocalDate
    readonly on?: LocalDate | undefined
    readonly known?: LocalDate | undefined
    readonly typed?: string | undefined
  },
): Promise<readonly ShownAgency[]> => {
  const registers = await registersAsked(store, networkId)
  const agencies = eachOnce(
    registers.flatMap(({ parties }) =>
      parties
        .filter((party) => isPublic(party, known))
        .map((party) => shownOf(party, { on, known }, today)),
    ),
    on,
  )
  if (typed.trim() === '') return agencies
  return found(
    agencies.map((one) => ({
      ...one,
      names: [one.km ?? '', one.latin ?? '', one.licence.number ?? ''],
      phones: [],
    })),
    typed,
  ).map(({ names: _n, phones: _p, ...one }) => one)
}

/** The roads abroad that a household may be shown. */
export const roadsForAnybody = async (
  store: RegisterStore,
  { networkId, today }: { readonly networkId?: string | undefined; readonly today: LocalDate },
): Promise<readonly RouteOn[]> => {
  const registers = await registersAsked(store, networkId)
  const goodForDays = Math.min(...registers.map((one) => one.goodForDays), goodForDefault)
  return routesShown({ routes: registers.flatMap(({ routes }) => routes), goodForDays }, today)
}

/** What sending money home costs, as anybody may see it. */
export const pricesForAnybody = async (
  store: RegisterStore,
  { networkId, today }: { readonly networkId?: string | undefined; readonly today: LocalDate },
): Promise<readonly PriceOn[]> => {
  const registers = await registersAsked(store, networkId)
  const goodForDays = Math.min(...registers.map((one) => one.goodForDays), goodForDefault)
  return pricesShown({ prices: registers.flatMap(({ prices }) => prices), goodForDays }, today)
}
