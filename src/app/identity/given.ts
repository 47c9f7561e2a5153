import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Person } from '#domain/access/person.ts'
import type { Role } from '#domain/access/roles.ts'
import type { FundViews, Journal, NetworkViews, People } from '#domain/ports.ts'
import { type Whose, personOf, rolesIn } from '#src/app/identity/persons.ts'
import { comeSince, isInJournal } from '#src/app/in-journal.ts'
import type { NetworkRecorder } from '#src/app/network/network-record.ts'
import type { Recorder } from '#src/app/record.ts'

/*
 * Rights are looked up in views, which whoever can write the file can change for a moment. Here they are held against the
 * journals, so that an office or a post that no journal gave shows nothing and does nothing.
 */

type OfNetwork = {
  readonly store: FundViews & NetworkViews & People & { readonly networks: Journal }
  readonly recordNetwork: NetworkRecorder
}
type OfFund = { readonly store: FundViews & Journal; readonly record: Recorder }

const those = async <T>(
  all: readonly T[],
  are: (one: T) => Promise<boolean>,
): Promise<readonly T[]> => {
  const found: T[] = []
  for (const one of all) if (await are(one)) found.push(one)
  return found
}

/** Who somebody is on a day: of the posts and funds that the views of the network tell, those that its journal has given. */
export const givenPersonOf = async (
  { store, recordNetwork: record }: OfNetwork,
  session: Whose,
  day: LocalDate,
): Promise<Person> => {
  const person = await personOf(store, session, day)
  const { networkId, staffRoles } = person
  if (staffRoles.length === 0) return { ...person, assignedTo: [] }
  const stands = (held: readonly Role[], assignedTo: readonly string[]): Promise<boolean> =>
    isInJournal({ journal: store.networks, record }, networkId, {
      person: { ...person, assignedTo },
      userId: session.userId,
      held,
      day,
    })
  if (await stands(staffRoles, person.assignedTo)) return person
  return {
    ...person,
    staffRoles: await those(staffRoles, (role) => stands([role], [])),
    assignedTo: await those(person.assignedTo, (fundId) => stands([], [fundId])),
  }
}

/** What a member is without any office: for that nothing is looked up but whose login or card it is. */
const isPlain = (role: Role): boolean => role === 'household-member'

/** What somebody is to a fund: of what its views tell, that which its journal has given. */
export const givenRolesIn = async (
  { store, record }: OfFund,
  asked: { readonly person: Person; readonly fundId: string; readonly day: LocalDate },
): Promise<readonly Role[]> => {
  const { person, fundId, day } = asked
  const books = { journal: store, record }
  // Who came by a login may hold an office: both are asked at the same time. A stranger's questions tell of no fund.
  const mayHold =
    person.assignedTo.includes(fundId) || person.memberOf.some((one) => one.fundId === fundId)
  const come = mayHold && !person.isByCard ? comeSince(books, fundId) : undefined
  const [told] = await Promise.all([rolesIn(store, asked), come])
  const stand = (held: readonly Role[]): Promise<boolean> =>
    isInJournal(books, fundId, { person, userId: undefined, held, day }, come)
  if (told.every(isPlain) || (await stand(told))) return told
  return those(told, async (role) => isPlain(role) || stand([role]))
}
