import { isSealedByAnother } from '#domain/access/row-seal.ts'
import { type Role, roles } from '#domain/access/roles.ts'
import { rolesInFund } from '#domain/access/person.ts'
import { staffRolesOn } from '#domain/access/staff.ts'
import { type Action, scopeFor } from '#domain/access/table.ts'
import { type LocalDate, dayBefore } from '#domain/kernel/dates.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { type Network, type NetworkBody, emptyNetwork, evolveNetwork } from '#domain/network.ts'
import { operations } from '#domain/operations/all.ts'
import { networkOperations } from '#domain/operations/network.ts'
import {
  type Journal,
  type NetworkJournal,
  type People,
  StorageUnavailable,
} from '#domain/ports.ts'
import { type Village, emptyVillage, evolve } from '#domain/village.ts'
import { allRows, eachRow } from '#src/app/proof/audit-chain.ts'
import { opened } from '#src/app/rows.ts'
import { villageTimeOf } from '#src/app/village-time.ts'

type Store = Journal &
  Pick<People, 'membershipsOfFund' | 'user'> & { readonly networks: NetworkJournal }

/**
 * An entry that somebody wrote who held nothing by the journal, on its day or the day before, that may write it; without a
 * number, a journal of which that could not be looked at.
 */
export type WithoutRight = { readonly journalId: string } & (
  | { readonly seq: number; readonly id: string; readonly type: string }
  | { readonly seq: null }
)

/** By which command an entry of a fund or of a network comes; some are called alike in both. */
const ofFund: ReadonlyMap<string, Action> = new Map(
  operations.map(({ entry, command }) => [entry, command]),
)
const ofNetwork: ReadonlyMap<string, Action> = new Map(
  networkOperations.list.map(({ entry, command }) => [entry, command]),
)

/** What a household says of itself, by a login of its own. */
const ofHouseholds: readonly string[] = ['DisputeRaised', 'ReliefDeclined', 'ConfirmationAnswered']

/** What the service makes itself of what somebody asked: nobody sends it. Whoever asked holds some office or post. */
const isOfService = (command: Action): boolean => scopeFor(command, roles) !== 'all'

const mayWrite = (command: Action | undefined, held: readonly Role[]): boolean => {
  const isSomebody = held.some((role) => role !== 'household-member')
  // What no version of this service has written the audit of the chain names.
  if (command === undefined) return true
  return scopeFor(command, held) === 'all' || (isOfService(command) && isSomebody)
}

/**
 * The day of an entry, and the one before it: whoever asked before midnight is written down after it, and whoever gives an
 * office up writes the rest of the list that it stands in.
 */
const daysOf = ({ recordedAt }: JournalRow): readonly LocalDate[] => {
  const { day } = villageTimeOf(recordedAt)
  return [day, dayBefore(day)]
}

/** What a person of the staff was on a day; whoever brings a book in writes all that stands in it. */
const isOfStaff = (network: Network, { recordedBy, type }: JournalRow, day: LocalDate): boolean => {
  const held = staffRolesOn(network.staff.get(recordedBy), day)
  return (
    mayWrite(ofFund.get(type), held) ||
    held.some((role) => scopeFor('import-book', [role]) === 'all')
  )
}

/** One that is sealed by a key which whoever looks at a copy elsewhere has not is there all the same. */
const isUser = async (store: Store, networkId: string, name: string): Promise<boolean> => {
  try {
    return (await store.user(networkId, name)) !== undefined
  } catch (error) {
    if (isSealedByAnother(error)) return true
    throw error
  }
}

/** Whether a name is a login of the network; each is looked up once. */
const loginsOf = (store: Store, networkId: string): ((name: string) => Promise<boolean>) => {
  const known = new Map<string, boolean>()
  return async (name) => {
    const is = known.get(name) ?? (await isUser(store, networkId, name))
    known.set(name, is)
    return is
  }
}

/** A network as its journal tells it, and its entries that nobody may have written. */
const networkOf = async (
  { networks }: Store,
  { networkId, isLogin }: { networkId: string; isLogin: (name: string) => Promise<boolean> },
): Promise<{ readonly network: Network; readonly without: readonly JournalRow[] }> => {
  const network = emptyNetwork()
  const without: JournalRow[] = []
  for (const row of await allRows(networks, networkId)) {
    const { recordedBy, type } = row
    const are = daysOf(row).some((day) =>
      mayWrite(ofNetwork.get(type), staffRolesOn(network.staff.get(recordedBy), day)),
    )
    // The service keeps where a book stood, by the hand of whoever closed the meeting, and signs it.
    if (!are && type !== 'FundWitnessed' && (await isLogin(recordedBy))) without.push(row)
    evolveNetwork(network, opened<NetworkBody>(row))
  }
  return { network, without }
}

const isOfMember = (
  village: Village,
  { fundId, type, ...row }: JournalRow,
  { memberId, day }: { readonly memberId: string; readonly day: LocalDate },
): boolean => {
  const own = { networkId: '', staffRoles: [], assignedTo: [], isByCard: false }
  const person = { ...own, memberOf: [{ fundId, memberId }] }
  const member = village.members.get(memberId)
  const held = rolesInFund(person, { fundId, auditors: undefined, member }, day)
  const isOwn = ofHouseholds.includes(type) && row.data.includes(`"${memberId}"`)
  return isOwn || type === 'DisputeRaised' || mayWrite(ofFund.get(type), held)
}

const inFund = async (
  store: Store,
  {
    network,
    networkId,
    fundId,
    isLogin,
  }: {
    network: Network
    networkId: string
    fundId: string
    isLogin: (name: string) => Promise<boolean>
  },
): Promise<readonly JournalRow[]> => {
  const logins = await store.membershipsOfFund(networkId, fundId)
  const memberOf = new Map(logins.map(({ userId, memberId }) => [userId, memberId]))
  const village = emptyVillage()
  const without: JournalRow[] = []
  for await (const row of eachRow(store, fundId)) {
    const memberId = memberOf.get(row.recordedBy)
    const might = (day: LocalDate): boolean =>
      (memberId !== undefined && isOfMember(village, row, { memberId, day })) ||
      isOfStaff(network, row, day)
    if (!daysOf(row).some(might) && (await isLogin(row.recordedBy))) without.push(row)
    evolve(village, opened(row))
  }
  return without
}

const told = (journalId: string, { seq, id, type }: JournalRow): WithoutRight => ({
  journalId,
  seq,
  id,
  type,
})

/** What a look at one journal gives; undefined where it cannot be read as it stands, of which the audit of the chain tells more. */
const looked = async <Seen>(look: () => Promise<Seen>): Promise<Seen | undefined> => {
  try {
    return await look()
  } catch (error) {
    if (error instanceof StorageUnavailable) throw error
    return undefined
  }
}

/**
 * Entries whose writer had no right to them by the journals: an office or a post that somebody wrote into a view for a
 * moment left no other trace. A journal that cannot be read as it stands is named, and hides nothing of the others; the funds
 * of a network of which that is so are not known, and not looked at.
 */
export const writtenWithoutRight = async (store: Store): Promise<readonly WithoutRight[]> => {
  const found: WithoutRight[] = []
  const tell = (journalId: string, rows: readonly JournalRow[] | undefined): void =>
    void found.push(...(rows?.map((row) => told(journalId, row)) ?? [{ journalId, seq: null }]))
  for (const networkId of await store.networks.fundIds()) {
    const isLogin = loginsOf(store, networkId)
    const of = await looked(() => networkOf(store, { networkId, isLogin }))
    tell(networkId, of?.without)
    if (!of) continue
    const { network } = of
    for (const fundId of network.funds.keys())
      tell(fundId, await looked(() => inFund(store, { network, networkId, fundId, isLogin })))
  }
  return found
}
