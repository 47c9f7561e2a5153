import type { LocalDate } from '#domain/kernel/dates.ts'
import { nameOf } from '#domain/network/register/parties.ts'
import { dutyCodes } from '#domain/network/register/duties.ts'
import { type DutyCount, countsByDuty } from '#domain/network/watch/by-duty.ts'
import { type ShownAgency, rulesShown, shownWatch } from '#domain/network/watch/shown.ts'
import type { Journal, NetworkViews } from '#domain/ports.ts'
import { lastKept } from '#src/app/turns.ts'
import { type WatchBook, watchBookOf } from '#src/app/watch/watch-book.ts'

/** What anybody reads of an agency: its name, and what enough households told. */
export type ReportedAgency = Omit<ShownAgency, 'partyId'> & {
  readonly name: { readonly km?: string; readonly latin?: string }
  /** From so many on it is shown; never how many there are. */
  readonly households: number
}

type Store = Pick<NetworkViews, 'registerSubjects' | 'networkHead'> & {
  readonly networks: Pick<Journal, 'fundIds'>
}

const shownIn = (book: WatchBook, today: LocalDate): readonly ReportedAgency[] =>
  shownWatch(book, today).flatMap(({ partyId, ...shown }) => {
    const party = book.parties.get(partyId)
    if (party?.kind !== 'agency') return []
    const { km, latin } = nameOf(party)
    const name = { ...(km !== undefined && { km }), ...(latin !== undefined && { latin }) }
    return [{ ...shown, name, households: rulesShown(book, today).publicFrom }]
  })

type Shown = {
  readonly hash: string
  readonly today: LocalDate
  readonly agencies: readonly ReportedAgency[]
}

/** What is shown of a network is little: of so many it is kept, while the book that it is made of is not. */
const networksKept = 10_000
const keptBy = new WeakMap<object, ReturnType<typeof lastKept<Shown>>>()

/** Of one network, made anew when its journal has gone on or the day has. */
const reportedIn = async (
  store: Store,
  networkId: string,
  today: LocalDate,
): Promise<readonly ReportedAgency[]> => {
  const kept = keptBy.get(store) ?? lastKept<Shown>(networksKept)
  keptBy.set(store, kept)
  const head = await store.networkHead(networkId)
  const known = kept.get(networkId)
  if (head && known?.hash === head.hash && known.today === today) return known.agencies
  const agencies = shownIn(await watchBookOf(store, networkId), today)
  const after = await store.networkHead(networkId)
  if (head && after?.hash === head.hash) kept.keep(networkId, { hash: head.hash, today, agencies })
  return agencies
}

/** What anybody may read today of agencies by all networks of the service; of persons and places nothing is ever shown. */
export const reportedAgencies = async (
  store: Store,
  today: LocalDate,
): Promise<readonly ReportedAgency[]> => {
  const found: ReportedAgency[] = []
  for (const networkId of await store.networks.fundIds())
    found.push(...(await reportedIn(store, networkId, today)))
  const keyOf = ({ name }: ReportedAgency): string => name.latin ?? name.km ?? ''
  return found.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** Which duties enough households told of, by quarter, over all networks of the service: each network's figure is safe by itself. */
export const reportedDuties = async (
  store: Store,
  today: LocalDate,
): Promise<readonly DutyCount[]> => {
  const sums = new Map<string, DutyCount>()
  for (const networkId of await store.networks.fundIds())
    for (const one of countsByDuty(await watchBookOf(store, networkId), today)) {
      const key = `${one.quarter} ${one.duty}`
      const before = sums.get(key)?.households ?? 0
      sums.set(key, { ...one, households: before + one.households })
    }
  return [...sums.values()].toSorted((a, b) =>
    a.quarter === b.quarter
      ? dutyCodes.indexOf(a.duty) - dutyCodes.indexOf(b.duty)
      : a.quarter < b.quarter
        ? 1
        : -1,
  )
}
