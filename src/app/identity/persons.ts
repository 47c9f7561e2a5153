import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FundDoor, type Person, rolesInFund } from '#domain/access/person.ts'
import type { Role } from '#domain/access/roles.ts'
import type { Fund } from '#domain/fund/fund.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { isAssignedOn, staffRolesOn } from '#domain/network.ts'
import type {
  FundViews,
  Membership,
  NetworkHead,
  NetworkViews,
  People,
  SessionRow,
  SubjectRow,
} from '#domain/ports.ts'
import { lastKept } from '#src/app/turns.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'

type Views = FundViews & NetworkViews & People

/** Somebody signed in or named, with the funds that a login is in and the network's last entry where those are known. */
export type Whose = Pick<SessionRow, 'networkId' | 'userId' | 'card'> & {
  readonly memberships?: readonly Membership[]
  readonly networkHead?: NetworkHead | undefined
}

/** Who somebody is on a day, as far as rights go. */
export const personOf = async (
  store: Views,
  { networkId, userId, card, memberships, networkHead }: Whose,
  day: LocalDate,
): Promise<Person> => {
  if (card || userId === undefined)
    return {
      networkId,
      memberOf: card ? [card] : [],
      staffRoles: [],
      assignedTo: [],
      isByCard: true,
    }
  const own = memberships ?? (await store.memberships(networkId, userId))
  const network = await networkBookOf(store, networkId, networkHead)
  const staff = network?.staff.find((found) => found.userId === userId)
  return {
    networkId,
    memberOf: own.map(({ fundId, memberId }) => ({ fundId, memberId })),
    staffRoles: staffRolesOn(staff, day),
    assignedTo: (network?.fundIds ?? []).filter((fundId) => isAssignedOn(staff, fundId, day)),
    isByCard: false,
  }
}

const openedMost = 2000
const kept = lastKept<{ readonly data: string; readonly subject: unknown }>(openedMost)

/** What was read out of the same text before is the same still. */
const opened = <Subject>(fundId: string, row: SubjectRow | undefined): Subject | undefined => {
  if (!row) return undefined
  const { kind, key, data } = row
  const name = `${fundId} ${kind} ${key}`
  const known = kept.get(name)
  if (known?.data === data) return known.subject as Subject
  const subject = JSON.parse(data) as Subject
  kept.keep(name, { data, subject })
  return subject
}

/** A member of a fund as the journal knows one. */
export const memberOf = async (
  store: FundViews,
  fundId: string,
  memberId: string,
): Promise<Member | undefined> =>
  opened<Member>(fundId, await store.subject(fundId, 'member', memberId))

/** What of a fund decides what a person is to it; undefined when there is no such fund. */
const fundDoorOf = async (
  store: FundViews,
  { person, fundId }: { readonly person: Person; readonly fundId: string },
): Promise<FundDoor | undefined> => {
  const own = person.memberOf.find((known) => known.fundId === fundId)
  const members = own ? [{ kind: 'member', key: own.memberId } as const] : []
  const found = await store.subjectsBy(fundId, [{ kind: 'fund', key: 'fund' }, ...members])
  const fund = opened<Fund>(
    fundId,
    found.find(({ kind }) => kind === 'fund'),
  )
  if (!fund) return undefined
  const member = opened<Member>(
    fundId,
    found.find(({ kind }) => kind === 'member'),
  )
  return { fundId, auditors: fund.auditors, member }
}

/** What somebody is to a fund; nothing at all when it is not theirs or does not exist. */
export const rolesIn = async (
  store: FundViews,
  { day, ...asked }: { readonly person: Person; readonly fundId: string; readonly day: LocalDate },
): Promise<readonly Role[]> => {
  const door = await fundDoorOf(store, asked)
  return door ? rolesInFund(asked.person, door, day) : []
}

/** The network that a fund is in. A fund is in one, because one NGO answers for it. */
export const networkOf = async (
  store: NetworkViews,
  networkIds: readonly string[],
  fundId: string,
): Promise<string | undefined> => {
  for (const networkId of networkIds) {
    const network = await networkBookOf(store, networkId)
    if (network?.fundIds.includes(fundId)) return networkId
  }
  return undefined
}
