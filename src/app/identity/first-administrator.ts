import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import type { StaffRole } from '#domain/access/roles.ts'
import { staffRolesOn } from '#domain/network.ts'
import type { Journal, NetworkJournal, User } from '#domain/ports.ts'
import { type IdentityNeeds, loginKeyOf } from '#src/app/identity/identity.ts'
import type { NetworkRecorder } from '#src/app/network/network-record.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { makeKey } from '#src/app/identity/one-time-keys.ts'
import { networkOf } from '#src/app/identity/persons.ts'
import type { Answer } from '#src/app/answer.ts'
import type { Session } from '#src/app/standing.ts'
import { addUser } from '#src/app/identity/users.ts'

export type FoundingNeeds = IdentityNeeds & {
  readonly store: IdentityNeeds['store'] & Journal & { readonly networks: NetworkJournal }
  readonly recordNetwork: NetworkRecorder
  readonly today: () => LocalDate
}

const assertDone = (answers: readonly Answer[]): void => {
  const failed = answers.find(({ outcome }) => outcome !== 'recorded' && outcome !== 'flagged')
  if (failed && 'code' in failed) throw new Error(`the network does not take this: ${failed.code}`)
}

const envelope = ({ ids, today }: FoundingNeeds) => ({
  id: ids(),
  v: 1 as const,
  effectiveOn: today(),
})

const inAYear = (today: LocalDate): LocalDate => monthlyDay(today, 12, Number(today.slice(8)))

/**
 * The only network, founded when there is none; undefined where there are several. Funds that no network
 * answers for join the only one.
 */
export const onlyNetwork = async (
  needs: FoundingNeeds,
  by: Session,
): Promise<string | undefined> => {
  const { store, recordNetwork } = needs
  const here = await store.networks.fundIds()
  if (here.length > 1) return undefined
  const networkId = here[0] ?? needs.ids()
  if (here.length === 0)
    assertDone(await recordNetwork(networkId, [{ ...envelope(needs), type: 'FoundNetwork' }], by))
  for (const fundId of await store.fundIds()) {
    if ((await networkOf(store, [networkId], fundId)) === undefined)
      assertDone(
        await recordNetwork(networkId, [{ ...envelope(needs), type: 'JoinFund', fundId }], by),
      )
  }
  return networkId
}

/** Appoints somebody to the staff of a network for a year. */
export const appoint = async (
  needs: FoundingNeeds,
  {
    networkId,
    userId,
    role,
    by,
  }: { networkId: string; userId: string; role: StaffRole; by: Session },
): Promise<void> => {
  const until = inAYear(needs.today())
  const command = { ...envelope(needs), type: 'AppointStaff' as const, userId, role, until }
  assertDone(await needs.recordNetwork(networkId, [command], by))
}

/** The link by which a person chooses a secret, once. */
export const setUpLink = async (
  needs: FoundingNeeds,
  { networkId, userId }: User,
  { url, by }: { readonly url: string; readonly by: Session },
): Promise<string> => {
  const key = await makeKey(needs, { networkId, purpose: 'set-secret', userId, madeBy: by.actor })
  return `${url}/begin?key=${key}`
}

const firstLogin = 'administrator'

type Looking = Pick<FoundingNeeds, 'store' | 'today'>

const isAppointed = async (
  { store, today }: Looking,
  { networkId, userId }: Pick<User, 'networkId' | 'userId'>,
): Promise<boolean> => {
  const network = await networkBookOf(store, networkId)
  const staff = network?.staff.find((found) => found.userId === userId)
  return staffRolesOn(staff, today()).includes('administrator')
}

const hasAdministrator = async (needs: Looking, networkId: string): Promise<boolean> => {
  for (const user of await needs.store.users(networkId)) {
    const { secret, disabledAt } = user
    const canEnter = secret !== undefined && disabledAt === undefined
    if (canEnter && (await isAppointed(needs, user))) return true
  }
  return false
}

/** Networks that stand beside others and that nobody can get into: as processes that started at once have founded them. */
export const shutNetworks = async (needs: Looking): Promise<readonly string[]> => {
  const all = await needs.store.networks.fundIds()
  const shut: string[] = []
  if (all.length > 1) for (const id of all) if (!(await hasAdministrator(needs, id))) shut.push(id)
  return shut
}

const shutSaid = (shut: readonly string[]): string =>
  shut.length === 0
    ? ''
    : `\nThere are several networks here, and nobody gets into ${shut.length} of them: see doctor.`

/**
 * What is said at the start of a service for real: where it answers, and, while nobody can administer
 * it, the one-time link by which the first administrator chooses a password.
 */
export const firstLink = async (
  needs: FoundingNeeds,
  { url, by }: { readonly url: string; readonly by: Session },
): Promise<string> => {
  const networkId = await onlyNetwork(needs, by)
  if (networkId === undefined) return `Village fund: ${url}${shutSaid(await shutNetworks(needs))}`
  if (await hasAdministrator(needs, networkId)) return `Village fund: ${url}`
  const user =
    (await needs.store.userByLogin(networkId, loginKeyOf(firstLogin))) ??
    (await addUser(needs, { networkId, login: firstLogin }))
  if ('code' in user) throw new Error('the first administrator cannot be added')
  if (!(await isAppointed(needs, user)))
    await appoint(needs, { networkId, userId: user.userId, role: 'administrator', by })
  const link = await setUpLink(needs, user, { url, by })
  return `Village fund: ${url}\nNobody administers it yet. Open this link within a day (it works once, and ends those of earlier starts):\n${link}\nYou sign in there by the name “${user.login}” and the password that you choose.`
}
