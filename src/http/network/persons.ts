import { rolesOfMember } from '#domain/access/roles.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { type NetworkFund, type Staff, holdsOn, staffRolesOn } from '#domain/network.ts'
import type { Membership, User } from '#domain/ports.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { memberOf } from '#src/app/identity/persons.ts'
import { isAlive } from '#src/app/identity/sessions.ts'
import { mainRoles } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { FundSummary, PersonSummary, ReadingSummary } from '#src/pages/network/people-pages.ts'

/** What an administrator's pages are made from: the network, its funds by name, who is signed in. */
type Office = {
  readonly fundNames: ReadonlyMap<string, string>
  readonly funds: readonly NetworkFund[]
  readonly staff: ReadonlyMap<string, Staff>
  readonly memberships: readonly Membership[]
  readonly here: ReadonlySet<string>
}

export const networkOffice = async (context: HttpContext): Promise<Office> => {
  const { store, clock } = context.get('needs')
  const { networkId } = context.get('network')
  const network = await networkBookOf(store, networkId)
  const fundIds = network?.fundIds ?? []
  const named = await Promise.all(
    fundIds.map(async (fundId) => [fundId, await fundNameIn(context, fundId)] as const),
  )
  const memberships = await Promise.all(
    fundIds.map((fundId) => store.membershipsOfFund(networkId, fundId)),
  )
  const now = clock()
  const open = (await store.openSessions(networkId)).filter((one) => isAlive(one, now))
  return {
    fundNames: new Map(named),
    funds: network?.funds ?? [],
    staff: new Map((network?.staff ?? []).map((one) => [one.userId, one])),
    memberships: memberships.flat(),
    here: new Set(open.flatMap(({ userId }) => userId ?? [])),
  }
}

/** The network's funds by name, with what is kept of their books, and whether the books still hold it. */
export const fundSummaries = (
  context: HttpContext,
  { funds, fundNames }: Office,
): Promise<readonly FundSummary[]> => {
  const { store } = context.get('needs')
  return Promise.all(
    funds.map(async ({ fundId, witnessed: kept }) => {
      const [row] = kept ? await store.read(fundId, kept.seq - 1, 1) : []
      return { name: fundNames.get(fundId) ?? '', kept, isChanged: row?.hash !== kept?.hash }
    }),
  )
}

type Lasting = { readonly until: LocalDate }

const latest = (terms: readonly Lasting[]): LocalDate =>
  terms.map(({ until }) => until).reduce((a, b) => (a > b ? a : b))

const tasksOf = (staff: Staff | undefined, day: LocalDate): PersonSummary['tasks'] =>
  staffRolesOn(staff, day).map((role) => ({
    role,
    until: latest(staff!.appointments.filter((one) => one.role === role && holdsOn(one, day))),
  }))

/** Somebody as the administrator's pages tell of them. */
export const personSummary = async (
  context: HttpContext,
  office: Office,
  { userId, login, secret, disabledAt }: User,
): Promise<PersonSummary> => {
  const { store, today } = context.get('needs')
  const day = today()
  const own = office.memberships.filter((one) => one.userId === userId)
  const members = await Promise.all(
    own.map(async ({ fundId, memberId }) => {
      const member = await memberOf(store, fundId, memberId)
      if (!member) return []
      const held = rolesOfMember(member, day)
      const offices = held.length > 1 ? mainRoles(held) : []
      return [{ fundName: office.fundNames.get(fundId) ?? '', card: member.card, offices }]
    }),
  )
  return {
    userId,
    login,
    tasks: tasksOf(office.staff.get(userId), day),
    memberOf: members.flat(),
    hasSecret: secret !== undefined,
    isHere: office.here.has(userId),
    isShutOut: disabledAt !== undefined,
  }
}

/** Through which day a fund lets a network's auditors in, looked at from a day. */
const letInUntil = async (
  context: HttpContext,
  fundId: string,
  day: LocalDate,
): Promise<LocalDate | undefined> => {
  const row = await context.get('needs').store.subject(fundId, 'fund', 'fund')
  const { networkId } = context.get('network')
  const accesses = row === undefined ? [] : ((JSON.parse(row.data) as Fund).auditors ?? [])
  const open = accesses.filter((one) => one.networkId === networkId && holdsOn(one, day))
  return open.length === 0 ? undefined : latest(open)
}

/** The funds that somebody is put to work on today. */
export const readingsOf = async (
  context: HttpContext,
  { fundNames, staff }: Office,
  userId: string,
): Promise<readonly ReadingSummary[]> => {
  const day = context.get('needs').today()
  const terms = (staff.get(userId)?.assignments ?? []).filter((one) => holdsOn(one, day))
  const fundIds = [...new Set(terms.map(({ fundId }) => fundId))]
  return Promise.all(
    fundIds.map(async (fundId) => ({
      fundId,
      fundName: fundNames.get(fundId) ?? '',
      until: latest(terms.filter((one) => one.fundId === fundId)),
      letIn: await letInUntil(context, fundId, day),
    })),
  )
}
