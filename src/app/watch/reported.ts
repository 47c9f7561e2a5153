import type { LocalDate } from '#domain/kernel/dates.ts'
import { nameOf } from '#domain/network/register/parties.ts'
import { dutyCodes } from '#domain/network/register/duties.ts'
import { type DutyCount, countsByDuty } from '#domain/network/watch/by-duty.ts'
import { type ShownAgency, shownWatch } from '#domain/network/watch/shown.ts'
import type { Journal, NetworkViews } from '#domain/ports.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'

/** What anybody reads of an agency: its name, and what enough households told. */
export type ReportedAgency = Omit<ShownAgency, 'partyId'> & {
  readonly name: { readonly km?: string; readonly latin?: string }
  /** From so many on it is shown; never how many there are. */
  readonly households: number
}

type Store = Pick<NetworkViews, 'registerSubjects'> & {
  readonly networks: Pick<Journal, 'fundIds'>
}

/** What anybody may read today of agencies by all networks of the service; of persons and places nothing is ever shown. */
export const reportedAgencies = async (
  store: Store,
  today: LocalDate,
): Promise<readonly ReportedAgency[]> => {
  const found: ReportedAgency[] = []
  for (const networkId of await store.networks.fundIds()) {
    const book = await watchBookOf(store, networkId)
    for (const { partyId, ...shown } of shownWatch(book, today)) {
      const party = book.parties.get(partyId)
      if (party?.kind !== 'agency') continue
      const { km, latin } = nameOf(party)
      const name = { ...(km !== undefined && { km }), ...(latin !== undefined && { latin }) }
      found.push({ ...shown, name, households: book.rules.publicFrom })
    }
  }
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
